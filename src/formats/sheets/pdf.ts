import type { Format } from '../../model/format.js'
import { shownSheet } from '../../model/shown-sheet.js'

/** Sheets as PDF, to print, to file and to have read aloud. */
export const format: Format = {
  name: 'pdf',
  about: { sv: 'en PDF att skriva ut och diarieföra', en: 'a PDF to print and to file' },
  sheet: async (sheet, { language }, { shows }) => {
    const { asPdf } = await import('../../exchange/pdf.js')
    return asPdf(shownSheet(sheet, language, shows), language)
  },
}
