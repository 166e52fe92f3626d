import type { ChosenList } from './import-choice.js'
import { calledColumn, type MappedColumn } from './import-columns.js'
import { asWritten, enumerated, type Said, saidTogether } from './said.js'
import type { Sheet, Table } from './sheet.js'
import { column } from './worded-column.js'

/** What became of one row of a list, for people to read. */
export interface ToldRow {
  readonly number: number
  readonly fate: 'created' | 'draft' | 'existing' | 'left'
  /** The deviation that it has become, is to become, or is already. */
  readonly id?: string
  readonly needs: readonly Said[]
}

/** The account of an import: how the columns were read, and what became of every row. The counts add up. */
export function importSheet(
  { file, year }: { readonly file: string; readonly year: number | undefined },
  { table, others }: ChosenList,
  columns: readonly MappedColumn[],
  rows: readonly ToldRow[],
  stage: 'planned' | 'done',
): Sheet {
  return {
    report: 'import-deviations',
    title:
      stage === 'planned'
        ? {
            sv: 'Import av avvikelser – ingenting har skrivits',
            en: 'Import of deviations – nothing was written',
          }
        : { sv: 'Import av avvikelser', en: 'Import of deviations' },
    scope:
      table.name === file
        ? asWritten(`${file}.`)
        : { sv: `${file}, bladet ${table.name}.`, en: `${file}, sheet ${table.name}.` },
    scopeData: { file, ...(table.name !== file && { sheet: table.name }), stage },
    summary: [
      counts(rows, stage),
      ...drafts(rows),
      ...leftOut(rows),
      ...yearless(year),
      ...notRead(table.above, others),
    ],
    tables: [columnTable(columns), rowTable(rows, stage)],
    sources: { documents: rows.filter(({ fate }) => fate !== 'left').length, unreadable: [] },
  }
}

function counts(rows: readonly ToldRow[], stage: 'planned' | 'done'): Said {
  const count = (...fates: readonly ToldRow['fate'][]) =>
    rows.filter(({ fate }) => fates.includes(fate)).length
  const [made, drafted, there, left] = [
    count('created', 'draft'),
    count('draft'),
    count('existing'),
    count('left'),
  ]
  const makes =
    stage === 'planned'
      ? { sv: made === 1 ? 'blir en avvikelse' : 'blir avvikelser', en: 'to become deviations' }
      : { sv: made === 1 ? 'blev en avvikelse' : 'blev avvikelser', en: 'became deviations' }
  return {
    sv: `${rows.length === 1 ? '1 rad' : `${rows.length} rader`}: ${made} ${makes.sv} (därav ${drafted} utkast), ${there} fanns redan och ${left} lämnas utanför.`,
    en: `${rows.length === 1 ? '1 row' : `${rows.length} rows`}: ${made} ${makes.en} (of which ${drafted} drafts), ${there} were there already and ${left} are left out.`,
  }
}

const drafts = (rows: readonly ToldRow[]): readonly Said[] =>
  rows.some(({ fate }) => fate === 'draft')
    ? [
        {
          sv: 'Ett utkast saknar något, eller har något som inte gick att läsa och därför står kvar under Beskrivning.',
          en: 'A draft lacks something, or has something that could not be read and is kept under Beskrivning.',
        },
      ]
    : []

const leftOut = (rows: readonly ToldRow[]): readonly Said[] =>
  rows.some(({ fate }) => fate === 'left')
    ? [
        {
          sv: 'Rätta i listan de rader som lämnas utanför och importera den igen: det som redan är infört tas inte in en gång till.',
          en: 'Correct in the list the rows that are left out and import it again: what is there already is not taken in twice.',
        },
      ]
    : []

const yearless = (year: number | undefined): readonly Said[] =>
  year === undefined
    ? []
    : [
        {
          sv: `Datum utan år läses som om de var från ${year}.`,
          en: `Dates without a year are read as if they were of ${year}.`,
        },
      ]

function notRead(above: number, others: readonly string[]): readonly Said[] {
  const sheets = enumerated(others.map(name => `\`${name}\``))
  return [
    ...(above === 0
      ? []
      : [
          {
            sv: `${above === 1 ? 'En rad' : `${above} rader`} ovanför rubrikerna räknas inte.`,
            en: `${above === 1 ? 'One row' : `${above} rows`} above the headings ${above === 1 ? 'is' : 'are'} not counted.`,
          },
        ]),
    ...(others.length === 0
      ? []
      : [{ sv: `Andra blad läses inte: ${sheets.sv}.`, en: `Other sheets are not read: ${sheets.en}.` }]),
  ]
}

const columnTable = (columns: readonly MappedColumn[]): Table => ({
  name: 'columns',
  title: { sv: 'Så läses kolumnerna', en: 'How the columns are read' },
  columns: [
    column('column', 'text', 'Kolumn', 'Column'),
    column('field', 'text', 'Blir', 'Becomes', {
      words: new Map([['-', { sv: 'utelämnas', en: 'is left out' }]]),
    }),
    column('because', 'text', 'Varför', 'Why', {
      words: new Map([
        ['given', { sv: 'du har sagt det', en: 'you have said so' }],
        ['remembered', { sv: 'står i samverkan.yaml', en: 'stands in samverkan.yaml' }],
        ['known', { sv: 'rubriken är känd', en: 'the heading is known' }],
      ]),
    }),
  ],
  rows: columns.map(each => ({ cells: [calledColumn(each), each.target.name, each.because] })),
})

function rowTable(rows: readonly ToldRow[], stage: 'planned' | 'done'): Table {
  const needs = rows.map(row => saidTogether(row.needs))
  return {
    name: 'rows',
    title: { sv: 'Vad som händer med varje rad', en: 'What becomes of every row' },
    columns: [
      column('row', 'text', 'Rad', 'Row'),
      column('fate', 'text', 'Utfall', 'Outcome', { words: stage === 'planned' ? PLANNED : DONE }),
      column('id', 'id', 'Avvikelse', 'Deviation', { presence: 'optional' }),
      column('needs', 'text', 'Att se till', 'To see to', {
        presence: 'optional',
        words: new Map(needs.map(said => [said.sv, said])),
      }),
    ],
    rows: rows.map(({ number, fate, id }, index) => ({
      cells: [String(number), fate, id, needs[index]?.sv === '' ? undefined : needs[index]?.sv],
      ...(id !== undefined && { documents: [id] }),
    })),
  }
}

const PLANNED: ReadonlyMap<string, Said> = new Map([
  ['created', { sv: 'skapas', en: 'is made' }],
  ['draft', { sv: 'blir utkast', en: 'becomes a draft' }],
  ['existing', { sv: 'finns redan', en: 'is there already' }],
  ['left', { sv: 'lämnas', en: 'is left out' }],
])

const DONE: ReadonlyMap<string, Said> = new Map([
  ['created', { sv: 'skapad', en: 'made' }],
  ['draft', { sv: 'utkast', en: 'draft' }],
  ['existing', { sv: 'finns redan', en: 'was there already' }],
  ['left', { sv: 'lämnad', en: 'left out' }],
])
