import type { Cell as XlsxCell, Row as XlsxRow } from 'write-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { columnsOf } from '../model/layout.js'
import { broken } from '../model/line-breaks.js'
import type { Language } from '../model/said.js'
import type { Cell, Column } from '../model/sheet.js'
import { headsOf, type ShownSheet, type ShownTable, tablesInOrder } from '../model/shown-sheet.js'
import { isNumeric } from '../model/worded-column.js'
import { type Tab, withWhatIsLacking } from './xlsx-parts.js'
import { packed, partsOf } from './zip.js'

/**
 * A sheet as a workbook: what it says first, then a tab for every table, its head frozen and filtered. Dates are dates,
 * shares are percentages, texts are never formulas. The same sheet gives the same bytes.
 */
export async function asXlsx(sheet: ShownSheet, language: Language): Promise<Uint8Array> {
  const names = new Set<string>()
  const first = tabName(FIRST[language], names)
  const tabs: readonly Tab[] = tablesInOrder(sheet).map(({ table }) => ({
    name: tabName(table.title, names),
    table,
    columns: headsOf(table).length,
    rows: table.rows.length + 1,
  }))
  const written = writeXlsxFile(
    [
      {
        sheet: first,
        data: firstRows(sheet, tabs).map(row => tall(row, [FIRST_WIDTH])),
        columns: [{ width: FIRST_WIDTH }],
        showGridLines: false,
      },
      ...tabs.map(({ name, table }) => {
        const widths = widthsOf(table)
        return {
          sheet: name,
          data: tableRows(table).map(row => tall(row, widths)),
          columns: widths.map(width => ({ width })),
          stickyRowsCount: 1,
          orientation: 'landscape' as const,
        }
      }),
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  )
  return packed(withWhatIsLacking(partsOf(await written.toBuffer()), tabs, language))
}

const FIRST_WIDTH = 100

const FIRST = { sv: 'Sammanfattning', en: 'Summary' }

/** A name that a tab may have: 31 characters at most, none of `[]:*?/\`, none that is taken. */
function tabName(title: string, taken: Set<string>): string {
  const plain = clean(title)
    .replace(/[[\]:*?/\\]+/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/^['\s]+|['\s]+$/g, '')
  const cut = (most: number) => [...(plain === '' ? 'Tabell' : plain)].slice(0, most).join('').trim()
  let name = cut(31)
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${cut(27)} ${number}`
  taken.add(name.toLowerCase())
  return name
}

function firstRows(sheet: ShownSheet, tabs: readonly Tab[]): readonly XlsxRow[] {
  const line = (text: string): XlsxRow => [{ value: clean(text), type: String, wrap: true }]
  const heading = (text: string): XlsxRow => [
    { value: clean(text), type: String, fontWeight: 'bold', fontSize: 14, wrap: true },
  ]
  const nameOf = new Map(tabs.map(({ table, name }) => [table, name]))
  const listed = (tables: readonly ShownTable[]) => tables.map(table => line(`→ ${nameOf.get(table) ?? ''}`))
  return [
    [{ value: clean(sheet.title), type: String, fontWeight: 'bold', fontSize: 18, wrap: true }],
    line(sheet.scope),
    [],
    ...sheet.summary.map(line),
    ...listed(sheet.tables),
    ...sheet.chapters.flatMap(({ title, summary, ownWords, tables }) => [
      [],
      heading(title),
      ...summary.map(line),
      ...listed(tables),
      ...(ownWords === undefined ? [] : [line(ownWords), []]),
    ]),
    [],
    ...sheet.sources.map(line),
  ]
}

function tableRows(table: ShownTable): readonly XlsxRow[] {
  const { columns, rows, totals, totalCells, notes, shows, empty } = table
  const formats = columns.map((column, index) =>
    formatOf(
      column,
      rows.map(({ cells }) => cells[index]),
    ),
  )
  const more = (documents: readonly string[]): XlsxRow =>
    shows === 'documents' ? inCells(documents).map(ids => ({ ...textCell(ids), indent: 1 })) : []
  const body = (cells: readonly Cell[], texts: readonly string[]): XlsxRow =>
    columns.map((column, index) => cellOf(cells[index], texts[index] ?? '', column, formats[index]))
  return [
    headsOf(table).map((head, index) => {
      const column = columns[index]
      const align = column !== undefined && isNumeric(column) ? 'right' : 'left'
      return { value: clean(head), type: String, align, ...HEAD, ...(column === undefined && { indent: 1 }) }
    }),
    ...rows.map(({ cells, texts, documents }) => [...body(cells, texts), ...more(documents)]),
    ...(rows.length === 0 ? [[textCell(empty)]] : []),
    ...(totals === undefined
      ? []
      : [totals.map((text, index) => totalCell(totalCells?.[index], text, formats[index]))]),
    ...(notes.length === 0 ? [] : [[], ...notes.map(note => [{ value: clean(note), type: String }])]),
  ]
}

const HEAD = {
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'bottom',
  backgroundColor: '#e8eef2',
  bottomBorderStyle: 'thin',
} as const

const TOTAL = { fontWeight: 'bold', topBorderStyle: 'thin' } as const

const textCell = (text: string) => ({
  value: clean(text),
  type: String,
  wrap: true,
  alignVertical: 'top' as const,
})

const cellOf = (cell: Cell, text: string, column: Column, format: string | undefined): XlsxCell => {
  if (typeof cell === 'number')
    return { value: cell, type: Number, alignVertical: 'top', ...(format !== undefined && { format }) }
  if (cell === undefined && text === '–') return undefined
  if (column.type === 'date' && typeof cell === 'string' && DAY.test(cell))
    return {
      value: new Date(`${cell}T00:00:00Z`),
      type: Date,
      format: 'yyyy-mm-dd',
      align: 'left',
      alignVertical: 'top',
    }
  return textCell(text)
}

const totalCell = (cell: Cell, text: string, format: string | undefined): XlsxCell =>
  typeof cell === 'number'
    ? { value: cell, type: Number, ...TOTAL, ...(format !== undefined && { format }) }
    : { value: text === '–' ? '' : clean(text), type: String, ...TOTAL }

const DAY = /^\d{4}-\d\d-\d\d$/

/** How Excel shows the numbers of a column. */
function formatOf({ type }: Column, cells: readonly Cell[]): string | undefined {
  if (type === 'share') return '0\u00a0%'
  return cells.every(cell => typeof cell !== 'number' || Number.isInteger(cell)) ? '#,##0' : '#,##0.0'
}

/** Columns as wide as what stands in them, within reason. */
const widthsOf = (table: ShownTable): readonly number[] =>
  headsOf(table).map((head, index) => {
    const texts = table.rows.map(({ texts: of, documents }) => of[index] ?? documents.join(', '))
    const longest = Math.max(...head.split(' ').map(columnsOf), ...texts.map(columnsOf))
    return Math.min(60, Math.max(10, longest + 4))
  })

/** Ids in a cell, and in the cells after it where a cell of Excel cannot hold them all. */
function inCells(ids: readonly string[]): readonly string[] {
  const cells: string[] = []
  let cell = ''
  for (const id of ids) {
    const longer = cell === '' ? id : `${cell}, ${id}`
    if (longer.length > LONGEST_CELL) {
      cells.push(cell)
      cell = id
    } else cell = longer
  }
  return [...cells, cell]
}

/** A row as high as its texts are in columns of these widths: programs other than Excel do not measure it themselves. */
function tall(row: XlsxRow, widths: readonly number[]): XlsxRow {
  const lines = row.map((cell, index) => {
    const text = isWrapped(cell) ? cell.value : ''
    const size = isWrapped(cell) && cell.fontSize !== undefined ? cell.fontSize / 11 : 1
    const width = Math.floor((widths[index] ?? 10) / size) - 2
    return size * text.split('\n').reduce((sum, line) => sum + Math.max(1, broken(line, width).length), 0)
  })
  const height = Math.min(400, Math.max(1, ...lines) * LINE_HEIGHT)
  const [first, ...others] = row
  return typeof first === 'object' && !(first instanceof Date) ? [{ ...first, height }, ...others] : row
}

const isWrapped = (cell: XlsxCell): cell is { value: string; wrap: true; fontSize?: number } =>
  typeof cell === 'object' &&
  cell !== null &&
  'wrap' in cell &&
  'value' in cell &&
  typeof cell.value === 'string'

/** Points. */
const LINE_HEIGHT = 15
/** Characters that a cell of Excel holds, and some to spare. */
const LONGEST_CELL = 32_000

/** A text without what XML cannot hold; line ends stay. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu, '')
    .slice(0, LONGEST_CELL)
