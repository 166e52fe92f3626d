import type { Diagnostic } from './diagnostic.js'
import type { Shown } from './format.js'
import type { Span } from './place.js'

/** A text to put in the place of another, for programs that let the reader accept it with a click. */
export interface Offered {
  readonly span: Span
  readonly text: string
  /** The whole line that it stands on. */
  readonly line: string
}

/**
 * What a safe repair puts, and just where. Absent where nothing is put, where the text there may not be repeated or is
 * not the expected one, and where the repair is not on the line of the finding.
 */
export function offered(diagnostic: Diagnostic, shown: Shown): Offered | undefined {
  const { fix, span: found } = diagnostic
  if (fix?.does !== 'put' || !shown.isMendable(diagnostic)) return undefined
  const line = shown.excerpt(diagnostic)?.[0]
  const span = fix.span ?? found
  if (line === undefined || span.line !== found.line || span.endLine !== span.line) return undefined
  const stands = line.slice(span.column - 1, span.endColumn - 1)
  const inside = stands === fix.insteadOf ? 0 : fix.insteadOf === '' ? -1 : stands.indexOf(fix.insteadOf)
  if (inside < 0) return undefined
  const column = span.column + inside
  return { span: { ...span, column, endColumn: column + fix.insteadOf.length }, text: fix.text, line }
}
