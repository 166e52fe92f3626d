/** A stretch of a file: one-based lines, one-based columns in UTF-16 code units; the end column is exclusive. */
export interface Span {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Where a field stands in the front matter: keys and zero-based list positions from the top. */
export type FieldPath = readonly (string | number)[]

/**
 * Where a finding is. Rules name the place in the words of the document — a field, a line, a text on a line —
 * and the engine finds the columns, so that nothing but the one judged document is ever read with positions.
 */
export type Place =
  /** A field of the front matter. `part` picks its key or its value (the value unless said). A missing field falls back to its nearest parent. */
  | { readonly field: FieldPath; readonly part?: 'key' | 'value' }
  /** A line of the file, or the first occurrence of `mark` from that line on. */
  | { readonly line: number; readonly mark?: string }
  | { readonly span: Span }

/** The first line of the file, whatever stands there. */
export const TOP: Place = { line: 1 }
