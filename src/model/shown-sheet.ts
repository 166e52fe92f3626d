import type { SheetWish } from './format.js'
import type { Language, Said } from './said.js'
import type { Cell, Column, Row, Sheet, Table } from './sheet.js'
import { DOCUMENTS, NO_ROWS, sourcesSaid, TOTAL } from './sheet-words.js'
import { type ShownChart, shownChart } from './shown-chart.js'
import { cellText, isNumeric } from './worded-column.js'

/** One row as people read it. */
export interface ShownRow {
  readonly cells: readonly Cell[]
  /** A text for every cell. */
  readonly texts: readonly string[]
  /** The ids behind its figures. */
  readonly documents: readonly string[]
}

/** A table as people read it, in one language. */
export interface ShownTable {
  readonly name: string
  readonly title: string
  readonly columns: readonly Column[]
  /** What the columns are called. */
  readonly heads: readonly string[]
  readonly rows: readonly ShownRow[]
  /** A text for every column, empty where a column has no total. Absent where there are no totals. */
  readonly totals?: readonly string[]
  /** The numbers of the totals, a cell for every column. */
  readonly totalCells?: readonly Cell[]
  readonly notes: readonly string[]
  /** What the column of documents is called. */
  readonly documentsHead: string
  /** What stands instead of the rows where there are none. */
  readonly empty: string
  readonly chart?: ShownChart
  /** `documents`: the ids behind the figures are shown too. */
  readonly shows: SheetWish['shows']
}

/** A chapter as people read it. */
export interface ShownChapter {
  readonly title: string
  readonly summary: readonly string[]
  readonly tables: readonly ShownTable[]
  /** What the secretary is to write. */
  readonly ownWords?: string
}

/** A sheet as people read it, in one language: the same words and numbers whatever the format. */
export interface ShownSheet {
  readonly title: string
  readonly scope: string
  readonly summary: readonly string[]
  readonly tables: readonly ShownTable[]
  readonly chapters: readonly ShownChapter[]
  readonly sources: readonly string[]
}

/** Everything of a sheet that is to be shown; formats only lay it out. */
export function shownSheet(sheet: Sheet, language: Language, shows: SheetWish['shows']): ShownSheet {
  const words = (said: readonly Said[]) => said.map(each => each[language])
  const tables = (of: readonly Table[]) =>
    tablesShown(of, shows).map(each => shownTable(each, language, shows))
  return {
    title: sheet.title[language],
    scope: sheet.scope[language],
    summary: words(sheet.summary),
    tables: tables(sheet.tables),
    chapters: (sheet.chapters ?? []).map(({ title, summary, tables: of, ownWords }) => ({
      title: title[language],
      summary: words(summary),
      tables: tables(of),
      ...(ownWords !== undefined && { ownWords: ownWords[language] }),
    })),
    sources: words(sourcesSaid(sheet)),
  }
}

/** The tables that are shown, with the documents behind the figures or without. */
export const tablesShown = (tables: readonly Table[], shows: SheetWish['shows']): readonly Table[] =>
  tables.filter(({ shownWith }) => shownWith === undefined || shows === 'documents')

/** What stands over the columns of a table, and over the documents where they are shown. */
export const headsOf = ({ heads, documentsHead, shows }: ShownTable): readonly string[] => [
  ...heads,
  ...(shows === 'documents' ? [documentsHead] : []),
]

/** Every table of a sheet in the order of reading, with the title of its chapter where it has one. */
export const tablesInOrder = ({
  tables,
  chapters,
}: ShownSheet): readonly { readonly table: ShownTable; readonly chapter?: string }[] => [
  ...tables.map(table => ({ table })),
  ...chapters.flatMap(({ title, tables: of }) => of.map(table => ({ table, chapter: title }))),
]

function shownTable(table: Table, language: Language, shows: SheetWish['shows']): ShownTable {
  const { name, title, columns, rows, totals, notes = [] } = table
  const texts = (cells: readonly Cell[]) =>
    columns.map((column, index) => cellText(cells[index], column, language))
  const totalCells = totals === undefined || rows.length === 0 ? undefined : columns.map(totalOf(totals))
  const chart = shownChart(table, language)
  return {
    name,
    title: title[language],
    columns,
    heads: columns.map(({ label }) => label[language]),
    rows: rows.map(({ cells, documents = [] }: Row) => ({
      cells,
      texts: texts(cells),
      documents: shows === 'documents' ? documents : [],
    })),
    ...(totalCells !== undefined && {
      totalCells,
      totals: columns.map((column, index) => {
        if (index === 0) return TOTAL[language]
        return isNumeric(column) ? cellText(totalCells[index], column, language) : ''
      }),
    }),
    notes: notes.map(said => said[language]),
    documentsHead: DOCUMENTS[language],
    empty: NO_ROWS[language],
    ...(chart !== undefined && { chart }),
    shows,
  }
}

/** Only numbers are summed, and the first column has room for the word alone. */
const totalOf =
  (totals: readonly Cell[]) =>
  (column: Column, index: number): Cell =>
    index > 0 && isNumeric(column) ? totals[index] : undefined
