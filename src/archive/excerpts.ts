import type { Archive } from '../model/archive.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { stated } from '../model/fields.js'
import { mayBeRepeated } from '../model/repeatable.js'
import { sectionAt } from '../model/section-at.js'
import type { TextOf } from './placing.js'

/** Gives the line that a finding stands on, where it may be shown: the document is open and the line tells of nobody by number. */
export function excerpts(
  archive: Pick<Archive, 'byPath'>,
  textOf: TextOf,
): (diagnostic: Diagnostic) => readonly string[] | undefined {
  const lines = new Map<string, readonly string[]>()
  return ({ path, span }) => {
    const document = archive.byPath(path)
    const section = document === undefined ? undefined : sectionAt(document.body.sections, span.line)?.index
    if (
      document === undefined ||
      !mayBeRepeated(document, { line: span.line, ...stated('section', section) })
    )
      return undefined
    if (!lines.has(path)) lines.set(path, (textOf(path) ?? '').split('\n'))
    const line = lines.get(path)?.[span.line - 1]
    return line === undefined || hasPersonalNumber(line) ? undefined : [line]
  }
}

/** True of a line that looks as if it held a personnummer: it is never repeated (security decision 3). */
export const hasPersonalNumber = (line: string): boolean => PERSONAL_NUMBER.test(line)

const PERSONAL_NUMBER = /(?:19|20)?\d{6}[-+\s\u2010-\u2013]?\d{4}(?!\d)/
