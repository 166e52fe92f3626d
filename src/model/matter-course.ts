import { affiliationOf } from './affiliation.js'
import type { Archive } from './archive.js'
import { assignmentsOf, isOpen } from './assignment.js'
import { type Day, daysBetween } from './day.js'
import { addressOf, standingOf } from './decision-log.js'
import { type Document, mayBeQuoted, nameOf, titleOf } from './document.js'
import type { Fate } from './fate.js'
import { type FieldValue, isFields, stated, textOf } from './fields.js'
import { type Handling, handlingsAbout } from './handling.js'
import { isInside, itemsAbout } from './items-about.js'
import { dayIn, dayOfMeeting } from './meeting.js'
import { type Period, yearPeriod } from './period.js'
import { sectionAt } from './section-at.js'

/**
 * How it stands with a matter today, each in exactly one: it should have been taken up and was not; another group was to
 * answer, or is to; its group has it; no meeting has had it yet; it is put off; it is closed.
 */
export type MatterState =
  | 'forgotten'
  | 'answer-late'
  | 'answer-awaited'
  | 'in-hand'
  | 'new'
  | 'put-off'
  | 'closed'

/** A matter and its course through meetings and groups. */
export interface MatterCourse {
  readonly name: string
  /** Absent where it may not be repeated. */
  readonly title?: string
  readonly status?: string
  /** Slug of the group whose matter it is. */
  readonly group?: string
  /** What is expected of the group: information, discussion, a decision. */
  readonly sort?: string
  /** The organisation that handed it in. */
  readonly handedInBy?: string
  /** The day on which it came in; else the first meeting that had it. */
  readonly came?: Day
  /** When its life began, as exactly as is known. */
  readonly began?: Period
  /** The last day of its life: today, or of the last meeting that had it where it is closed. */
  readonly ended?: Day
  /** Whole days from the one to the other. */
  readonly age?: number
  readonly state: MatterState
  /** Slug of the group that it waits for; absent when it is closed. */
  readonly waitsFor?: string
  /** The day since which it has waited: it was lifted, or last taken up, or came in. */
  readonly since?: Day
  readonly daysWaited?: number
  /** When an answer is due or it comes back, as written. */
  readonly due?: string
  /** Slugs of the groups that have had it in turn, with the one that it waits for. */
  readonly path: readonly string[]
  /** The same from group to group, with the days between the meeting that left it and the one that took it up. */
  readonly moves: readonly { readonly from: string; readonly to: string; readonly days?: number }[]
  readonly handlings: readonly Handling[]
  /** Addresses of the decisions about it. */
  readonly decided: readonly string[]
  /** Addresses of the open actions that it has given. */
  readonly openActions: readonly string[]
}

/** True of a matter that is not closed. */
export const isLiving = ({ state }: MatterCourse): boolean => state !== 'closed'

/** The course of a matter as it stands today. */
export function courseOf(matter: Document, archive: Archive): MatterCourse {
  const { fields, status } = matter
  const handlings = handlingsAbout(matter, archive)
  const [first] = handlings.flatMap(({ day }) => day ?? [])
  const isLifted = status === 'lyft' && textOf(fields, 'lyft_till') !== undefined
  const responsible = textOf(fields, isLifted ? 'lyft_till' : 'grupp')
  const state = stateOf(matter, responsible, handlings, archive)
  const came = dayIn(textOf(fields, 'inkom')) ?? first
  const began = came === undefined ? yearInId(matter) : { from: came, to: came }
  const waitsFor = state === 'closed' ? undefined : responsible
  const stations = stationsOf(handlings, waitsFor)
  const ended = endOf(state, handlings, began, archive.today)
  const since = waitsFor === undefined ? undefined : waitingSince(matter, responsible, isLifted, handlings)
  return {
    name: nameOf(matter),
    ...stated('title', mayBeQuoted(matter) ? titleOf(matter) : undefined),
    ...stated('status', status),
    ...stated('group', textOf(fields, 'grupp')),
    ...stated('sort', textOf(fields, 'slag')),
    ...stated('handedInBy', partyIn(fields['inlämnat_av'], archive)),
    ...stated('came', came),
    ...stated('began', began),
    ...stated('ended', ended),
    ...stated('age', came && ended && Math.max(0, daysBetween(came, ended))),
    state,
    ...stated('waitsFor', waitsFor),
    ...stated('since', since),
    ...stated('daysWaited', since && Math.max(0, daysBetween(since, archive.today))),
    ...stated(
      'due',
      waitsFor === undefined ? undefined : textOf(fields, isLifted ? 'svar_senast' : 'återkommer'),
    ),
    path: stations.map(({ group }) => group),
    moves: stations.slice(1).map(({ group, first: arrived }, index) => {
      const { group: from = '', last: left } = stations[index] ?? {}
      return { from, to: group, ...stated('days', left && arrived && daysBetween(left, arrived)) }
    }),
    handlings,
    ...outcomeOf(matter, archive),
  }
}

function stateOf(
  matter: Document,
  responsible: string | undefined,
  handlings: readonly Handling[],
  archive: Archive,
): MatterState {
  const { stage, status, fields } = matter
  if (stage === 'final') return 'closed'
  const fate = fateFor(matter, responsible, archive)
  if (fate?.is === 'lost') return 'forgotten'
  if (status === 'lyft') {
    const due = dayIn(textOf(fields, 'svar_senast'))
    return due !== undefined && due < archive.today ? 'answer-late' : 'answer-awaited'
  }
  if (fate?.is === 'put off') return fate.until.to < archive.today ? 'forgotten' : 'put-off'
  return handlings.length === 0 ? 'new' : 'in-hand'
}

/** What has become of a matter with the group that should have it before it. */
const fateFor = (matter: Document, group: string | undefined, archive: Archive): Fate | undefined =>
  group === undefined
    ? undefined
    : archive.fatesFrom(matter, group).find(({ waiting }) => waiting.what === 'matter')?.fate

function endOf(
  state: MatterState,
  handlings: readonly Handling[],
  began: Period | undefined,
  today: Day,
): Day | undefined {
  if (state !== 'closed') return today
  return handlings.flatMap(({ day }) => day ?? []).at(-1) ?? began?.to
}

/** Since when the group that a matter waits for has had it: lifted to it, last had by the other, last taken up, or come in. */
function waitingSince(
  { fields }: Document,
  responsible: string | undefined,
  isLifted: boolean,
  handlings: readonly Handling[],
): Day | undefined {
  const days = handlings
    .filter(({ group }) => (group === responsible) !== isLifted)
    .flatMap(({ day }) => day ?? [])
  const lifted = isLifted ? dayIn(textOf(fields, 'lyft')) : undefined
  return lifted ?? days.at(-1) ?? dayIn(textOf(fields, 'inkom'))
}

/** The meetings that had it in turn, as the groups that they were of; last, without a day, the group that it waits for. */
function stationsOf(
  handlings: readonly Handling[],
  waitsFor: string | undefined,
): readonly { readonly group: string; readonly first?: Day; readonly last?: Day }[] {
  const stations: { group: string; first?: Day; last?: Day }[] = []
  for (const { group, day } of [
    ...handlings,
    ...(waitsFor === undefined ? [] : [{ group: waitsFor }]),
  ] as const) {
    const at = stations.at(-1)
    if (group === undefined) continue
    if (at?.group !== group) stations.push({ group, ...stated('first', day), ...stated('last', day) })
    else if (day !== undefined) at.last = day
  }
  return stations
}

/** The decisions about a matter, and the open actions that it has given, at every meeting that had it. */
function outcomeOf(matter: Document, archive: Archive): Pick<MatterCourse, 'decided' | 'openActions'> {
  const about = [...itemsAbout(matter, archive)]
    .filter(([from]) => from !== matter)
    .toSorted(([a], [b]) => (dayOfMeeting(a) ?? '').localeCompare(dayOfMeeting(b) ?? ''))
  const decided = about.flatMap(([from, items]) =>
    from.body.decisions
      .filter(({ section }) => section !== undefined && isInside(section, items, from))
      .filter(decision => ['in-force', 'replaced'].includes(standingOf(decision, from, archive)))
      .map(decision => addressOf(decision, from)),
  )
  const openActions = about.flatMap(([from, items]) =>
    from.body.actions.length === 0
      ? []
      : assignmentsOf(from, archive)
          .filter(each => isOpen(each) && isInside(sectionOf(from, each.line), items, from))
          .map(({ address }) => address),
  )
  return { decided: [...new Set(decided)], openActions: [...new Set(openActions)] }
}

const sectionOf = ({ body }: Document, line: number): number => sectionAt(body.sections, line)?.index ?? -1

/** The year that an id names. */
function yearInId({ id = '' }: Document): Period | undefined {
  const year = /^[^-]+-(\d{4})-/.exec(id)?.[1]
  return year === undefined ? undefined : yearPeriod(Number(year))
}

/** The organisation of whoever handed a matter in, where the register or a group tells. */
function partyIn(value: FieldValue | undefined, archive: Archive): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : affiliationOf(value.trim(), archive)
  if (value === undefined || !isFields(value)) return undefined
  const written = textOf(value, 'organisation') ?? textOf(value, 'person') ?? textOf(value, 'namn')
  return written === undefined ? undefined : affiliationOf(written, archive)
}
