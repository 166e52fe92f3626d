import { formalItemOf, type ItemName, isSameItem, itemNameOf } from './agenda-item.js'

/** An item as an agenda or a record has it. */
export interface Item {
  /** As it is cited: `4`; empty where it has none. */
  readonly number: string
  readonly title: string
}

/** One item of the agenda and the one of the record that answers to it. */
export interface Pair<Planned extends Item, Held extends Item> {
  readonly planned: Planned
  readonly held: Held
}

/** In what ways a record differs from its agenda. */
export interface AgendaDifferences<Planned extends Item, Held extends Item> {
  /** In the same place, under another title. */
  readonly renamed: readonly Pair<Planned, Held>[]
  /** On the agenda only, each with what comes before it in the record. */
  readonly lost: readonly { readonly planned: Planned; readonly after?: Held }[]
  /** In the record only. */
  readonly added: readonly Held[]
  /**
   * The same item under another number; told only where nothing was lost or added, which would explain it.
   */
  readonly renumbered: readonly Pair<Planned, Held>[]
}

/**
 * Compares an agenda with what was held. `isBeside` picks titles that may stand in one and not in the other.
 */
export function compareAgenda<Planned extends Item, Held extends Item>(
  planned: readonly Planned[],
  held: readonly Held[],
  isBeside: (title: string) => boolean,
): AgendaDifferences<Planned, Held> {
  if (planned.length === 0 || planned.length > MOST || held.length > MOST)
    return { renamed: [], lost: [], added: [], renumbered: [] }
  const taken = new Set<number>()
  const places = placesOf(planned, held, taken)
  const renamed: Pair<Planned, Held>[] = []
  const lost: { planned: Planned; after?: Held }[] = []
  for (const [index, item] of planned.entries()) {
    if (places[index] !== undefined) continue
    const before = index === 0 ? -1 : places[index - 1]
    const place = before === undefined ? undefined : before + 1
    const here = place === undefined || taken.has(place) ? undefined : held[place]
    if (isBeside(item.title)) continue
    if (here !== undefined && place !== undefined && !isBeside(here.title)) {
      places[index] = place
      taken.add(place)
      renamed.push({ planned: item, held: here })
    } else {
      const after = before === undefined ? undefined : held[before]
      lost.push(after === undefined ? { planned: item } : { planned: item, after })
    }
  }
  const added = held.filter(({ title }, index) => !taken.has(index) && !isBeside(title))
  const isExplained = taken.size < held.length || places.includes(undefined)
  const pairs = planned.flatMap((item, index) => {
    const here = held[places[index] ?? -1]
    return here === undefined || here.number === item.number || item.number === ''
      ? []
      : [{ planned: item, held: here }]
  })
  return { renamed, lost, added, renumbered: isExplained ? [] : pairs }
}

/** No agenda of people is longer; what is, is not compared. */
const MOST = 200

/** Where each planned item stands among those held: the same title first, then one that means the same. */
function placesOf(
  planned: readonly Item[],
  held: readonly Item[],
  taken: Set<number>,
): (number | undefined)[] {
  const sought = planned.map(({ title }) => itemNameOf(title))
  const there = held.map(({ title }) => itemNameOf(title))
  const take = (isIt: (name: ItemName) => boolean): number | undefined => {
    const found = there.findIndex((name, index) => !taken.has(index) && isIt(name))
    if (found < 0) return undefined
    taken.add(found)
    return found
  }
  const exact = sought.map(({ words }) => take(name => name.words === words))
  return exact.map((place, index) => {
    const name = sought[index]
    return place ?? (name === undefined ? undefined : take(other => isSameItem(name, other)))
  })
}

/** True of an opening, a closing and a word on the next meeting: nothing is lost with them. */
export const isFrame = (title: string): boolean =>
  ['opening', 'closing', 'next'].includes(formalItemOf(title) ?? '')
