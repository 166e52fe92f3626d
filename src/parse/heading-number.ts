import { sectionNumber } from '../model/address.js'

/** A heading parted into its number and its words. */
export interface NumberedHeading {
  readonly number?: string
  readonly numberWritten?: string
  readonly isParagraph: boolean
  readonly title: string
}

/**
 * Reads the number of a heading in any of the ways that minutes write it: `§ 4`, `§4`, `4 §`, `4.`, `4)`, `4 a.`,
 * `§ 10 a`, and `a)` below a numbered one. `above` is the number of the section it stands in.
 */
export function readHeading(text: string, depth: number, above: string | undefined): NumberedHeading {
  for (const [form, isParagraph] of FORMS) {
    const match = form.exec(text)
    if (match !== null) {
      const [, written = '', digits = '', letter = '', title = ''] = match
      return {
        number: sectionNumber(digits + letter),
        numberWritten: written.trim(),
        isParagraph,
        title: title.trim(),
      }
    }
  }
  const below = depth > 2 && above !== undefined ? SUB_ITEM.exec(text) : null
  if (below !== null && above !== undefined) {
    const [, written = '', letter = '', title = ''] = below
    return {
      number: sectionNumber(above.replace(/[a-h]$/, '') + letter),
      numberWritten: written,
      isParagraph: false,
      title,
    }
  }
  return { isParagraph: false, title: text }
}

const FORMS: readonly (readonly [RegExp, boolean])[] = [
  [/^(§+\s*(\d{1,4})(?:\s?([a-h])(?=[\s.:)]|$))?[.:)]?)(?:\s+|$)(.*)$/s, true],
  [/^((\d{1,4})\s*([a-h])?\s*§)[.:]?(?:\s+|$)(.*)$/s, true],
  [/^((\d{1,3})(?:\s?([a-h]))?[.)])(?:\s+|$)(.*)$/s, false],
  [/^((\d{1,3})\s?([a-h]))(?:\s+|$)(.*)$/s, false],
]
const SUB_ITEM = /^(([a-h])[.)])\s+(.*)$/s
