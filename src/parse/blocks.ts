/**
 * The blocks of a Markdown text, flat and in order: what both readers — the line scanner and remark — agree on.
 * Lines are one-based lines of the file.
 */
export type Block = HeadingBlock | TextBlock | CodeBlockFound | HtmlBlock | BreakBlock | DirectiveBlock

/** A heading, as its raw inline text without the marks of its depth. */
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

/** Code between fences or set in; `info` is the word after the fence. */
export interface CodeBlockFound {
  readonly kind: 'code'
  readonly info: string
  readonly line: number
  readonly endLine: number
  /** What stands in a sealed block. */
  readonly sealed?: string
}

/** HTML that stands by itself: a comment, most often. */
export interface HtmlBlock {
  readonly kind: 'html'
  readonly text: string
  readonly line: number
  readonly endLine: number
}

/** A line across the page. */
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
export const DIRECTIVE = /^:{3,}[ \t]*(?:\p{L}[\p{L}\d_-]*[ \t]*(?:\{.*\})?)?[ \t]*$/u

/** The words of a heading that is marked with `#`. */
export function headingText(source: string): string {
  let start = 0
  while (start < 6 && source.charCodeAt(start) === 35) start++
  const words = source.slice(start).trim()
  if (!words.endsWith('#')) return words
  let end = words.length
  while (words[end - 1] === '#') end--
  if (end === 0) return ''
  return /[ \t]/.test(words[end - 1] ?? '') ? words.slice(0, end).trim() : words
}
