import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../src/model/day.js'
import { archiveOfTexts, DEMONSTRATION } from '../demonstration.js'

/** A matter or deviation of a group: the meetings that have it, and how it stands in the end. */
interface Told {
  readonly what: 'matter' | 'deviation'
  readonly at: readonly number[]
  readonly end: 'open' | 'closed' | 'lifted' | 'comes back'
}

const MEETINGS = 5

const TOLD = fc.array(
  fc.record<Told>({
    what: fc.constantFrom('matter' as const, 'deviation' as const),
    at: fc.uniqueArray(fc.integer({ min: 0, max: MEETINGS - 1 })),
    end: fc.constantFrom('open' as const, 'closed' as const, 'lifted' as const, 'comes back' as const),
  }),
  { minLength: 1, maxLength: 6 },
)

const dayAt = (meeting: number): Day => `2024-${String(meeting + 3).padStart(2, '0')}-15` as Day
const idOf = ({ what }: Told, index: number): string =>
  `${what === 'matter' ? 'ARE' : 'AVV'}-2024-q00${index}`
/** A deviation is never lifted and never comes back: it has its own steps. */
const isOver = ({ what, end }: Told): boolean => end === 'closed' || (what === 'matter' && end === 'lifted')
const isLater = ({ what, end }: Told): boolean => what === 'matter' && end === 'comes back'

const ENDS = {
  open: 'status: pågår',
  closed: 'status: avslutat',
  lifted: 'status: lyft\nlyft: 2024-07-20\nlyft_till: mottag\nsvar_senast: 2025-01-31',
  'comes back': 'status: pågår\nåterkommer: 2024-11',
}

function written(told: Told, index: number): readonly [string, string] {
  const id = idOf(told, index)
  const head = `---\nid: ${id}\ntitel: Sak ${index}\nsekretess: öppen\ngrupp: prov\n`
  return told.what === 'matter'
    ? [`arenden/2024/${id.toLowerCase()}.md`, `${head}typ: ärende\n${ENDS[told.end]}\n---\n\n# Sak\n`]
    : [
        `avvikelser/2024/${id.toLowerCase()}.md`,
        `${head}typ: avvikelse\nstatus: ${told.end === 'closed' ? 'avslutad' : 'mottagen'}\nmottagen: 2024-03-01\n---\n\n# Sak\n`,
      ]
}

function minutes(meeting: number, all: readonly Told[]): readonly [string, string] {
  const day = dayAt(meeting)
  const items = all.flatMap((told, index) =>
    told.at.includes(meeting)
      ? [
          `## ${index + 1}. Punkt ${index}\n\n*${told.what === 'matter' ? 'Ärende' : 'Avvikelser'}: ${idOf(told, index)}*`,
        ]
      : [],
  )
  return [
    `moten/prov/2024/${day}-anteckningar.md`,
    `---\nid: MA-prov-${day}\ntyp: mötesanteckningar\ntitel: Möte\nstatus: granskning\nsekretess: öppen\ngrupp: prov\ndatum: ${day}\n---\n\n# Möte\n\n${items.join('\n\n')}\n`,
  ]
}

const group = (slug: string) => (DEMONSTRATION['grupper/demo.md'] ?? '').replaceAll(/\bdemo\b/g, slug)

test('a matter or deviation is before its group until it is closed, lifted or put off, whatever the meetings do', async () => {
  await fc.assert(
    fc.asyncProperty(TOLD, async all => {
      const archive = await archiveOfTexts(
        {
          ...DEMONSTRATION,
          'grupper/prov.md': group('prov'),
          'grupper/mottag.md': group('mottag'),
          ...Object.fromEntries(all.map(written)),
          ...Object.fromEntries(Array.from({ length: MEETINGS }, (_, meeting) => minutes(meeting, all))),
        },
        '2024-08-01',
      )
      const before = (slug: string, day: string) =>
        archive.waitingFor(slug, day as Day).map(({ address }) => address)
      const held = archive.fatesOf('prov')
      for (const [index, told] of all.entries()) {
        const id = idOf(told, index)
        const fate = held.find(({ waiting }) => waiting.address === id)?.fate
        const says = `${id} ${JSON.stringify(told)} ${fate?.is}`
        expect(fate, says).toBeDefined()
        expect(before('prov', '2024-09-15').includes(id), says).toBe(!(isOver(told) || isLater(told)))
        expect(before('prov', '2024-11-15').includes(id), says).toBe(!isOver(told))
        expect(before('mottag', '2024-09-15').includes(id), says).toBe(
          told.what === 'matter' && told.end === 'lifted',
        )
        const last = Math.max(-1, ...told.at)
        const isMissed =
          told.what === 'matter'
            ? told.end === 'open' && last >= 0 && last < MEETINGS - 1
            : told.end !== 'closed' && last < 0
        expect(fate?.is === 'lost', says).toBe(isMissed)
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 100) },
  )
})
