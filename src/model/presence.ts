import type { Body } from './body.js'
import type { Document } from './document.js'
import { groupOf } from './group.js'
import { LastAsked } from './last-asked.js'
import { type Attendee, meetingOf, participantsOf, wasThereFor } from './meeting.js'
import { type Names, namesOf } from './names.js'
import { isRegistered, namesAtHome, personKey, registeredKey } from './people.js'
import type { Surroundings } from './surroundings.js'

/** Who was at a meeting and who was not, asked by name. */
export interface Presence {
  /** True when the document says who was there; where it does not, nobody can be missed. */
  readonly isStated: boolean
  /** The chair, those present and the others. */
  readonly participants: readonly Attendee[]
  readonly absent: readonly Attendee[]
  /** The one who took part under this name, or under a name that this is a slip for. */
  participant(name: string): Attendee | undefined
  /** The one who is listed as absent under this name. */
  absentee(name: string): Attendee | undefined
}

/** Who was at the meeting of a document, read once. Where only those called are listed, those not absent were there. */
export function presenceAt(document: Document, surroundings: Surroundings): Presence {
  const known = read.get(document)
  if (known !== undefined) return known
  const meeting = meetingOf(document)
  const key = ({ name, isOutsider }: Attendee) =>
    registeredKey(surroundings, name) ??
    personKey(surroundings, isOutsider === true ? name : nameMeant(name, document, surroundings))
  const absent = new Map<string, Attendee>()
  for (const person of meeting.absent) absent.set(key(person), person)
  const isDerived =
    meeting.present.length === 0 && meeting.called.length > 0 && document.fields['frånvarande'] !== undefined
  const called = isDerived ? meeting.called.filter(person => !absent.has(key(person))) : []
  const participants = [...participantsOf(meeting), ...called]
  const there = new Map<string, Attendee>()
  for (const person of participants) {
    const own = key(person)
    const before = there.get(own)
    if (before === undefined || before.items === undefined) there.set(own, person)
  }
  let unregistered: readonly Attendee[] | undefined
  let nearListed: Names | undefined
  const find = (name: string, among: ReadonlyMap<string, Attendee>): Attendee | undefined => {
    const registered = registeredKey(surroundings, name)
    if (registered !== undefined) return among.get(registered)
    const exact = among.get(personKey(surroundings, name))
    if (exact !== undefined) return exact
    const meant = among.get(personKey(surroundings, nameMeant(name, document, surroundings)))
    if (meant !== undefined) return meant
    unregistered ??= [...participants, ...meeting.absent].filter(
      each => !isRegistered(surroundings, each.name),
    )
    if (unregistered.length === 0) return undefined
    nearListed ??= namesOf(unregistered)
    const near = nearListed.near(name)
    return near === undefined ? undefined : among.get(personKey(surroundings, near.name))
  }
  const presence: Presence = {
    isStated: meeting.present.length > 0 || isDerived,
    participants,
    absent: meeting.absent,
    participant: name => find(name, there),
    absentee: name => find(name, absent),
  }
  read.set(document, presence)
  return presence
}

/** True when someone was there for a section of the body: for it, for the one it stands under, or for a part of it. */
export function isThereFor(person: Attendee, section: number | undefined, body: Body): boolean {
  if (person.items === undefined || section === undefined) return true
  for (let at: number | undefined = section; at !== undefined; at = body.sections[at]?.parent) {
    const above = body.sections[at]
    if (above === undefined) return true
    if (wasThereFor(person, above)) return true
    if (
      above.number !== undefined &&
      person.items.some(item => Number.parseInt(item.replace(/^\D+/, ''), 10) === Number(above.number))
    ) {
      return true
    }
  }
  return false
}

/** The § for which someone was there, as the document says it: `4, 5`. */
export const itemsOf = ({ items = [] }: Attendee): string => items.join(', ')

const read = new LastAsked<Document, Presence>()

/** Whom a name stands for: a misspelt one, or a first name that one member has, for the one who is meant. */
function nameMeant(written: string, document: Document, surroundings: Surroundings): string {
  if (isRegistered(surroundings, written)) return written
  const near = namesAtHome(document, surroundings).near(written)
  if (near !== undefined) return near.name
  if (written.includes(' ')) return written
  const { group } = meetingOf(document)
  const home = group === undefined ? undefined : surroundings.group(group)
  const members =
    home === undefined ? [] : groupOf(home).members.filter(({ name }) => name.startsWith(`${written} `))
  const [only, second] = members
  return only === undefined || second !== undefined ? written : only.name
}
