import type { Format } from '../../model/format.js'
import { headsOf, type ShownChapter, type ShownTable, shownSheet } from '../../model/shown-sheet.js'
import { isNumeric } from '../../model/worded-column.js'

/** Sheets as Markdown with GFM tables, for a forge's page, a pull request or minutes. */
export const format: Format = {
  name: 'md',
  aliases: ['markdown'],
  about: { sv: 'Markdown med tabeller', en: 'Markdown with tables' },
  sheet: (sheet, { language }, { shows }) => {
    const { title, scope, summary, tables, chapters, sources } = shownSheet(sheet, language, shows)
    return [
      `# ${escaped(title)}`,
      escaped(scope),
      list(summary),
      ...tables.flatMap(table => blocksOf(table, '##')),
      ...chapters.flatMap(chapterBlocks),
      '---',
      ...sources.map(escaped),
    ]
      .filter(block => block !== '')
      .join('\n\n')
      .concat('\n')
  },
}

const list = (texts: readonly string[]): string => texts.map(text => `- ${escaped(text)}`).join('\n')

const chapterBlocks = ({ title, summary, tables, ownWords }: ShownChapter): readonly string[] => [
  `## ${escaped(title)}`,
  list(summary),
  ...tables.flatMap(table => blocksOf(table, '###')),
  ...(ownWords === undefined ? [] : [`> ✎ ${escaped(ownWords)}`]),
]

const blocksOf = (table: ShownTable, mark: string): readonly string[] => [
  `${mark} ${escaped(table.title)}`,
  table.rows.length === 0 ? table.empty : tableText(table),
  ...table.notes.map(escaped),
]

function tableText(table: ShownTable): string {
  const { columns, rows, totals, totalCells, shows } = table
  const more = (text: string): readonly string[] => (shows === 'documents' ? [text] : [])
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const strong = (text: string, index: number): string => {
    const isKnown = index === 0 || totalCells?.[index] !== undefined
    return text === '' || !isKnown ? escaped(text) : `**${escaped(text)}**`
  }
  return [
    line(headsOf(table).map(escaped)),
    line([...columns.map(column => (isNumeric(column) ? '--:' : '---')), ...more('---')]),
    ...rows.map(({ texts, documents }) =>
      line([...texts.map(escaped), ...more(escaped(documents.join(', ')))]),
    ),
    ...(totals === undefined ? [] : [line([...totals.map(strong), ...more('')])]),
  ].join('\n')
}

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
