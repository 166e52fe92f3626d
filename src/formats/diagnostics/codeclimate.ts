import { fingerprints } from '../../exchange/fingerprint.js'
import type { Level } from '../../model/diagnostic.js'
import type { Format } from '../../model/format.js'
import { asJson } from '../../model/output.js'

const SEVERITIES: Readonly<Record<Level, string>> = { error: 'major', warning: 'minor', note: 'info' }

/** Diagnostics for the Code Quality report of GitLab: the subset of Code Climate that it reads. */
export const format: Format = {
  name: 'codeclimate',
  aliases: ['gitlab'],
  about: { sv: 'kodkvalitet i en merge request på GitLab', en: 'Code Quality in a merge request on GitLab' },
  diagnostics: (shown, { language }) => {
    const fingerprint = fingerprints(shown)
    return asJson(
      shown.diagnostics.map(diagnostic => {
        const { rule, level, path, span, says, advice } = diagnostic
        return {
          type: 'issue',
          check_name: rule,
          description: says[language],
          content: { body: advice[language] },
          categories: ['Style'],
          severity: SEVERITIES[level],
          fingerprint: fingerprint(diagnostic),
          location: { path: shown.base + path, lines: { begin: span.line, end: span.endLine } },
        }
      }),
    )
  },
}
