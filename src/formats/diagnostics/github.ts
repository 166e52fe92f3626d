import { type Diagnostic, LEVELS, type Level } from '../../model/diagnostic.js'
import type { Format } from '../../model/format.js'
import { filesSaid, foundSaid } from '../../model/verdict-words.js'

/** How many annotations of a level GitHub shows of one step. */
const MOST = 10

const COMMANDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' }

/**
 * Annotations for a pull request on GitHub: workflow commands, the most serious first, no more than GitHub shows.
 * Source: "Workflow commands for GitHub Actions" and actions/runner.
 */
export const format: Format = {
  name: 'github',
  about: { sv: 'anmärkningar i en pull request på GitHub', en: 'annotations in a pull request on GitHub' },
  diagnostics: ({ verdict, diagnostics }, { language }) => {
    const byLevel = LEVELS.map(level => diagnostics.filter(each => each.level === level))
    const shown = byLevel.flatMap(each => each.slice(0, MOST))
    const lines = shown.map(({ level, path, span, rule, says, advice }) => {
      const where = [
        `file=${property(path)}`,
        `line=${span.line}`,
        `endLine=${span.endLine}`,
        ...columns(span),
        `title=${property(rule)}`,
      ]
      return `::${COMMANDS[level]} ${where.join(',')}::${message(`${says[language]}\n${advice[language]}`)}`
    })
    const rest = diagnostics.length - shown.length
    const closing = `${filesSaid(verdict)[language]} ${foundSaid(verdict)[language]}`
    const hidden =
      rest === 0
        ? []
        : [
            language === 'sv'
              ? `${rest} till visas inte här: GitHub tar högst ${MOST} av varje slag. Kör \`samverkan validate\` för att se alla.`
              : `${rest} more are not shown here: GitHub takes at most ${MOST} of each kind. Run \`samverkan validate\` to see them all.`,
          ]
    return `${[...lines, closing, ...hidden].join('\n')}\n`
  },
}

/** GitHub takes columns only for what stands on one line. */
const columns = (span: Diagnostic['span']): readonly string[] =>
  span.endLine === span.line ? [`col=${span.column}`, `endColumn=${span.endColumn}`] : []

const message = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
