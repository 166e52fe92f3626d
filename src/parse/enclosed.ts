import { FENCE, indentOf } from './line-starts.js'

/** A code block that begins at `at`: the word after its fence, and its last line; `undefined` when remark should tell. */
export function codeAt(
  lines: readonly string[],
  at: number,
): { readonly info: string; readonly end: number } | undefined {
  const [, fence = '', after = ''] = FENCE.exec((lines[at] ?? '').trimStart()) ?? []
  if (/[\\&\u00a0]/.test(after) || (fence.startsWith('`') && after.includes('`'))) return undefined
  const closing = new RegExp(`^ {0,3}${fence.slice(0, 1)}{${fence.length},} *$`)
  let end = at + 1
  while (end < lines.length && !closing.test(lines[end] ?? '')) end++
  return { info: after.trim().split(' ')[0] ?? '', end: Math.min(end, lines.length - 1) }
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
