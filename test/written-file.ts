import writeXlsxFile, { type SheetData } from 'write-excel-file/node'

/**
 * What a fence of a case page becomes as a file: `xlsx` a real workbook, its sheets begun by `[Blad]` and its cells
 * parted by ` | `; `windows-1252` a text in that encoding; everything else UTF-8.
 */
export async function writtenFile(language: string, text: string): Promise<string | Buffer> {
  if (language === 'windows-1252') return Buffer.from(text, 'latin1')
  if (language !== 'xlsx') return text
  const sheets = text
    .split(/^\[(.+)\]\n/m)
    .slice(1)
    .flatMap((part, index, parts) =>
      index % 2 === 0 ? [{ sheet: part, data: cellsIn(parts[index + 1] ?? '') }] : [],
    )
  return writeXlsxFile(sheets).toBuffer()
}

const cellsIn = (text: string): SheetData =>
  text
    .replace(/\n+$/, '')
    .split('\n')
    .map(line =>
      line.split(/ ?\| ?/).map(cell => {
        if (/^\d{4}-\d\d-\d\d$/.test(cell)) return { value: new Date(cell), type: Date, format: 'yyyy-mm-dd' }
        return /^\d{1,4}$/.test(cell)
          ? { value: Number(cell), type: Number }
          : { value: cell.replaceAll('⏎', '\n'), type: String }
      }),
    )
