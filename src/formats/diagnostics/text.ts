import { diagnosed } from '../../model/diagnosed.js'
import { type Diagnostic, LEVELS, type Level } from '../../model/diagnostic.js'
import type { Format, Shown, Surface } from '../../model/format.js'
import { wrapped } from '../../model/layout.js'
import { filesSaid, foundSaid } from '../../model/verdict-words.js'

/** Diagnostics for a person at a terminal: the place, the sentence, the line with the fault pointed out, the advice. */
export const format: Format = {
  name: 'text',
  about: { sv: 'för den som läser på skärmen', en: 'for a person at a terminal' },
  diagnostics: (shown, surface) =>
    [
      ...shown.diagnostics.map(diagnostic => diagnosed(diagnostic, shown.excerpt(diagnostic), surface)),
      closing(shown, surface),
    ].join('\n'),
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
