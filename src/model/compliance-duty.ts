import type { Day } from './day.js'
import type { Said } from './said.js'

/** What is asked of groups, each in the order of a year's work. */
export type Requirement =
  | 'meetings'
  | 'standing-items'
  | 'matters'
  | 'notices'
  | 'minutes'
  | 'adjustment'
  | 'answers'
  | 'revisions'
  | 'follow-ups'
  | 'terms'

/** Done in time; done, but late; not done though its time has run out. */
export type Outcome = 'kept' | 'late' | 'missing'

/** One thing that was to be done by a day that has passed, or has been done. */
export interface Duty {
  readonly requirement: Requirement
  readonly outcome: Outcome
  /** Slug of the group; absent where none is named. */
  readonly group?: string
  readonly due: Day
  /** The id that shows it, else that asks for it, and the field's own word for what is asked. */
  readonly address: string
}

/** What the requirements are called. */
export const REQUIREMENTS: ReadonlyMap<string, Said> = new Map<Requirement, Said>([
  ['meetings', { sv: 'möten', en: 'meetings' }],
  ['standing-items', { sv: 'punkter i årshjulet', en: 'items of the year' }],
  ['matters', { sv: 'ärenden inför möten', en: 'matters before meetings' }],
  ['notices', { sv: 'kallelser', en: 'agendas' }],
  ['minutes', { sv: 'anteckningar och protokoll', en: 'minutes and protocols' }],
  ['adjustment', { sv: 'justering av protokoll', en: 'adjustment of protocols' }],
  ['answers', { sv: 'svar på avvikelser', en: 'answers to deviations' }],
  ['revisions', { sv: 'revidering av texter', en: 'revision of texts' }],
  ['follow-ups', { sv: 'uppföljning av texter', en: 'follow-up of texts' }],
  ['terms', { sv: 'efterträdare till ledamöter', en: 'successors of members' }],
])

/** What the outcomes are called. */
export const OUTCOMES: ReadonlyMap<string, Said> = new Map<Outcome, Said>([
  ['kept', { sv: 'i tid', en: 'in time' }],
  ['late', { sv: 'för sent', en: 'late' }],
  ['missing', { sv: 'saknas', en: 'missing' }],
])

/** The field's own word for what is asked. */
export const MARKS: Readonly<Record<Requirement, string>> = {
  meetings: 'datum',
  'standing-items': 'stående_punkter',
  matters: 'ärenden_in_dagar',
  notices: 'kallelse_dagar',
  minutes: 'status',
  adjustment: 'justering_dagar',
  answers: 'återkopplad',
  revisions: 'revideras',
  'follow-ups': 'följs_upp',
  terms: 'till',
}
