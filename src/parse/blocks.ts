/**
 * The blocks of a Markdown text, flat and in order: what both readers — the line scanner and remark — agree on.
 * Lines are one-based lines of the file.
 */
export type Block = HeadingBlock | TextBlock | CodeBlockFound | HtmlBlock | BreakBlock | DirectiveBlock

export interface HeadingBlock {
  readonly kind: 'heading'
  readonly depth: number
  readonly text: string
  readonly line: number
}

/** A paragraph, the first paragraph of a list item, or a table, as raw inline text with its lines trimmed. */
export interface TextBlock {
  readonly kind: 'text'
  readonly form: 'paragraph' | 'item' | 'table'
  readonly text: string
  readonly line: number
  readonly endLine: number
  /** How many lists it is nested in. */
  readonly depth: number
  readonly quoted: boolean
  readonly ordinal?: number
  readonly task?: 'open' | 'done'
}

export interface CodeBlockFound {
  readonly kind: 'code'
  readonly info: string
  readonly line: number
  readonly endLine: number
}

export interface HtmlBlock {
  readonly kind: 'html'
  readonly text: string
  readonly line: number
  readonly endLine: number
}

export interface BreakBlock {
  readonly kind: 'break'
  readonly line: number
}

/** A line of colons: the format's own `:::sekretess{…}` and its end. */
export interface DirectiveBlock {
  readonly kind: 'directive'
  readonly text: string
  readonly line: number
}

/** The format's own fence of colons, taken out before any Markdown reader sees it. */
export const DIRECTIVE = /^:{3,}[^:]*$/
