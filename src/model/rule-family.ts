import type { Said } from './said.js'

/** What rules are about: the folders of `rules/`. */
export type Family = 'confidentiality' | 'deviation' | 'form' | 'links' | 'meeting' | 'plan' | 'rhythm'

/** Families in the order in which a reader meets them, with what they are called. */
export const FAMILIES: readonly { readonly name: Family; readonly title: Said }[] = [
  { name: 'form', title: { sv: 'Filer, fält och rubriker', en: 'Files, fields and headings' } },
  {
    name: 'meeting',
    title: { sv: 'Möten, beslut och uppdrag', en: 'Meetings, decisions and actions' },
  },
  { name: 'links', title: { sv: 'Länkar mellan dokument', en: 'Links between documents' } },
  { name: 'deviation', title: { sv: 'Avvikelser', en: 'Deviations' } },
  { name: 'plan', title: { sv: 'Planer och samtycken', en: 'Plans and consents' } },
  {
    name: 'confidentiality',
    title: { sv: 'Sekretess och personuppgifter', en: 'Confidentiality and personal data' },
  },
  { name: 'rhythm', title: { sv: 'Årshjul och ordning', en: 'The rhythm of the year' } },
]
