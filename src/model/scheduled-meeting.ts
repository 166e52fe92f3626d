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

/** The meetings of a group in the order of their days: held, called and announced. Worked out once for each group. */
export function scheduledMeetings(archive: Archive, group: string): readonly ScheduledMeeting[] {
  const documents = archive.meetingsOf(group)
  const known = worked.get(documents)
  if (known !== undefined) return known
  const meetings = meetingsIn(documents, group)
  worked.set(documents, meetings)
  return meetings
}

const worked = new WeakMap<readonly Document[], readonly ScheduledMeeting[]>()

function meetingsIn(documents: readonly Document[], group: string): readonly ScheduledMeeting[] {
  const found = new Map<string, Document[]>()
  const announced = new Map<string, Document[]>()
  const announcing = documents
    .filter(({ unreadable }) => !unreadable)
    .map(document => announcementIn(document, group))
  for (const { document, key } of announcing) if (key !== undefined) addTo(found, key, document)
  const firstOn = new Map(announcing.toReversed().map(each => [each.day, each] as const))
  const lastDay = latest(announcing)
  const lastAnnouncing = latest(announcing.filter(({ next }) => next !== undefined))
  for (const { document, day = '', next } of announcing) {
    if (!isRecord(document) || next === undefined || next <= day) continue
    const same = firstOn.get(next)
    // A next meeting that nobody has called stands until a meeting comes after it, or a later record names another.
    if (same === undefined && (lastDay > next || lastAnnouncing > day)) continue
    addTo(announced, same === undefined ? `${group}-${next}` : (same.key ?? ''), document)
  }
  return [...new Set([...found.keys(), ...announced.keys()])]
    .flatMap(key => scheduled(group, key, found.get(key) ?? [], announced.get(key) ?? []))
    .toSorted((a, b) => compared(a.day, b.day) || compared(a.key, b.key))
}

/** What a document says of days: of its own meeting, and of the next. */
interface Announcement {
  readonly document: Document
  readonly key?: string
  readonly day?: Day
  readonly next?: Day
}

function announcementIn(document: Document, group: string): Announcement {
  const { day, next } = meetingOf(document)
  return {
    document,
    ...stated('key', keyOf(document, group)),
    ...stated('day', day),
    ...stated('next', next?.day),
  }
}

const latest = (announcements: readonly Announcement[]): string =>
  announcements.reduce((last, { day = '' }) => (day > last ? day : last), '')

function addTo(documents: Map<string, Document[]>, key: string, document: Document): void {
  const same = documents.get(key)
  if (same === undefined) documents.set(key, [document])
  else same.push(document)
}

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
