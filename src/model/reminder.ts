import type { Archive } from './archive.js'
import { type Day, daysAfter } from './day.js'
import type { Said } from './said.js'

/** One thing that a secretary should see in the morning: a question to the archive that gives errands. */
export interface Reminder {
  /** Swedish, kebab-case, the file's own name. */
  readonly name: string
  /** What it keeps watch over, one line. */
  readonly watches: Said
  find(archive: Archive): Iterable<Errand>
}

/** Something that waits for somebody, and the command that sees to it. */
export interface Errand {
  /** The day by which it was or is to be seen to; absent where there is none. */
  readonly due?: Day
  /** Slugs of the groups that it concerns. */
  readonly groups: readonly string[]
  /** Whom it rests with, by their proper names; nobody in particular when empty. */
  readonly people: readonly string[]
  /** Id, address or slug of what it is about. */
  readonly concerns: string
  /** A full sentence that repeats nothing but ids and days. */
  readonly says: Said
  /** What to run. */
  readonly command: string
}

/** `late`: its day has passed; `soon`: within two weeks; `open`: later, or without a day. */
export type Urgency = 'late' | 'soon' | 'open'

/** How urgent an errand is on a day. */
export function urgencyOf({ due }: Pick<Errand, 'due'>, today: Day): Urgency {
  if (due === undefined) return 'open'
  if (due < today) return 'late'
  return due <= daysAfter(today, SOON) ? 'soon' : 'open'
}

/** Days ahead that count as soon. */
const SOON = 14
