import { type Block, DIRECTIVE, type TextBlock } from './blocks.js'

/**
 * Reads the blocks of a Markdown text line by line, in one pass. It knows the part of CommonMark and GFM that minutes
 * are written in and gives up — `undefined` — on everything else (setext headings, HTML, reference links, indented
 * code, lazy lines …), so that the caller can ask remark. What it does answer is what remark would (tested).
 */
export function scan(text: string, firstLine: number): readonly Block[] | undefined {
  if (text.includes('\t')) return undefined
  return scanLines(text.split('\n'), firstLine, 0)
}

interface OpenText {
  readonly start: number
  readonly lines: string[]
  readonly form: 'paragraph' | 'item'
  readonly depth: number
  readonly ordinal?: number
  readonly task?: 'open' | 'done'
}

const HEADING = /^(#{1,6})(?: +(.*?))?(?: +#+)? *$/
const FENCE = /^(`{3,}|~{3,})(.*)$/
const BREAK = /^(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/
const UNDERLINE = /^(?:=+|-+) *$/
const BULLET = /^([-*+])( +)(?=\S)/
const ORDERED = /^(\d{1,9})([.)])( +)(?=\S)/
const TASK = /^\[([ xX])\] +(?=\S)/
const DELIMITER = /^\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$/
const DEFINITION = /^\[[^\]]*\]:/
const AUTOLINK = /^<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>/i
const DEEPEST = 12

function scanLines(lines: readonly string[], firstLine: number, quotes: number): readonly Block[] | undefined {
  const blocks: Block[] = []
  /** Content offsets of the open list items, outermost first. */
  let items: number[] = []
  let open: OpenText | undefined
  let blankBefore = true

  const close = () => {
    if (open === undefined) return
    const { start, lines: said, ...rest } = open
    const block: TextBlock = {
      kind: 'text',
      ...rest,
      text: said.join('\n'),
      line: start + firstLine,
      endLine: start + firstLine + said.length - 1,
      quoted: quotes > 0,
    }
    blocks.push(block)
    open = undefined
  }

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const indent = line.search(/[^ ]/)
    if (indent < 0) {
      close()
      blankBefore = true
      continue
    }
    let inside = 0
    while (inside < items.length && indent >= (items[inside] ?? 0)) inside++
    const offset = inside > 0 ? (items[inside - 1] ?? 0) : 0
    const leftItem = inside < items.length
    const rest = line.slice(indent)
    if (indent - offset >= 4) {
      if (open === undefined || leftItem) return undefined
      open.lines.push(rest.trimEnd())
      continue
    }
    const continuing = open !== undefined && !leftItem
    const wasBlank = blankBefore
    blankBefore = false
    const depth = () => {
      close()
      items = items.slice(0, inside)
      return inside
    }

    const heading = HEADING.exec(rest)
    if (heading !== null) {
      if (depth() > 0) return undefined
      blocks.push({ kind: 'heading', depth: heading[1]?.length ?? 1, text: (heading[2] ?? '').trim(), line: at + firstLine })
      continue
    }
    if (indent === 0 && DIRECTIVE.test(rest)) {
      depth()
      blocks.push({ kind: 'directive', text: rest, line: at + firstLine })
      continue
    }
    const fence = FENCE.exec(rest)
    if (fence !== null) {
      if (depth() > 0 || (fence[1]?.startsWith('`') && fence[2]?.includes('`'))) return undefined
      const end = fenceEnd(lines, at, fence[1] ?? '')
      const info = (fence[2] ?? '').trim().split(' ')[0] ?? ''
      blocks.push({ kind: 'code', info, line: at + firstLine, endLine: end + firstLine })
      at = end
      continue
    }
    if (continuing && UNDERLINE.test(rest)) return undefined
    if (BREAK.test(rest)) {
      if (leftItem && open !== undefined && UNDERLINE.test(rest)) return undefined
      if (depth() > 0) return undefined
      blocks.push({ kind: 'break', line: at + firstLine })
      continue
    }
    if (rest.startsWith('>')) {
      if (depth() > 0 || quotes >= DEEPEST) return undefined
      const quoted = quotedLines(lines, at)
      if (quoted === undefined) return undefined
      const inner = scanLines(quoted, at + firstLine, quotes + 1)
      if (inner === undefined) return undefined
      blocks.push(...inner)
      at += quoted.length - 1
      continue
    }
    if (rest.startsWith('<') && !AUTOLINK.test(rest)) {
      if (!rest.startsWith('<!--') || inside > 0 || quotes > 0) return undefined
      const end = lines.findIndex((each, index) => index >= at && each.includes('-->'))
      if (end < 0) return undefined
      depth()
      blocks.push({ kind: 'html', text: lines.slice(at, end + 1).join('\n').slice(indent), line: at + firstLine, endLine: end + firstLine })
      at = end
      continue
    }
    const bullet = BULLET.exec(rest)
    const ordered = bullet === null ? ORDERED.exec(rest) : null
    if (bullet !== null || (ordered !== null && !(continuing && ordered[1] !== '1'))) {
      const marker = bullet?.[0] ?? ordered?.[0] ?? ''
      const spaces = (bullet?.[2] ?? ordered?.[3] ?? '').length
      if (spaces > 4 || inside >= DEEPEST) return undefined
      depth()
      const content = rest.slice(marker.length)
      const task = TASK.exec(content)
      const said = task === null ? content : content.slice(task[0].length)
      if (startsBlock(content) || (task !== null && DEFINITION.test(said))) return undefined
      items.push(indent + marker.length)
      open = {
        start: at,
        lines: [said.trimEnd()],
        form: 'item',
        depth: items.length,
        ...(ordered !== null && { ordinal: Number(ordered[1]) }),
        ...(task !== null && { task: task[1] === ' ' ? 'open' : 'done' }),
      }
      continue
    }
    if (/^[-+*]$|^\d{1,9}[.)]$/.test(rest.trimEnd())) return undefined
    if (continuing && open !== undefined) {
      if (rest.includes('|') && DELIMITER.test(rest)) return undefined
      open.lines.push(rest.trimEnd())
      continue
    }
    if (leftItem && open !== undefined && !wasBlank) return undefined
    if (DEFINITION.test(rest)) return undefined
    const below = (lines[at + 1] ?? '').trim()
    const nested = depth()
    if (rest.includes('|') && below.includes('|') && DELIMITER.test(below)) {
      const end = nested > 0 ? undefined : tableEnd(lines, at)
      if (end === undefined) return undefined
      const rows = lines.slice(at, end + 1).map(row => row.trim())
      blocks.push({
        kind: 'text',
        form: 'table',
        text: rows.join('\n'),
        line: at + firstLine,
        endLine: end + firstLine,
        depth: 0,
        quoted: quotes > 0,
      })
      at = end
      continue
    }
    open = { start: at, lines: [rest.trimEnd()], form: 'paragraph', depth: nested }
  }
  close()
  return blocks
}

/** True of text that would open another block inside a list item: left to remark. */
const startsBlock = (text: string): boolean =>
  HEADING.test(text) || FENCE.test(text) || BREAK.test(text) || /^[><]/.test(text) || DEFINITION.test(text) ||
  BULLET.test(text) || ORDERED.test(text) || /^[-+*]$|^\d{1,9}[.)]$/.test(text.trimEnd()) || text.includes('|')

function fenceEnd(lines: readonly string[], start: number, fence: string): number {
  const closing = new RegExp(`^ {0,3}${fence[0]}{${fence.length},} *$`)
  for (let at = start + 1; at < lines.length; at++) {
    if (closing.test(lines[at] ?? '')) return at
  }
  return lines.length - 1
}

/** The lines of a quotation without their `>`; `undefined` when a line without it might belong too. */
function quotedLines(lines: readonly string[], start: number): readonly string[] | undefined {
  const quoted: string[] = []
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const marker = /^ {0,3}> ?/.exec(line)
    if (marker === null) return line.trim() === '' ? quoted : undefined
    quoted.push(line.slice(marker[0].length))
  }
  return quoted
}

const cellsOf = (row: string): number => row.trim().replace(/^\||\|$/g, '').split('|').length

function tableEnd(lines: readonly string[], start: number): number | undefined {
  const header = lines[start] ?? ''
  const delimiter = lines[start + 1] ?? ''
  if (/[\\`]/.test(header) || cellsOf(header) !== cellsOf(delimiter)) return undefined
  let end = start + 1
  while (end + 1 < lines.length && (lines[end + 1] ?? '').trim() !== '') {
    end++
    const row = (lines[end] ?? '').trim()
    if (!row.includes('|') || startsBlock(row.replaceAll('|', ' ').trim()) || DIRECTIVE.test(row)) return undefined
  }
  return end
}
