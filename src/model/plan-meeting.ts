import { type Day, daysAfter } from './day.js'
import { type Fields, fieldsOf, textOf } from './fields.js'
import { dayIn } from './meeting.js'
import type { Said } from './said.js'
import type { Surroundings } from './surroundings.js'

/**
 * How it stands with the first meeting of a plan: `not-held` = its time has run out; `to-come` = it has not;
 * `unknown` = nothing shows from which day its time runs.
 */
export type MeetingState = 'in-time' | 'late' | 'not-held' | 'to-come' | 'unknown'

/**
 * Whether the first meeting was held in time, counted from the day on which the need was raised: within the days that
 * the plan has set itself, else those of the archive. The day of a notice is nowhere in a plan, so a time that runs
 * from it cannot be judged.
 */
export function firstMeetingOf(fields: Fields, surroundings: Surroundings): MeetingState {
  const due = lastDayToMeet(fields, surroundings)
  const raised = dayIn(textOf(fields, 'aktualiserad'))
  if (due === undefined || raised === undefined) return 'unknown'
  const { today } = surroundings
  const held = dayIn(textOf(fields, 'nätverksmöte'))
  if (held === undefined || held > today) return due < today ? 'not-held' : 'to-come'
  if (held < raised) return 'unknown'
  return held <= due ? 'in-time' : 'late'
}

/** The last day for the first meeting of a plan; absent where nothing shows from which day its time runs. */
export function lastDayToMeet(fields: Fields, { settings }: Surroundings): Day | undefined {
  const limit = fieldsOf(fields, 'frist')
  const own = Number(textOf(limit, 'dagar'))
  const raised = textOf(limit, 'från') === 'kallelse' ? undefined : dayIn(textOf(fields, 'aktualiserad'))
  const days = Number.isInteger(own) && own > 0 ? own : settings.planMeetingDays
  return raised === undefined ? undefined : daysAfter(raised, days)
}

/** What each state is called. */
export const FIRST_MEETINGS: ReadonlyMap<string, Said> = new Map([
  ['in-time', { sv: 'i tid', en: 'in time' }],
  ['late', { sv: 'för sent', en: 'too late' }],
  ['not-held', { sv: 'inte hållet, tiden har gått ut', en: 'not held, its time has run out' }],
  ['to-come', { sv: 'inte hållet, tiden har inte gått ut', en: 'not held, its time has not run out' }],
  ['unknown', { sv: 'går inte att räkna ut', en: 'cannot be worked out' }],
])
