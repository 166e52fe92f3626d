import type { Archive } from './archive.js'
import type { CalendarEvent } from './calendar-event.js'
import { type Day, daysAfter } from './day.js'
import { type Document, mayBeQuoted, nameOf } from './document.js'
import { stated, textOf } from './fields.js'
import { type Group, groupOf } from './group.js'
import { dayIn, dayOfMeeting } from './meeting.js'
import { mayBeRepeated } from './repeatable.js'
import type { Language } from './said.js'
import type { MeetingFacts, ScheduledMeeting } from './scheduled-meeting.js'

/** How often a file has been changed in what a calendar shows, by path in the archive; nothing where there is no git. */
export type TimesChanged = ReadonlyMap<string, number>

/** The event of a meeting: one for a group and a day, not one for every document. */
export function meetingEvent(
  meeting: ScheduledMeeting,
  archive: Archive,
  language: Language,
  changes: TimesChanged,
): CalendarEvent {
  const { agenda, records, announcements, key, day } = meeting
  const own = [...(agenda === undefined ? [] : [agenda]), ...records]
  const speaking = own.length > 0 ? own : announcements
  const isOpen = speaking.some(mayBeQuoted)
  const documents = speaking.map(nameOf)
  const name = groupName(archive, meeting.group)
  const title = language === 'sv' ? `${name}: möte` : `${name}: meeting`
  const prefix = meeting.isCalledOff ? { sv: 'INSTÄLLT: ', en: 'CALLED OFF: ' }[language] : ''
  return {
    sort: 'meetings',
    key: `mote-${key}`,
    summary: `${prefix}${isOpen ? title : documents.join(', ')}`,
    ...(isOpen && {
      description: [...(agenda === undefined ? [] : itemsOf(agenda)), documents.join(', ')].join('\n'),
      ...stated('place', meeting.place),
      ...stated('time', meeting.time),
    }),
    day,
    state: stateOf(meeting),
    sequence: sequenceOf(meeting, changes),
    stamp: stampOf(meeting),
    group: meeting.group,
    documents,
  }
}

/** The group's own deadlines before and after a meeting, as long as they are not met. */
export function deadlineEvents(
  meeting: ScheduledMeeting,
  archive: Archive,
  language: Language,
  changes: TimesChanged,
): readonly CalendarEvent[] {
  if (meeting.isCalledOff) return []
  const home = archive.group(meeting.group)
  if (home === undefined) return []
  return deadlinesOf(meeting, groupOf(home))
    .filter(({ isMet }) => !isMet)
    .map(({ name, day }) => ({
      sort: 'deadlines',
      key: `${name}-${meeting.key}`,
      summary: DEADLINES[name][language](groupName(archive, meeting.group), meeting.day),
      day,
      state: 'confirmed',
      sequence: sequenceOf(meeting, changes),
      stamp: stampOf(meeting),
      group: meeting.group,
      documents: meeting.records.concat(meeting.agenda ?? []).map(nameOf),
    }))
}

/** A day that the group has set for itself before or after a meeting. */
interface Deadline {
  readonly name: 'arenden' | 'kallelse' | 'justering'
  readonly day: Day
  readonly isMet: boolean
}

function deadlinesOf({ day, agenda, records }: ScheduledMeeting, { rhythm }: Group): readonly Deadline[] {
  const isSent = records.length > 0 || agenda?.stage === 'final'
  const isAdjusted = records.some(({ stage }) => stage === 'final')
  const { mattersInDays, noticeDays, adjustmentDays } = rhythm
  return [
    ...(mattersInDays === undefined
      ? []
      : [{ name: 'arenden' as const, day: daysAfter(day, -mattersInDays), isMet: isSent }]),
    ...(noticeDays === undefined
      ? []
      : [{ name: 'kallelse' as const, day: daysAfter(day, -noticeDays), isMet: isSent }]),
    ...(adjustmentDays === undefined
      ? []
      : [{ name: 'justering' as const, day: daysAfter(day, adjustmentDays), isMet: isAdjusted }]),
  ]
}

const DEADLINES = {
  arenden: {
    sv: (group: string, day: Day) => `Sista dag för ärenden till ${group} ${day}`,
    en: (group: string, day: Day) => `Last day for matters to ${group} ${day}`,
  },
  kallelse: {
    sv: (group: string, day: Day) => `Kallelsen till ${group} ${day} ska vara skickad`,
    en: (group: string, day: Day) => `The agenda of ${group} ${day} is to be sent`,
  },
  justering: {
    sv: (group: string, day: Day) => `Protokollet från ${group} ${day} ska vara justerat eller godkänt`,
    en: (group: string, day: Day) => `The minutes of ${group} ${day} are to be adjusted or approved`,
  },
}

function stateOf({ isCalledOff, agenda, records }: ScheduledMeeting): CalendarEvent['state'] {
  if (isCalledOff) return 'cancelled'
  return records.length > 0 || agenda?.stage === 'final' ? 'confirmed' : 'tentative'
}

/**
 * How often the meeting has been said otherwise than before. What the documents say one after the other counts at
 * most `WEIGHT` − 1; each change of a file in git weighs more than it, so that the number never falls while documents
 * are added and changed.
 */
function sequenceOf(meeting: ScheduledMeeting, changes: TimesChanged): number {
  const { said, agenda, records, announcements } = meeting
  const paths = [...announcements, ...records, ...(agenda === undefined ? [] : [agenda])].map(
    ({ path }) => path,
  )
  const inGit = paths.reduce((sum, path) => sum + (changes.get(path) ?? 0), 0)
  const differs = (facts: MeetingFacts, index: number) =>
    index > 0 && factsInWords(facts) !== factsInWords(said[index - 1])
  const inContent = said.filter(differs).length + STATES.indexOf(stateOf(meeting))
  return WEIGHT * inGit + Math.min(inContent, WEIGHT - 1)
}

const WEIGHT = 8
const STATES: readonly CalendarEvent['state'][] = ['tentative', 'confirmed', 'cancelled']

const factsInWords = (facts: MeetingFacts | undefined): string =>
  [facts?.day, facts?.time?.from, facts?.time?.to, facts?.place, facts?.isCalledOff].join('|')

function stampOf({ agenda, announcements, day }: ScheduledMeeting): Day {
  const sent = agenda === undefined ? undefined : dayIn(textOf(agenda.fields, 'utskickad'))
  const [announced] = announcements.flatMap(document => dayOfMeeting(document) ?? []).slice(-1)
  return sent ?? announced ?? day
}

/** What stands on an agenda, a line for each item. */
const itemsOf = (agenda: Document): readonly string[] =>
  agenda.body.sections
    .filter(({ number, index, line, depth }) => {
      const isItem = number !== undefined && depth === 2
      return isItem && mayBeRepeated(agenda, { section: index, line })
    })
    .map(({ numberWritten, title }) => `${numberWritten ?? ''} ${title}`.trim())

/** What a group is called. */
function groupName(archive: Archive, slug: string): string {
  const home = archive.group(slug)
  return home === undefined || !mayBeQuoted(home) ? slug : groupOf(home).name
}
