/** A line that is not blank, and where it stands. */
export interface Line {
  readonly at: number
  readonly indent: number
  /** The line without its indent. */
  readonly rest: string
  /** How many of the open list items it stands in. */
  readonly inside: number
  /** True when it goes on with the open text unless it starts a block of its own. */
  readonly continues: boolean
  /** True when an item was open that the line has left, with no blank line between. */
  readonly isLazy: boolean
}

/** The fence of a code block, and what stands after it. */
export const FENCE = /^(`{3,}|~{3,})(.*)$/
/** A line across the page. */
export const BREAK = /^(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/
/** What makes the line above it a heading. */
export const UNDERLINE = /^(?:=+|-+) *$/
/** The mark of a list item that says something: bullet, or number and sign, and the blanks after it. */
export const ITEM = /^(?:([-*+])|(\d{1,9})([.)]))( +)(?=[^ ])/
/** The mark of a list item without words. */
export const EMPTY_ITEM = /^(?:[-+*]|\d{1,9}[.)]) *$/
/** The box of a task. */
export const TASK = /^\[([ xX])\] +(?=[^ ])/
/** The beginning of what may be a link definition. */
export const DEFINITION = /^\[(?:[^\\[\]]|\\.)*\]:/s
/** The beginning of what may be a footnote. */
export const FOOTNOTE = /^\[\^.*\]:/
/** An address between angle brackets, which is no HTML. */
export const AUTOLINK = /^<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>/i

/** How many spaces a line begins with. */
export function indentOf(line: string): number {
  let indent = 0
  while (line.charCodeAt(indent) === 32) indent++
  return indent
}

/** True of what may be the row below the head of a table: bars or colons, and dashes. A line of colons alone is none. */
export const isRuledOff = (line: string): boolean =>
  /^[|:\- ]+$/.test(line) && /[|:]/.test(line) && line.includes('-')

/** True of a heading marked with `#`. */
export const isHeading = (rest: string): boolean => /^#{1,6}(?: |$)/.test(rest)
/** True of a line that begins with a digit. */
export const isDigit = (rest: string): boolean => rest.charCodeAt(0) >= 48 && rest.charCodeAt(0) <= 57

/** True of text that opens another block inside a list item, or a task without words: left to remark. */
export const startsBlock = (text: string): boolean =>
  /^[-+*\d#`~><_[]/.test(text) &&
  (isHeading(text) ||
    FENCE.test(text) ||
    BREAK.test(text) ||
    /^[><]/.test(text) ||
    ITEM.test(text) ||
    EMPTY_ITEM.test(text) ||
    FOOTNOTE.test(text) ||
    /^\[[ xX]\] *$/.test(text))
