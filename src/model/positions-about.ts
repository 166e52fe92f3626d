import type { Archive } from './archive.js'
import type { Day } from './day.js'
import { type Document, nameOf } from './document.js'
import { stated, textOf } from './fields.js'
import { isInside, itemsAbout } from './items-about.js'
import { citedSection } from './lookup.js'
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
