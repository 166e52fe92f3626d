import type { Format, SheetWish, Surface } from '../../model/format.js'
import { columnsOf, padded } from '../../model/layout.js'
import { broken } from '../../model/line-breaks.js'
import type { Cell, Row, Sheet, Table } from '../../model/sheet.js'
import { NO_ROWS, sourcesSaid, TOTAL } from '../../model/sheet-words.js'
import { cellText, isNumeric, type WordedColumn } from '../../model/worded-column.js'

/**
 * Sheets for a person at a terminal or on paper: nothing wider than the surface, and nothing said by colour
 * alone.
 */
export const format: Format = {
  name: 'text',
  about: { sv: 'tabeller att läsa på skärmen', en: 'tables to read on the screen' },
  sheet: (sheet, surface, { shows }) => {
    const width = Math.max(surface.columns, 40)
    const page = new Page({ ...surface, columns: width }, shows)
    return `${page.written(sheet).join('\n')}\n`
  },
}

/** How the columns of a table are laid out: their widths, and whether a bar stands beside the shares. */
interface Grid {
  readonly widths: readonly number[]
  readonly bars: 'bars' | 'plain'
}

/** One sheet on its way to lines. */
class Page {
  private readonly surface: Surface
  private readonly shows: SheetWish['shows']

  constructor(surface: Surface, shows: SheetWish['shows']) {
    this.surface = surface
    this.shows = shows
  }

  written(sheet: Sheet): readonly string[] {
    const { language, columns, paint } = this.surface
    const lines = (text: string) => broken(clean(text), columns)
    return [
      ...lines(sheet.title[language]).map(paint.strong),
      ...lines(sheet.scope[language]).map(paint.faint),
      ...(sheet.summary.length > 0 ? [''] : []),
      ...sheet.summary.flatMap(said => this.hanging(said[language], '• ')),
      ...sheet.tables.flatMap(table => [
        '',
        ...lines(table.title[language]).map(paint.strong),
        ...this.table(table),
      ]),
      '',
      ...sourcesSaid(sheet)
        .flatMap(said => lines(said[language]))
        .map(paint.faint),
    ]
  }

  private table(table: Table): readonly string[] {
    const { language, paint, columns } = this.surface
    const notes = (table.notes ?? []).flatMap(said => broken(clean(said[language]), columns)).map(paint.faint)
    if (table.rows.length === 0)
      return [...(notes.length > 0 ? [] : [paint.faint(NO_ROWS[language])]), ...notes]
    const grid = this.gridOf(table)
    const rows =
      grid === undefined
        ? table.rows.flatMap((row, index) => [...(index === 0 ? [] : ['']), ...this.record(table, row)])
        : this.grid(table, grid)
    return [...rows, ...notes]
  }

  private texts({ columns }: Table, cells: readonly Cell[]): readonly string[] {
    return columns.map((column, index) => clean(cellText(cells[index], column, this.surface.language)))
  }

  private totals(table: Table): readonly string[] | undefined {
    if (table.totals === undefined) return undefined
    const [, ...figures] = this.texts(table, table.totals)
    const numbers = figures.map((text, index) => {
      const column = table.columns[index + 1]
      return column !== undefined && isNumeric(column) ? text : ''
    })
    return [TOTAL[this.surface.language], ...numbers]
  }

  private gridOf(table: Table): Grid | undefined {
    const { language, columns } = this.surface
    const heads = table.columns.map(({ label }) => label[language])
    const totals = this.totals(table)
    const rows = [
      ...table.rows.map(row => this.texts(table, row.cells)),
      ...(totals === undefined ? [] : [totals]),
    ]
    const cells = heads.map((_, index) => rows.map(row => row[index] ?? ''))
    const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(columnsOf))
    const natural = cells.map((texts, index) => {
      const column = table.columns[index]
      const head =
        column !== undefined && isNumeric(column) ? words(heads[index] ?? '') : [heads[index] ?? '']
      return widest([...texts, ...head])
    })
    const gaps = GAP * (heads.length - 1)
    const room = columns - gaps
    const barRoom = table.columns.some(({ type }) => type === 'share') ? GAP + BAR : columns
    if (sum(natural) + barRoom <= room) return { widths: natural, bars: 'bars' }
    if (sum(natural) <= room) return { widths: natural, bars: 'plain' }
    const least = cells.map((texts, index) => {
      const column = table.columns[index]
      if (column !== undefined && isNumeric(column)) return natural[index] ?? 0
      const word = widest([...texts.flatMap(words), ...words(heads[index] ?? '')])
      return Math.min(natural[index] ?? 0, Math.max(Math.min(word, 28), 12))
    })
    const spare = room - sum(least)
    if (spare < 0 || heads.length > MOST_COLUMNS) return undefined
    const wanted = natural.map((width, index) => width - (least[index] ?? 0))
    const widths = least.map(
      (width, index) => width + Math.floor((spare * (wanted[index] ?? 0)) / Math.max(1, sum(wanted))),
    )
    const isTooHigh = cells.some((texts, index) => widest(texts) > HIGHEST_CELL * (widths[index] ?? 0))
    return isTooHigh ? undefined : { widths, bars: 'plain' }
  }

  private grid(table: Table, { widths, bars }: Grid): readonly string[] {
    const { language, paint } = this.surface
    const row = (texts: readonly string[], tail = ''): readonly string[] => {
      const blocks = texts.map((text, index) => broken(text, widths[index] ?? 1))
      const height = Math.max(1, ...blocks.map(block => block.length))
      return Array.from({ length: height }, (_, line) => {
        const cells = table.columns.map((column, index) =>
          padded(blocks[index]?.[line] ?? '', widths[index] ?? 1, isNumeric(column) ? 'right' : 'left'),
        )
        return `${cells.join(' '.repeat(GAP))}${line === 0 ? tail : ''}`.trimEnd()
      })
    }
    const barOf = (cells: readonly Cell[]): string => {
      const share = cells[table.columns.findIndex(({ type }) => type === 'share')]
      return bars === 'bars' && typeof share === 'number' ? `${' '.repeat(GAP)}${bar(share)}` : ''
    }
    const rule = paint.faint('─'.repeat(sum(widths) + GAP * (widths.length - 1)))
    const totals = this.totals(table)
    return [
      ...row(table.columns.map(({ label }) => label[language])).map(paint.faint),
      rule,
      ...table.rows.flatMap(each => [
        ...row(this.texts(table, each.cells), barOf(each.cells)),
        ...this.documentsOf(each),
      ]),
      ...(totals === undefined ? [] : [rule, ...row(totals)]),
    ]
  }

  /**
   * A row that is too wide for a table: its two first cells as a heading, then what is known, then what is
   * not.
   */
  private record(table: Table, row: Row): readonly string[] {
    const { language, paint } = this.surface
    const texts = this.texts(table, row.cells)
    const [, next] = table.columns
    // A figure needs its label, so only words stand in the heading.
    const heads = next !== undefined && isNumeric(next) ? 1 : 2
    const [first = ''] = texts
    const head = this.hanging(texts.slice(0, heads).join('  '), '').map((line, index) =>
      index === 0 && line.startsWith(first) ? headOf(line, first, paint) : line,
    )
    const rest = table.columns
      .map((column, index) => ({ column, cell: row.cells[index], text: texts[index] ?? '' }))
      .slice(heads)
    const isSaid = (column: WordedColumn) => column.absent !== undefined
    const known = rest.filter(({ column, cell }) => cell !== undefined || isSaid(column))
    const isMissed = (column: WordedColumn) => column.presence !== 'optional'
    const unknown = rest.filter(each => !known.includes(each) && isMissed(each.column))
    const facts = known.map(({ column, text }) => `${column.label[language]}: ${text}`)
    const lack = `${{ sv: 'Ej angivet', en: 'Not stated' }[language]}: ${unknown.map(({ column }) => column.label[language].toLowerCase()).join(', ')}`
    return [
      ...head,
      ...this.packed(facts),
      ...(unknown.length === 0 ? [] : this.hanging(lack, '  ').map(paint.faint)),
      ...this.documentsOf(row),
    ]
  }

  /**
   * Facts in a row with a dot between them; a line breaks inside one only where it is longer than the line.
   */
  private packed(facts: readonly string[]): readonly string[] {
    const lines: string[] = []
    let line = ''
    for (const fact of facts) {
      const longer = line === '' ? fact : `${line} · ${fact}`
      if (columnsOf(longer) > this.surface.columns - 2 && line !== '') {
        lines.push(line)
        line = fact
      } else line = longer
    }
    return [...lines, line].flatMap(each => this.hanging(each, '  '))
  }

  private documentsOf({ cells, documents = [] }: Row): readonly string[] {
    const own = documents.length === 1 && documents[0] === cells[0]
    if (this.shows === 'figures' || documents.length === 0 || own) return []
    return this.hanging(documents.join(', '), '    ').map(this.surface.paint.faint)
  }

  private hanging(text: string, lead: string): readonly string[] {
    const indent = ' '.repeat(Math.max(2, lead.length))
    return broken(clean(text), this.surface.columns - indent.length).map(
      (line, index) => `${index === 0 ? lead : indent}${line}`,
    )
  }
}

/** The first line of a record: what it is about, then its title. */
const headOf = (line: string, first: string, paint: Surface['paint']): string =>
  [paint.strong(first), line.slice(first.length).trimStart()].filter(part => part !== '').join('  ')

const GAP = 2
const BAR = 16
const MOST_COLUMNS = 7
/** A cell of more lines than this reads better as a paragraph. */
const HIGHEST_CELL = 10

/** A share as a row of blocks, to an eighth of a column. */
function bar(share: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * BAR * 8)
  return `${'█'.repeat(Math.floor(eighths / 8))}${' ▏▎▍▌▋▊▉'[eighths % 8] ?? ''}`.trimEnd()
}

/**
 * A text without what a terminal or a CI log would obey: control characters, changes of direction, commands.
 */
const clean = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/:(?=:)/g, ': ')
    .replaceAll('##[', '# #[')

const words = (text: string): readonly string[] => text.split(/ +/)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
