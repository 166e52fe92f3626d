import type { Archive } from './archive.js'
import type { TimeRange } from './clock-time.js'
import { type Day, readDay } from './day.js'
import { type Document, mayBeQuoted } from './document.js'
import { stated } from './fields.js'
import { dayIn, meetingOf } from './meeting.js'
import { RECORDS } from './rule.js'
import { folded } from './text.js'

/** When and where a meeting is held, as one document or several together say it. */
export interface MeetingFacts {
  readonly day: Day
  readonly time?: TimeRange
  readonly place?: string
  readonly isCalledOff: boolean
}

/** One meeting of a group, however many documents speak of it. */
export interface ScheduledMeeting extends MeetingFacts {
  /** Slug of the group. */
  readonly group: string
  /**
   * Group and day as the id has them, `lansgruppen-2024-12-04`: the same for agenda, minutes and protocol, and kept
   * when the day is changed but not the id.
   */
  readonly key: string
  /** The agenda, where there is one. */
  readonly agenda?: Document
  /** Minutes and protocol, by path. */
  readonly records: readonly Document[]
  /** The earlier records that give it as their next meeting. */
  readonly announcements: readonly Document[]
  /**
   * What has been said of it one after the other, from announcement to protocol, each with what was said before where
   * it is silent. Documents that are not open say nothing here but the day.
   */
  readonly said: readonly MeetingFacts[]
}

/** The status of an agenda whose meeting is not held. */
const CALLED_OFF = 'inställt'

/** True of an agenda that says the meeting is not held. */
const isCalledOff = ({ typ, status }: Document): boolean => typ === 'kallelse' && status === CALLED_OFF

/** The meetings of a group in the order of their days: held, called and announced. */
export function scheduledMeetings(archive: Archive, group: string): readonly ScheduledMeeting[] {
  const found = new Map<string, Document[]>()
  const announced = new Map<string, Document[]>()
  const documents = archive.meetingsOf(group).filter(document => !document.unreadable)
  for (const document of documents) {
    const key = keyOf(document, group)
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), document])
  }
  const taken = new Set(documents.map(document => meetingOf(document).day))
  for (const document of documents) {
    const { day, next } = meetingOf(document)
    if (!isRecord(document) || next?.day === undefined || next.day <= (day ?? '')) continue
    const same = documents.find(each => !isSilent(each) && meetingOf(each).day === next.day)
    const key = same === undefined ? `${group}-${next.day}` : (keyOf(same, group) ?? '')
    if (same === undefined && !taken.has(next.day) && isOutdated(document, next.day, documents)) continue
    announced.set(key, [...(announced.get(key) ?? []), document])
  }
  return [...new Set([...found.keys(), ...announced.keys()])]
    .flatMap(key => scheduled(group, key, found.get(key) ?? [], announced.get(key) ?? []))
    .toSorted((a, b) => compared(a.day, b.day) || compared(a.key, b.key))
}

/** A next meeting that nobody has called: it stands until a meeting comes after it, or a later record names another. */
const isOutdated = (announcing: Document, next: Day, documents: readonly Document[]): boolean => {
  const day = meetingOf(announcing).day ?? ''
  return documents.some(each => {
    const later = meetingOf(each)
    return (later.day ?? '') > next || ((later.day ?? '') > day && later.next?.day !== undefined)
  })
}

const isSilent = (document: Document): boolean => meetingOf(document).day === undefined

const isRecord = ({ typ }: Document): boolean => (RECORDS as readonly string[]).includes(typ ?? '')

/** Group and day (and `-2` for a second meeting on one day) of the id, else of the fields; absent without a day. */
function keyOf(document: Document, group: string): string | undefined {
  const { day } = meetingOf(document)
  const inId = /^[A-Z]+-(.+-\d{4}-\d{2}-\d{2}(?:-\d+)?)$/i.exec(document.id ?? '')?.[1]?.toLowerCase()
  if (inId?.startsWith(`${folded(group)}-`)) return inId
  return day === undefined ? undefined : `${group}-${day}`
}

function scheduled(
  group: string,
  key: string,
  documents: readonly Document[],
  announcements: readonly Document[],
): readonly ScheduledMeeting[] {
  const agenda = documents.find(({ typ }) => typ === 'kallelse')
  const records = documents.filter(isRecord)
  const said = saidOf(announcements, [...(agenda === undefined ? [] : [agenda]), ...records], key)
  const last = said.at(-1)
  if (last === undefined) return []
  return [{ ...last, group, key, ...stated('agenda', agenda), records, announcements, said }]
}

function saidOf(
  announcements: readonly Document[],
  documents: readonly Document[],
  key: string,
): readonly MeetingFacts[] {
  const said: MeetingFacts[] = []
  for (const document of announcements) {
    const { next } = meetingOf(document)
    if (next?.day === undefined) continue
    said.push({ day: next.day, ...(mayBeQuoted(document) && stateOf(next)), isCalledOff: false })
  }
  for (const document of documents) {
    const before = said.at(-1)
    const day = meetingOf(document).day ?? readDay(/\d{4}-\d{2}-\d{2}/.exec(key)?.[0]) ?? dayIn(key)
    if (day === undefined) continue
    said.push({
      day,
      ...(before !== undefined && stateOf(before)),
      ...(mayBeQuoted(document) && stateOf(meetingOf(document))),
      isCalledOff: isCalledOff(document) || (before?.isCalledOff === true && !isRecord(document)),
    })
  }
  return said
}

const stateOf = ({ time, place }: { readonly time?: TimeRange; readonly place?: string }) => ({
  ...stated('time', time),
  ...stated('place', place),
})

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
