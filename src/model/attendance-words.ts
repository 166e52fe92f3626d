import { NAME_WITHHELD, type TookPart } from './attendance.js'
import { LEFT_OUT } from './repeatable.js'
import type { Said } from './said.js'
import type { Column } from './sheet.js'
import { column } from './worded-column.js'

/** The ways to take part, in the order in which they are told. */
export const WAYS: readonly TookPart[] = ['there', 'partly', 'replaced', 'absent', 'unaccounted']

/** What each way is called. */
export const TOOK_PART: ReadonlyMap<string, Said> = new Map([
  ['there', { sv: 'med', en: 'there' }],
  ['partly', { sv: 'med en del', en: 'there for a part' }],
  ['replaced', { sv: 'ersatt', en: 'replaced' }],
  ['absent', { sv: 'frånvarande', en: 'absent' }],
  ['unaccounted', { sv: 'ej redovisad', en: 'not accounted for' }],
])

/** How many meetings something is reckoned on. */
export const MEETINGS_HELD: Column = column('meetings', 'number', 'Möten', 'Meetings')

/** The part of these meetings that somebody was at. */
export const ATTENDANCE: Column = column('share', 'share', 'Närvaro', 'Attendance')

/** A person; what may not be named is said to be left out. */
export const personColumn = (key: string, sv: string, en: string): Column =>
  column(key, 'text', sv, en, { words: new Map([[NAME_WITHHELD, LEFT_OUT]]), absent: LEFT_OUT })
