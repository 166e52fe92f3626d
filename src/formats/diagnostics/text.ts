import { type Diagnostic, LEVELS, type Level } from '../../model/diagnostic.js'
import type { Format, Shown, Surface } from '../../model/format.js'
import { columnsOf, wrapped } from '../../model/layout.js'
import type { Said } from '../../model/said.js'
import { filesSaid, foundSaid } from '../../model/verdict-words.js'

/** Diagnostics for a person at a terminal: the place, the sentence, the line with the fault pointed out, the advice. */
export const format: Format = {
  name: 'text',
  about: { sv: 'för den som läser på skärmen', en: 'for a person at a terminal' },
  diagnostics: (shown, surface) =>
    [
      ...shown.diagnostics.map(diagnostic => diagnosed(diagnostic, shown, surface)),
      closing(shown, surface),
    ].join('\n'),
}

const WORDS: Readonly<Record<Level, Said>> = {
  error: { sv: 'fel', en: 'error' },
  warning: { sv: 'varning', en: 'warning' },
  note: { sv: 'anmärkning', en: 'note' },
}

function diagnosed(
  diagnostic: Diagnostic,
  { excerpt }: Shown,
  { language, columns, paint }: Surface,
): string {
  const { path, span, level, rule, says, advice } = diagnostic
  const place = `${path.replace(/^\s*::/, './::')}:${span.line}:${span.column}`
  const head = `${paint.strong(place)}  ${paint[level](WORDS[level][language])}  ${paint.faint(rule)}`
  const width = Math.max(columns, 40)
  const sentence = wrapped(says[language], width - 2).map(line => `  ${line}`)
  const frame = framed(diagnostic, excerpt(diagnostic)?.[0], width).map((line, index) =>
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

function closing({ verdict, diagnostics, isMendable }: Shown, { language, columns, paint }: Surface): string {
  const { skipped } = verdict
  const left = skipped
    .slice(0, MOST_SKIPPED)
    .map(({ path, reason }) => paint.faint(`  ${path}: ${reason[language]}`))
  const more = skipped.length - left.length
  const rest =
    more > 0 ? [paint.faint(language === 'sv' ? `  … och ${more} till` : `  … and ${more} more`)] : []
  const title = skipped.length === 0 ? [] : [language === 'sv' ? 'Överhoppade:' : 'Skipped:']
  const isHidden = diagnostics.length < verdict.diagnostics.length
  const only = isHidden ? (language === 'sv' ? ' Bara fel visas.' : ' Only errors are shown.') : ''
  const gravest = verdict.diagnostics.reduce<Level | 'good'>(graver, 'good')
  const found = paint[gravest](foundSaid(verdict)[language]) + only
  const mendable = verdict.diagnostics.filter(isMendable).length
  const mends =
    mendable === 0
      ? []
      : [
          language === 'sv'
            ? `${mendable} av dem kan rättas med \`samverkan validate --fix\`.`
            : `${mendable} of them can be mended with \`samverkan validate --fix\`.`,
        ]
  return `${[...title, ...left, ...rest, ...wrapped(filesSaid(verdict)[language], columns), found, ...mends].join('\n')}\n`
}

/** How many skipped files are listed by name. */
const MOST_SKIPPED = 10

const graver = (gravest: Level | 'good', { level }: Diagnostic): Level | 'good' =>
  gravest === 'good' || LEVELS.indexOf(level) < LEVELS.indexOf(gravest) ? level : gravest
