import type { Archive } from './archive.js'
import type { Deviation } from './deviation.js'
import { type DeviationsAsked, unplacedNote } from './deviations-asked.js'
import { groupNames } from './group-names.js'
import { partyOf } from './party.js'
import type { PublicColumn } from './public-column.js'
import { publicGroups, publicList, publicOrganisations } from './public-words.js'
import type { Said } from './said.js'
import type { Cell, Table } from './sheet.js'
import { beforeColumns, COUNT, type Tallied, tallied, tallyTable } from './tally.js'
import { column, NOT_STATED } from './worded-column.js'

/** How many came in and how many were only observed, with the stretch before and the change. */
export function overviewTable({ compared, unplaced, below }: DeviationsAsked): Table {
  const { items, before } = compared
  const count = (origin: string | undefined, of: readonly Deviation[]) =>
    of.filter(each => each.origin === origin)
  const origins = ['inkommen', 'observerad', undefined].filter(
    origin => origin !== undefined || count(origin, [...items, ...(before?.items ?? [])]).length > 0,
  )
  const comparison = (now: number, then: number | undefined): readonly Cell[] =>
    before === undefined ? [] : [then, then === undefined ? undefined : now - then]
  return {
    name: 'overview',
    title: { sv: 'Överblick', en: 'Overview' },
    columns: [
      column('origin', 'text', 'Ursprung', 'Origin', {
        words: ORIGINS,
        absent: NOT_STATED,
        forPublic: { is: 'category', by: 'ursprung', known: new Set(ORIGINS.keys()), order: 'own' },
      }),
      COUNT,
      ...beforeColumns(compared),
      ...(before === undefined
        ? []
        : [
            column('change', 'number', 'Ändring', 'Change', {
              forPublic: { is: 'derived', from: ['count', 'before'] },
            }),
          ]),
    ],
    rows: origins.map(origin => {
      const now = count(origin, items)
      return {
        cells: [
          origin,
          now.length,
          ...comparison(now.length, before?.items && count(origin, before.items).length),
        ],
        documents: now.map(({ name }) => name),
      }
    }),
    totals: [undefined, items.length, ...comparison(items.length, before?.items?.length)],
    notes: [...unknownBefore(before), ...unplacedNote(unplaced), ...belowNote(below)],
  }
}

/** How far they have come, in the order of the steps. */
export function statusTable({ compared }: DeviationsAsked, { kinds }: Archive): Table {
  const order = kinds.get('avvikelse')?.statuses.map(({ name }) => name) ?? []
  const place = ({ value }: Tallied<Deviation>): number => {
    if (value === undefined) return order.length + 1
    return order.includes(value) ? order.indexOf(value) : order.length
  }
  return byValue(
    'status',
    { sv: 'Hur långt de har kommit', en: 'How far they have come' },
    { sv: 'Status', en: 'Status' },
    () => ({ is: 'category', by: 'status', known: new Set(order), order: 'own' }),
  )(
    compared,
    tallied(compared, ({ status }) => status).toSorted((a, b) => place(a) - place(b)),
  )
}

/** Who has reported: `från`, as the register names it. */
export const reportingTable = ({ compared }: DeviationsAsked, archive: Archive): Table =>
  byValue('from', { sv: 'Vem som rapporterar', en: 'Who reports' }, { sv: 'Från', en: 'From' }, values =>
    publicOrganisations('från', values, archive),
  )(
    compared,
    tallied(compared, deviation => reporterOf(deviation, archive)),
  )

/**
 * Who has reported to whom: direction matters, and several concerned parties of one deviation stand together.
 */
export function betweenTable({ compared }: DeviationsAsked, archive: Archive): Table {
  const concerned = (deviation: Deviation) => concernedBy(deviation, archive)
  const rows = tallied(compared, deviation => {
    const parties = [reporterOf(deviation, archive), concerned(deviation)]
    return parties.every(party => party === undefined)
      ? undefined
      : parties.map(party => party ?? '').join('\n')
  })
  const one = ({ items, before }: Tallied<Deviation>): readonly Cell[] => {
    const deviation = items[0] ?? before[0]
    return deviation === undefined ? [] : [reporterOf(deviation, archive), concerned(deviation)]
  }
  const parties = (at: 0 | 1) =>
    publicOrganisations(
      at === 0 ? 'från' : 'berör',
      rows.flatMap(row => {
        const party = one(row)[at]
        return party === undefined ? [] : [String(party)]
      }),
      archive,
    )
  return tallyTable(compared, rows, {
    name: 'between',
    title: { sv: 'Mellan vilka parter', en: 'Between which parties' },
    columns: [
      column('from', 'text', 'Från', 'From', { absent: NOT_STATED, forPublic: parties(0) }),
      column('concerns', 'text', 'Berör', 'Concerns', { absent: NOT_STATED, forPublic: parties(1) }),
    ],
    cells: one,
    idOf: ({ name }) => name,
  })
}

/** What they are about. */
export const areaTable = ({ compared }: DeviationsAsked, archive: Archive): Table =>
  byValue('area', { sv: 'Vad de handlar om', en: 'What they are about' }, { sv: 'Område', en: 'Area' }, () =>
    publicList(archive, 'avvikelse', 'område'),
  )(
    compared,
    tallied(compared, ({ area }) => area),
  )

/**
 * What kind of deviation they are (Västbus: guideline not followed, plan not carried out, parties disagree).
 */
export const typeTable = ({ compared }: DeviationsAsked, archive: Archive): Table =>
  byValue('type', { sv: 'Typ av avvikelse', en: 'Type of deviation' }, { sv: 'Typ', en: 'Type' }, () =>
    publicList(archive, 'avvikelse', 'typ_av_avvikelse', 'typ'),
  )(
    compared,
    tallied(compared, ({ type }) => type),
  )

/** Which group handles them. */
export const groupTable = ({ compared }: DeviationsAsked, archive: Archive): Table =>
  tallyTable(
    compared,
    tallied(compared, ({ group }) => group),
    {
      name: 'group',
      title: { sv: 'Vilken grupp som hanterar dem', en: 'Which group handles them' },
      columns: [
        column('group', 'text', 'Grupp', 'Group', {
          words: groupNames(archive),
          absent: NOT_STATED,
          forPublic: publicGroups(archive),
        }),
      ],
      cells: ({ value }) => [value],
      idOf: ({ name }) => name,
    },
  )

/** At which level they are solved: locally, by joint management, or lifted as a fault of the system. */
export const solvedTable = ({ compared }: DeviationsAsked, archive: Archive): Table =>
  byValue('solved', { sv: 'Var de löses', en: 'Where they are solved' }, { sv: 'Löses', en: 'Solved' }, () =>
    publicList(archive, 'avvikelse', 'löses'),
  )(
    compared,
    tallied(compared, ({ solved }) => solved),
  )

/** The reporting party by the name that the register gives it. */
export const reporterOf = ({ from }: Deviation, archive: Archive): string | undefined =>
  from === undefined ? undefined : partyOf(from, archive).name

/** The concerned parties by the names that the register gives them, each once. */
export function concernedBy({ concerns }: Deviation, archive: Archive): string | undefined {
  const names = [...new Set(concerns.map(written => partyOf(written, archive).name))]
  return names.length === 0 ? undefined : names.join(', ')
}

/** What the origins of deviations are called. */
export const ORIGINS: ReadonlyMap<string, Said> = new Map([
  ['inkommen', { sv: 'inkomna', en: 'received' }],
  ['observerad', { sv: 'observerade', en: 'observed' }],
])

const byValue =
  (name: string, title: Said, label: Said, told: (values: readonly (string | undefined)[]) => PublicColumn) =>
  (compared: DeviationsAsked['compared'], rows: readonly Tallied<Deviation>[]): Table => ({
    ...tallyTable(compared, rows, {
      name,
      title,
      columns: [
        column(name, 'text', label.sv, label.en, {
          absent: NOT_STATED,
          forPublic: told(rows.map(({ value }) => value)),
        }),
      ],
      cells: ({ value }) => [value],
      idOf: deviation => deviation.name,
    }),
    chart: { kind: 'bars', labels: name, figures: ['count'] },
  })

const unknownBefore = (before: DeviationsAsked['compared']['before']): readonly Said[] =>
  before === undefined || before.items !== undefined
    ? []
    : [
        {
          sv: 'Arkivet har inget från perioden före, så det finns inget att jämföra med.',
          en: 'The archive has nothing from the period before, so there is nothing to compare with.',
        },
      ]

const belowNote = (below: readonly Deviation[]): readonly Said[] =>
  below.length === 0
    ? []
    : [
        {
          sv: `Grupperna under den här gruppen har ${below.length} egna, som inte räknas här.`,
          en: `The groups below this one have ${below.length} of their own, which are not counted here.`,
        },
      ]
