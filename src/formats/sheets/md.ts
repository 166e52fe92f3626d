import type { Format, SheetWish } from '../../model/format.js'
import type { Language } from '../../model/said.js'
import type { Cell, Table } from '../../model/sheet.js'
import { DOCUMENTS, NO_ROWS, sourcesSaid, TOTAL } from '../../model/sheet-words.js'
import { cellText, isNumeric } from '../../model/worded-column.js'

/** Sheets as Markdown with GFM tables, for a forge's page, a pull request or minutes. */
export const format: Format = {
  name: 'md',
  aliases: ['markdown'],
  about: { sv: 'Markdown med tabeller', en: 'Markdown with tables' },
  sheet: (sheet, { language }, { shows }) =>
    [
      `# ${escaped(sheet.title[language])}`,
      escaped(sheet.scope[language]),
      sheet.summary.map(said => `- ${escaped(said[language])}`).join('\n'),
      ...sheet.tables.flatMap(table => [
        `## ${escaped(table.title[language])}`,
        table.rows.length === 0 ? NO_ROWS[language] : tableText(table, language, shows),
        ...(table.notes ?? []).map(said => escaped(said[language])),
      ]),
      '---',
      ...sourcesSaid(sheet).map(said => escaped(said[language])),
    ]
      .filter(block => block !== '')
      .join('\n\n')
      .concat('\n'),
}

function tableText(table: Table, language: Language, shows: SheetWish['shows']): string {
  const { columns, rows, totals } = table
  const more = (text: string): readonly string[] => (shows === 'documents' ? [text] : [])
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const texts = (cells: readonly Cell[]) =>
    columns.map((column, index) => escaped(cellText(cells[index], column, language)))
  return [
    line([...columns.map(({ label }) => escaped(label[language])), ...more(DOCUMENTS[language])]),
    line([...columns.map(column => (isNumeric(column) ? '--:' : '---')), ...more('---')]),
    ...rows.map(({ cells, documents = [] }) =>
      line([...texts(cells), ...more(escaped(documents.join(', ')))]),
    ),
    ...(totals === undefined
      ? []
      : [line([...totalCells(table, totals, texts(totals), language), ...more('')])]),
  ].join('\n')
}

const totalCells = (
  { columns }: Table,
  totals: readonly Cell[],
  texts: readonly string[],
  language: Language,
) =>
  columns.map((column, index) => {
    if (index === 0) return `**${TOTAL[language]}**`
    return isNumeric(column) ? (totals[index] === undefined ? '–' : `**${texts[index]}**`) : ''
  })

/** A text that Markdown takes for nothing but text, on one line. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\\`|<>[\]()!#*_~&@]/g, '\\$&')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/www\./gi, match => `${match.slice(0, 3)}\\.`)
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .trim()
