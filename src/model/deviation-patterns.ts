import type { Archive } from './archive.js'
import type { Deviation } from './deviation.js'
import type { DeviationsAsked } from './deviations-asked.js'
import { partyOf } from './party.js'
import type { Said } from './said.js'
import type { Table } from './sheet.js'
import { beforeColumns, COUNT } from './tally.js'
import { column } from './worded-column.js'

/** Deviations of one area between the same two parties, whichever of them reported, that come back often enough. */
interface Pattern {
  readonly area: string
  /** The two parties, as the register names them. */
  readonly parties: readonly [string, string]
  readonly deviations: readonly Deviation[]
  /** Of the stretch before, where there is one that is known. */
  readonly before?: number
}

/** So many of one area between the same two parties are taken for a fault of the system. */
const OFTEN = 3

/** What comes back, the most first. A deviation that concerns several parties counts between each pair. */
function patternsIn({ compared: { items, before } }: DeviationsAsked, archive: Archive): readonly Pattern[] {
  const earlier = before?.items === undefined ? undefined : byAreaAndPair(before.items, archive)
  return [...byAreaAndPair(items, archive)]
    .filter(([, { deviations }]) => deviations.length >= OFTEN)
    .map(([key, pattern]) => ({
      ...pattern,
      ...(earlier !== undefined && { before: earlier.get(key)?.deviations.length ?? 0 }),
    }))
    .toSorted(
      (a, b) =>
        b.deviations.length - a.deviations.length ||
        a.area.localeCompare(b.area, 'sv') ||
        a.parties.join().localeCompare(b.parties.join(), 'sv'),
    )
}

/** True of a deviation that is said to be a fault of the system already. */
const isLifted = ({ solved }: Deviation): boolean => solved === 'systemfel'

/** The patterns, with the deviations behind each and how many of them are lifted as a fault of the system already. */
export function patternsTable(asked: DeviationsAsked, archive: Archive): Table {
  const { compared } = asked
  return {
    name: 'patterns',
    title: { sv: 'Det som kommer tillbaka', en: 'What comes back' },
    columns: [
      column('area', 'text', 'Område', 'Area'),
      column('parties', 'text', 'Mellan', 'Between'),
      COUNT,
      column('lifted', 'number', 'Lyfta', 'Lifted'),
      column('proposal', 'text', 'Förslag', 'Proposal', { words: PROPOSALS }),
      ...beforeColumns(compared),
    ],
    rows: patternsIn(asked, archive).map(({ area, parties, deviations, before }) => {
      const lifted = deviations.filter(isLifted).length
      return {
        cells: [
          area,
          parties.join(' – '),
          deviations.length,
          lifted,
          lifted === deviations.length ? 'lifted' : 'propose',
          ...(compared.before === undefined ? [] : [before]),
        ],
        documents: deviations.map(({ name }) => name),
      }
    }),
    notes: [
      {
        sv: `${OFTEN} eller fler av samma område mellan samma två parter föreslås som systemfel, oavsett vem av dem som rapporterar.`,
        en: `${OFTEN} or more of one area between the same two parties are proposed as a fault of the system, whichever of them reports.`,
      },
    ],
  }
}

/** What comes back and is not wholly lifted, in a sentence each. */
export const patternsSaid = (asked: DeviationsAsked, archive: Archive): readonly Said[] =>
  patternsIn(asked, archive)
    .filter(({ deviations }) => !deviations.every(isLifted))
    .map(({ area, parties, deviations }) => {
      const ids = deviations.map(({ name }) => name).join(', ')
      return {
        sv: `${area} mellan ${parties.join(' och ')} kommer tillbaka (${ids}): föreslås som systemfel.`,
        en: `${area} between ${parties.join(' and ')} comes back (${ids}): proposed as a fault of the system.`,
      }
    })
    .map(({ sv, en }) => ({ sv: capital(sv), en: capital(en) }))

function byAreaAndPair(items: readonly Deviation[], archive: Archive): ReadonlyMap<string, Pattern> {
  const patterns = new Map<
    string,
    { area: string; parties: readonly [string, string]; deviations: Deviation[] }
  >()
  for (const deviation of items) {
    const { area, from } = deviation
    if (area === undefined || from === undefined) continue
    const own = partyOf(from, archive).name
    const others = new Set(deviation.concerns.map(written => partyOf(written, archive).name))
    for (const other of others) {
      if (other === own) continue
      const [first = own, second = other] = [own, other].sort((a, b) => a.localeCompare(b, 'sv'))
      const key = JSON.stringify([area, first, second])
      const pattern = patterns.get(key) ?? { area, parties: [first, second] as const, deviations: [] }
      patterns.set(key, pattern)
      pattern.deviations.push(deviation)
    }
  }
  return patterns
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const PROPOSALS: ReadonlyMap<string, Said> = new Map([
  ['propose', { sv: 'föreslås som systemfel', en: 'proposed as a fault of the system' }],
  ['lifted', { sv: 'är lyfta som systemfel', en: 'are lifted as a fault of the system' }],
])
