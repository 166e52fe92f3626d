import { type Document, mayBeQuoted } from './document.js'

/** Where a party stands in a question (ställningstagande). Archive format § 4; seed S2 § 6. */
export interface Position {
  readonly party: string
  readonly text: string
  /** Index of the section. */
  readonly section: number
  readonly line: number
}

/** The positions of the parties in a document: items `Part – text` under `*Slag: ställningstagande*`; none of a document that is not open. */
export function positionsIn(document: Document): readonly Position[] {
  if (!mayBeQuoted(document)) return []
  const { sections, prose } = document.body
  const asked = new Set(
    sections
      .filter(({ attributes }) =>
        attributes.some(({ key, value }) => key === 'Slag' && /^ställningstagande/i.test(value)),
      )
      .map(({ index }) => index),
  )
  if (asked.size === 0) return []
  return prose.flatMap(({ form, role, section, text, line }) => {
    const match = form === 'item' && role === 'text' ? PARTY.exec(text) : null
    if (match === null || section === undefined || !asked.has(section)) return []
    return [{ party: match[1] ?? '', text: (match[2] ?? '').replace(/\s*\n\s*/g, ' '), section, line }]
  })
}

/** A party, a dash with spaces round it, and what it thinks. */
const PARTY = /^([^–—\n]{2,80}?)\s+[–—-]\s+(\S[\s\S]*)$/
