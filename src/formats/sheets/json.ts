import type { Format, SheetWish, Surface } from '../../model/format.js'
import { asJson } from '../../model/output.js'
import type { Cell, Column, Row, Sheet, Table } from '../../model/sheet.js'
import { isNumeric } from '../../model/worded-column.js'

/** Data for other programs: schema version 1, names never translated, `null` for what is not known. */
export const format: Format = {
  name: 'json',
  about: { sv: 'data för andra program', en: 'data for other programs' },
  sheet: (sheet, surface, { shows }) => asJson(sheetData(sheet, surface, shows)),
}

const sheetData = (sheet: Sheet, { language }: Surface, shows: SheetWish['shows']) => ({
  schemaVersion: 1,
  report: sheet.report,
  scope: sheet.scopeData,
  sources: sheet.sources,
  sheets: sheet.tables.map(({ name, title, columns, rows, totals }: Table) => ({
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
  })),
})

/** Cells by the key of their column; what has no column is left out. */
const keyed = (columns: readonly (Column | undefined)[], cells: readonly Cell[]) =>
  Object.fromEntries(
    columns.flatMap((column, index) =>
      column === undefined ? [] : [[column.key, cells[index] ?? null] as const],
    ),
  )
