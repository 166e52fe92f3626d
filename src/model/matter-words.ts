import type { MatterCourse, MatterState } from './matter-course.js'
import type { Said } from './said.js'

/** The states of matters, those first that somebody must see to. */
export const STATE_ORDER: readonly MatterState[] = [
  'forgotten',
  'answer-late',
  'answer-awaited',
  'in-hand',
  'new',
  'put-off',
  'closed',
]

/** What each state is called, of one matter. */
export const MATTER_STATES: ReadonlyMap<string, Said> = new Map([
  ['forgotten', { sv: 'glömt: skulle ha tagits upp', en: 'forgotten: was to be taken up' }],
  ['answer-late', { sv: 'lyft, svaret är sent', en: 'lifted, the answer is late' }],
  ['answer-awaited', { sv: 'lyft, väntar på svar', en: 'lifted, awaits an answer' }],
  ['in-hand', { sv: 'hos gruppen', en: 'with the group' }],
  ['new', { sv: 'nytt, inte upptaget än', en: 'new, not taken up yet' }],
  ['put-off', { sv: 'ska komma tillbaka', en: 'to come back' }],
  ['closed', { sv: 'avslutat', en: 'closed' }],
])

/** How old an open matter is, in steps; absent where nobody knows. */
export const ageOf = ({ age }: MatterCourse): string | undefined =>
  age === undefined ? undefined : STEPS.find(([, below]) => age < below)?.[0]

const STEPS: readonly (readonly [string, number, Said])[] = [
  ['under-90', 90, { sv: 'under tre månader', en: 'under three months' }],
  ['under-180', 180, { sv: 'tre till sex månader', en: 'three to six months' }],
  ['under-365', 365, { sv: 'ett halvt till ett år', en: 'half a year to a year' }],
  ['under-730', 730, { sv: 'ett till två år', en: 'one to two years' }],
  ['over-730', Number.POSITIVE_INFINITY, { sv: 'över två år', en: 'over two years' }],
]

/** The steps of age, the youngest first. */
export const AGES: readonly string[] = STEPS.map(([name]) => name)

/** What each step is called. */
export const AGE_WORDS: ReadonlyMap<string, Said> = new Map(STEPS.map(([name, , words]) => [name, words]))
