import type { Said } from './said.js'

/** A cell: a text, a number, or nothing — which is said as "–", never as 0. */
export type Cell = string | number | undefined

/** What kind of value a column holds, for alignment, spreadsheets and JSON. */
export type ColumnType = 'text' | 'number' | 'days' | 'share' | 'date' | 'id'

/** A column of a table. */
export interface Column {
  /** ASCII key in JSON and CSV. */
  readonly key: string
  readonly label: Said
  readonly type: ColumnType
}

/** One row; `documents` are the ids behind its figures, shown by `--list`. */
export interface Row {
  readonly cells: readonly Cell[]
  readonly documents?: readonly string[]
}

/** How a table is drawn where it can be: its rows against its figures. */
export interface Chart {
  /** `bars`: a bar for each row; `stacked`: the figures of a row on top of each other; `lines`: a line for each figure. */
  readonly kind: 'bars' | 'stacked' | 'lines'
  /** Key of the column that names the rows. */
  readonly labels: string
  /** Keys of the columns with the figures. */
  readonly figures: readonly string[]
}

/** One table of a report. Totals equal the sums of the rows. */
export interface Table {
  /** ASCII name: sheet in JSON, file part in CSV. */
  readonly name: string
  readonly title: Said
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly totals?: readonly Cell[]
  /** What must be known to read the table rightly. */
  readonly notes?: readonly Said[]
  readonly chart?: Chart
  /** `documents`: shown only where the documents behind the figures are. */
  readonly shownWith?: 'documents'
}

/** A part of a report that answers one question, on a page of its own where there are pages. */
export interface Chapter {
  readonly title: Said
  readonly summary: readonly Said[]
  readonly tables: readonly Table[]
  /** What the secretary is to write here in words of their own. */
  readonly ownWords?: Said
}

/** The answer of a report: all that a format has to know. Reports never print, formats never compute. */
export interface Sheet {
  readonly report: string
  readonly title: Said
  /** What was asked for, in words: "Hela året 2024. Länsgruppen." */
  readonly scope: Said
  /** The same as data. */
  readonly scopeData: Readonly<Record<string, string>>
  /** Sentences that answer first, before the tables. */
  readonly summary: readonly Said[]
  readonly tables: readonly Table[]
  /** What comes after: one chapter for each question of a report that gathers several. */
  readonly chapters?: readonly Chapter[]
  /** What it rests on; the number of documents is absent where it may not be told. */
  readonly sources: { readonly documents?: number; readonly unreadable: readonly string[] }
}
