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
  const first = text.charCodeAt(0)
  const forms = first === 0xa7 ? SIGNED : first >= 48 && first <= 57 ? NUMBERED : []
  for (const [form, isParagraph] of forms) {
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

type Forms = readonly (readonly [RegExp, boolean])[]
/** Numbers that begin with their sign, and those that begin with a digit; whether each is a paragraph. */
const SIGNED: Forms = [[/^(§+\s*(\d{1,4})(?:\s?([a-h])(?=[\s.:)]|$))?[.:)]?)(?:\s+|$)(.*)$/s, true]]
const NUMBERED: Forms = [
  [/^((\d{1,4})\s*([a-h])?\s*§)[.:]?(?:\s+|$)(.*)$/s, true],
  [/^((\d{1,3})(?:\s?([a-h]))?[.)])(?:\s+|$)(.*)$/s, false],
  [/^((\d{1,3})\s?([a-h]))(?:\s+|$)(.*)$/s, false],
]
const SUB_ITEM = /^(([a-h])[.)])\s+(.*)$/s
