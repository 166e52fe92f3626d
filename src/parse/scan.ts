import { type Block, DIRECTIVE, headingText, type TextBlock } from './blocks.js'
import { codeAt, commentEnd, quotedLines } from './enclosed.js'
import {
  AUTOLINK,
  BREAK,
  DEFINITION,
  EMPTY_ITEM,
  FENCE,
  FOOTNOTE,
  indentOf,
  isDigit,
  isHeading,
  isRuledOff,
  type Line,
  markOf,
  mayBeOfOneSign,
  startsBlock,
  TASK,
  UNDERLINE,
} from './line-starts.js'
import { type Lines, linesOf, textOf } from './lines.js'
import type { SlimText } from './slim-text.js'
import { tableEnd } from './table.js'

/**
 * Reads the blocks of a Markdown text line by line, in one pass. It knows the part of CommonMark and GFM that minutes
 * are written in and gives up — `undefined` — on everything else (setext headings, HTML, reference links, indented
 * code, lazy lines …), so that the caller can ask remark. What it does answer is what remark would (tested).
 */
export function scan(text: SlimText, start: number, firstLine: number): readonly Block[] | undefined {
  const { slim } = text
  if (slim.indexOf('\t', start) >= 0) return undefined
  return new Scanning(linesOf(text, start), firstLine, 0).read()
}

/** A text whose end has not been met. */
interface OpenText extends Pick<Unfinished, 'form' | 'depth' | 'ordinal' | 'task'> {
  readonly start: number
  readonly lines: string[]
}

type Unfinished = { -readonly [key in keyof TextBlock]: TextBlock[key] }

/** A list that may go on: its mark, and the number of its next item. */
interface OpenList {
  readonly mark: string
  readonly next: number
}

/** The line to read next; `undefined` when the text is outside what the scanner knows. */
type Next = number | undefined

/** How deep lists and quotations go before they are left to remark. */
const DEEPEST = 12

/** The reading of the lines of one text, or of one quotation in it. */
class Scanning {
  private readonly source: Lines
  private readonly lines: readonly string[]
  private readonly firstLine: number
  private readonly quotes: number
  private readonly blocks: Block[] = []
  /** Content offsets of the open list items, outermost first. */
  private items: number[] = []
  /** The lists of those items, and the one that may go on inside the last. */
  private lists: OpenList[] = []
  private open: OpenText | undefined

  constructor(source: Lines, firstLine: number, quotes: number) {
    this.source = source
    this.lines = source.lines
    this.firstLine = firstLine
    this.quotes = quotes
  }

  read(): readonly Block[] | undefined {
    for (let at: Next = 0; at < this.lines.length; ) {
      at = this.readLine(at)
      if (at === undefined) return undefined
    }
    return this.close() ? this.blocks : undefined
  }

  private readLine(at: number): Next {
    const line = this.lines[at] ?? ''
    const indent = indentOf(line)
    if (indent === line.length) return this.close() ? at + 1 : undefined
    if (line[0] === ':' && line.startsWith(':::') && this.quotes === 0 && DIRECTIVE.test(line)) {
      // To Markdown the line is not there: like a blank one, it ends a paragraph but no list.
      if (!this.close()) return undefined
      this.blocks.push({ kind: 'directive', text: line.trimEnd(), line: at + this.firstLine })
      return at + 1
    }
    let inside = 0
    while (inside < this.items.length && indent >= (this.items[inside] ?? 0)) inside++
    const leaves = inside < this.items.length
    const rest = indent === 0 ? line : line.slice(indent)
    const continues = this.open !== undefined && !leaves
    if (indent - (this.items[inside - 1] ?? 0) >= 4) return continues ? this.goOn(at, rest) : undefined
    return this.readBlock({ at, indent, rest, inside, continues, isLazy: this.open !== undefined && leaves })
  }

  private readBlock(line: Line): Next {
    const { rest, continues, inside } = line
    switch (rest[0]) {
      case '#':
        return isHeading(rest) ? this.readHeading(line) : this.readWords(line)
      case '`':
      case '~':
        return FENCE.test(rest) ? this.readCode(line) : this.readWords(line)
      case '>':
        return this.readQuotation(line)
      case '<':
        return AUTOLINK.test(rest) ? this.readWords(line) : this.readComment(line)
      case '[':
        return FOOTNOTE.test(rest) ? undefined : this.readWords(line)
      case '=':
      case '_':
      case '*':
      case '-':
        if (!mayBeOfOneSign(rest)) return this.readMarked(line)
        if ((continues || line.isLazy) && UNDERLINE.test(rest)) return undefined
        if (BREAK.test(rest)) {
          if (inside > 0 || !this.begin(inside)) return undefined
          this.blocks.push({ kind: 'break', line: line.at + this.firstLine })
          return line.at + 1
        }
        return this.readMarked(line)
      default:
        return rest[0] === '+' || isDigit(rest) ? this.readMarked(line) : this.readWords(line)
    }
  }

  private readHeading({ at, rest, inside }: Line): Next {
    if (inside > 0 || !this.begin(inside)) return undefined
    let depth = 1
    while (rest[depth] === '#') depth++
    this.blocks.push({ kind: 'heading', depth, text: headingText(rest), line: at + this.firstLine })
    return at + 1
  }

  private readCode({ at, inside }: Line): Next {
    const code = inside > 0 ? undefined : codeAt(this.lines, at)
    if (code === undefined || !this.begin(0)) return undefined
    const { end, ...found } = code
    this.blocks.push({ kind: 'code', ...found, line: at + this.firstLine, endLine: end + this.firstLine })
    return end + 1
  }

  private readQuotation({ at, rest, inside }: Line): Next {
    // A number that follows a paragraph at once is none to micromark, even inside a quotation.
    if (this.open !== undefined && /^[> ]*\d/.test(rest)) return undefined
    if (inside > 0 || this.quotes >= DEEPEST || !this.begin(0)) return undefined
    const quoted = quotedLines(this.lines, at)
    const inner =
      quoted === undefined
        ? undefined
        : new Scanning({ lines: quoted }, at + this.firstLine, this.quotes + 1).read()
    if (quoted === undefined || inner === undefined) return undefined
    for (const block of inner) this.blocks.push(block)
    return at + quoted.length
  }

  /** Of all HTML only comments are known. */
  private readComment({ at, indent, inside }: Line): Next {
    const end = inside > 0 || this.quotes > 0 ? undefined : commentEnd(this.lines, at)
    if (end === undefined || !this.begin(0)) return undefined
    const whole = this.lines.slice(at, end + 1).join('\n')
    const text = whole.slice(indent)
    this.blocks.push({ kind: 'html', text, line: at + this.firstLine, endLine: end + this.firstLine })
    return end + 1
  }

  /** A line that may begin a list item. */
  private readMarked(line: Line): Next {
    const { at, rest, inside, indent } = line
    const mark = markOf(rest)
    if (mark === undefined) return EMPTY_ITEM.test(rest) ? undefined : this.readWords(line)
    const { sign, number } = mark
    if (line.continues && number !== undefined && number !== '1') return this.readWords(line)
    const content = rest.slice(mark.end)
    if (mark.spaces > 4 || inside >= DEEPEST || startsBlock(content) || !this.close()) return undefined
    const list = this.lists[inside]
    const ordinal = list?.mark === sign ? list.next : Number(number)
    this.items.length = inside
    this.items.push(indent + mark.end)
    this.lists.length = Math.min(this.lists.length, inside)
    this.lists.push({ mark: sign, next: ordinal + 1 })
    const task = content[0] === '[' ? TASK.exec(content) : null
    const words = task === null ? content : content.slice(task[0].length)
    const open: OpenText = { start: at, lines: [words.trimEnd()], form: 'item', depth: this.items.length }
    if (number !== undefined) open.ordinal = ordinal
    if (task !== null) open.task = task[1] === ' ' ? 'open' : 'done'
    this.open = open
    return at + 1
  }

  private readWords({ at, rest, inside, continues, isLazy }: Line): Next {
    if (continues) return this.goOn(at, rest)
    if (isLazy || !this.begin(inside)) return undefined
    const below = (this.lines[at + 1] ?? '').trim()
    if (isRuledOff(below)) return this.readTable(at, inside)
    this.open = { start: at, lines: [rest.trimEnd()], form: 'paragraph', depth: inside }
    return at + 1
  }

  private goOn(at: number, rest: string): Next {
    if (isRuledOff(rest) || (this.quotes > 0 && rest[0] === '>')) return undefined
    this.open?.lines.push(rest.trimEnd())
    return at + 1
  }

  private readTable(at: number, inside: number): Next {
    const end = inside > 0 ? undefined : tableEnd(this.lines, at)
    if (end === undefined) return undefined
    const rows = this.lines.slice(at, end + 1).map(row => row.trim())
    this.blocks.push({
      kind: 'text',
      form: 'table',
      text: rows.join('\n'),
      line: at + this.firstLine,
      endLine: end + this.firstLine,
      depth: 0,
      quoted: this.quotes > 0,
    })
    return end + 1
  }

  /** Ends what is open so that another block than a list item can begin in the `inside` outermost items. */
  private begin(inside: number): boolean {
    this.items.length = inside
    this.lists.length = Math.min(this.lists.length, inside)
    return this.close()
  }

  /** Ends the open text; false when it may be a definition. */
  private close(): boolean {
    if (this.open === undefined) return true
    const { start, lines, form, depth, ordinal, task } = this.open
    const text = textOf(this.source, start, lines)
    const line = start + this.firstLine
    const endLine = line + lines.length - 1
    const block: Unfinished = { kind: 'text', form, text, line, endLine, depth, quoted: this.quotes > 0 }
    if (ordinal !== undefined) block.ordinal = ordinal
    if (task !== undefined) block.task = task
    this.blocks.push(block)
    this.open = undefined
    return text[0] !== '[' || !DEFINITION.test(text)
  }
}
