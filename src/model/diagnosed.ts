import type { Diagnostic, Level } from './diagnostic.js'
import type { Surface } from './format.js'
import { columnsOf, wrapped } from './layout.js'
import type { Said } from './said.js'

/** The levels in the words of a reader. */
export const LEVEL_WORDS: Readonly<Record<Level, Said>> = {
  error: { sv: 'fel', en: 'error' },
  warning: { sv: 'varning', en: 'warning' },
  note: { sv: 'anmärkning', en: 'note' },
}

/** A finding for a person at a terminal: the place, the sentence, the line with the fault pointed out where it may be shown, the advice. */
export function diagnosed(
  diagnostic: Diagnostic,
  excerpt: readonly string[] | undefined,
  { language, columns, paint }: Surface,
): string {
  const { path, span, level, rule, says, advice } = diagnostic
  const place = `${path.replace(/^\s*::/, './::')}:${span.line}:${span.column}`
  const head = `${paint.strong(place)}  ${paint[level](LEVEL_WORDS[level][language])}  ${paint.faint(rule)}`
  const width = Math.max(columns, 40)
  const sentence = wrapped(says[language], width - 2).map(line => `  ${line}`)
  const frame = framed(diagnostic, excerpt?.[0], width).map((line, index) =>
    index === 1 ? paint[level](line) : paint.faint(line),
  )
  const help = wrapped(advice[language], width - 4).map((line, index) =>
    index === 0 ? `  → ${line}` : `    ${line}`,
  )
  return [head, ...sentence, ...frame, ...help, ''].join('\n')
}

/** The line of the file and a row of carets under what is meant; a long line is cut around it. */
function framed({ span }: Diagnostic, line: string | undefined, width: number): readonly string[] {
  if (line === undefined || line.trim() === '') return []
  const number = String(span.line)
  const room = width - number.length - 6
  const last = span.endLine === span.line ? span.endColumn : line.length + 1
  let from = 0
  if (columnsOf(line) > room && last - 1 > room - 1)
    from = Math.max(0, Math.min(span.column - 1 - 15, line.length - room + 1))
  const cut = `${from > 0 ? '…' : ''}${line.slice(from, from + room - 2)}${line.length > from + room - 2 ? '…' : ''}`
  const before = (from > 0 ? 1 : 0) + columnsOf(line.slice(from, span.column - 1))
  const under = Math.max(1, Math.min(columnsOf(line.slice(span.column - 1, last - 1)), room - before))
  return [
    `  ${number} │ ${cut}`,
    `  ${' '.repeat(number.length)} │ ${' '.repeat(before)}${'^'.repeat(under)}`,
  ]
}
