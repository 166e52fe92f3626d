import { FENCE, indentOf } from './line-starts.js'

/** A code block that begins at `at`. */
interface Code {
  /** The word after its fence. */
  readonly info: string
  /** Its last line. */
  readonly end: number
  /** What stands in it, where it is a sealed one. */
  readonly sealed?: string
}

/** The code block that begins at `at`; `undefined` when remark should tell. */
export function codeAt(lines: readonly string[], at: number): Code | undefined {
  const [, fence = '', after = ''] = FENCE.exec((lines[at] ?? '').trimStart()) ?? []
  if (/[\\&\u00a0]/.test(after) || (fence.startsWith('`') && after.includes('`'))) return undefined
  const closing = new RegExp(`^ {0,3}${fence.slice(0, 1)}{${fence.length},} *$`)
  let end = at + 1
  while (end < lines.length && !closing.test(lines[end] ?? '')) end++
  const info = after.trim().split(' ')[0] ?? ''
  if (info !== 'age') return { info, end: Math.min(end, lines.length - 1) }
  if (end === lines.length || indentOf(lines[at] ?? '') > 0) return undefined
  return { info, end, sealed: lines.slice(at + 1, end).join('\n') }
}

/** Last line of the comment that begins at `at`; `undefined` when it is other HTML, has no end, or holds a directive. */
export function commentEnd(lines: readonly string[], at: number): number | undefined {
  if (!/^<!--(?!-?>)/.test((lines[at] ?? '').trimStart())) return undefined
  for (let end = at; end < lines.length; end++) {
    const line = lines[end] ?? ''
    if (line.includes('-->')) return end
    if (line.startsWith(':::')) return undefined
  }
  return undefined
}

/** The lines of a quotation without their `>`; `undefined` when a line without it might belong too. */
export function quotedLines(lines: readonly string[], start: number): readonly string[] | undefined {
  const quoted: string[] = []
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const marker = /^ {0,3}> ?/.exec(line)
    if (marker === null) return indentOf(line) === line.length ? quoted : undefined
    quoted.push(line.slice(marker[0].length))
  }
  return quoted
}
