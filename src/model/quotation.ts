import type { Archive } from './archive.js'
import type { Document } from './document.js'

/**
 * A text of a document in backticks, short and on one line, for use in a message; absent where the document is not
 * certainly `öppen`: one that could not be read, of no known kind, or of a kind that is not open unless it says so.
 */
export function quotation(text: string, document: Document, archive: Archive): string | undefined {
  if (!isOpen(document, archive)) return undefined
  const line = text.replace(/[`\s]+/g, ' ').trim()
  if (line === '') return undefined
  return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line}\``
}

/** True when a document says that it is open, or says nothing and is a register or of a kind that is open by itself. */
export function isOpen(document: Document, archive: Archive): boolean {
  const grade = document.fields['sekretess']
  if (grade !== undefined && grade !== '') return grade === 'öppen'
  if (document.unreadable) return false
  return document.role === 'register' || archive.kindOf(document)?.confidentiality === 'öppen'
}

/** Longest text that a message repeats, in UTF-16 code units. */
const LONGEST = 60
