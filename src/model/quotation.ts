import { type Document, mayBeQuoted } from './document.js'

/** A text of a document in backticks, short and on one line, for use in a message; absent where the document is not open. */
export function quotation(text: string, document: Document): string | undefined {
  if (!mayBeQuoted(document)) return undefined
  const line = text.replace(/[`\s]+/g, ' ').trim()
  if (line === '') return undefined
  return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line}\``
}

/** Longest text that a message repeats, in UTF-16 code units. */
const LONGEST = 60
