import type { Archive } from '../src/model/archive.js'
import { yearPeriod } from '../src/model/period.js'
import type { Scope } from '../src/model/report.js'
import type { Cell, Row, Sheet, Table } from '../src/model/sheet.js'

/** A question about everything. */
export const EVERYTHING: Scope = { words: { sv: 'Allt.', en: 'All.' }, data: {} }

/** A year and the one before it, in one group or in all. */
export function yearScope(year: number, group?: string): Scope {
  const [period, before] = [yearPeriod(year), yearPeriod(year - 1)]
  return {
    ...EVERYTHING,
    ...(period !== undefined && { period }),
    ...(before !== undefined && { before }),
    ...(group !== undefined && { group }),
    data: { year: String(year) },
  }
}

/** A table of a sheet. */
export const tableOf = (sheet: Sheet, name: string): Table => {
  const table = sheet.tables.find(each => each.name === name)
  if (table === undefined) throw new Error(`The sheet has no table ${name}.`)
  return table
}

/** A cell of a row, by the key of its column. */
export const cellOf = (table: Table, row: Row, key: string): Cell =>
  row.cells[table.columns.findIndex(each => each.key === key)]

/** What is wrong with the sums and documents of a sheet, in words. */
export function faultsOf(sheet: Sheet, archive: Archive): readonly string[] {
  return sheet.tables.flatMap(table =>
    table.columns.flatMap(({ key, type }, index) => {
      const cells = table.rows.map(row => row.cells[index])
      const sum = cells.reduce<number>((total, cell) => total + (typeof cell === 'number' ? cell : 0), 0)
      const known = cells.some(cell => cell !== undefined)
      const total = table.totals?.[index]
      const faults: string[] = []
      if (type === 'number' && table.totals !== undefined && known && total !== sum)
        faults.push(`${table.name}.${key}: ${total} is not ${sum}`)
      if (key !== 'count') return faults
      for (const row of table.rows) {
        const documents = row.documents ?? []
        if (documents.length !== (row.cells[index] ?? 0))
          faults.push(`${table.name}: ${row.cells} rests on ${documents}`)
        if (new Set(documents).size !== documents.length)
          faults.push(`${table.name}: ${documents} repeats itself`)
        const gone = documents.filter(each => archive.byId(each.split(' ')[0] ?? '') === undefined)
        if (gone.length > 0) faults.push(`${table.name}: ${gone} are not in the archive`)
      }
      return faults
    }),
  )
}
