import type { Said } from './said.js'

/**
 * What the public may see of a column (disclosure control). It is for those who know how the figures of a table hang
 * together to say so: what is not declared is left out.
 */
export type PublicColumn =
  | PublicCategory
  /** A whole number of things. Where the table has totals, they are the sums of the rows. */
  | PublicCount
  /** The sum of the counts across on the row. */
  | { readonly is: 'sum'; readonly of: string }
  /** A share or a change: computed from these counts of its row and their totals, and shown only where all of them are. */
  | { readonly is: 'derived'; readonly from: readonly string[] }

/** Numbers of things. Two that count the same, by the same values, are one figure in all tables of a sheet. */
export interface PublicCount {
  readonly is: 'count'
  /** What is counted: `count` now, `before` in the stretch before. */
  readonly of: string
  /** In a cross table: the value that the column counts. */
  readonly across?: PublicCategory & { readonly value: string | undefined }
}

/** What things are counted by. */
export interface PublicCategory {
  readonly is: 'category'
  /** The field's own word: `område`. */
  readonly by: string
  /** The values that may be told; the others stand together as one. `all`: they are the program's own words. */
  readonly known: ReadonlySet<string> | 'all'
  /** The values stand in an order of their own, which says nothing of how many there are of each. */
  readonly order?: 'own'
}

/** Numbers from 1 to one below this are not shown to the public. */
export const SMALLEST_SHOWN = 5

/** The cell of a number that is not shown: what stands in JSON; people read `NOT_SHOWN`. */
export const SUPPRESSED = 'suppressed'

/** What people read in its place, as in Swedish official statistics. */
export const NOT_SHOWN: Said = { sv: '..', en: '..' }

/** The value under which everything stands that is in no list. */
export const OTHER_VALUE = 'other'

/** What that is called. */
export const OTHER_WORDS: Said = { sv: 'annat', en: 'other' }
