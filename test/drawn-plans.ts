import fc from 'fast-check'
import { DEMONSTRATION } from './demonstration.js'

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const day = fc.constantFrom('2022-12-30', '2023-03-01', '2023-11-08', '2024-02-14', '2024-12-04', 'snart')

const plan = fc.record({
  typ: fc.constantFrom('genomförandeplan', 'genomförandeplan', 'genomförandeplan', 'plan'),
  year: fc.constantFrom(2022, 2023, 2024),
  status: maybe(fc.constantFrom('utkast', 'gällande', 'avslutad', 'HEMLIG status')),
  form: maybe(fc.constantFrom('SIP', 'genomförandeplan', 'HEMLIG form')),
  upprättad: maybe(day),
  aktualiserad: maybe(day),
  nätverksmöte: maybe(day),
  samordnare: maybe(fc.constantFrom('Bo Berg', '{namn: HEMLIG}')),
  huvudansvar: maybe(fc.constantFrom('Ekmo kommun', 'BUP', 'HEMLIG förening')),
  samtycke: maybe(fc.integer({ min: 0, max: 3 })),
  frist: maybe(fc.constantFrom('{dagar: 10, från: aktualiserad}', '{dagar: 5, från: kallelse}', 'HEMLIG')),
  uppföljning: maybe(fc.array(fc.record({ datum: day, genomförd: maybe(fc.boolean()) }), { maxLength: 3 })),
  child: fc.constantFrom('', 'HEMLIGT.', '<!-- HEMLIGT -->'),
})

const consent = fc.record({
  status: fc.constantFrom('gällande', 'utgånget', 'återkallat'),
  child: fc.integer({ min: 0, max: 2 }),
  från: maybe(day),
  till: maybe(day),
  återkallat: maybe(day),
})

/** Draws plans that say anything, and some consents. */
export const drawnPlans = fc.record({
  plans: fc.array(plan, { maxLength: 8 }),
  consents: fc.array(consent, { maxLength: 4 }),
})

type Drawn = typeof drawnPlans extends fc.Arbitrary<infer Value> ? Value : never

/** The drawn plans and consents as the files of an archive. */
export function planFilesOf({ plans, consents }: Drawn): Record<string, string> {
  const files: Record<string, string> = { ...DEMONSTRATION }
  for (const [index, { year, child, samtycke, uppföljning, typ, ...fields }] of plans.entries()) {
    const id = `GP-${year}-d00${index}`
    files[`planer/${year}/${id.toLowerCase()}.md`] = page(
      {
        id,
        typ,
        titel: 'Plan för HEMLIG',
        barn: `B-k00${index % 3}`,
        samtycke: samtycke === undefined ? undefined : `SAM-2024-d00${samtycke}`,
        uppföljning: uppföljning === undefined ? undefined : JSON.stringify(uppföljning),
        ...fields,
      },
      `# Plan för HEMLIG\n\n## Barnets/den unges uppfattning\n\n${child}\n\n## Vårdnadshavarens uppfattning\n\nHEMLIG.\n`,
    )
  }
  for (const [index, { child, ...fields }] of consents.entries()) {
    const id = `SAM-2024-d00${index}`
    files[`samtycken/2024/${id.toLowerCase()}.md`] = page(
      { id, typ: 'samtycke', titel: 'Samtycke för HEMLIG', barn: `B-k00${child}`, ...fields },
      '# Samtycke för HEMLIG\n',
    )
  }
  return files
}

const page = (fields: Readonly<Record<string, unknown>>, body: string): string =>
  [
    '---',
    ...Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])),
    '---',
    '',
    body,
  ].join('\n')
