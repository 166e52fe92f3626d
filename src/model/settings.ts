import type { Day } from './day.js'
import type { Level } from './diagnostic.js'
import type { Routes } from './routes.js'
import type { Language } from './said.js'
import type { OtherWays } from './triage.js'

/** What `samverkan.yaml` says, with what holds where it is silent. */
export interface Settings {
  readonly name: string
  readonly language?: Language
  /** What is referred to from before this day is outside the archive: a note, never a broken link. */
  readonly begins?: Day
  /** Levels set for rules by name; `av` turns one off. */
  readonly levels: ReadonlyMap<string, Level | 'off'>
  /** Days within which a deviation is to be answered. */
  readonly answerDays: number
  /** Days within which the first meeting of a plan is to be held, where the plan sets none itself. */
  readonly planMeetingDays: number
  /** Days before the end of a consent from which it is said that it runs out. */
  readonly consentNoticeDays: number
  /** Who is to have a copy of a deviation, by operation. */
  readonly routes: Routes
  /** Where the archive's own parties report what is no deviation in collaboration. */
  readonly otherWays: OtherWays
  /** Extra values of the closed lists of kinds: `område: [skolskjuts]`. */
  readonly vocabulary: ReadonlyMap<string, readonly string[]>
  /** Words for one thing: the first is the one to use. */
  readonly terms: readonly (readonly string[])[]
  /** What columns of imported lists become, as it was said before: headings and names. */
  readonly columns: readonly (readonly [heading: string, name: string])[]
}

/** Days to answer a deviation where nothing else is set (Göteborgsområdet: 60 days). */
export const ANSWER_DAYS = 60

/** Days to the first meeting of a plan where nothing else is set (Seed S3: two weeks). */
export const PLAN_MEETING_DAYS = 14

/** Days before its end from which a consent is said to run out, where nothing else is set. */
export const CONSENT_NOTICE_DAYS = 30
