import { itemsOf } from './agenda-item.js'
import type { Archive } from './archive.js'
import type { Section } from './body.js'
import { type Document, nameOf } from './document.js'
import { groupOf } from './group.js'
import { meetingOf } from './meeting.js'
import { isThereFor, presenceAt } from './presence.js'
import { mayBeRepeated } from './repeatable.js'
import { seatsTaken } from './seat.js'

/** How many were there for an item of a meeting. */
export interface ItemAttended {
  /** `PROT-lansgrupp-2024-05-31 § 4`. */
  readonly address: string
  /** Seats that were taken, by the member or a substitute; where the group names no members, everybody. */
  readonly seats: number
  /** Everybody who was there for the item, with and without a seat. */
  readonly everybody: number
}

/** The items of a meeting, where a member or a substitute was there for some of them only; else none, for then all are alike. */
export function itemsAttended(
  document: Document,
  home: Document | undefined,
  archive: Archive,
): readonly ItemAttended[] {
  const { participants } = presenceAt(document, archive)
  const { day } = meetingOf(document)
  const seats =
    home === undefined || day === undefined ? [] : seatsTaken(document, groupOf(home), day, archive).seats
  if (seats.every(({ attendee }) => attendee.items === undefined)) return []
  const { sections } = document.body
  const numbered = itemsOf(document.body)
  const items = numbered.length > 0 ? numbered : sections.filter(({ parent }) => parent === undefined)
  const isThere = (person: (typeof participants)[number], { index }: Section) =>
    isThereFor(person, index, document.body)
  return items.map(section => ({
    address: `${nameOf(document)} ${cited(section, document)}`,
    seats: new Set(seats.filter(({ attendee }) => isThere(attendee, section)).map(({ seat }) => seat)).size,
    everybody: new Set(participants.filter(each => isThere(each, section)).map(({ name }) => name)).size,
  }))
}

const cited = ({ number, title, index, line }: Section, document: Document): string =>
  number !== undefined
    ? `§ ${number}`
    : mayBeRepeated(document, { section: index, line })
      ? `"${title}"`
      : '"…"'
