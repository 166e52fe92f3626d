/** What somebody who reads a sheet knows: figures by name, and how they add up with one another and with what is not in it. */
export interface Knowledge {
  readonly shown: ReadonlyMap<string, number>
  /** Those with the mark in their place: at least 1, for zero is shown. */
  readonly hidden: ReadonlySet<string>
  readonly sums: readonly { readonly whole: string; readonly parts: readonly string[] }[]
}

/** The largest number that a figure is tried with. */
const LARGEST = 400

/**
 * So many different numbers that a figure may be, going by what is known, up to `enough`: each has whole numbers for all
 * that is not shown with which everything adds up. Found by narrowing bounds and trying, and by nothing of the program.
 */
export function possibleValues({ shown, hidden, sums }: Knowledge, figure: string, enough: number): number {
  const names = [
    ...new Set([...shown.keys(), ...sums.flatMap(({ whole, parts }) => [whole, ...parts]), figure]),
  ]
  const places = new Map(names.map((name, index) => [name, index]))
  const at = (name: string) => places.get(name) ?? -1
  const equations = sums.map(({ whole, parts }) => ({ whole: at(whole), parts: parts.map(at) }))
  const start: Bounds = {
    low: names.map(name => shown.get(name) ?? (hidden.has(name) ? 1 : 0)),
    high: names.map(name => shown.get(name) ?? LARGEST),
  }
  const narrowed = narrow(start, equations)
  if (narrowed === undefined) return 0
  const wanted = at(figure)
  let found = 0
  for (
    let value = narrowed.low[wanted] ?? 0;
    value <= (narrowed.high[wanted] ?? 0) && found < enough;
    value++
  ) {
    const patience = { left: 3000 }
    if (isPossible(fixed(narrowed, wanted, value), equations, patience)) found++
  }
  return found
}

interface Bounds {
  readonly low: readonly number[]
  readonly high: readonly number[]
}

interface Equation {
  readonly whole: number
  readonly parts: readonly number[]
}

const fixed = ({ low, high }: Bounds, place: number, value: number): Bounds => ({
  low: low.with(place, value),
  high: high.with(place, value),
})

/** Bounds that every solution keeps; absent when there is none. */
function narrow(bounds: Bounds, equations: readonly Equation[]): Bounds | undefined {
  const low = [...bounds.low]
  const high = [...bounds.high]
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    const raise = (place: number, to: number) => {
      if (to <= (low[place] ?? 0)) return
      low[place] = to
      isChanged = true
    }
    const lower = (place: number, to: number) => {
      if (to >= (high[place] ?? 0)) return
      high[place] = to
      isChanged = true
    }
    for (const { whole, parts } of equations) {
      const least = parts.reduce((sum, place) => sum + (low[place] ?? 0), 0)
      const most = parts.reduce((sum, place) => sum + (high[place] ?? 0), 0)
      raise(whole, least)
      lower(whole, most)
      for (const place of parts) {
        raise(place, (low[whole] ?? 0) - (most - (high[place] ?? 0)))
        lower(place, (high[whole] ?? 0) - (least - (low[place] ?? 0)))
      }
    }
    if (low.some((value, place) => value > (high[place] ?? 0))) return undefined
  }
  return { low, high }
}

function isPossible(bounds: Bounds, equations: readonly Equation[], patience: { left: number }): boolean {
  const narrowed = narrow(bounds, equations)
  if (narrowed === undefined || patience.left-- <= 0) return false
  const { low, high } = narrowed
  let open = -1
  for (const [place, value] of low.entries()) {
    const width = (high[place] ?? 0) - value
    if (width > 0 && (open < 0 || width < (high[open] ?? 0) - (low[open] ?? 0))) open = place
  }
  if (open < 0) return true
  for (let value = low[open] ?? 0; value <= (high[open] ?? 0); value++) {
    if (isPossible(fixed(narrowed, open, value), equations, patience)) return true
    if (patience.left <= 0) return false
  }
  return false
}
