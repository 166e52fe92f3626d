import type { Format } from '../../model/format.js'
import { shownSheet } from '../../model/shown-sheet.js'

/** Sheets as a Word document, to write in and to send. */
export const format: Format = {
  name: 'docx',
  aliases: ['word'],
  about: { sv: 'ett Word-dokument att skriva vidare i', en: 'a Word document to go on writing in' },
  sheet: async (sheet, { language }, { shows }) => {
    const { asDocx } = await import('../../exchange/docx.js')
    return asDocx(shownSheet(sheet, language, shows), language)
  },
}
