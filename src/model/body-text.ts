import type { Body } from './body.js'
import { LastAsked } from './last-asked.js'

/**
 * All headings and prose of a document in one text, a line feed after each: a rule looks here first for words that few
 * documents have, and at each heading and paragraph only where it finds them. Quotations are in it.
 */
export function bodyTextOf(body: Body): string {
  const known = read.get(body)
  if (known !== undefined) return known
  let text = ''
  for (const heading of body.headings) text += `${heading.text}\n`
  for (const prose of body.prose) text += `${prose.text}\n`
  read.set(body, text)
  return text
}

const read = new LastAsked<Body, string>()
