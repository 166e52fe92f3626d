import { type Document, mayBeQuoted } from './document.js'
import { stated } from './fields.js'
import { sectionAt } from './section-at.js'

/** Where something stands in a body. */
interface Standing {
  readonly section?: number
  readonly line: number
}

/**
 * True when a report may repeat what stands there: the document is open, and neither the passage nor a section around
 * it is marked as confidential (archive format § 4, `:::sekretess` and `Sekretess:`).
 */
export function mayBeRepeated(document: Document, { section, line }: Standing): boolean {
  const { sections, confidential } = document.body
  if (!mayBeQuoted(document)) return false
  if (confidential.some(passage => passage.line <= line && line <= passage.endLine)) return false
  let around = section === undefined ? undefined : sections[section]
  while (around !== undefined) {
    if (around.attributes.some(({ key }) => key === 'Sekretess')) return false
    around = around.parent === undefined ? undefined : sections[around.parent]
  }
  return true
}

/** Lines of the file of a document, counted from 1, where each confidential passage has given way to one word that says so. */
export function readableLines(
  document: Document,
  lines: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
  leftOut: string,
): readonly string[] {
  const { sections } = document.body
  const shown = lines.slice(from - 1, to).map((written, index) => {
    const line = from + index
    return mayBeRepeated(document, { line, ...stated('section', sectionAt(sections, line)?.index) })
      ? written
      : leftOut
  })
  return shown.filter((line, index) => line !== leftOut || shown[index - 1] !== leftOut)
}

/** An address without the heading that it repeats: `"…" u1`; one with a number says nothing and stands as it is. */
export const citable = (address: string): string => address.replace(/^".*"/, '"…"')

/** What stands in the place of a text that may not be repeated. */
export const LEFT_OUT = { sv: 'utelämnas (sekretess)', en: 'left out (confidential)' }
