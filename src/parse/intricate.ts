/** Longest body that is read, in characters (security decision 6). */
const LONGEST_BODY = 300_000

/** Longest body that remark is given: it takes a hundred times as long as the scanner, and as much memory. */
const LONGEST_FOR_REMARK = 120_000

/** More underlined headings than anybody writes. */
const MOST_UNDERLINES = 1000

/** What list and quotation marks may cost together: the sum of their squares, line by line. */
const MOST_NESTING = 100_000

/** More lines than anybody writes without a blank one between. */
const MOST_LINES_TOGETHER = 3000

/** Longest word, in characters: an address on the web may be long, but not longer. */
const LONGEST_WORD = 2000

/** What the marks inside paragraphs may cost together: the sum of their squares, paragraph by paragraph. */
const MOST_MARKS = 4_000_000

/** True of a body of so many characters when no document needs as many. */
export const isTooLong = (characters: number): boolean => characters > LONGEST_BODY

/**
 * The zero-based line at which a body becomes one that remark could read only in minutes, or not at all: by deep
 * nesting, endless paragraphs or thousands of loose brackets and asterisks; absent when remark can read it. Its time
 * grows with the square of each (measured), so they are counted in one pass before remark sees any of it.
 */
export function tooIntricateAt(body: string): number | undefined {
  if (body.length > LONGEST_FOR_REMARK || (body.match(UNDERLINES)?.length ?? 0) > MOST_UNDERLINES) return 0
  let nesting = 0
  let lines = 0
  let marks = 0
  let spent = 0
  for (const [at, line] of body.split('\n').entries()) {
    const isBlank = line.trim() === ''
    if (isBlank) spent += marks ** 2
    lines = isBlank ? 0 : lines + 1
    marks = isBlank ? 0 : marks + (line.match(INLINE_MARKS)?.length ?? 0)
    nesting += blockMarks(line) ** 2
    const isTooMuch = lines > MOST_LINES_TOGETHER || nesting > MOST_NESTING || spent + marks ** 2 > MOST_MARKS
    if (isTooMuch || LONG_WORD.test(line)) return at
  }
  return undefined
}

const INLINE_MARKS = /[*_]+|[[<`~&\\@!|]|\]:|www|http/g
const UNDERLINES = /^[ \t>]*(?:=+|-+)[ \t]*$/gm
const LONG_WORD = new RegExp(`(?<!\\S)\\S{${LONGEST_WORD}}`)

const blockMarks = (line: string): number => {
  const start = /^(?:[ \t]+|[>*+-]|\d{1,9}[.)])*/.exec(line)?.[0] ?? ''
  return start.match(/>|(?:[*+-]|\d[.)])(?=[ \t]|$)/g)?.length ?? 0
}
