import type { Archive } from './archive.js'
import type { Said } from './said.js'
import type { Cell, Row, Sheet, Table } from './sheet.js'

/** The three questions of a steering group's first page. */
export type SteeringQuestion = 'happened' | 'late' | 'to-decide'

/** One figure of the first page: "avvikelser som väntar på svar (4)". */
export interface SteeringLine {
  readonly answers: SteeringQuestion
  /** ASCII key in JSON and CSV. */
  readonly key: string
  /** What is counted, in the plural and without a capital: it stands in a table and in a sentence. */
  readonly counts: Said
  readonly count: number
  /** The same in the stretch before, where that is known. */
  readonly before?: number
  /** The ids behind the figure; absent where they may not be told, or are none. */
  readonly documents?: readonly string[]
}

/** What a line is called, before it has a figure. */
export type SteeringLabel = Pick<SteeringLine, 'answers' | 'key' | 'counts'>

/** What a report tells a steering group in its yearly pack: its chapter, and its lines on the first page. */
export interface SteeringPart {
  /** Where its chapter stands: the lowest first. */
  readonly place: number
  /** How many of the sentences that answer first are worth the steering group's time. */
  readonly sentences: number
  /** Names of the few tables that matter, in the order in which they are read. */
  readonly tables: readonly string[]
  /** What the secretary is to write in words of their own. */
  readonly ownWords: Said
  /** What the first page takes from the answer. */
  lines?(answer: Sheet, archive: Archive): readonly SteeringLine[]
}

/** A table of an answer by its name. */
export const tableNamed = ({ tables }: Sheet, name: string): Table | undefined =>
  tables.find(table => table.name === name)

/** The cell of a row in the column with a key. */
export const cellAt = ({ columns }: Table, { cells }: Row, key: string): Cell =>
  cells[columns.findIndex(column => column.key === key)]

/** The rows of a table of an answer that are wanted; none where there is no such table. */
export function rowsWhere(
  answer: Sheet,
  name: string,
  isWanted: (cell: (key: string) => Cell) => boolean,
): readonly Row[] {
  const table = tableNamed(answer, name)
  return table === undefined ? [] : table.rows.filter(row => isWanted(key => cellAt(table, row, key)))
}

/** A line that counts rows, each of which stands for one document or address. */
export const lineOfRows = (label: SteeringLabel, rows: readonly Row[]): SteeringLine => ({
  ...label,
  count: rows.length,
  documents: rows.flatMap(row => row.documents ?? []),
})

/** A line with the figure of one row of a table, named by its first cell; none where there is no such row. */
export function lineOfRow(
  label: SteeringLabel,
  answer: Sheet,
  name: string,
  first: Cell,
): readonly SteeringLine[] {
  const table = tableNamed(answer, name)
  const row = table?.rows.find(({ cells }) => cells[0] === first)
  return table === undefined || row === undefined
    ? []
    : [{ ...label, ...figuresIn(table, row), documents: row.documents ?? [] }]
}

/** A line with the total of a table; none where it has none. */
export function lineOfTotal(label: SteeringLabel, answer: Sheet, name: string): readonly SteeringLine[] {
  const table = tableNamed(answer, name)
  return table?.totals === undefined
    ? []
    : [
        {
          ...label,
          ...figuresIn(table, { cells: table.totals }),
          documents: table.rows.flatMap(row => row.documents ?? []),
        },
      ]
}

/** The `count` of a row, and its `before` where there is one. */
function figuresIn(table: Table, row: Row): Pick<SteeringLine, 'count' | 'before'> {
  const count = cellAt(table, row, 'count')
  const before = cellAt(table, row, 'before')
  return {
    count: typeof count === 'number' ? count : 0,
    ...(typeof before === 'number' && { before }),
  }
}
