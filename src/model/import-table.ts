import { folded } from './text.js'

/** A sheet of a spreadsheet, or the whole of a file with separators: every cell as the text that a reader sees. */
export interface SourceSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** A row under the headings, with its number as the spreadsheet shows it. */
export interface SourceRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** A column by its heading. */
export interface SourceColumn {
  /** Place, the first is 0. */
  readonly index: number
  readonly heading: string
}

/** A sheet as a list: its headings, and every row under them that is not empty. */
export interface HeadedTable {
  readonly name: string
  readonly columns: readonly SourceColumn[]
  readonly rows: readonly SourceRow[]
  /** Rows above the headings with something in them: a title, an instruction. */
  readonly above: number
  /** The year of a date that is written without one: the only year that the name of the sheet or the title gives. */
  readonly year?: number
}

/**
 * Finds the row of headings among the first rows: the one where most cells are known headings. Absent when no row has
 * any. A column without a heading is called by its letter when it holds something.
 */
export function headedTable(
  { name, rows }: SourceSheet,
  isHeading: (text: string) => boolean,
): HeadedTable | undefined {
  const scores = rows.slice(0, MOST_ROWS_ABOVE).map(row => row.filter(cell => isHeading(cell)).length)
  const best = Math.max(0, ...scores)
  if (best === 0) return undefined
  const at = scores.indexOf(best)
  const below = rows
    .slice(at + 1)
    .map((cells, index) => ({ number: at + index + 2, cells }))
    .filter(({ cells }) => !isBlank(cells))
  const headings = rows[at] ?? []
  const width = below.reduce((widest, { cells }) => Math.max(widest, cells.length), headings.length)
  const columns = Array.from({ length: width }, (_, index) => ({
    index,
    heading: oneLine(headings[index] ?? '') || letterOf(index),
  })).filter(
    ({ index }) =>
      oneLine(headings[index] ?? '') !== '' || below.some(({ cells }) => oneLine(cells[index] ?? '') !== ''),
  )
  const title = rows.slice(0, at).filter(row => !isBlank(row))
  const [year, another] = new Set([name, ...title.flat()].flatMap(text => text.match(YEAR) ?? []))
  return {
    name,
    columns,
    rows: below,
    above: title.length,
    ...(year !== undefined && another === undefined && { year: Number(year) }),
  }
}

/** The letters that a spreadsheet gives a column: A, B … Z, AA. */
export const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** A heading made comparable: one line, no case, nothing in brackets at its end ("Datum (åååå-mm-dd)"). */
export const headingKey = (heading: string): string =>
  folded(
    oneLine(heading)
      .replace(/\s*\([^()]*\)\s*$/, '')
      .replaceAll('*', ''),
  )

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const isBlank = (cells: readonly string[]): boolean => cells.every(cell => oneLine(cell) === '')

const YEAR = /(?<!\d)20[0-4]\d(?!\d)/g

/** A title, a logotype and instructions may stand above the headings. */
const MOST_ROWS_ABOVE = 25
