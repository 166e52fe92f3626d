import { SUPPRESSED } from './public-column.js'
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
    documents === undefined
      ? {
          sv: 'Hur många dokument det vilar på visas inte.',
          en: 'How many documents it rests on is not shown.',
        }
      : {
          sv: `Underlag: ${documents} dokument.`,
          en: `Rests on ${documents} ${documents === 1 ? 'document' : 'documents'}.`,
        },
    ...unreadSaid(unreadable),
  ]
}

/** The files that could not be read; where their names are not for the reader, how many they are. */
function unreadSaid(unreadable: readonly string[]): readonly Said[] {
  const count = unreadable.length
  if (count === 0) return []
  if (unreadable.includes(SUPPRESSED)) {
    return [
      {
        sv: `${count} ${count === 1 ? 'fil' : 'filer'} gick inte att läsa och räknas inte.`,
        en: `${count} ${count === 1 ? 'file' : 'files'} could not be read and ${count === 1 ? 'is' : 'are'} not counted.`,
      },
    ]
  }
  return [
    {
      sv: `Gick inte att läsa och räknas inte: ${unreadable.join(', ')}.`,
      en: `Could not be read and are not counted: ${unreadable.join(', ')}.`,
    },
  ]
}
