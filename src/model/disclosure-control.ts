import { SMALLEST_SHOWN } from './public-column.js'
import { type Sum, UnitChanges } from './unit-changes.js'

/**
 * The figures that are not to be shown (disclosure control, röjandekontroll): those from 1 to 4, and as many others as
 * are needed for none of them to be computed. Zero is always shown. For each figure that is not shown there are figures
 * for all that are not shown, whole and at least 1, under which every sum still holds and this one is another: it may as
 * well be any of five numbers.
 */
export function suppressedAmong(figures: readonly number[], sums: readonly Sum[]): ReadonlySet<number> {
  const hidden = new Set(
    figures.flatMap((figure, place) => (figure > 0 && figure < SMALLEST_SHOWN ? [place] : [])),
  )
  const changes = new UnitChanges(figures, sums, hidden)
  const safe = new Set<number>()
  // A set that grows while it is walked through: what is hidden for the sake of another is looked at in its turn.
  for (const place of hidden) {
    while (!safe.has(place)) {
      const { points, highest } = walkFrom(place, changes)
      for (const each of hidden) if (isFreeEnough(each, points)) safe.add(each)
      if (safe.has(place)) break
      const change = changes.cheapest(highest, place, 1, 'any')
      if (change === undefined) return new Set(figures.flatMap((figure, each) => (figure > 0 ? [each] : [])))
      for (const each of change.keys()) hidden.add(each)
    }
  }
  return hidden
}

/** How many other numbers than its own a figure is to be able to be. */
const OTHERS = SMALLEST_SHOWN - 1

/** All figures at once, as they may as well be. */
type Point = readonly number[]

/** The points that are reached by changing a figure step by step, up and then down, with nothing but what is hidden. */
function walkFrom(
  place: number,
  changes: UnitChanges,
): { readonly points: readonly Point[]; readonly highest: Point } {
  const steps = (way: 1 | -1, most: number) => {
    const points: Point[] = [changes.figures]
    for (let point = changes.figures; points.length <= most; points.push(point)) {
      const change = changes.cheapest(point, place, way, 'hidden')
      if (change === undefined) break
      point = point.map((figure, each) => figure + (change.get(each) ?? 0))
    }
    return points
  }
  const up = steps(1, OTHERS)
  const down = steps(-1, OTHERS - (up.length - 1))
  return { points: [...up, ...down], highest: up.at(-1) ?? changes.figures }
}

/** True of a figure that is so many numbers at some points; a step is by one, so that no number between is left out. */
function isFreeEnough(place: number, points: readonly Point[]): boolean {
  const values = points.map(point => point[place] ?? 0)
  return Math.max(...values) - Math.min(...values) >= OTHERS
}
