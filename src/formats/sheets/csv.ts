import type { Format } from '../../model/format.js'
import type { Cell } from '../../model/sheet.js'
import { headsOf, type ShownChapter, type ShownTable, shownSheet } from '../../model/shown-sheet.js'

/**
 * Sheets for a spreadsheet: the tables one after the other, each under its title and followed by an empty line.
 * Every cell is quoted, lines end with CRLF (RFC 4180), numbers have a decimal point. With `--excel`, what a Swedish
 * Excel opens at a double click: a byte order mark, semicolons, decimal commas, and columns by their names.
 */
export const format: Format = {
  name: 'csv',
  about: { sv: 'kommaseparerat för kalkylprogram', en: 'comma-separated for spreadsheets' },
  dialects: ['excel'],
  sheet: (sheet, { language }, { shows, dialect }) => {
    const way = dialect === undefined ? PLAIN : EXCEL
    const shown = shownSheet(sheet, language, shows)
    const alone = (texts: readonly string[]): readonly Line[] => texts.map(text => [text])
    const chapter = ({ title, summary, tables, ownWords }: ShownChapter): readonly (readonly Line[])[] => [
      alone([title, ...summary, ...(ownWords === undefined ? [] : [ownWords])]),
      ...tables.map(table => linesOf(table, way)),
    ]
    const blocks = [
      alone([shown.title, shown.scope, ...shown.summary]),
      ...shown.tables.map(table => linesOf(table, way)),
      ...shown.chapters.flatMap(chapter),
      alone(shown.sources),
    ]
    const line = (cells: Line): string => `${cells.map(quoted).join(way.between)}\r\n`
    return way.mark + blocks.map(lines => lines.map(line).join('')).join('\r\n')
  },
}

type Line = readonly string[]

/** A way of writing CSV. */
interface Way {
  readonly mark: string
  readonly between: string
  readonly decimal: string
  /** What stands over the columns, and over the documents. */
  readonly heads: (table: ShownTable) => Line
}

const PLAIN: Way = {
  mark: '',
  between: ',',
  decimal: '.',
  heads: ({ columns, shows }) => [
    ...columns.map(({ key }) => key),
    ...(shows === 'documents' ? ['documents'] : []),
  ],
}
const EXCEL: Way = { mark: '\ufeff', between: ';', decimal: ',', heads: headsOf }

function linesOf(table: ShownTable, way: Way): readonly Line[] {
  const { title, rows, totals, totalCells, notes, shows, empty } = table
  const more = (text: string): Line => (shows === 'documents' ? [text] : [])
  const plain = (cell: Cell, text: string): string =>
    typeof cell === 'number' ? String(cell).replace('.', way.decimal) : text
  return [
    [title],
    way.heads(table),
    ...rows.map(({ cells, texts, documents }) => [
      ...texts.map((text, index) => plain(cells[index], text)),
      ...more(documents.join('; ')),
    ]),
    ...(rows.length === 0 ? [[empty]] : []),
    ...(totals === undefined
      ? []
      : [[...totals.map((text, index) => plain(totalCells?.[index], text)), ...more('')]]),
    ...notes.map(note => [note]),
  ]
}

/** A quoted cell; one that a spreadsheet would take for a formula gets an apostrophe before it. */
function quoted(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

const FORMULA = /^[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/
