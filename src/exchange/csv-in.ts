import { Buffer, isUtf8 } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import { UserError } from '../model/failure.js'
import type { SourceSheet } from '../model/import-table.js'

/**
 * A text with separators as a sheet: UTF-8, with or without a byte order mark, UTF-16 or Windows-1252, parted by `;`,
 * `,` or tab, whichever parts it best.
 * @throws UserError for what is no text, and for quotes that are never closed.
 */
export function sheetInText(bytes: Uint8Array, name: string): SourceSheet {
  const text = decoded(bytes)
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text.slice(0, 10_000))) throw noList(name)
  const stated = /^sep=([;,\t|])\r?\n/i.exec(text)
  const list = stated === null ? text : text.slice(stated[0].length)
  return { name, rows: rowsOf(list, stated?.[1] ?? separatorOf(list), name, stated === null ? 0 : 1) }
}

/** Text from bytes. What is no UTF-8 is Windows-1252, as Excel in a Swedish office saves it. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  const is = (encoding: string) => new TextDecoder(encoding).decode(bytes)
  if (first === 0xff && second === 0xfe) return is('utf-16le')
  if (first === 0xfe && second === 0xff) return is('utf-16be')
  return is(isUtf8(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ? 'utf-8' : 'windows-1252')
}

function rowsOf(text: string, delimiter: string, name: string, above: number): SourceSheet['rows'] {
  try {
    const rows = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
    })
    return [...Array.from({ length: above }, () => []), ...rows.map(cells => cells.map(plain))]
  } catch (cause) {
    throw new UserError(
      {
        sv: `\`${name}\` går inte att läsa som lista: ett citattecken är inte avslutat.`,
        en: `\`${name}\` cannot be read as a list: a quotation mark is not closed.`,
      },
      {
        sv: 'Öppna den i ett kalkylprogram och spara den igen, som .xlsx eller .csv.',
        en: 'Open it in a spreadsheet program and save it again, as .xlsx or .csv.',
      },
      { cause },
    )
  }
}

/** A cell without the apostrophe that keeps a spreadsheet from reading it as a formula. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '')

/** The sign that parts the first lines into the most cells, alike from line to line; a comma where none does. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/)
    .filter(line => line.trim() !== '')
    .slice(0, 30)
  const scores = [';', '\t', ','].map(sign => {
    const counts = lines.map(line => line.split(sign).length - 1)
    const most = Math.max(0, ...counts)
    return {
      sign,
      score: most === 0 ? 0 : counts.filter(count => count === most).length * Math.min(most, 20),
    }
  })
  const best = scores.reduce((before, each) => (each.score > before.score ? each : before))
  return best.score === 0 ? ',' : best.sign
}

const noList = (name: string): UserError =>
  new UserError(
    { sv: `\`${name}\` är ingen lista.`, en: `\`${name}\` is no list.` },
    {
      sv: 'Spara listan som .xlsx eller .csv från kalkylprogrammet.',
      en: 'Save the list as .xlsx or .csv from the spreadsheet program.',
    },
  )
