import type { Format } from '../../model/format.js'
import { shownSheet } from '../../model/shown-sheet.js'

/** Sheets as a workbook for Excel and LibreOffice, a tab for every table. */
export const format: Format = {
  name: 'xlsx',
  aliases: ['excel'],
  about: { sv: 'en arbetsbok för Excel', en: 'a workbook for Excel' },
  sheet: async (sheet, { language }, { shows }) => {
    const { asXlsx } = await import('../../exchange/xlsx.js')
    return asXlsx(shownSheet(sheet, language, shows), language)
  },
}
