import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import mammoth from 'mammoth'
import readXlsx from 'read-excel-file/node'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../src/formats/index.js'
import type { SheetWish } from '../src/model/format.js'
import { asWritten } from '../src/model/said.js'
import type { Cell, Chart, ColumnType, Sheet, Table } from '../src/model/sheet.js'
import { cellText, column, isNumeric } from '../src/model/worded-column.js'
import { PACK } from './pack-sheet.js'
import { PLAIN } from './plain-paint.js'

/** A sheet in a format, as the command writes it. */
async function written(
  name: string,
  sheet: Sheet,
  wish: SheetWish = { shows: 'figures' },
  columns = 300,
): Promise<string | Uint8Array> {
  const listed = FORMATS.find(each => each.name === name && each.writes === 'sheet')
  const content = await (await listed?.load())?.sheet?.(
    sheet,
    { language: 'sv', columns, paint: PLAIN },
    wish,
  )
  if (content === undefined) throw new Error(`${name} writes no sheets.`)
  return content
}

const asText = async (name: string, sheet: Sheet, wish?: SheetWish): Promise<string> => {
  const content = await written(name, sheet, wish)
  if (typeof content !== 'string') throw new Error(`${name} writes no text.`)
  return content
}

const asBytes = async (name: string, sheet: Sheet, wish?: SheetWish): Promise<Uint8Array> => {
  const content = await written(name, sheet, wish)
  if (typeof content === 'string') throw new Error(`${name} writes no bytes.`)
  return content
}

/** What a table says: a row of words for each of its rows, then the totals. */
type Rows = readonly (readonly string[])[]

const NAMES = ['ett', 'två', 'tre', 'fyra', 'fem', 'sex']

/** A table with a label in its first column and numbers in the others; its totals are the sums of what is known. */
const tables: fc.Arbitrary<Table> = fc
  .record({
    types: fc.array(fc.constantFrom<ColumnType>('number', 'days', 'share'), { minLength: 1, maxLength: 5 }),
    height: fc.integer({ min: 1, max: 6 }),
    kind: fc.constantFrom<Chart['kind'] | undefined>('bars', 'stacked', 'lines', undefined),
    isSummed: fc.boolean(),
  })
  .chain(({ types, height, kind, isSummed }) =>
    fc
      .array(
        fc.tuple(
          ...types.map(type =>
            fc.option(
              type === 'share'
                ? fc.integer({ min: 0, max: 1000 }).map(share => share / 1000)
                : fc.oneof(
                    fc.integer({ min: 0, max: 99_999 }),
                    fc.integer({ min: 0, max: 9999 }).map(each => each / 8),
                  ),
              { nil: undefined },
            ),
          ),
        ),
        { minLength: height, maxLength: height },
      )
      .map(
        (rows): Table => ({
          name: 'table',
          title: asWritten('Tabellen'),
          columns: [
            column('label', 'text', 'Namn', 'Name'),
            ...types.map((type, index) => column(`c${index}`, type, `Kolumn ${index}`, `Column ${index}`)),
          ],
          rows: rows.map((cells, index) => ({ cells: [NAMES[index], ...cells], documents: [`D-${index}`] })),
          ...(isSummed && {
            totals: [undefined, ...types.map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0))],
          }),
          ...(kind !== undefined && {
            chart: { kind, labels: 'label', figures: types.map((_, index) => `c${index}`) },
          }),
        }),
      ),
  )

const sheetOf = (table: Table): Sheet => ({
  report: 'test',
  title: asWritten('Rapporten'),
  scope: asWritten('Allt.'),
  scopeData: {},
  summary: [],
  tables: [],
  chapters: [{ title: asWritten('Kapitlet'), summary: [], tables: [table] }],
  sources: { documents: 1, unreadable: [] },
})

/** What people are to read. */
const expected = ({ columns, rows, totals }: Table): Rows => [
  ...rows.map(({ cells }) => columns.map((each, index) => tidy(cellText(cells[index], each, 'sv')))),
  ...(totals === undefined
    ? []
    : [columns.map((each, index) => (index === 0 ? 'Totalt' : tidy(cellText(totals[index], each, 'sv'))))]),
]

/** The numbers themselves, for programs. */
const numbersOf = ({ columns, rows, totals }: Table): readonly (readonly Cell[])[] => {
  const figures = (cells: readonly Cell[]) =>
    columns.flatMap((each, index) => (isNumeric(each) ? [cells[index]] : []))
  return [...rows.map(({ cells }) => figures(cells)), ...(totals === undefined ? [] : [figures(totals)])]
}

const tidy = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')

const readMarkdown = (output: string): Rows =>
  [...output.matchAll(/^\| (.*) \|$/gm)]
    .map(([, row = '']) => row.split(' | ').map(cell => tidy(cell.replace(/\*\*|\\/g, ''))))
    .slice(2)

const readTerminal = (output: string): Rows =>
  output
    .split('\n')
    .map(line =>
      tidy(line)
        .split(/ {2,}/)
        .filter(cell => cell !== '' && !/^[█▏▎▍▌▋▊▉]+$/.test(cell)),
    )
    .filter(([first = '', second = '']) => [...NAMES, 'Totalt'].includes(first) && /^[\d–]/.test(second))

/** Rows of an HTML table. */
const readMarkup = (output: string): Rows =>
  [...output.matchAll(/<tr>(.*?)<\/tr>/gs)]
    .map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
        tidy(cell.replace(/<svg.*?<\/svg> ?/gs, '').replace(/<[^>]*>/g, '')),
      ),
    )
    .slice(1)

const readCsv = (output: string, more: { readonly delimiter?: string } = {}): Rows =>
  parse(output, { bom: true, relax_column_count: true, ...more })
    .map((row: readonly unknown[]) => row.map(String))
    .filter(([first = '']: readonly string[]) => [...NAMES, 'Totalt'].includes(first))

const asNumber = (text: string): Cell => (text === '–' ? undefined : Number(text.replace(',', '.')))

describe('every format shows the same numbers', () => {
  test('for people: on the screen, as Markdown and as a web page', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async table => {
        const sheet = sheetOf(table)
        expect(readTerminal(await asText('text', sheet))).toEqual(expected(table))
        expect(readMarkdown(await asText('md', sheet))).toEqual(expected(table))
        expect(readMarkup(await asText('html', sheet))).toEqual(expected(table))
      }),
    )
  })

  test('for programs: as CSV, as CSV for Excel and as JSON', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async table => {
        const sheet = sheetOf(table)
        const plain = readCsv(await asText('csv', sheet))
        const excel = readCsv(await asText('csv', sheet, { shows: 'figures', dialect: 'excel' }), {
          delimiter: ';',
        })
        for (const rows of [plain, excel])
          expect(rows.map(row => row.slice(1).map(asNumber))).toEqual(numbersOf(table))
        const data = JSON.parse(await asText('json', sheet)).chapters[0].sheets[0]
        const rows = [...data.rows, ...(data.totals === undefined ? [] : [data.totals])]
        expect(
          rows.map((row: Readonly<Record<string, number | null>>) =>
            table.columns.slice(1).map(({ key }) => row[key] ?? undefined),
          ),
        ).toEqual(numbersOf(table))
      }),
    )
  })

  test('as a workbook, read by another program', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async table => {
        const [, tab] = await readXlsx(Buffer.from(await asBytes('xlsx', sheetOf(table))))
        const rows = tab?.data.slice(1) ?? []
        expect(rows.map(row => row.slice(1).map(cell => cell ?? undefined))).toEqual(numbersOf(table))
        expect(rows.map(([first]) => first)).toEqual(expected(table).map(([first]) => first))
      }),
      { numRuns: 20 },
    )
  })

  test('as a Word document, read by another program', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async table => {
        const buffer = Buffer.from(await asBytes('docx', sheetOf(table)))
        const { value } = await mammoth.convertToHtml({ buffer })
        expect(readMarkup(value)).toEqual(expected(table))
      }),
      { numRuns: 12 },
    )
  })

  test('as PDF, read by another program', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async table => {
        const pdf = await getDocumentProxy(await asBytes('pdf', sheetOf(table)))
        const { text } = await extractText(pdf, { mergePages: true })
        const words = tidy(text).replace(/\s+/g, ' ')
        for (const row of expected(table)) expect(words).toContain(row.join(' '))
      }),
      { numRuns: 12 },
    )
  })
})

describe('whatever stands in a cell', () => {
  const named = (names: readonly string[]): Sheet =>
    sheetOf({
      name: 'table',
      title: asWritten(names[0] ?? 'Tabellen'),
      columns: [column('label', 'text', 'Namn', 'Name'), column('count', 'number', 'Antal', 'Number')],
      rows: names.map(name => ({ cells: [name, 7], documents: [name] })),
      chart: { kind: 'bars', labels: 'label', figures: ['count'] },
    })
  const strange = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '=1+1',
        '@x',
        '#{read("/etc/passwd")}',
        '"\\',
        '<w:p/>',
        '<!DOCTYPE x>',
        ']]>',
        '漢字',
        '_x0041_',
        "'",
      ),
    ),
    { minLength: 2, maxLength: 5 },
  )

  test('the workbook, the document and the PDF open, and have its number', async () => {
    await fc.assert(
      fc.asyncProperty(strange, async names => {
        const sheet = named(names)
        const [, tab] = await readXlsx(Buffer.from(await asBytes('xlsx', sheet, { shows: 'documents' })))
        expect(tab?.data.slice(1).map(([, count]) => count)).toEqual(names.map(() => 7))
        const buffer = Buffer.from(await asBytes('docx', sheet, { shows: 'documents' }))
        const { value } = await mammoth.convertToHtml({ buffer })
        expect(readMarkup(value).map(([, count]) => count)).toEqual(names.map(() => '7'))
        const pdf = await getDocumentProxy(await asBytes('pdf', sheet, { shows: 'documents' }))
        expect(pdf.numPages).toBeGreaterThan(1)
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  test.each(['=1+1', '+cmd', '-cmd', '@SUM(A1)', '\tx', '\0=x', '＝1+1', '＠x'])(
    'as CSV for Excel, %j is no formula',
    async cell => {
      const output = await asText('csv', named([cell]), { shows: 'figures', dialect: 'excel' })
      expect(output).toContain(`"'${cell}";"7"`)
    },
  )
})

describe('the same report gives the same bytes', () => {
  const ways: readonly (readonly [string, SheetWish])[] = [
    ...FORMATS.filter(({ writes }) => writes === 'sheet').flatMap(({ name }) => [
      [name, { shows: 'figures' }] as const,
      [name, { shows: 'documents' }] as const,
    ]),
    ['csv', { shows: 'documents', dialect: 'excel' }],
  ]

  test.each(ways)('%s %j', async (name, wish) => {
    const first = await written(name, PACK, wish)
    for (let time = 0; time < 3; time++) {
      const again = await written(name, structuredClone(PACK), wish)
      expect(Buffer.compare(Buffer.from(again), Buffer.from(first))).toBe(0)
    }
  })
})

test.each(['text', 'md', 'html', 'csv', 'json'])(
  '%s: chapters, words to write and what is shown with documents only',
  async name => {
    const figures = await asText(name, PACK)
    const documents = await asText(name, PACK, { shows: 'documents' })
    for (const output of [figures, documents])
      for (const { title } of PACK.chapters ?? []) expect(output).toContain(title.sv)
    expect(figures).not.toContain('Dokumenten bakom varje siffra')
    expect(documents).toContain('Dokumenten bakom varje siffra')
    if (name !== 'json') expect(figures).toContain('vad har vi lärt oss')
  },
)
