import { sectionNumber } from './address.js'
import { readTimeRange, type TimeRange } from './clock-time.js'
import { type Day, readDay, yearOf } from './day.js'
import type { Document } from './document.js'
import {
  type Fields,
  type FieldValue,
  fieldsOf,
  isFields,
  isList,
  listOf,
  stated,
  textOf,
  textsOf,
} from './fields.js'
import { LastAsked } from './last-asked.js'
import { readWrittenDate } from './period.js'
import type { FieldPath } from './place.js'
import { MEETINGS } from './rule.js'

/** Someone in the attendance of a meeting, as the document writes it. */
export interface Attendee {
  /** The name as written. */
  readonly name: string
  readonly organisation?: string
  readonly role?: string
  readonly represents?: string
  /** Whom this person stands in for. */
  readonly replaces?: string
  /** The § or titles that the person was there for; absent when for the whole meeting. */
  readonly items?: readonly string[]
  /** True of `{namn: …}`: the document itself says that the person is not in the register. */
  readonly isOutsider?: true
  readonly field: FieldPath
}

/** The front matter of a meeting document, read. */
export interface Meeting {
  readonly group?: string
  readonly day?: Day
  readonly time?: TimeRange
  readonly place?: string
  readonly chair?: Attendee
  readonly secretary?: Attendee
  readonly convener?: Attendee
  readonly adjusters: readonly Attendee[]
  readonly present: readonly Attendee[]
  readonly absent: readonly Attendee[]
  readonly others: readonly Attendee[]
  readonly called: readonly Attendee[]
  readonly previous?: string
  readonly next?: { readonly day?: Day; readonly time?: TimeRange; readonly place?: string }
  readonly approvals: readonly Approval[]
  /** Numbers of § that rightly stand elsewhere. */
  readonly omitted: readonly string[]
  /** Fields whose value is derived, not stated. */
  readonly derived: readonly string[]
}

/** One line of `justering`. */
export interface Approval {
  readonly person: string
  readonly role?: string
  readonly day?: Day
  readonly seal?: string
  readonly signature?: string
  readonly field: FieldPath
}

/** Reads the front matter of a meeting document; what was read last is remembered. */
export function meetingOf(document: Document): Meeting {
  const known = read.get(document)
  if (known !== undefined) return known
  const meeting = readMeeting(document)
  read.set(document, meeting)
  return meeting
}

/** The day of a meeting, however it is written (`240911` too). */
export const dayOfMeeting = (document: Document): Day | undefined =>
  document.began !== undefined && MEETINGS.some(typ => typ === document.typ)
    ? document.began
    : dayIn(textOf(document.fields, 'datum'))

/** Reads a day as people write it in a field; absent when it is no single day. */
export function dayIn(text: string | undefined, year?: number): Day | undefined {
  if (text === undefined) return undefined
  const day = readDay(text)
  if (day !== undefined) return day
  const written = readWrittenDate(text, year)
  return written !== undefined && written.period.from === written.period.to ? written.period.from : undefined
}

/** Everybody who took part: the chair, those present, and others; the secretary only when listed or chair. */
export const participantsOf = (meeting: Meeting): readonly Attendee[] => [
  ...(meeting.chair === undefined ? [] : [meeting.chair]),
  ...meeting.present,
  ...meeting.others,
]

/** True when someone was there for a section: for the whole meeting, or for that § by number or title. */
export const wasThereFor = (
  attendee: Attendee,
  section: { readonly number?: string; readonly title: string },
): boolean =>
  attendee.items === undefined ||
  attendee.items.some(item => {
    const range = /^(\d+)\s*[-–]\s*(\d+)$/.exec(item.replace(/^§+\s*/, ''))
    const number = section.number === undefined ? undefined : Number.parseInt(section.number, 10)
    if (range !== null && number !== undefined)
      return Number(range[1]) <= number && number <= Number(range[2])
    const wanted = sectionNumber(item.replace(/^§+\s*/, ''))
    return (
      wanted === section.number ||
      wanted === String(number) ||
      item.toLowerCase() === section.title.toLowerCase()
    )
  })

const read = new LastAsked<Document, Meeting>()

/** What is filled in before it is handed out. */
type Unfinished<Noun> = { -readonly [key in keyof Noun]: Noun[key] }

function readMeeting({ fields }: Document): Meeting {
  const meeting: Unfinished<Meeting> = {
    adjusters: attendeesIn(fields, 'justerare'),
    present: attendeesIn(fields, 'närvarande'),
    absent: attendeesIn(fields, 'frånvarande'),
    others: attendeesIn(fields, 'övriga'),
    called: attendeesIn(fields, 'kallade'),
    approvals: listOf(fields, 'justering').flatMap(approvalOf),
    omitted: omittedIn(fields),
    derived: textsOf(fields, 'härlett'),
  }
  const group = textOf(fields, 'grupp')
  if (group !== undefined) meeting.group = group
  const day = dayIn(textOf(fields, 'datum'))
  if (day !== undefined) meeting.day = day
  const time = timeIn(fields)
  if (time !== undefined) meeting.time = time
  const place = textOf(fields, 'plats')
  if (place !== undefined) meeting.place = place
  const [chair] = attendeesIn(fields, 'ordförande')
  if (chair !== undefined) meeting.chair = chair
  const [secretary] = attendeesIn(fields, 'sekreterare')
  if (secretary !== undefined) meeting.secretary = secretary
  const [convener] = attendeesIn(fields, 'sammankallande')
  if (convener !== undefined) meeting.convener = convener
  const previous = textOf(fields, 'föregående')
  if (previous !== undefined) meeting.previous = previous
  const next = nextIn(fieldsOf(fields, 'nästa'), day)
  if (next !== undefined) meeting.next = next
  return meeting
}

function omittedIn(fields: Fields): readonly string[] {
  if (fields['utelämnade'] === undefined) return []
  return listOf(fields, 'utelämnade')
    .flatMap(each => (isFields(each) ? (textOf(each, 'paragraf') ?? []) : []))
    .map(sectionNumber)
}

function nextIn(fields: Fields, held: Day | undefined): Meeting['next'] {
  if (Object.keys(fields).length === 0) return undefined
  const next: Unfinished<NonNullable<Meeting['next']>> = {}
  const day = dayIn(textOf(fields, 'datum'), held === undefined ? undefined : yearOf(held))
  if (day !== undefined) next.day = day
  const time = timeIn(fields)
  if (time !== undefined) next.time = time
  const place = textOf(fields, 'plats')
  if (place !== undefined) next.place = place
  return next
}

function timeIn(fields: Fields): TimeRange | undefined {
  const written = textOf(fields, 'tid')
  return written === undefined ? undefined : readTimeRange(written)
}

function attendeesIn(fields: Fields, field: string): readonly Attendee[] {
  const value = fields[field]
  if (value === undefined || value === '') return NOBODY
  const attendees: Attendee[] = []
  if (isList(value)) {
    for (let index = 0; index < value.length; index++) {
      const attendee = attendeeOf(value[index] ?? '', [field, index])
      if (attendee !== undefined) attendees.push(attendee)
    }
  } else {
    const attendee = attendeeOf(value, [field])
    if (attendee !== undefined) attendees.push(attendee)
  }
  return attendees
}

const NOBODY: readonly Attendee[] = []

function attendeeOf(value: FieldValue, field: FieldPath): Attendee | undefined {
  if (typeof value === 'string') {
    const name = value.trim()
    return name === '' ? undefined : { name, field }
  }
  if (!isFields(value)) return undefined
  const person = textOf(value, 'person')
  const name = person ?? textOf(value, 'namn')
  if (name === undefined) return undefined
  const attendee: Unfinished<Attendee> = { name, field }
  const organisation = textOf(value, 'organisation')
  if (organisation !== undefined) attendee.organisation = organisation
  const role = textOf(value, 'roll')
  if (role !== undefined) attendee.role = role
  const represents = textOf(value, 'företräder')
  if (represents !== undefined) attendee.represents = represents
  const replaces = textOf(value, 'ersätter')
  if (replaces !== undefined) attendee.replaces = replaces
  const items = value['ärenden'] === undefined ? [] : textsOf(value, 'ärenden')
  if (items.length > 0) attendee.items = items
  if (person === undefined) attendee.isOutsider = true
  return attendee
}

function approvalOf(value: FieldValue, index: number): readonly Approval[] {
  if (!isFields(value)) return []
  const person = textOf(value, 'person')
  if (person === undefined) return []
  return [
    {
      person,
      ...stated('role', textOf(value, 'roll')),
      ...stated('day', dayIn(textOf(value, 'datum'))),
      ...stated('seal', textOf(value, 'sigill')),
      ...stated('signature', textOf(value, 'signatur')),
      field: ['justering', index],
    },
  ]
}
