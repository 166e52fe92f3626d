import fc from 'fast-check'
import type { Archive } from '../src/model/archive.js'
import { archiveOfTexts, DEMONSTRATION } from './demonstration.js'

/** Stands wherever words of one's own can stand. */
const SECRET = 'HEMLIGT'
const maybeSecret = <Value extends string>(...values: readonly Value[]) =>
  fc.constantFrom(...values, ...values, ...values, SECRET)

/** The fields of a deviation, some of them with a secret in the place of a value of their list. */
export const secretDeviation = fc.record({
  titel: fc.constant(SECRET),
  status: maybeSecret('rapporterad', 'mottagen', 'avslutad'),
  ursprung: maybeSecret('inkommen', 'observerad'),
  rapporterad: fc.constantFrom('2023-02-01', '2024-02-01', '2024-08-01'),
  från: maybeSecret('Ekmo kommun', 'BUP', 'Polisen'),
  berör: maybeSecret('Tallhammar', 'Region Valland'),
  område: maybeSecret('överlämning', 'posthantering'),
  typ_av_avvikelse: maybeSecret('rutin saknas'),
  löses: maybeSecret('lokalt', 'systemfel'),
  grupp: maybeSecret('demo', 'demolag', 'hemlig'),
  barn: fc.constant(SECRET),
  rapportör: fc.constant(SECRET),
})

/**
 * An archive of the demonstration with these deviations, and secrets wherever words of one’s own can stand; among them a
 * protocol of this grade.
 */
export function secretArchive(
  drawn: readonly Readonly<Record<string, string>>[],
  grade: 'öppen' | 'intern' = 'öppen',
): Promise<Archive> {
  const texts = drawn.map((fields, index) => {
    const id = `AVV-2024-${SECRET.toLowerCase()}${index}`
    const lines = Object.entries(fields).map(([key, value]) => `${key}: "${value}"`)
    return [
      `avvikelser/2024/${id.toLowerCase()}.md`,
      ['---', `id: ${id}`, 'typ: avvikelse', ...lines, '---', '', `# ${SECRET}`, '', SECRET, ''].join('\n'),
    ] as const
  })
  return archiveOfTexts(
    {
      ...DEMONSTRATION,
      ...Object.fromEntries(texts),
      'avvikelser/2024/hemligt.md': `---\nid: [\n---\n${SECRET}\n`,
      'grupper/hemlig.md': `---\nid: GRP-hemlig\ntyp: grupp\ntitel: ${SECRET}\nnamn: ${SECRET}\nsekretess: sekretess\n---\n`,
      'moten/demo/2024/2024-06-20-protokoll.md': [
        `---\nid: PROT-demo-2024-06-20\ntyp: protokoll\ntitel: ${SECRET}\nsekretess: ${grade}\ngrupp: demo\ndatum: 2024-06-20`,
        `närvarande: [{namn: ${SECRET}}]\n---\n\n# ${SECRET}\n\n## § 1 ${SECRET}\n`,
        `### Gruppen beslutar\n\n**att** ${SECRET}\n\n- [ ] ${SECRET}: ${SECRET} (senast 2024-07-01)\n`,
      ].join('\n'),
    },
    '2024-12-31',
  )
}
