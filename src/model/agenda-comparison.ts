import { comparableTitle, formalItemOf, isSameItem } from './agenda-item.js'

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
  /** The same item under another number; told only where nothing was lost or added, which would explain it. */
  readonly renumbered: readonly Pair<Planned, Held>[]
}

/** Compares an agenda with what was held. `isBeside` picks titles that may stand in one and not in the other. */
export function compareAgenda<Planned extends Item, Held extends Item>(
  planned: readonly Planned[],
  held: readonly Held[],
  isBeside: (title: string) => boolean,
): AgendaDifferences<Planned, Held> {
  if (planned.length === 0 || planned.length > MOST || held.length > MOST)
    return { renamed: [], lost: [], added: [], renumbered: [] }
  const taken = new Set<number>()
  const places = planned.map(({ title }) => takeSame(title, held, taken))
  const renamed: Pair<Planned, Held>[] = []
  const lost: { planned: Planned; after?: Held }[] = []
  for (const [index, item] of planned.entries()) {
    if (places[index] !== undefined) continue
    const before = index === 0 ? -1 : places[index - 1]
    const place = before === undefined ? undefined : before + 1
    const here = place === undefined || taken.has(place) ? undefined : held[place]
    if (here !== undefined && place !== undefined) {
      places[index] = place
      taken.add(place)
      if (!isBeside(item.title) || !isBeside(here.title)) renamed.push({ planned: item, held: here })
    } else if (!isBeside(item.title)) {
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

/** Takes the first free item of the same title, else of one that means the same. */
function takeSame(title: string, held: readonly Item[], taken: Set<number>): number | undefined {
  const words = comparableTitle(title)
  const exact = held.findIndex((item, index) => !taken.has(index) && comparableTitle(item.title) === words)
  const found =
    exact >= 0 ? exact : held.findIndex((item, index) => !taken.has(index) && isSameItem(item.title, title))
  if (found < 0) return undefined
  taken.add(found)
  return found
}

/** True of an opening, a closing and a word on the next meeting: nothing is lost with them. */
export const isFrame = (title: string): boolean =>
  ['opening', 'closing', 'next'].includes(formalItemOf(title) ?? '')
