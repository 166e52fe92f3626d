import type { Format, SheetWish } from '../../model/format.js'
import { asJson } from '../../model/output.js'
import type { Language } from '../../model/said.js'
import type { Cell, Chapter, Column, Row, Sheet, Table } from '../../model/sheet.js'
import { tablesShown } from '../../model/shown-sheet.js'
import { isNumeric } from '../../model/worded-column.js'

/**
 * Data for other programs: schema version 1 (`templates/schemas/output/report.json`), names never translated, `null`
 * for what is not known.
 */
export const format: Format = {
  name: 'json',
  about: { sv: 'data för andra program', en: 'data for other programs' },
  sheet: (sheet, { language }, { shows }) => asJson(sheetData(sheet, language, shows)),
}

const sheetData = (sheet: Sheet, language: Language, shows: SheetWish['shows']) => ({
  schemaVersion: 1,
  report: sheet.report,
  scope: sheet.scopeData,
  sources: sheet.sources,
  sheets: tablesShown(sheet.tables, shows).map(table => tableData(table, language, shows)),
  ...(sheet.chapters !== undefined && {
    chapters: sheet.chapters.map(({ title, summary, tables }: Chapter) => ({
      title: title[language],
      summary: summary.map(said => said[language]),
      sheets: tablesShown(tables, shows).map(table => tableData(table, language, shows)),
    })),
  }),
})

const tableData = (
  { name, title, columns, rows, totals, notes = [] }: Table,
  language: Language,
  shows: SheetWish['shows'],
) => ({
  name,
  title: title[language],
  columns: columns.map(({ key, label, type }) => ({ key, label: label[language], type })),
  rows: rows.map(({ cells, documents = [] }: Row) => ({
    ...keyed(columns, cells),
    ...(shows === 'documents' && { documents }),
  })),
  ...(totals !== undefined && {
    totals: keyed(
      columns.map(column => (isNumeric(column) ? column : undefined)),
      totals,
    ),
  }),
  ...(notes.length > 0 && { notes: notes.map(said => said[language]) }),
})

/** Cells by the key of their column; what has no column is left out. */
const keyed = (columns: readonly (Column | undefined)[], cells: readonly Cell[]) =>
  Object.fromEntries(
    columns.flatMap((column, index) =>
      column === undefined ? [] : [[column.key, cells[index] ?? null] as const],
    ),
  )
