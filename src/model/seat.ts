import type { Day } from './day.js'
import type { Document } from './document.js'
import { type Group, membersOn } from './group.js'
import { type Attendee, meetingOf } from './meeting.js'
import { personKey } from './people.js'
import { presenceAt } from './presence.js'
import type { Surroundings } from './surroundings.js'

/** Somebody who was there and the member whose seat that is: one's own, or that of whom one stands in for. */
export interface Seat {
  readonly attendee: Attendee
  /** What the attendee is told apart by (`personKey`). */
  readonly person: string
  readonly seat: string
}

/**
 * The seats that were taken at some time of a meeting, of how many members that day. Where the group names no members
 * every head counts.
 */
export function seatsTaken(
  document: Document,
  group: Group,
  day: Day,
  surroundings: Surroundings,
): { readonly seats: readonly Seat[]; readonly members: number } {
  const { chair, others } = meetingOf(document)
  const { participants, participant } = presenceAt(document, surroundings)
  const onDay = membersOn(group, day)
  const members = new Set(onDay.map(({ name }) => personKey(surroundings, name)))
  const substitutes = new Map(
    onDay.flatMap(({ name, substitute }) =>
      substitute === undefined
        ? []
        : [[personKey(surroundings, substitute), personKey(surroundings, name)] as const],
    ),
  )
  // A chair who is also listed was there for what the list says.
  const there = participants
    .filter(each => !others.includes(each))
    .map(each => (each === chair ? (participant(each.name) ?? each) : each))
  const seats = there.flatMap((attendee): readonly Seat[] => {
    const person = personKey(surroundings, attendee.name)
    if (members.size === 0 || members.has(person)) return [{ attendee, person, seat: person }]
    const seat =
      attendee.replaces === undefined ? substitutes.get(person) : personKey(surroundings, attendee.replaces)
    return seat === undefined || !members.has(seat) ? [] : [{ attendee, person, seat }]
  })
  return { seats, members: members.size }
}
