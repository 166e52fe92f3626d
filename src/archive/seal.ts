import { hash } from 'node:crypto'
import { type Fields, type FieldValue, isList } from '../model/fields.js'
import { knownText } from '../model/known-text.js'

/** Fields that live on after the meeting and are not sealed (archive format § 6). */
const UNSEALED: ReadonlySet<string> = new Set(['status', 'justering', 'återtagna', 'nr'])

/**
 * The seal of a document: SHA-256 over its sealed content, as `sha256:` and 64 characters.
 * Sealed are the fields but status, justering, återtagna and nr, in canonical form, and the words of the body in NFC.
 * Re-wrapping a paragraph, ticking an action, its `(klart …)` and the notes under it do not break the seal.
 */
export const sealOf = (fields: Fields, body: string): string =>
  `sha256:${hash('sha256', sealedContent(fields, body))}`

/** What is sealed, as text: for showing what has changed. */
export function sealedContent(fields: Fields, body: string): string {
  let content = ''
  for (const key of Object.keys(fields).sort()) {
    if (!UNSEALED.has(key))
      content += `${content === '' ? '' : '\n'}${plainKey(key)}: ${canonical(fields[key] ?? '')}`
  }
  content += `\n\n${sealedBody(body)}`
  return MAY_BE_COMPOSED.test(content) ? content.normalize('NFC') : content
}

/** A character that NFC may write otherwise; those of Swedish and its typography are as they should be. */
const MAY_BE_COMPOSED = /[^\u0000-\u02ff\u2002-\u2125]/

const plainKey = knownText((key: string): string =>
  /^[\p{L}\p{N}_ -]+$/u.test(key) ? key : JSON.stringify(key),
)
const quoted = knownText((text: string): string => JSON.stringify(onlyWords(text)))

/** Keys in order of their code units, texts trimmed and quoted: the same fields give the same text however they are laid out. */
function canonical(value: FieldValue): string {
  if (typeof value === 'string') return quoted(value)
  let inner = ''
  if (isList(value)) {
    for (const each of value) inner += `${inner === '' ? '' : ','}${canonical(each)}`
    return `[${inner}]`
  }
  for (const key of Object.keys(value).sort()) {
    inner += `${inner === '' ? '' : ','}${JSON.stringify(key)}:${canonical(value[key] ?? '')}`
  }
  return `{${inner}}`
}

/**
 * The words of a body, a paragraph or list item to a line. What may live on is left out: whether a task is done, and
 * the list under it; a task in that list is sealed all the same. The form is its own, not that of a Markdown reader:
 * a seal must hold for as long as the archive.
 */
function sealedBody(body: string): string {
  const pieces: Piece[] = []
  /** Tasks that the line may stand in, outermost first. */
  const tasks: Task[] = []
  let fence: string | undefined
  /** The last piece, while the next line can go on with it. */
  let open: Piece | undefined
  for (const line of body.includes('\r') ? body.split(/\r\n?|\n/) : body.split('\n')) {
    const words = line.trim()
    if (fence !== undefined) {
      pieces.push({ text: line.trimEnd(), form: 'code', content: 0 })
      if (words.startsWith(fence) && /^(?:`+|~+)$/.test(words)) fence = undefined
      continue
    }
    if (words === '' || (open?.form === 'quotation' && words === '>')) {
      open = undefined
      continue
    }
    const indent = indentOf(line)
    const text = open?.form === 'quotation' ? words.replace(/^>\s*/, '') : words
    // A line that only goes on with what is open leaves no task, wherever it begins.
    const goesOn = open !== undefined && !(MAY_START.test(text) && startsPiece(text, indent, open))
    while (!goesOn && (tasks.at(-1)?.content ?? 0) > indent) tasks.pop()
    const task = tasks.at(-1)
    if (!MAY_START.test(text)) {
      // Ordinary words: they go on with what is open, or begin a paragraph of their own.
      if (task !== undefined && isNote(task, text, indent, open === undefined)) open = undefined
      else if (open !== undefined) open.text += ` ${text}`
      else {
        open = { text, form: 'text', content: indent }
        pieces.push(open)
      }
      continue
    }
    const starts = startsPiece(text, indent, open)
    const isTask = starts && TASK.test(text)
    if (task !== undefined && !isTask && isNote(task, text, indent, starts)) {
      open = undefined
      continue
    }
    fence = /^(?:`{3,}|~{3,})/.exec(text)?.[0]
    if (open !== undefined && !starts && fence === undefined) {
      open.text += ` ${text}`
      continue
    }
    const content = indent + (/^(?:[-*+]|\d{1,9}[.)])\s{1,4}/.exec(words)?.[0].length ?? 0)
    const piece: Piece = {
      text: words.replace(/^[*+](?=\s)/, '-'),
      form: isTask ? 'task' : formOf(words, fence),
      content,
    }
    pieces.push(piece)
    open = piece.form === 'code' || piece.form === 'heading' ? undefined : piece
    if (isTask) tasks.push({ content, note: undefined })
  }
  return pieces
    .map(({ text, form }) => (form === 'code' ? text : onlyWords(form === 'task' ? withoutDone(text) : text)))
    .join('\n')
}

/** What becomes a line of the sealed text, and the column at which its words begin. */
interface Piece {
  text: string
  readonly form: 'task' | 'quotation' | 'heading' | 'code' | 'text'
  readonly content: number
}

/** A task, by the column at which its words begin; and that of the words of its last note, if it has any. */
interface Task {
  readonly content: number
  note: number | undefined
}

const TASK = /^([-*+]|\d{1,9}[.)])\s+\[[ xX]\]\s+/
/** What a line must begin with to begin anything but a paragraph. */
const MAY_START = /^[\d#*+>|:<`~-]/
const ITEM = /^(?:[-*+]|\d{1,9}[.)])\s+(?=\S)/

/** True of a line in the list under a task: an item of it, or what stands in one. Keeps in mind where the last note begins. */
function isNote(task: Task, text: string, indent: number, starts: boolean): boolean {
  if (task.note !== undefined && indent >= task.note) return true
  const item = starts && indent < task.content + 4 ? ITEM.exec(text) : null
  task.note = item === null ? undefined : indent + item[0].length
  return item !== null
}

/** True of a line that does not go on with what is open. A number in running text begins nothing unless it is 1 (CommonMark 5.2). */
function startsPiece(text: string, indent: number, open: Piece | undefined): boolean {
  if (open === undefined) return true
  if (indent >= open.content + 4) return false
  if (/^\d{1,9}[.)]\s/.test(text)) return indent < open.content || /^1[.)]\s/.test(text)
  return /^(?:#{1,6}\s|[-*+]\s|>|\||:{3}|<!--)/.test(text)
}

const formOf = (words: string, fence: string | undefined): Piece['form'] => {
  if (fence !== undefined) return 'code'
  if (/^(?:#{1,6}\s|:{3})/.test(words)) return 'heading'
  return words.startsWith('>') ? 'quotation' : 'text'
}

/** The column at which a line begins; a tab goes to the next fourth. */
function indentOf(line: string): number {
  let column = 0
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\t') column += 4 - (column % 4)
    else if (line[at] === ' ') column++
    else break
  }
  return column
}

/** A task without its tick and the first `(klart …)`. */
const withoutDone = (text: string): string =>
  text.replace(TASK, '$1 [ ] ').replace(/\s*\(klart?\s+(?!senast\s|till\s)[^()\s][^()]*\)/i, '')

/** A text with one space where there was any blank. */
const onlyWords = (text: string): string =>
  (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
