import type { TimeRange } from './clock-time.js'
import type { Day } from './day.js'

/** What the events of a calendar are about, as `--only` names it. */
export const EVENT_SORTS = ['meetings', 'deadlines', 'follow-ups', 'actions'] as const

/** One of them. */
export type EventSort = (typeof EVENT_SORTS)[number]

/** Something that stands in a calendar. Nothing in it is of a document that is not open, but its id and its day. */
export interface CalendarEvent {
  readonly sort: EventSort
  /** Made of ids, so that it is the same each time: `mote-lansgruppen-2024-12-04`. */
  readonly key: string
  readonly summary: string
  readonly description?: string
  readonly place?: string
  readonly day: Day
  /** Absent for what lasts all day. */
  readonly time?: TimeRange
  readonly state: 'confirmed' | 'tentative' | 'cancelled'
  /** Rises when day, time, place or state change. */
  readonly sequence: number
  /** The day on which it was last said, as far as the archive knows. */
  readonly stamp: Day
  /** Slug of the group. */
  readonly group?: string
  /** Ids behind it. */
  readonly documents: readonly string[]
}
