import { readAddress } from './address.js'
import type { Archive } from './archive.js'
import type { Day } from './day.js'
import { type Document, nameOf } from './document.js'
import { stated, textOf } from './fields.js'
import { citedSection, partIn } from './lookup.js'
import { dayOfMeeting } from './meeting.js'
import { partyOf } from './party.js'
import { positionsIn } from './position.js'
import { mayBeRepeated } from './repeatable.js'

/** Where a party stood in a matter, and where it said so. */
export interface PositionAbout {
  /** The organisation of the register where that is plain, else as written. */
  readonly party: string
  readonly text: string
  readonly day?: Day
  /** The group whose meeting it was. */
  readonly group?: string
  /** `PROT-lansgrupp-2024-05-31 § 6`. */
  readonly at: string
}

/**
 * What all parties have thought of a matter or deviation, at every meeting that had it and in its own text: party by
 * party in the order in which they first spoke, the oldest first. What may not be repeated is left out.
 */
export function positionsAbout(document: Document, archive: Archive): readonly PositionAbout[] {
  const said = [...itemsAbout(document, archive)].flatMap(([from, items]) =>
    positionsIn(from)
      .filter(each => isInside(each.section, items, from) && mayBeRepeated(from, each))
      .map(({ party, text, section }) => ({
        party: partyOf(party, archive).name,
        text,
        ...stated('day', dayOfMeeting(from)),
        ...stated('group', textOf(from.fields, 'grupp')),
        at: `${nameOf(from)}${citedSection(from, section)}`,
      })),
  )
  const byDay = said.toSorted((one, other) => (one.day ?? '').localeCompare(other.day ?? ''))
  const parties = [...new Set(byDay.map(({ party }) => party))]
  return parties.flatMap(party => byDay.filter(each => each.party === party))
}

/** The sections about a document, by the records that have them; `whole`: of the document itself. */
function itemsAbout(
  document: Document,
  archive: Archive,
): ReadonlyMap<Document, ReadonlySet<number> | 'whole'> {
  const items = new Map<Document, Set<number> | 'whole'>([[document, 'whole']])
  const add = (from: Document, section: number | undefined) => {
    const known = items.get(from) ?? new Set<number>()
    if (section === undefined || known === 'whole' || from.typ === 'kallelse') return
    items.set(from, known.add(section))
  }
  for (const { from, section, relation } of archive.pointingAt(document.id ?? ''))
    if (ABOUT.includes(relation)) add(from, section)
  for (const { id, part, relation } of archive.pointersOf(document)) {
    const target = relation === 'behandlas_i' ? archive.byId(id) : undefined
    const address = readAddress(`${id} ${part ?? ''}`.trim())
    if (target !== undefined && address !== undefined) add(target, partIn(target, address)?.section?.index)
  }
  return items
}

/** Relations of an item to what it is about: its attribute lines. */
const ABOUT: readonly string[] = ['Ärende', 'Avvikelser']

function isInside(section: number, items: ReadonlySet<number> | 'whole', { body }: Document): boolean {
  if (items === 'whole') return true
  for (let at: number | undefined = section; at !== undefined; at = body.sections[at]?.parent)
    if (items.has(at)) return true
  return false
}
