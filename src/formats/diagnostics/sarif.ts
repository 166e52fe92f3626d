import { fingerprints } from '../../exchange/fingerprint.js'
import type { Diagnostic, Level } from '../../model/diagnostic.js'
import type { Format, Shown, ShownRule } from '../../model/format.js'
import { offered } from '../../model/offered.js'
import { asJson } from '../../model/output.js'
import type { Span } from '../../model/place.js'
import type { Language } from '../../model/said.js'

/**
 * Diagnostics for code scanning: SARIF 2.1.0 (OASIS) with columns in UTF-16 code units, the rules that found something
 * in both languages, and fingerprints that stay when lines move.
 */
export const format: Format = {
  name: 'sarif',
  about: { sv: 'SARIF 2.1.0, för kodgranskning på GitHub och andra', en: 'SARIF 2.1.0, for code scanning' },
  diagnostics: (shown, { language }) => {
    const { verdict, diagnostics, base } = shown
    const used = new Set(diagnostics.map(({ rule }) => rule))
    const rules = shown.rules.filter(({ name }) => used.has(name)).toSorted(byName)
    const index = new Map(rules.map(({ name }, at) => [name, at] as const))
    const fingerprint = fingerprints(shown)
    return asJson({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'samverkan',
              version: shown.version,
              language,
              rules: rules.map(rule => ({
                id: rule.name,
                name: inPascalCase(rule.name),
                ...inWords(rule, language),
                defaultConfiguration: { level: levelOf(rule) },
              })),
            },
          },
          translations: [
            {
              name: 'samverkan',
              language: otherThan(language),
              contents: ['localizedData'],
              associatedComponent: { name: 'samverkan' },
              translationMetadata: { name: `samverkan (${otherThan(language)})` },
              rules: rules.map(rule => ({ id: rule.name, ...inWords(rule, otherThan(language)) })),
            },
          ],
          language,
          columnKind: 'utf16CodeUnits',
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: verdict.skipped.map(({ path, reason }) => ({
                level: 'note',
                message: { text: plain(reason[language]) },
                locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(base + path) } } }],
              })),
            },
          ],
          results: diagnostics.map(diagnostic => {
            const { rule, level, path, span, says, advice } = diagnostic
            const ruleIndex = index.get(rule)
            return {
              ruleId: rule,
              ...(ruleIndex !== undefined && { ruleIndex }),
              level,
              message: { text: plain(`${says[language]} ${advice[language]}`) },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: uriOf(base + path) },
                    region: regionOf(span),
                  },
                },
              ],
              // The name by which GitHub knows a finding again.
              partialFingerprints: { primaryLocationLineHash: fingerprint(diagnostic) },
              ...fixed(diagnostic, shown, language),
            }
          }),
        },
      ],
    })
  },
}

const byName = (a: ShownRule, b: ShownRule): number => (a.name < b.name ? -1 : 1)

const otherThan = (language: Language): Language => (language === 'sv' ? 'en' : 'sv')

const inPascalCase = (name: string): string =>
  name.replace(/(?:^|-)(.)/gu, (_, letter: string) => letter.toUpperCase())

const inWords = ({ states, because }: ShownRule, language: Language) => ({
  shortDescription: { text: states[language] },
  fullDescription: { text: `${states[language]} ${because[language]}` },
  help: { text: because[language] },
})

/** The level of a rule in a final document; one that is silent there says notes of others. */
const levelOf = ({ level }: ShownRule): Level => (typeof level === 'string' ? level : (level.final ?? 'note'))

/** Text in which a viewer finds no link: SARIF lets messages hold `[words](address)`. */
const plain = (text: string): string => text.replaceAll('](', '] (')

/** A relative reference (RFC 3986): each part of the path percent-encoded. */
const uriOf = (path: string): string =>
  path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')

const regionOf = ({ line, column, endLine, endColumn }: Span) => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
})

function fixed(diagnostic: Diagnostic, shown: Shown, language: Language) {
  const offer = offered(diagnostic, shown)
  if (offer === undefined) return {}
  const replacement = { deletedRegion: regionOf(offer.span), insertedContent: { text: offer.text } }
  const artifactLocation = { uri: uriOf(shown.base + diagnostic.path) }
  return {
    fixes: [
      {
        description: { text: plain(diagnostic.advice[language]) },
        artifactChanges: [{ artifactLocation, replacements: [replacement] }],
      },
    ],
  }
}
