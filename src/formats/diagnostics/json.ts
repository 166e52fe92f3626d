import type { Format } from '../../model/format.js'
import { asJson } from '../../model/output.js'

/** Diagnostics for other programs, schema version 1: one-based lines and columns in UTF-16 code units, sorted by place. */
export const format: Format = {
  name: 'json',
  about: { sv: 'data för andra program', en: 'data for other programs' },
  diagnostics: ({ verdict, diagnostics }, { language }) => {
    const { files, checked, skipped, unreadable } = verdict
    const count = (level: string) => verdict.diagnostics.filter(each => each.level === level).length
    return asJson({
      schemaVersion: 1,
      summary: {
        files,
        checked,
        skipped: skipped.length,
        unreadable,
        errors: count('error'),
        warnings: count('warning'),
        notes: count('note'),
      },
      findings: diagnostics.map(({ rule, level, path, span, says, advice, fix }) => ({
        rule,
        level,
        path,
        ...span,
        message: says[language],
        advice: advice[language],
        fixable: fix?.safety === 'safe',
      })),
      skipped: skipped.map(({ path, reason }) => ({ path, reason: reason[language] })),
    })
  },
}
