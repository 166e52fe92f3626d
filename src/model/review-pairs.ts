/** Things before and after a change: those that are the same thing, in the order of today, and those that are not. */
export interface Paired<Thing> {
  readonly pairs: readonly (readonly [before: Thing, after: Thing])[]
  readonly gone: readonly Thing[]
  readonly added: readonly Thing[]
}

/** One way of knowing a thing again: what both have in common, and whether two that have it fit each other. */
export interface Likeness<Thing> {
  /** Absent for a thing that is not known again in this way. */
  readonly by: (thing: Thing, side: 'before' | 'after') => string | undefined
  readonly fits?: (before: Thing, after: Thing) => boolean
}

/** Knows things again, by the surest likeness first; among those that are alike the order of the file decides. */
export function paired<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  likenesses: readonly Likeness<Thing>[],
): Paired<Thing> {
  const found = new Map<number, number>()
  const taken = new Set<number>()
  for (const { by, fits } of likenesses) {
    const waiting = new Map<string, number[]>()
    for (const [index, thing] of before.entries()) {
      const key = taken.has(index) ? undefined : by(thing, 'before')
      if (key === undefined) continue
      const same = waiting.get(key)
      if (same === undefined) waiting.set(key, [index])
      else same.push(index)
    }
    for (const [index, thing] of after.entries()) {
      const key = found.has(index) ? undefined : by(thing, 'after')
      const candidates = key === undefined ? undefined : waiting.get(key)
      const place =
        candidates?.slice(0, MOST_TRIED).findIndex(each => {
          const old = before[each]
          return old !== undefined && (fits?.(old, thing) ?? true)
        }) ?? -1
      const [old] = place < 0 ? [] : (candidates?.splice(place, 1) ?? [])
      if (old === undefined) continue
      found.set(index, old)
      taken.add(old)
    }
  }
  return {
    pairs: after.flatMap((thing, index) => {
      const old = before[found.get(index) ?? -1]
      return old === undefined ? [] : [[old, thing] as const]
    }),
    gone: before.filter((_, index) => !taken.has(index)),
    added: after.filter((_, index) => !found.has(index)),
  }
}

/** So many candidates are tried for each thing: a file of nothing but like lines takes no longer than another. */
const MOST_TRIED = 50
