/** A line that only one of two texts has. */
export interface LineChange {
  readonly sign: '-' | '+'
  /** Zero-based number of the line in the text that has it. */
  readonly line: number
}

/**
 * What differs between two texts, line by line: the fewest lines that must go (`-`, of the first) and come (`+`, of the
 * second), in the order of the texts. Beyond some thousands of lines all between the first and the last difference.
 */
export function lineChanges(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  let start = 0
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++
  let same = 0
  while (
    same < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  )
    same++
  const [a, b] = [before.slice(start, before.length - same), after.slice(start, after.length - same)]
  const common = a.length * b.length > MOST_COMPARED ? [] : commonLengths(a, b)
  const changes: LineChange[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const isSame = common.length > 0 && i < a.length && j < b.length && a[i] === b[j]
    if (isSame) {
      i++
      j++
    } else if (i < a.length && (j >= b.length || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      changes.push({ sign: '-', line: start + i++ })
    } else {
      changes.push({ sign: '+', line: start + j++ })
    }
  }
  return changes
}

const MOST_COMPARED = 4_000_000

/** How many lines two texts have in common, in order, from each pair of lines on. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, below] = [lengths[i] ?? [], lengths[i + 1] ?? []]
    for (let j = b.length - 1; j >= 0; j--)
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
  }
  return lengths
}
