import type { Archive } from './archive.js'
import type { Day } from './day.js'
import type { Document } from './document.js'
import { type Fields, textOf } from './fields.js'
import { dayIn } from './meeting.js'
import type { Said } from './said.js'
import { folded } from './text.js'

/**
 * How it stands with the consent of a plan: `valid`, or the first thing that makes it none. `expired`: nothing shows that
 * it held on every day on which the plan needed it.
 */
export type ConsentState = 'valid' | 'expired' | 'withdrawn' | 'other-child' | 'not-found' | 'missing'

/**
 * The consent that a plan names, on the days on which the plan needs it (OSL 10:1, 12:2). The pseudonym of the child is
 * only compared, never told.
 */
export function consentOf(fields: Fields, days: readonly Day[], archive: Archive): ConsentState {
  const named = textOf(fields, 'samtycke')
  if (named === undefined) return 'missing'
  const consent = archive.byId(named)
  if (consent === undefined || consent.unreadable || consent.typ !== 'samtycke') return 'not-found'
  if (!isOfSameChild(fields, consent)) return 'other-child'
  const withdrawn = dayIn(textOf(consent.fields, 'återkallat'))
  const isWithdrawn = withdrawn !== undefined || consent.status === 'återkallat'
  if (isWithdrawn && days.some(day => withdrawn === undefined || withdrawn <= day)) return 'withdrawn'
  const from = dayIn(textOf(consent.fields, 'från'))
  const to = dayIn(textOf(consent.fields, 'till'))
  const holds = (day: Day) => from !== undefined && from <= day && (to === undefined || day <= to)
  return days.length > 0 && days.every(holds) ? 'valid' : 'expired'
}

/** What each state is called. */
export const CONSENTS: ReadonlyMap<string, Said> = new Map([
  ['valid', { sv: 'giltigt', en: 'valid' }],
  ['expired', { sv: 'gäller inte hela tiden', en: 'does not hold all the time' }],
  ['withdrawn', { sv: 'återkallat', en: 'withdrawn' }],
  ['other-child', { sv: 'gäller ett annat barn', en: 'of another child' }],
  ['not-found', { sv: 'finns inte i arkivet', en: 'not in the archive' }],
  ['missing', { sv: 'saknas', en: 'missing' }],
])

function isOfSameChild(plan: Fields, { fields }: Document): boolean {
  const [child, other] = [textOf(plan, 'barn'), textOf(fields, 'barn')]
  return child === undefined || other === undefined || folded(child) === folded(other)
}
