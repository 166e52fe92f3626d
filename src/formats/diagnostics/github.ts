import { type Diagnostic, LEVELS, type Level } from '../../model/diagnostic.js'
import type { Format, Shown } from '../../model/format.js'
import type { Said } from '../../model/said.js'
import { filesSaid, foundSaid, LEVEL_NAMES } from '../../model/verdict-words.js'

/** How many annotations of a level GitHub shows of one step. */
const MOST = 10
/** How much text a job summary of GitHub takes with room to spare, in UTF-16 code units: it takes 1 MiB in all. */
const MOST_SUMMARY = 250_000

const COMMANDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' }

/**
 * Annotations for a pull request on GitHub: workflow commands, the most serious first and of them those on changed
 * lines, no more than GitHub shows; the rest stands in the summary of the job.
 * Source: "Workflow commands for GitHub Actions" and actions/runner.
 */
export const format: Format = {
  name: 'github',
  about: { sv: 'anmärkningar i en pull request på GitHub', en: 'annotations in a pull request on GitHub' },
  diagnostics: (shown, { language }) => {
    const { verdict, diagnostics, base, room } = shown
    const annotated = annotatedOf(shown)
    const lines = annotated.map(({ level, path, span, rule, says, advice }) => {
      const where = [
        `file=${property(base + path)}`,
        `line=${span.line}`,
        `endLine=${span.endLine}`,
        ...columns(span),
        `title=${property(rule)}`,
      ]
      return `::${COMMANDS[level]} ${where.join(',')}::${message(`${says[language]}\n${advice[language]}`)}`
    })
    const closing = `${filesSaid(verdict)[language]} ${foundSaid(verdict)[language]}`
    const hidden = diagnostics.length - annotated.length
    const rest = hidden === 0 ? [] : [(room === undefined ? notShown(hidden) : inSummary(hidden))[language]]
    return `${[...lines, closing, ...rest].join('\n')}\n`
  },
  jobSummary: (shown, { language }) => {
    const { verdict, diagnostics, base } = shown
    const annotated = new Set(annotatedOf(shown))
    const rest = inTurn(shown).filter(each => !annotated.has(each))
    if (rest.length === 0) return undefined
    const told: string[] = []
    let length = 0
    for (const { path, span, level, rule, says, advice } of rest) {
      const lines = visible(
        `${base}${path}:${span.line}:${span.column}  ${LEVEL_NAMES[level][language]}  ${rule}\n  ${says[language]}\n  → ${advice[language]}\n`,
      )
      length += lines.length
      if (length > MOST_SUMMARY) break
      told.push(lines)
    }
    const left = rest.length - told.length
    const fence = fenceAround(told)
    return [
      '### samverkan validate',
      '',
      `${filesSaid(verdict)[language]} ${foundSaid(verdict)[language]}`,
      '',
      language === 'sv'
        ? `${annotated.size} av ${diagnostics.length} visas vid sina rader. Här är resten:`
        : `${annotated.size} of ${diagnostics.length} are shown at their lines. Here are the rest:`,
      '',
      `${fence}text`,
      told.join('\n').trimEnd(),
      fence,
      ...(left === 0 ? [] : ['', noRoom(left)[language]]),
      '',
    ].join('\n')
  },
}

/** Those that GitHub has room for. */
const annotatedOf = (shown: Shown): readonly Diagnostic[] => {
  const all = inTurn(shown)
  return LEVELS.flatMap(level => all.filter(each => each.level === level).slice(0, MOST))
}

/** The most serious first, and of them those on changed lines. */
function inTurn({ diagnostics, isChanged = () => false }: Shown): readonly Diagnostic[] {
  const turn = (diagnostic: Diagnostic) =>
    LEVELS.indexOf(diagnostic.level) * 2 + (isChanged(diagnostic) ? 0 : 1)
  return diagnostics.toSorted((a, b) => turn(a) - turn(b))
}

const notShown = (count: number): Said => ({
  sv: `${count} till visas inte här: GitHub tar högst ${MOST} av varje slag. Kör \`samverkan validate\` för att se alla.`,
  en: `${count} more are not shown here: GitHub takes at most ${MOST} of each kind. Run \`samverkan validate\` to see them all.`,
})

const inSummary = (count: number): Said => ({
  sv: `${count} till står i jobbets sammanfattning: GitHub tar högst ${MOST} av varje slag här.`,
  en: `${count} more stand in the summary of the job: GitHub takes at most ${MOST} of each kind here.`,
})

const noRoom = (count: number): Said => ({
  sv: `${count} till får inte plats. Kör \`samverkan validate\` för att se alla.`,
  en: `There is no room for ${count} more. Run \`samverkan validate\` to see them all.`,
})

/** GitHub takes columns only for what stands on one line. */
const columns = (span: Diagnostic['span']): readonly string[] =>
  span.endLine === span.line ? [`col=${span.column}`, `endColumn=${span.endColumn}`] : []

const message = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** A fence longer than any run of grave accents in the texts. */
function fenceAround(texts: readonly string[]): string {
  const runs = texts.flatMap(text => text.match(/`+/g) ?? [])
  return '`'.repeat(runs.reduce((most, { length }) => Math.max(most, length), 2) + 1)
}

/** Control and direction characters as their codes; line breaks stay. */
const visible = (text: string): string =>
  text.replace(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    character => `\\u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
