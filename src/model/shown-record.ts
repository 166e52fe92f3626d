import type { Language } from './said.js'
import type { ShownRow, ShownTable } from './shown-sheet.js'
import { isNumeric, type WordedColumn } from './worded-column.js'

/** A row that reads better by itself than in a table of many columns. */
export interface ShownRecord {
  /** Its two first cells. */
  readonly first: string
  readonly second: string
  /** What is known: "Antal: 3". */
  readonly facts: readonly string[]
  /** What is not known and should be, in one sentence. */
  readonly lack?: string
}

/** A row by itself: its two first cells as a heading, then what is known, then what is not. */
export function shownRecord(
  { columns, heads }: ShownTable,
  { cells, texts }: ShownRow,
  language: Language,
): ShownRecord {
  const [, next] = columns
  // A figure needs its label, so only words stand in the heading.
  const heading = next !== undefined && isNumeric(next) ? 1 : 2
  const [first = '', second = ''] = texts.slice(0, heading)
  const rest = columns
    .map((column, index) => ({
      column,
      name: heads[index] ?? '',
      cell: cells[index],
      text: texts[index] ?? '',
    }))
    .slice(heading)
  const isSaid = (column: WordedColumn) => column.absent !== undefined
  const known = rest.filter(({ column, cell }) => cell !== undefined || isSaid(column))
  const isMissed = (column: WordedColumn) => column.presence !== 'optional'
  const unknown = rest.filter(each => !known.includes(each) && isMissed(each.column))
  const names = unknown.map(({ name }) => name.toLowerCase()).join(', ')
  return {
    first,
    second,
    facts: known.map(({ name, text }) => `${name}: ${text}`),
    ...(unknown.length > 0 && { lack: `${{ sv: 'Ej angivet', en: 'Not stated' }[language]}: ${names}` }),
  }
}

/** How a table is set on paper: as a table on a standing or lying page, or row by row. */
export function settingOf({ columns, shows }: ShownTable): 'standing' | 'lying' | 'records' {
  const weights = columns.map(column => (isNumeric(column) ? 1 : column.type === 'date' ? 1.5 : 2.5))
  const weight = weights.reduce((sum, each) => sum + each, shows === 'documents' ? 3 : 0)
  if (weight > MOST_WEIGHT) return 'records'
  return weight > STANDING_WEIGHT ? 'lying' : 'standing'
}

/** How many columns of numbers a lying page holds; a column of text counts for more. */
const MOST_WEIGHT = 19
const STANDING_WEIGHT = 13
