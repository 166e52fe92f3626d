import type { Archive } from './archive.js'
import type { Section } from './body.js'
import { monthOf } from './day.js'
import { type Document, nameOf } from './document.js'
import { groupOf, type StandingItem } from './group.js'
import { citedSection } from './lookup.js'
import { contains, type Period } from './period.js'
import { type ScheduledMeeting, scheduledMeetings } from './scheduled-meeting.js'
import { folded } from './text.js'
import type { WheelItem, WheelState } from './wheel-item.js'
import { isJudged, monthsIn } from './wheel-meetings.js'

/** The standing items that belong to certain months: which meeting took them up, and where none has. */
export function standingItems(home: Document, archive: Archive, period: Period): readonly WheelItem[] {
  const group = groupOf(home)
  const meetings = scheduledMeetings(archive, group.slug).filter(({ isCalledOff }) => !isCalledOff)
  return monthsIn(period)
    .filter(({ to }) => isJudged(to, meetings, archive))
    .flatMap(month =>
      group.standingItems
        .filter(({ months }) => months.includes(monthOf(month.to)))
        .map(item => {
          const held = meetings.filter(({ day }) => contains(month, day))
          const shownBy = held.flatMap(({ records }) => records.flatMap(record => taking(record, item)))
          return {
            part: 'standing-item' as const,
            group: group.slug,
            due: month.to,
            within: 'month' as const,
            title: item.title,
            state: stateOf(shownBy, held, month, archive),
            shownBy,
            source: home,
            field: item.field,
          }
        }),
    )
}

function stateOf(
  shownBy: readonly string[],
  held: readonly ScheduledMeeting[],
  month: Period,
  { today }: Archive,
): WheelState {
  if (shownBy.length > 0) return 'done'
  const isPlanned = held.some(({ records, day }) => records.length === 0 && day >= today)
  const isOver = month.to < today || (held.length > 0 && !isPlanned)
  return isOver ? 'missing' : 'coming'
}

/** Where a record takes up an item: under a heading that says it, or for deviations one that is about them. */
const taking = (record: Document, { title }: StandingItem): readonly string[] => {
  const isTaking = (section: Section): boolean => {
    const heading = folded(section.title)
    if (heading.includes(folded(title))) return true
    const isAbout = /avvik/.test(heading) || section.attributes.some(({ key }) => key === 'Avvikelser')
    return /avvik/i.test(title) && isAbout
  }
  const [first] = record.body.sections.filter(isTaking)
  return first === undefined ? [] : [`${nameOf(record)}${citedSection(record, first.index)}`]
}
