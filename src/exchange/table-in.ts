import { UserError } from '../model/failure.js'
import type { SourceSheet } from '../model/import-table.js'

/** Most bytes of a list, most rows and columns of a sheet: many times more than any group has, and no more than fits. */
export const MOST = { bytes: 20_000_000, rows: 10_000, columns: 200 } as const

/**
 * The sheets of a list: `.xlsx`, or text with separators (`.csv`, `.tsv`, `.txt`). What it is shows in its bytes, not
 * in its name.
 * @throws UserError for what is neither, and for what is larger than any list.
 */
export async function sheetsIn(bytes: Uint8Array, name: string): Promise<readonly SourceSheet[]> {
  const sheets = await sheetsOf(bytes, name)
  for (const { rows } of sheets) {
    if (rows.length > MOST.rows) throw tooLarge(`${rows.length} rader`, `${rows.length} rows`)
    if (rows.some(cells => cells.length > MOST.columns))
      throw tooLarge('för många kolumner', 'too many columns')
  }
  return sheets
}

async function sheetsOf(bytes: Uint8Array, name: string): Promise<readonly SourceSheet[]> {
  const begins = (...signs: readonly number[]): boolean => signs.every((sign, index) => bytes[index] === sign)
  if (begins(0x50, 0x4b)) return (await import('./xlsx-in.js')).sheetsInWorkbook(bytes)
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw oldExcel(name)
  return [(await import('./csv-in.js')).sheetInText(bytes, name)]
}

/** A list that is larger than any list should be, in words for what is too much. */
export const tooLarge = (sv: string, en: string): UserError =>
  new UserError(
    { sv: `Listan är för stor: ${sv}.`, en: `The list is too large: ${en}.` },
    {
      sv: `Dela den i mindre listor; högst ${MOST.rows} rader och ${MOST.columns} kolumner läses på en gång.`,
      en: `Part it into smaller lists; at most ${MOST.rows} rows and ${MOST.columns} columns are read at a time.`,
    },
  )

const oldExcel = (name: string): UserError =>
  new UserError(
    {
      sv: `\`${name}\` är en gammal Excel-fil (.xls) eller skyddad med lösenord.`,
      en: `\`${name}\` is an old Excel file (.xls), or protected by a password.`,
    },
    {
      sv: 'Öppna den i Excel, ta bort lösenordet och spara som .xlsx eller .csv.',
      en: 'Open it in Excel, take off the password and save it as .xlsx or .csv.',
    },
  )
