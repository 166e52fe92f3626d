import type { TidyRow, TidyTable, TidyValue } from '../model/tidy-table.js'

/**
 * A tidy table as CSV (RFC 4180, UTF-8 without a mark): a line of field names, one line for each row, nothing where there
 * is no value. A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
export function asTidyCsv({ fields }: TidyTable, rows: readonly TidyRow[]): string {
  const lines = [
    fields.map(({ name }) => name),
    ...rows.map(row => fields.map(({ name }) => written(row[name]))),
  ]
  return lines.map(cells => `${cells.map(quoted).join(',')}\r\n`).join('')
}

const written = (value: TidyValue): string => {
  if (value === undefined) return ''
  return typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value)
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
