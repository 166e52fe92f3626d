import type { Archive } from './archive.js'
import { type Day, dayOf, daysAfter, monthOf, yearOf } from './day.js'
import { type Document, nameOf } from './document.js'
import { stated, textOf } from './fields.js'
import { groupOf } from './group.js'
import { dayIn, meetingOf } from './meeting.js'
import { contains, type Period } from './period.js'
import { type ScheduledMeeting, scheduledMeetings } from './scheduled-meeting.js'
import { doneBy, type WheelItem, type WheelState } from './wheel-item.js'

/** The meetings of a group in a period, those that lack, and the days that the group has set before and after each. */
export function meetingItems(home: Document, archive: Archive, period: Period): readonly WheelItem[] {
  const meetings = scheduledMeetings(archive, groupOf(home).slug)
  return [
    ...meetings.map(meeting => heldItem(meeting, home, archive)),
    ...lackingItems(home, meetings, archive, period),
    ...meetings.flatMap(meeting => deadlineItems(meeting, home, meetings, archive)),
  ].filter(({ due }) => contains(period, due))
}

/**
 * True when a stretch of time is to be judged: not before the archive begins, nor before the group's first meeting in
 * it. A group without any meeting is judged at all times.
 */
export function isJudged(until: Day, meetings: readonly ScheduledMeeting[], { settings }: Archive): boolean {
  if (settings.begins !== undefined && until < settings.begins) return false
  const [first] = meetings
  return first === undefined || until >= first.day
}

function heldItem(meeting: ScheduledMeeting, home: Document, { today }: Archive): WheelItem {
  const { records, agenda, announcements, day, isCalledOff } = meeting
  const isHeld = records.length > 0
  const state: WheelState = isHeld ? 'done' : isCalledOff ? 'called-off' : day < today ? 'missing' : 'coming'
  const shown = isHeld ? records : agenda === undefined ? announcements : [agenda]
  return {
    part: 'meeting',
    group: meeting.group,
    due: day,
    within: 'day',
    state,
    ...stated('doneOn', isHeld ? day : undefined),
    shownBy: shown.map(nameOf),
    source: shown[0] ?? home,
    field: isHeld || agenda !== undefined ? ['datum'] : ['nästa', 'datum'],
  }
}

/** The meetings that the group has set itself and that neither stand in the archive nor are planned, one item for a stretch. */
function lackingItems(
  home: Document,
  meetings: readonly ScheduledMeeting[],
  archive: Archive,
  period: Period,
): readonly WheelItem[] {
  const { slug, rhythm } = groupOf(home)
  const { perYear, perTerm } = rhythm
  const wanted = perTerm ?? perYear
  if (wanted === undefined) return []
  const within = perTerm === undefined ? 'year' : 'term'
  return stretchesIn(period, within).flatMap(stretch => {
    if (!isJudged(stretch.to, meetings, archive)) return []
    const there = meetings.filter(({ day, isCalledOff }) => contains(stretch, day) && !isCalledOff).length
    if (there >= wanted) return []
    return [
      {
        part: 'meeting' as const,
        group: slug,
        due: stretch.to,
        within,
        count: wanted - there,
        state: stretch.to < archive.today ? ('missing' as const) : ('coming' as const),
        shownBy: [],
        source: home,
        field: ['möten', perTerm === undefined ? 'per_år' : 'per_termin'],
      },
    ]
  })
}

/** The whole years or terms whose last day lies in a period. */
function stretchesIn(period: Period, within: 'year' | 'term'): readonly Period[] {
  const stretches: Period[] = []
  for (let year = yearOf(period.from); year <= yearOf(period.to); year++) {
    const bounds = within === 'year' ? [[1, 12] as const] : [[1, 6] as const, [7, 12] as const]
    for (const [first, last] of bounds) {
      const from = dayOf(year, first, 1)
      const to = dayOf(year, last, last === 6 ? 30 : 31)
      if (from !== undefined && to !== undefined && contains(period, to)) stretches.push({ from, to })
    }
  }
  return stretches
}

function deadlineItems(
  meeting: ScheduledMeeting,
  home: Document,
  meetings: readonly ScheduledMeeting[],
  archive: Archive,
): readonly WheelItem[] {
  if (meeting.isCalledOff) return []
  const { mattersInDays, noticeDays, adjustmentDays } = groupOf(home).rhythm
  const item = (more: Pick<WheelItem, 'part' | 'due' | 'state' | 'shownBy' | 'field'>) => ({
    group: meeting.group,
    within: 'day' as const,
    title: meeting.day,
    source: home,
    ...more,
  })
  const items: WheelItem[] = []
  const { agenda, records, day } = meeting
  const { today } = archive
  if (mattersInDays !== undefined) {
    const due = daysAfter(day, -mattersInDays)
    const field = ['möten', 'ärenden_in_dagar']
    const state = mattersState(meeting, due, archive)
    const shownBy = agenda === undefined ? [] : [nameOf(agenda)]
    if (state !== undefined) items.push(item({ part: 'matters', due, state, shownBy, field }))
  }
  if (noticeDays !== undefined) {
    const due = daysAfter(day, -noticeDays)
    const state = noticeState(meeting, due, meetings, today)
    const doneOn = agenda === undefined ? undefined : dayIn(textOf(agenda.fields, 'utskickad'))
    const shownBy = agenda === undefined ? [] : [nameOf(agenda)]
    const field = ['möten', 'kallelse_dagar']
    if (state !== undefined)
      items.push({ ...item({ part: 'notice', due, state, shownBy, field }), ...stated('doneOn', doneOn) })
  }
  if (adjustmentDays !== undefined && writesProtocol(meeting, meetings)) {
    const due = daysAfter(day, adjustmentDays)
    const [protocol] = records.filter(({ typ }) => typ === 'protokoll')
    const doneOn = protocol === undefined ? undefined : adjustedOn(protocol)
    const isDone = protocol?.stage === 'final'
    const state = isDone ? doneBy(due, doneOn) : due < today ? 'late' : 'coming'
    const shownBy = protocol === undefined ? [] : [nameOf(protocol)]
    const field = ['möten', 'justering_dagar']
    const isForgotten = protocol === undefined && day < today
    if (!isForgotten)
      items.push({
        ...item({ part: 'adjustment', due, state, shownBy, field }),
        ...stated('doneOn', isDone ? doneOn : undefined),
      })
  }
  return items
}

/**
 * How it stands with the day by which matters are to be in: `done-late` when one on the agenda came in after it. Absent for a
 * day that has passed without an agenda to tell.
 */
function mattersState({ agenda }: ScheduledMeeting, due: Day, archive: Archive): WheelState | undefined {
  if (due >= archive.today) return 'coming'
  if (agenda === undefined) return undefined
  const cameIn = archive.pointersOf(agenda).flatMap(({ id, section }) => {
    const matter = section === undefined ? undefined : archive.byId(id)
    return matter?.typ === 'ärende' ? (dayIn(textOf(matter.fields, 'inkom')) ?? []) : []
  })
  return doneBy(due, cameIn.sort().at(-1))
}

/** How it stands with an agenda. A meeting held without one is judged only where the group keeps its agendas here. */
function noticeState(
  { agenda, records, day }: ScheduledMeeting,
  due: Day,
  meetings: readonly ScheduledMeeting[],
  today: Day,
): WheelState | undefined {
  if (agenda?.stage === 'final') return doneBy(due, dayIn(textOf(agenda.fields, 'utskickad')))
  if (records.length === 0 && day >= today) return due < today ? 'late' : 'coming'
  const keepsAgendas = meetings.some(each => each.agenda !== undefined && each.day <= day)
  return keepsAgendas ? 'missing' : undefined
}

const adjustedOn = (protocol: Document): Day | undefined =>
  meetingOf(protocol)
    .approvals.flatMap(({ day }) => day ?? [])
    .sort()
    .at(-1)

/** True when the meeting has a protocol, or will have one as the meeting before it: minutes are approved, not adjusted. */
const writesProtocol = (
  { records, day }: ScheduledMeeting,
  meetings: readonly ScheduledMeeting[],
): boolean => {
  const last =
    records.length > 0
      ? records
      : meetings.findLast(each => each.day < day && each.records.length > 0)?.records
  return last?.some(({ typ }) => typ === 'protokoll') ?? false
}

/** The months of a period, as the last day of each. */
export function monthsIn(period: Period): readonly Period[] {
  const months: Period[] = []
  for (
    let from = dayOf(yearOf(period.from), monthOf(period.from), 1);
    from !== undefined && from <= period.to;
  ) {
    const next = dayOf(yearOf(from) + (monthOf(from) === 12 ? 1 : 0), (monthOf(from) % 12) + 1, 1)
    if (next === undefined) break
    months.push({ from, to: daysAfter(next, -1) })
    from = next
  }
  return months.filter(({ to }) => contains(period, to))
}
