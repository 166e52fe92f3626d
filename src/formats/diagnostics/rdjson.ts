import type { Diagnostic, Level } from '../../model/diagnostic.js'
import type { Format, Shown } from '../../model/format.js'
import { offered } from '../../model/offered.js'
import { asJson } from '../../model/output.js'
import type { Span } from '../../model/place.js'

const SEVERITIES: Readonly<Record<Level, string>> = { error: 'ERROR', warning: 'WARNING', note: 'INFO' }

/** Diagnostics for reviewdog (its Diagnostic Format, rdjson), with suggestions of what `--fix` would put. */
export const format: Format = {
  name: 'rdjson',
  about: { sv: 'för reviewdog, med förslag att godta', en: 'for reviewdog, with suggestions to accept' },
  diagnostics: (shown, { language }) =>
    asJson({
      source: { name: 'samverkan' },
      diagnostics: shown.diagnostics.map(diagnostic => {
        const { rule, level, path, span, says, advice } = diagnostic
        const suggestions = suggested(diagnostic, shown)
        return {
          message: `${says[language]}\n${advice[language]}`,
          location: { path: shown.base + path, range: rangeOf(span, shown.excerpt(diagnostic)?.[0]) },
          severity: SEVERITIES[level],
          code: { value: rule },
          ...(suggestions.length > 0 && { suggestions }),
        }
      }),
    }),
}

function suggested(diagnostic: Diagnostic, shown: Shown) {
  const offer = offered(diagnostic, shown)
  return offer === undefined ? [] : [{ range: rangeOf(offer.span, offer.line), text: offer.text }]
}

/** reviewdog counts columns in bytes of UTF-8; where the line may not be shown, only its number is said. */
function rangeOf({ line, column, endLine, endColumn }: Span, text: string | undefined) {
  if (text === undefined || endLine !== line) return { start: { line }, end: { line: endLine } }
  return {
    start: { line, column: bytesBefore(text, column) },
    end: { line: endLine, column: bytesBefore(text, endColumn) },
  }
}

const bytesBefore = (text: string, column: number): number =>
  new TextEncoder().encode(text.slice(0, column - 1)).length + 1
