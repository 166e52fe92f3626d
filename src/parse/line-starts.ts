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

/** The mark of a list item that says something: a bullet, or the sign after a number, and the spaces after it. */
export interface Mark {
  readonly sign: string
  readonly number?: string
  readonly spaces: number
  /** Where the words begin. */
  readonly end: number
}

/** The mark that a line begins with; absent where it has none, or nothing after it. */
export function markOf(rest: string): Mark | undefined {
  let at = 0
  while (at < 9 && isDigit(rest, at)) at++
  const sign = rest.charAt(at)
  let end = at + 1
  while (rest.charCodeAt(end) === 32) end++
  if (end === at + 1 || end >= rest.length || !(at === 0 ? '-*+' : '.)').includes(sign)) return undefined
  const spaces = end - at - 1
  return at === 0 ? { sign, spaces, end } : { sign, number: rest.slice(0, at), spaces, end }
}

/** True of a line that may hold nothing but the sign it begins with, and spaces. */
export function mayBeOfOneSign(rest: string): boolean {
  const last = rest.charCodeAt(rest.length - 1)
  return last === 32 || last === rest.charCodeAt(0)
}

/** True of what may be the row below the head of a table: bars or colons, and dashes. A line of colons alone is none. */
export const isRuledOff = (line: string): boolean =>
  '|:- '.includes(line.charAt(0)) && /^[|:\- ]+$/.test(line) && /[|:]/.test(line) && line.includes('-')

/** True of a heading marked with `#`. */
export const isHeading = (rest: string): boolean => /^#{1,6}(?: |$)/.test(rest)
/** True of a line that has a digit at an offset. */
export const isDigit = (rest: string, at = 0): boolean =>
  rest.charCodeAt(at) >= 48 && rest.charCodeAt(at) <= 57

/** True of text that opens another block inside a list item, or a task without words: left to remark. */
export const startsBlock = (text: string): boolean =>
  /^[-+*\d#`~><_[]/.test(text) &&
  (isHeading(text) ||
    FENCE.test(text) ||
    BREAK.test(text) ||
    /^[><]/.test(text) ||
    markOf(text) !== undefined ||
    EMPTY_ITEM.test(text) ||
    FOOTNOTE.test(text) ||
    /^\[[ xX]\] *$/.test(text))
