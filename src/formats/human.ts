import type { Diagnostic, Level, Verdict } from '../model/diagnostic.js'
import type { Format, Shown, Surface } from '../model/format.js'
import type { Said } from '../model/said.js'
import { columnsOf, wrapped } from '../model/layout.js'

/** Diagnostics for a person at a terminal: the place, the sentence, the line with the fault pointed out, the advice. */
export const format: Format = {
  name: 'human',
  aliases: ['text'],
  about: { sv: 'för den som läser på skärmen', en: 'for a person at a terminal' },
  diagnostics: (shown, surface) =>
    [...shown.verdict.diagnostics.map(diagnostic => diagnosed(diagnostic, shown, surface)), closing(shown.verdict, surface)].join('\n'),
}

const WORDS: Readonly<Record<Level, Said>> = {
  error: { sv: 'fel', en: 'error' },
  warning: { sv: 'varning', en: 'warning' },
  note: { sv: 'anmärkning', en: 'note' },
}

function diagnosed(diagnostic: Diagnostic, { excerpt }: Shown, { language, columns, paint }: Surface): string {
  const { path, span, level, rule, says, advice } = diagnostic
  const place = `${path.replace(/^\s*::/, './::')}:${span.line}:${span.column}`
  const head = `${paint.strong(place)}  ${paint[level](WORDS[level][language])}  ${paint.faint(rule)}`
  const width = Math.max(columns, 40)
  const sentence = wrapped(says[language], width - 2).map(line => `  ${line}`)
  const frame = framed(diagnostic, excerpt(diagnostic)?.[0], width).map((line, index) => (index === 1 ? paint[level](line) : paint.faint(line)))
  const help = wrapped(advice[language], width - 4).map((line, index) => (index === 0 ? `  → ${line}` : `    ${line}`))
  return [head, ...sentence, ...frame, ...help, ''].join('\n')
}

/** The line of the file and a row of carets under what is meant; a long line is cut around it. */
function framed({ span }: Diagnostic, line: string | undefined, width: number): readonly string[] {
  if (line === undefined || line.trim() === '') return []
  const number = String(span.line)
  const room = width - number.length - 6
  const last = span.endLine === span.line ? span.endColumn : line.length + 1
  let from = 0
  if (columnsOf(line) > room && last - 1 > room - 1) from = Math.max(0, Math.min(span.column - 1 - 15, line.length - room + 1))
  const cut = `${from > 0 ? '…' : ''}${line.slice(from, from + room - 2)}${line.length > from + room - 2 ? '…' : ''}`
  const before = (from > 0 ? 1 : 0) + columnsOf(line.slice(from, span.column - 1))
  const under = Math.max(1, Math.min(columnsOf(line.slice(span.column - 1, last - 1)), room - before))
  return [`  ${number} │ ${cut}`, `  ${' '.repeat(number.length)} │ ${' '.repeat(before)}${'^'.repeat(under)}`]
}

function closing({ diagnostics, files, checked, unreadable, skipped }: Verdict, { language, columns, paint }: Surface): string {
  const count = (level: Level) => diagnostics.filter(each => each.level === level).length
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')]
  const sentence: Said = {
    sv: `${number(files, 'fil', 'filer')}: ${checked} granskade, ${skipped.length} överhoppade, ${unreadable} oläsliga.`,
    en: `${number(files, 'file', 'files')}: ${checked} checked, ${skipped.length} skipped, ${unreadable} unreadable.`,
  }
  const found: Said = {
    sv: errors + warnings + notes === 0 ? 'Inget att anmärka.' : `${number(errors, 'fel', 'fel')}, ${number(warnings, 'varning', 'varningar')}, ${number(notes, 'anmärkning', 'anmärkningar')}.`,
    en: errors + warnings + notes === 0 ? 'Nothing to remark.' : `${number(errors, 'error', 'errors')}, ${number(warnings, 'warning', 'warnings')}, ${number(notes, 'note', 'notes')}.`,
  }
  const left = skipped.slice(0, 10).map(({ path, reason }) => paint.faint(`  ${path}: ${reason[language]}`))
  const rest = skipped.length > 10 ? [paint.faint(language === 'sv' ? `  … och ${skipped.length - 10} till` : `  … and ${skipped.length - 10} more`)] : []
  const title = skipped.length === 0 ? [] : [language === 'sv' ? 'Överhoppade:' : 'Skipped:']
  const verdict = errors > 0 ? paint.error(found[language]) : warnings > 0 ? paint.warning(found[language]) : paint.good(found[language])
  return `${[...title, ...left, ...rest, ...wrapped(sentence[language], columns), verdict].join('\n')}\n`
}

const number = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
