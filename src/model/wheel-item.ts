import type { Day } from './day.js'
import type { Document } from './document.js'
import type { FieldPath } from './place.js'

/** What a year asks of a group: its meetings and their deadlines, items of a month, revisions, follow-ups, terms of members. */
export type WheelPart =
  | 'meeting'
  | 'matters'
  | 'notice'
  | 'adjustment'
  | 'standing-item'
  | 'revision'
  | 'follow-up'
  | 'term-of-member'

/**
 * How it stands: `missing` = its time has passed without it; `late` = overdue, and still to be done; `done-late` = done
 * after its day; `called-off` = will not be.
 */
export type WheelState = 'done' | 'done-late' | 'late' | 'missing' | 'coming' | 'called-off'

/** One thing that should happen in a year, or has happened. */
export interface WheelItem {
  readonly part: WheelPart
  /** Slug of the group; absent where no group has decided on it. */
  readonly group?: string
  /** The day; for what belongs to a month, a term or a year its last day. */
  readonly due: Day
  /** How exactly the group has said when. */
  readonly within: 'day' | 'month' | 'term' | 'year'
  /** What it is called, where the archive gives it a name that may be repeated. */
  readonly title?: string
  /** How many of them, where meetings of a year or term lack a day. */
  readonly count?: number
  readonly state: WheelState
  /** The day on which it was done. */
  readonly doneOn?: Day
  /** Ids and addresses that show it. */
  readonly shownBy: readonly string[]
  /** The document that says it should happen, and where. */
  readonly source: Document
  readonly field: FieldPath
}

/** `done`, or `done-late` where it was done after its day. */
export const doneBy = (due: Day, doneOn: Day | undefined): WheelState =>
  doneOn !== undefined && doneOn > due ? 'done-late' : 'done'

/** True of what somebody must see to: it lacks, or is late. */
export const isWanting = ({ state }: WheelItem): boolean => state === 'missing' || state === 'late'
