import type { Format, SheetWish } from '../../model/format.js'
import type { Language } from '../../model/said.js'
import type { Cell, Column, Table } from '../../model/sheet.js'
import { NO_ROWS, sourcesSaid, TOTAL } from '../../model/sheet-words.js'
import { cellText, isNumeric } from '../../model/worded-column.js'

/**
 * Sheets for a spreadsheet: the tables one after the other, each under its title and followed by an empty line.
 * Every cell is quoted, lines end with CRLF (RFC 4180), numbers have a decimal point.
 */
export const format: Format = {
  name: 'csv',
  about: { sv: 'kommaseparerat för kalkylprogram', en: 'comma-separated for spreadsheets' },
  sheet: (sheet, { language }, { shows }) => {
    const blocks = [
      [[sheet.title[language]], [sheet.scope[language]], ...sheet.summary.map(said => [said[language]])],
      ...sheet.tables.map(table => linesOf(table, language, shows)),
      sourcesSaid(sheet).map(said => [said[language]]),
    ]
    return blocks.map(lines => lines.map(cells => `${cells.map(quoted).join(',')}\r\n`).join('')).join('\r\n')
  },
}

type Line = readonly string[]

function linesOf(table: Table, language: Language, shows: SheetWish['shows']): readonly Line[] {
  const { title, columns, rows, totals, notes = [] } = table
  const more = (text: string): Line => (shows === 'documents' ? [text] : [])
  const texts = (cells: readonly Cell[]): Line =>
    columns.map((column, index) => plain(cells[index], column, language))
  const total = (cells: readonly Cell[]): Line =>
    columns.map((column, index) =>
      index === 0 ? TOTAL[language] : isNumeric(column) ? plain(cells[index], column, language) : '',
    )
  return [
    [title[language]],
    [...columns.map(({ key }) => key), ...more('documents')],
    ...rows.map(({ cells, documents = [] }) => [...texts(cells), ...more(documents.join('; '))]),
    ...(rows.length === 0 ? [[NO_ROWS[language]]] : []),
    ...(totals === undefined || rows.length === 0 ? [] : [[...total(totals), ...more('')]]),
    ...notes.map(said => [said[language]]),
  ]
}

const plain = (cell: Cell, column: Column, language: Language): string =>
  typeof cell === 'number' ? String(cell) : cellText(cell, column, language)

/** A quoted cell; one that a spreadsheet would take for a formula gets an apostrophe before it. */
function quoted(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/
