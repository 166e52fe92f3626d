import type { ComplianceAsked } from './compliance-asked.js'
import { type Duty, type Outcome, REQUIREMENTS } from './compliance-duty.js'
import { enumerated, type Said } from './said.js'
import { tallied } from './tally.js'

/** How much was done in time, and what lacks most. */
export function complianceSummary({ compared: { items } }: ComplianceAsked): readonly Said[] {
  if (items.length === 0)
    return [
      {
        sv: 'Ingenting skulle ha varit gjort den tiden.',
        en: 'Nothing was to be done in that time.',
      },
    ]
  const count = (outcome: Outcome) => items.filter(each => each.outcome === outcome).length
  return [
    {
      sv: `${count('kept')} av ${items.length} saker gjordes i tid, ${count('late')} för sent och ${count('missing')} saknas.`,
      en: `${count('kept')} of ${items.length} things were done in time, ${count('late')} late, and ${count('missing')} are missing.`,
    },
    ...mostOf(items, 'missing', { sv: 'Saknas', en: 'Missing' }),
    ...mostOf(items, 'late', { sv: 'För sent', en: 'Late' }),
  ]
}

/** "Saknas: kallelser utskickade (3)": what there is most of with an outcome, the most first. */
function mostOf(items: readonly Duty[], outcome: Outcome, { sv, en }: Said): readonly Said[] {
  const rows = tallied(
    { items: items.filter(each => each.outcome === outcome) },
    ({ requirement }) => requirement,
  )
  if (rows.length === 0) return []
  const listed = (language: 'sv' | 'en') =>
    enumerated(
      rows.map(row => `${REQUIREMENTS.get(row.value ?? '')?.[language] ?? ''} (${row.items.length})`),
    )[language]
  return [{ sv: `${sv}: ${listed('sv')}.`, en: `${en}: ${listed('en')}.` }]
}
