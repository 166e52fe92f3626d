import type { SlimText } from './slim-text.js'

/** Lines without their ends, and how to get several in one piece where they stand in a text as they are. */
export interface Lines {
  readonly lines: readonly string[]
  together?(first: number, last: number): string
}

/** The lines of a text from an offset on. */
export function linesOf(text: SlimText, start: number): Lines {
  const { slim } = text
  const lines: string[] = []
  const starts: number[] = []
  for (let at = start; ; ) {
    const lineEnd = slim.indexOf('\n', at)
    const end = lineEnd < 0 ? slim.length : lineEnd
    starts.push(at)
    lines.push(at === end ? '' : text.between(at, end))
    if (lineEnd < 0) break
    at = end + 1
  }
  return {
    lines,
    together: (first, last) =>
      text.between(starts[first] ?? 0, (starts[last] ?? 0) + (lines[last] ?? '').length),
  }
}

/** The text of trimmed lines; where nothing was trimmed it is a part of the text they stand in, which takes no room. */
export function textOf({ lines, together }: Lines, start: number, trimmed: readonly string[]): string {
  const [first = ''] = trimmed
  if (trimmed.length === 1) return first
  const areWhole = trimmed.every((line, index) => line.length === lines[start + index]?.length)
  return areWhole && together !== undefined ? together(start, start + trimmed.length - 1) : trimmed.join('\n')
}
