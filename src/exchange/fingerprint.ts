import { createHash } from 'node:crypto'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Shown } from '../model/format.js'

/**
 * What tells findings apart from one run to the next: 32 hexadecimal digits of rule, document and the text pointed
 * out, never of lines or paths. A text that may not be repeated leaves no trace in it; findings that are alike are
 * numbered in the order of the document.
 */
export function fingerprints({ verdict, excerpt, nameAt }: Shown): (diagnostic: Diagnostic) => string {
  const seen = new Map<string, number>()
  const known = new Map<Diagnostic, string>()
  for (const diagnostic of verdict.diagnostics) {
    const { rule, path, span } = diagnostic
    const line = excerpt(diagnostic)?.[0] ?? ''
    const pointed = line.slice(span.column - 1, span.endLine === span.line ? span.endColumn - 1 : undefined)
    const alike = JSON.stringify([rule, nameAt(path), pointed.replace(/\s+/g, ' ').trim()])
    const number = (seen.get(alike) ?? 0) + 1
    seen.set(alike, number)
    const hash = createHash('sha256').update(`${alike}${number}`).digest('hex')
    known.set(diagnostic, hash.slice(0, 32))
  }
  return diagnostic => {
    const found = known.get(diagnostic)
    if (found === undefined) throw new Error('A finding is shown that is not in the verdict.')
    return found
  }
}
