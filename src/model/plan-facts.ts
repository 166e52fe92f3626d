import type { Archive } from './archive.js'
import type { Day } from './day.js'
import { type Document, nameOf } from './document.js'
import { type FieldValue, fieldsOf, isFields, listOf, stated, textOf } from './fields.js'
import { dayIn } from './meeting.js'
import { partyOf } from './party.js'
import { contains, type Period, yearPeriod } from './period.js'
import { type ConsentState, consentOf } from './plan-consent.js'
import { type FollowUpState, followUpOf } from './plan-follow-up.js'
import { firstMeetingOf, type MeetingState } from './plan-meeting.js'
import { folded } from './text.js'

/**
 * What may be counted of a plan about one child: nothing that tells who it is about, and no words of its own. A field
 * is here only where its value is one of those the format itself has.
 */
export interface Plan {
  /** Its id, or its path where it has none: shown by `--list` and nowhere else. */
  readonly name: string
  readonly form?: 'genomförandeplan' | 'SIP'
  /** Absent where it is none of the kind's own. */
  readonly status?: string
  /** The day that places it in time, or the year of its id. */
  readonly time?: Period
  /** The organisation with the overall responsibility, by its name in the register. */
  readonly organisation?: string
  /** That, and those that answer for a measure. */
  readonly organisations: readonly string[]
  readonly consent: ConsentState
  readonly firstMeeting: MeetingState
  readonly childsView: Recorded
  readonly guardiansView: Recorded
  readonly coordinator: 'named' | 'missing'
  readonly followUp: FollowUpState
}

/** Whether a plan says what somebody thinks of it. */
export type Recorded = 'recorded' | 'missing'

/** Reads what may be counted of a plan, in the light of its own archive. */
export function planOf(document: Document, all: Archive): Plan {
  const archive = all.homeOf(document)
  const { fields } = document
  const time = timeOf(document)
  const form = textOf(fields, 'form')
  const organisation = organisationIn(fields['huvudansvar'], archive)
  const measures = listOf(fields, 'insatser')
    .filter(isFields)
    .flatMap(each => organisationIn(each['huvudman'], archive) ?? [])
  return {
    name: nameOf(document),
    ...((form === 'genomförandeplan' || form === 'SIP') && { form }),
    ...stated('status', statusIn(document, archive)),
    ...stated('time', time),
    ...stated('organisation', organisation),
    organisations: [...new Set([...(organisation === undefined ? [] : [organisation]), ...measures])],
    consent: consentFor(document, archive),
    firstMeeting: firstMeetingOf(fields, archive),
    childsView: childsViewIn(document),
    guardiansView: guardiansViewIn(document),
    coordinator: hasCoordinator(document) ? 'named' : 'missing',
    followUp: followUpOf(fields, archive),
  }
}

/** True when a plan belongs wholly to a period. One of which only the year is known belongs to no part of the year. */
export const isWithin = ({ time }: Plan, period: Period): boolean =>
  time !== undefined && contains(period, time.from) && contains(period, time.to)

/** True of a plan that somebody works by, or has: a draft need not be followed up yet. */
export const isMade = ({ status }: Plan): boolean => status !== 'utkast'

/** The day on which it was made, else of its first meeting, else on which the need was raised; else the year of its id. */
function timeOf({ fields, id }: Document): Period | undefined {
  const [day] = ['upprättad', 'nätverksmöte', 'aktualiserad'].flatMap(
    field => dayIn(textOf(fields, field)) ?? [],
  )
  if (day !== undefined) return { from: day, to: day }
  const year = /^[^-]+-(\d{4})-/.exec(id ?? '')?.[1]
  return year === undefined ? undefined : yearPeriod(Number(year))
}

/** How it stands with the consent of a plan on the days on which it needs it: when it was made, and today where it is not closed. */
export function consentFor(document: Document, archive: Archive): ConsentState {
  const time = timeOf(document)
  const made = time !== undefined && time.from === time.to ? time.from : undefined
  return consentOf(document.fields, daysOfNeed(document, made, archive), archive)
}

function daysOfNeed({ status }: Document, made: Day | undefined, { today }: Archive): readonly Day[] {
  const now = status === 'avslutad' || (made !== undefined && made > today) ? [] : [today]
  return [...(made === undefined ? [] : [made]), ...now]
}

/** Only what the register itself has may be told of a document that is not open. */
function organisationIn(value: FieldValue | undefined, archive: Archive): string | undefined {
  if (value === undefined) return undefined
  const written = isFields(value)
    ? (textOf(value, 'organisation') ?? textOf(value, 'namn') ?? textOf(value, 'enhet'))
    : typeof value === 'string'
      ? value.trim()
      : undefined
  return written === undefined ? undefined : partyOf(written, archive).organisation?.name
}

const statusIn = ({ status, typ = '' }: Document, { kinds }: Archive): string | undefined =>
  kinds.get(typ)?.statuses.some(({ name }) => name === status) === true ? status : undefined

/** True when it names who coordinates the plan. */
export const hasCoordinator = ({ fields }: Document): boolean => {
  const inside = fieldsOf(fields, 'samordnare')
  return [textOf(fields, 'samordnare'), textOf(inside, 'person'), textOf(inside, 'namn')].some(
    name => name !== undefined,
  )
}

/** Whether it says what the child or young person thinks of the plan. */
export const childsViewIn = (document: Document): Recorded => recordedUnder(document, CHILD)

/** Whether it says what the guardians think of it. */
export const guardiansViewIn = (document: Document): Recorded => recordedUnder(document, GUARDIAN)

/** Whether something stands under a heading, or under one below it. Comments of the template are nothing. */
function recordedUnder({ body: { sections } }: Document, heading: RegExp): Recorded {
  const found = sections.filter(({ title }) => heading.test(folded(title)))
  const isSaid = sections.some(
    ({ index, parent, isEmpty }) =>
      !isEmpty && found.some(each => each.index === index || each.index === parent),
  )
  return isSaid ? 'recorded' : 'missing'
}

const CHILD = /^(?:barnets|den unges|ungdomens)\b.*(?:uppfattning|röst|synpunkt|åsikt)/
const GUARDIAN = /^(?:vårdnadshavar|föräldra).*(?:uppfattning|röst|synpunkt|åsikt)/
