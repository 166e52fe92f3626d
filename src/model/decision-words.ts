import type { Said } from './said.js'

/** What each standing of a decision is called. */
export const STANDINGS: ReadonlyMap<string, Said> = new Map([
  ['in-force', { sv: 'gäller', en: 'in force' }],
  ['replaced', { sv: 'ersatt', en: 'replaced' }],
  ['proposed', { sv: 'förslag', en: 'proposal' }],
  ['no-mandate', { sv: 'gruppen får inte besluta', en: 'the group may not decide' }],
])

/** Whether what was to come back has done so. */
export const FOLLOW_UPS: ReadonlyMap<string, Said> = new Map([
  ['taken-up', { sv: 'har tagits upp igen', en: 'taken up again' }],
  ['waiting', { sv: 'återstår', en: 'to come' }],
  ['forgotten', { sv: 'skulle ha tagits upp igen', en: 'should have been taken up again' }],
  ['none', { sv: 'ska inte komma tillbaka', en: 'not to come back' }],
])
