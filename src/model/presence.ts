import type { Archive } from './archive.js'
import type { Body } from './body.js'
import type { Document } from './document.js'
import { type Attendee, meetingOf, participantsOf, wasThereFor } from './meeting.js'
import { namesOf } from './names.js'
import { properName } from './people.js'
import { folded } from './text.js'

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
export function presenceAt(document: Document, archive: Archive): Presence {
  const known = read.get(document)
  if (known !== undefined) return known
  const meeting = meetingOf(document)
  const key = (name: string) => folded(properName(archive, name))
  const absent = new Map(meeting.absent.map(person => [key(person.name), person]))
  const isDerived =
    meeting.present.length === 0 && meeting.called.length > 0 && document.fields['frånvarande'] !== undefined
  const participants = [
    ...participantsOf(meeting),
    ...(isDerived ? meeting.called.filter(({ name }) => !absent.has(key(name))) : []),
  ]
  const there = new Map<string, Attendee>()
  for (const person of participants) {
    const before = there.get(key(person.name))
    if (before === undefined || before.items === undefined) there.set(key(person.name), person)
  }
  const nearThem = lazy(() => namesOf(participants.map(({ name }) => ({ name }))))
  const presence: Presence = {
    isStated: meeting.present.length > 0 || isDerived,
    participants,
    absent: meeting.absent,
    participant: name => {
      const person = there.get(key(name))
      if (person !== undefined || archive.register.person(name) !== undefined || absent.has(key(name)))
        return person
      const near = nearThem().near(name)
      return near === undefined ? undefined : there.get(key(near.name))
    },
    absentee: name => absent.get(key(name)),
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

const read = new WeakMap<Document, Presence>()

function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
