import { asWritten, type Said } from '../src/model/said.js'
import type { Chapter, Sheet, Table } from '../src/model/sheet.js'
import { column } from '../src/model/worded-column.js'

const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
]

const said = (sv: string, en: string): Said => ({ sv, en })

const months: Table = {
  name: 'months',
  title: said('Avvikelser per månad', 'Deviations by month'),
  columns: [
    column('month', 'text', 'Månad', 'Month'),
    column('count', 'number', 'Antal', 'Number'),
    column('share', 'share', 'Andel', 'Share'),
  ],
  rows: MONTHS.map((month, index) => ({
    cells: [
      `${month} 2024`,
      [1, 1, 3, 1, 0, 1, 0, 2, 2, 1, 2, 1][index],
      [1, 1, 3, 1, 0, 1, 0, 2, 2, 1, 2, 1].map(each => each / 15)[index],
    ],
    documents: [`AVV-2024-m${index + 1}`],
  })),
  totals: [undefined, 15, 1],
  chart: { kind: 'lines', labels: 'month', figures: ['count'] },
}

const years: Table = {
  name: 'years',
  title: said('Mottagna och besvarade per år', 'Received and answered by year'),
  columns: [
    column('year', 'text', 'År', 'Year'),
    column('received', 'number', 'Mottagna', 'Received'),
    column('answered', 'number', 'Besvarade', 'Answered'),
    column('median', 'days', 'Mediantid, dagar', 'Median time, days'),
    column('in_time', 'share', 'I tid', 'In time'),
  ],
  rows: [
    { cells: ['2019', 1204, 980, 61.5, 0.8139] },
    { cells: ['2020', 1311, 1102, 74, 0.8405] },
    { cells: ['2021', 1290, undefined, undefined, undefined] },
    { cells: ['2022', 998, 950, 40.25, 0.952] },
    { cells: ['2023', 1400, 1377, 33, 0.9836] },
  ],
  totals: [undefined, 6203, 4409, undefined, undefined],
  notes: [said('För 2021 saknas uppgift om svar.', 'For 2021 nothing is known of answers.')],
  chart: { kind: 'lines', labels: 'year', figures: ['received', 'answered'] },
}

const areas: Table = {
  name: 'areas',
  title: said('Vad de handlar om', 'What they are about'),
  columns: [
    column('area', 'text', 'Område', 'Area'),
    column('count', 'number', 'Antal', 'Number'),
    column('before', 'number', '2023', '2023'),
  ],
  rows: [
    { cells: ['remiss/komplettering', 3, 2], documents: ['AVV-2024-a', 'AVV-2024-b', 'AVV-2024-c'] },
    { cells: ['informationsöverföring', 2, 3], documents: ['AVV-2024-d', 'AVV-2024-e'] },
    {
      cells: ['kallelse till SIP/nätverksmöte och andra möten som en part ska vara med på', 1, 0],
      documents: ['AVV-2024-f'],
    },
    { cells: ['tillgänglighet', 0, 4] },
  ],
  totals: [undefined, 6, 9],
  chart: { kind: 'bars', labels: 'area', figures: ['count', 'before'] },
}

const between: Table = {
  name: 'between',
  title: said('Avvikelser per område och från', 'Deviations by area and from'),
  columns: [
    column('value', 'text', 'Område', 'Area'),
    column('ekmo', 'number', 'Ekmo kommun', 'Ekmo kommun'),
    column('region', 'number', 'Region Valland', 'Region Valland'),
    column('strand', 'number', 'Strandvåla kommun', 'Strandvåla kommun'),
    column('polis', 'number', 'Polisområde Valland', 'Polisområde Valland'),
    column('count', 'number', 'Totalt', 'Total'),
  ],
  rows: [
    { cells: ['remiss/komplettering', 3, 0, 0, 1, 4] },
    { cells: ['informationsöverföring', 1, 0, 12, 0, 13] },
    { cells: ['tillgänglighet', 0, 2, 1, 5, 8] },
    { cells: ['posthantering', 0, 0, 0, 0, 0] },
  ],
  totals: [undefined, 4, 2, 13, 6, 25],
  chart: { kind: 'stacked', labels: 'value', figures: ['ekmo', 'region', 'strand', 'polis'] },
}

const listing: Table = {
  name: 'decisions',
  title: said('Besluten [öppna]: 2024/25', 'The decisions [open]: 2024/25'),
  columns: [
    column('address', 'id', 'Beslut', 'Decision'),
    column('text', 'text', 'Att', 'That'),
    column('date', 'date', 'Datum', 'Date'),
    column('state', 'text', 'Läge', 'State', {
      words: new Map([['in-force', said('gäller', 'in force')]]),
    }),
    column('matter', 'id', 'Ärende', 'Matter', { presence: 'optional' }),
  ],
  rows: [
    {
      cells: [
        'PROT-styrgruppen-2024-04-18 § 5:1',
        '=HYPERLINK("http://x";"klicka")',
        '2024-04-18',
        'in-force',
        undefined,
      ],
      documents: ['PROT-styrgruppen-2024-04-18'],
    },
    {
      cells: [
        'PROT-styrgruppen-2024-04-18 § 5:2',
        'kostnaden för sekreteraren från 2025-01-01 delas lika mellan regionen och kommunerna gemensamt, och följs upp när ett år har gått.',
        '2024-04-18',
        'in-force',
        'ARE-2023-t0qj',
      ],
      documents: ['PROT-styrgruppen-2024-04-18'],
    },
    {
      cells: [
        'PROT-styrgruppen-2024-11-14 § 6:1',
        '@SUM(1;2) <b>inte fet</b> & "citat"',
        '2024-11-14',
        'in-force',
        undefined,
      ],
      documents: ['PROT-styrgruppen-2024-11-14'],
    },
  ],
}

const pairs: Table = {
  name: 'pairs',
  title: said('Dokumenten bakom varje siffra', 'The documents behind each figure'),
  columns: [column('first', 'text', 'Område', 'Area'), column('count', 'number', 'Antal', 'Number')],
  rows: [{ cells: ['posthantering', 7], documents: ['AVV-2024-p'] }],
  shownWith: 'documents',
}

const empty: Table = {
  name: 'none',
  title: said('Försenade uppdrag', 'Overdue actions'),
  columns: [column('address', 'id', 'Uppdrag', 'Action'), column('count', 'number', 'Antal', 'Number')],
  rows: [],
  totals: [undefined, 0],
}

const chapters: readonly Chapter[] = [
  {
    title: said('Avvikelser', 'Deviations'),
    summary: [
      said(
        'Under 2024 kom 15 avvikelser in, mot 10 under 2023.',
        'In 2024 15 deviations came in, 10 in 2023.',
      ),
      said('Vanligast är remiss/komplettering (3).', 'The commonest is remiss/komplettering (3).'),
    ],
    tables: [months, areas, between, pairs],
    ownWords: said(
      'Sekreterarens ord: vad har vi lärt oss av avvikelserna?',
      'In your own words: what have we learnt from the deviations?',
    ),
  },
  {
    title: said('Beslut och uppdrag', 'Decisions and actions'),
    summary: [said('3 beslut fattades.', '3 decisions were made.')],
    tables: [listing, empty],
    ownWords: said(
      'Sekreterarens ord: vad har besluten lett till?',
      'In your own words: what have the decisions led to?',
    ),
  },
]

/** A report with everything that a sheet can have: chapters, charts of every kind, words to write, tables for documents only. */
export const PACK: Sheet = {
  report: 'steering',
  title: said('Årsrapport till styrgruppen', 'Annual report to the steering group'),
  scope: said('Hela året 2024. Alla grupper.', 'The whole year 2024. All groups.'),
  scopeData: { from: '2024-01-01', to: '2024-12-31' },
  summary: [
    said('Underlaget är 35 dokument från 4 grupper.', 'It rests on 35 documents of 4 groups.'),
    asWritten('1 % < 2 & "3"'),
  ],
  tables: [years],
  chapters,
  sources: { documents: 35, unreadable: ['moten/trasig.md'] },
}
