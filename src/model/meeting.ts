import { sectionNumber } from './address.js'
import { readTimeRange, type TimeRange } from './clock-time.js'
import { type Day, yearOf } from './day.js'
import type { Document } from './document.js'
import { type FieldValue, fieldsOf, isFields, listOf, stated, textOf, textsOf } from './fields.js'
import { readWrittenDate } from './period.js'
import type { FieldPath } from './place.js'

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

/** Reads the front matter of a meeting document once, and remembers it. */
export function meetingOf(document: Document): Meeting {
  const known = read.get(document)
  if (known !== undefined) return known
  const meeting = readMeeting(document)
  read.set(document, meeting)
  return meeting
}

/** The day of a meeting, however it is written (`240911` too). */
export const dayOfMeeting = (document: Document): Day | undefined => dayIn(textOf(document.fields, 'datum'))

/** Reads a day as people write it in a field; absent when it is no single day. */
export function dayIn(text: string | undefined, year?: number): Day | undefined {
  const written = text === undefined ? undefined : readWrittenDate(text, year)
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

const read = new WeakMap<Document, Meeting>()

function readMeeting({ fields }: Document): Meeting {
  const day = dayIn(textOf(fields, 'datum'))
  const next = fieldsOf(fields, 'nästa')
  const nextDay = dayIn(textOf(next, 'datum'), day === undefined ? undefined : yearOf(day))
  const nextTime = readTimeRange(textOf(next, 'tid') ?? '')
  const nextPlace = textOf(next, 'plats')
  const time = readTimeRange(textOf(fields, 'tid') ?? '')
  const [chair] = attendeesIn(fields['ordförande'], 'ordförande')
  const [secretary] = attendeesIn(fields['sekreterare'], 'sekreterare')
  const [convener] = attendeesIn(fields['sammankallande'], 'sammankallande')
  const list = (field: string) => attendeesIn(fields[field], field)
  return {
    ...stated('group', textOf(fields, 'grupp')),
    ...stated('day', day),
    ...stated('time', time),
    ...stated('place', textOf(fields, 'plats')),
    ...stated('chair', chair),
    ...stated('secretary', secretary),
    ...stated('convener', convener),
    adjusters: list('justerare'),
    present: list('närvarande'),
    absent: list('frånvarande'),
    others: list('övriga'),
    called: list('kallade'),
    ...stated('previous', textOf(fields, 'föregående')),
    ...(Object.keys(next).length > 0 && {
      next: { ...stated('day', nextDay), ...stated('time', nextTime), ...stated('place', nextPlace) },
    }),
    approvals: listOf(fields, 'justering').flatMap(approvalOf),
    omitted: listOf(fields, 'utelämnade')
      .flatMap(each => (isFields(each) ? (textOf(each, 'paragraf') ?? []) : []))
      .map(sectionNumber),
    derived: textsOf(fields, 'härlett'),
  }
}

function attendeesIn(value: FieldValue | undefined, field: string): readonly Attendee[] {
  if (value === undefined || value === '') return []
  if (!Array.isArray(value)) return attendeeOf(value as FieldValue, [field])
  return value.flatMap((each: FieldValue, index) => attendeeOf(each, [field, index]))
}

function attendeeOf(value: FieldValue, field: FieldPath): readonly Attendee[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ name: value.trim(), field }]
  if (!isFields(value)) return []
  const name = textOf(value, 'person') ?? textOf(value, 'namn')
  if (name === undefined) return []
  const items = textsOf(value, 'ärenden')
  return [
    {
      name,
      ...stated('organisation', textOf(value, 'organisation')),
      ...stated('role', textOf(value, 'roll')),
      ...stated('represents', textOf(value, 'företräder')),
      ...stated('replaces', textOf(value, 'ersätter')),
      ...(items.length > 0 && { items }),
      ...(textOf(value, 'person') === undefined && { isOutsider: true as const }),
      field,
    },
  ]
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
