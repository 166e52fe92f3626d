import type { Archive } from './archive.js'
import type { CalendarEvent, EventSort } from './calendar-event.js'
import { groupOf } from './group.js'
import { deadlineEvents, meetingEvent, type TimesChanged } from './meeting-events.js'
import { contains } from './period.js'
import type { Scope } from './report.js'
import type { Language } from './said.js'
import { scheduledMeetings } from './scheduled-meeting.js'
import { actionEvents, followUpEvents } from './task-events.js'

/** Everything that a calendar shows, in the order of its days. `today` does not matter: the same archive gives the same events. */
export function calendarEvents(
  archive: Archive,
  { period, group }: Pick<Scope, 'period' | 'group'>,
  sorts: ReadonlySet<EventSort>,
  language: Language,
  changes: TimesChanged,
): readonly CalendarEvent[] {
  const slugs = group === undefined ? archive.ofKind('grupp').map(each => groupOf(each).slug) : [group]
  const meetings = slugs.flatMap(slug => scheduledMeetings(archive, slug))
  return [
    ...(sorts.has('meetings') ? meetings.map(each => meetingEvent(each, archive, language, changes)) : []),
    ...(sorts.has('deadlines')
      ? meetings.flatMap(each => deadlineEvents(each, archive, language, changes))
      : []),
    ...(sorts.has('follow-ups') ? followUpEvents(archive, language) : []),
    ...(sorts.has('actions') ? actionEvents(archive, language) : []),
  ]
    .filter(event => group === undefined || event.group === group)
    .filter(({ day }) => period === undefined || contains(period, day))
    .toSorted((a, b) => compared(a.day, b.day) || compared(a.key, b.key))
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
