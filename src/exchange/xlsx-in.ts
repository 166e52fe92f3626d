import readWorkbook from 'read-excel-file/universal'
import { UserError } from '../model/failure.js'
import type { SourceSheet } from '../model/import-table.js'
import { refuseUnsafeWorkbook } from './xlsx-limits.js'

/**
 * The sheets of a workbook as a reader sees them: days as `2024-05-31`, formulas by the value that was saved with them.
 * Nothing is computed, no link is followed and nothing is fetched.
 * @throws UserError for what is no workbook, and for one that is larger than any list.
 */
export async function sheetsInWorkbook(bytes: Uint8Array): Promise<readonly SourceSheet[]> {
  refuseUnsafeWorkbook(bytes)
  // The reader takes a buffer of its own; the one given lives until the next file is read.
  const own = new Uint8Array(bytes).buffer
  const sheets = await readWorkbook(own).catch(cause => {
    throw unreadable(cause)
  })
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map(cells => cells.map(textIn)) }))
}

/** What a reader sees in a cell. */
function textIn(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return ''
    const [day = '', time = ''] = cell.toISOString().split('T')
    return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`
  }
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nej'
  return typeof cell === 'number' || typeof cell === 'string' ? String(cell) : ''
}

const unreadable = (cause: unknown): UserError =>
  new UserError(
    { sv: 'Filen går inte att läsa som kalkylark.', en: 'The file cannot be read as a spreadsheet.' },
    {
      sv: 'Öppna den i kalkylprogrammet och spara den igen som .xlsx, eller som .csv.',
      en: 'Open it in the spreadsheet program and save it again as .xlsx, or as .csv.',
    },
    { cause },
  )
