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
  // A set that grows while it is walked through: what is hidden for the sake of another is looked at in its turn.
  for (const place of hidden) {
    for (let leeway = leewayOf(place, changes); !leeway.isEnough; leeway = leewayOf(place, changes)) {
      const change = changes.cheapest(leeway.highest, place, 1, 'any')
      if (change === undefined) return new Set(figures.flatMap((figure, each) => (figure > 0 ? [each] : [])))
      for (const each of change.keys()) hidden.add(each)
    }
  }
  return hidden
}

/** How many other numbers than its own a figure is to be able to be. */
const OTHERS = SMALLEST_SHOWN - 1

/** How far a figure can be changed, step by step, by changing nothing but figures that are not shown. */
function leewayOf(place: number, changes: UnitChanges) {
  const steps = (way: 1 | -1, most: number) => {
    const point = [...changes.figures]
    let taken = 0
    while (taken < most) {
      const change = changes.cheapest(point, place, way, 'hidden')
      if (change === undefined) break
      for (const [each, turned] of change) point[each] = (point[each] ?? 0) + turned
      taken++
    }
    return { taken, point }
  }
  const up = steps(1, OTHERS)
  const down = steps(-1, OTHERS - up.taken)
  return { isEnough: up.taken + down.taken >= OTHERS, highest: up.point }
}
