import type { Archive } from './archive.js'
import { type Duty, MARKS, type Outcome, type Requirement } from './compliance-duty.js'
import { daysAfter } from './day.js'
import { groupsOf } from './deviation.js'
import { answering } from './deviation-process.js'
import { deviationsAsked } from './deviations-asked.js'
import { type Document, nameOf } from './document.js'
import { stated } from './fields.js'
import { groupOf, USUAL_ADJUSTMENT_DAYS } from './group.js'
import { contains, type Period } from './period.js'
import type { Scope } from './report.js'
import { scheduledMeetings } from './scheduled-meeting.js'
import { wheelOf } from './wheel.js'
import type { WheelItem, WheelPart, WheelState } from './wheel-item.js'

/**
 * Everything that groups were to do in a period and that can be judged today, in the order of the days. Of several
 * archives each answers for its own groups, for two of them may have groups of one name.
 */
export function dutiesIn(archive: Archive, period: Period, scope: Scope): readonly Duty[] {
  const homes = new Set(archive.documents.map(archive.homeOf))
  const duties = [
    ...[...homes].flatMap(home => dutiesOfGroups(home, period, scope)),
    ...answersIn(archive, { ...scope, period }),
  ]
  return addressedOnce(duties.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)))
}

function dutiesOfGroups(archive: Archive, period: Period, { group }: Scope): readonly Duty[] {
  const unread = archive.documents.filter(({ unreadable }) => unreadable).map(({ path }) => path)
  return [
    ...wheelOf(archive, { period, ...stated('group', group) }).flatMap(dutiesOfItem),
    ...archive.groups
      .filter(home => group === undefined || groupOf(home).slug === group)
      .flatMap(home => minutesOf(home, archive, { period, unread })),
  ]
}

/** What the årshjul asks. A meeting of which nothing is written is judged as minutes, and one called off not at all. */
function dutiesOfItem(item: WheelItem): readonly Duty[] {
  const outcome = OUTCOME_OF[item.state]
  if (outcome === undefined) return []
  const { part, count = 1, due, within, source, shownBy } = item
  if (part === 'meeting' && within === 'day' && outcome === 'missing') return []
  const requirement = REQUIREMENT_OF[part]
  const when = within === 'day' ? due : within === 'month' ? due.slice(0, 7) : due.slice(0, 4)
  const shown = outcome === 'missing' ? undefined : shownBy[0]
  const duty: Duty = {
    requirement,
    outcome,
    ...stated('group', item.group),
    due,
    address: addressed(shown ?? nameOf(source), requirement, shown === undefined ? when : ''),
  }
  return Array.from({ length: count }, () => duty)
}

/**
 * Whether the meetings that a group has held have minutes or a protocol that is more than a draft, within the group's
 * own days to adjust, or fourteen.
 */
function minutesOf(
  home: Document,
  archive: Archive,
  { period, unread }: { readonly period: Period; readonly unread: readonly string[] },
): readonly Duty[] {
  const { slug, rhythm } = groupOf(home)
  return scheduledMeetings(archive, slug).flatMap(({ day, records, agenda, announcements, isCalledOff }) => {
    if (isCalledOff || day >= archive.today || !contains(period, day)) return []
    const due = daysAfter(day, rhythm.adjustmentDays ?? USUAL_ADJUSTMENT_DAYS)
    const written = records.find(({ stage }) => stage !== 'draft')
    const isDraftInTime = records.length > 0 && due >= archive.today
    // A file that cannot be read may be the very minutes.
    const mayBeThere =
      records.length === 0 && unread.some(path => path.includes(`/${slug}/`) && path.includes(`/${day}-`))
    if (written === undefined && (isDraftInTime || mayBeThere)) return []
    const shown = written ?? records[0] ?? agenda ?? announcements[0] ?? home
    return [
      {
        requirement: 'minutes',
        outcome: written === undefined ? 'missing' : 'kept',
        group: slug,
        due: day,
        address: addressed(nameOf(shown), 'minutes', records.length > 0 ? '' : day),
      },
    ]
  })
}

/** Whether those who reported deviations have had their answers within the days of the archive. */
function answersIn(archive: Archive, scope: Scope): readonly Duty[] {
  const received = deviationsAsked(archive, scope).compared.items.filter(
    ({ origin }) => origin === 'inkommen',
  )
  const { judged, inTime, waiting } = answering(received, archive)
  const [prompt, silent] = [new Set(inTime), new Set(waiting)]
  return judged.flatMap(deviation => {
    const { rapporterad } = deviation.dates
    if (rapporterad === undefined) return []
    return [
      {
        requirement: 'answers',
        outcome: prompt.has(deviation) ? 'kept' : silent.has(deviation) ? 'missing' : 'late',
        ...stated('group', scope.group ?? groupsOf(deviation, archive)[0]),
        due: daysAfter(rapporterad, archive.settings.answerDays),
        address: addressed(deviation.name, 'answers', ''),
      },
    ]
  })
}

const addressed = (name: string, requirement: Requirement, when: string): string =>
  `${name} ${MARKS[requirement]} ${when}`.trim()

/** Each duty by an address of its own: what several are shown by is numbered. */
function addressedOnce(duties: readonly Duty[]): readonly Duty[] {
  const met = new Map<string, number>()
  return duties.map(duty => {
    const number = (met.get(duty.address) ?? 0) + 1
    met.set(duty.address, number)
    return number === 1 ? duty : { ...duty, address: `${duty.address} (${number})` }
  })
}

const REQUIREMENT_OF: Readonly<Record<WheelPart, Requirement>> = {
  meeting: 'meetings',
  matters: 'matters',
  notice: 'notices',
  adjustment: 'adjustment',
  'standing-item': 'standing-items',
  revision: 'revisions',
  'follow-up': 'follow-ups',
  'term-of-member': 'terms',
}

const OUTCOME_OF: Readonly<Partial<Record<WheelState, Outcome>>> = {
  done: 'kept',
  'done-late': 'late',
  late: 'missing',
  missing: 'missing',
}
