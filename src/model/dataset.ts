import type { Archive } from './archive.js'
import { actions, decisions } from './tidy-decisions.js'
import { deviations } from './tidy-deviations.js'
import { documents } from './tidy-documents.js'
import { links } from './tidy-links.js'
import { attendance, meetings } from './tidy-meetings.js'
import type { TidyRow, TidyTable } from './tidy-table.js'
import { toldOf } from './told.js'

/** Archives as tables for other programs, with nothing in them but what the classification of each document allows. */
export interface Dataset {
  /** The names of the archives. */
  readonly archives: readonly string[]
  readonly tables: readonly { readonly table: TidyTable; readonly rows: readonly TidyRow[] }[]
  /** The first and the last year that a document belongs to; absent when no document has a time. */
  readonly years?: { readonly first: number; readonly last: number }
}

/** The dataset of some archives. */
export function datasetOf(archives: readonly Archive[]): Dataset {
  const told = toldOf(archives)
  const tables = TABLES.map(table => ({ table, rows: told.flatMap(each => table.rowsOf(each, told)) }))
  const years = tables
    .flatMap(({ rows }) => rows.map(({ year }) => year))
    .filter(year => typeof year === 'number')
  return {
    archives: told.map(({ name }) => name),
    tables,
    ...(years.length > 0 && {
      years: years.reduce(
        ({ first, last }, year) => ({ first: Math.min(first, year), last: Math.max(last, year) }),
        { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY },
      ),
    }),
  }
}

const TABLES: readonly TidyTable[] = [documents, meetings, attendance, decisions, actions, deviations, links]
