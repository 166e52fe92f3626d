import type { Said } from './said.js'
import type { Sheet } from './sheet.js'

/** What stands before the totals of a table. */
export const TOTAL: Said = { sv: 'Totalt', en: 'Total' }

/** What the ids behind a figure are called. */
export const DOCUMENTS: Said = { sv: 'Dokument', en: 'Documents' }

/** What stands in the place of a table without rows. */
export const NO_ROWS: Said = { sv: 'Inga.', en: 'None.' }

/** What a report rests on, and every file that it could not read. */
export function sourcesSaid({ sources: { documents, unreadable } }: Sheet): readonly Said[] {
  return [
    {
      sv: `Underlag: ${documents} dokument.`,
      en: `Rests on ${documents} ${documents === 1 ? 'document' : 'documents'}.`,
    },
    ...(unreadable.length === 0
      ? []
      : [
          {
            sv: `Gick inte att läsa och räknas inte: ${unreadable.join(', ')}.`,
            en: `Could not be read and are not counted: ${unreadable.join(', ')}.`,
          },
        ]),
  ]
}
