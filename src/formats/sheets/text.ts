import { terminalBar, terminalChart } from '../../exchange/terminal-chart.js'
import { BAR, type TerminalGrid, terminalGrid } from '../../exchange/terminal-grid.js'
import type { Format, Surface } from '../../model/format.js'
import { columnsOf, padded } from '../../model/layout.js'
import { broken } from '../../model/line-breaks.js'
import type { Cell } from '../../model/sheet.js'
import { shownRecord } from '../../model/shown-record.js'
import type { ShownChapter, ShownRow, ShownSheet, ShownTable } from '../../model/shown-sheet.js'
import { shownSheet } from '../../model/shown-sheet.js'
import { isNumeric } from '../../model/worded-column.js'

/**
 * Sheets for a person at a terminal or on paper: nothing wider than the surface, and nothing said by colour
 * alone.
 */
export const format: Format = {
  name: 'text',
  about: { sv: 'tabeller att läsa på skärmen', en: 'tables to read on the screen' },
  sheet: (sheet, surface, { shows }) => {
    const page = new Page({ ...surface, columns: Math.max(surface.columns, 40) })
    return `${page.written(shownSheet(sheet, surface.language, shows)).join('\n')}\n`
  },
}

/** One sheet on its way to lines. */
class Page {
  private readonly surface: Surface

  constructor(surface: Surface) {
    this.surface = surface
  }

  written(sheet: ShownSheet): readonly string[] {
    const { paint } = this.surface
    return [
      ...this.lines(sheet.title).map(paint.strong),
      ...this.lines(sheet.scope).map(paint.faint),
      ...this.opening(sheet.summary),
      ...sheet.tables.flatMap(table => this.titled(table)),
      ...sheet.chapters.flatMap(chapter => this.chapter(chapter)),
      '',
      ...sheet.sources.flatMap(source => this.lines(source)).map(paint.faint),
    ]
  }

  private lines(text: string): readonly string[] {
    return broken(clean(text), this.surface.columns)
  }

  private opening(summary: readonly string[]): readonly string[] {
    return [...(summary.length > 0 ? [''] : []), ...summary.flatMap(text => this.hanging(text, '• '))]
  }

  /** A chapter begins with a line across, so that it is found when one scrolls. */
  private chapter({ title, summary, tables, ownWords }: ShownChapter): readonly string[] {
    const { paint, columns } = this.surface
    return [
      '',
      paint.faint('═'.repeat(columns)),
      ...this.lines(title).map(paint.strong),
      ...this.opening(summary),
      ...tables.flatMap(table => this.titled(table)),
      ...(ownWords === undefined ? [] : ['', ...this.hanging(ownWords, '✎ ')]),
    ]
  }

  private titled(table: ShownTable): readonly string[] {
    return ['', ...this.lines(table.title).map(this.surface.paint.strong), ...this.table(table)]
  }

  private table(unclean: ShownTable): readonly string[] {
    const { paint, columns, language } = this.surface
    const table = cleaned(unclean)
    const notes = table.notes.flatMap(note => this.lines(note)).map(paint.faint)
    if (table.rows.length === 0) return [...(notes.length > 0 ? [] : [paint.faint(table.empty)]), ...notes]
    const chart = table.chart === undefined ? undefined : terminalChart(table.chart, language, columns)
    const hasBars =
      chart === undefined &&
      (table.columns.some(({ type }) => type === 'share') || table.chart?.kind === 'bars')
    const grid = terminalGrid(table, columns, hasBars ? 'bars' : 'plain')
    const rows =
      grid === undefined
        ? table.rows.flatMap((row, index) => [...(index === 0 ? [] : ['']), ...this.record(table, row)])
        : this.grid(table, grid)
    return [...rows, ...(chart === undefined ? [] : ['', ...chart]), ...notes]
  }

  private grid(table: ShownTable, { widths, gap, heads, legend, bars }: TerminalGrid): readonly string[] {
    const { paint } = this.surface
    const row = (texts: readonly string[], tail = ''): readonly string[] => {
      const blocks = texts.map((text, index) => broken(text, widths[index] ?? 1))
      const height = Math.max(1, ...blocks.map(block => block.length))
      return Array.from({ length: height }, (_, line) => {
        const cells = table.columns.map((column, index) =>
          padded(blocks[index]?.[line] ?? '', widths[index] ?? 1, isNumeric(column) ? 'right' : 'left'),
        )
        return `${cells.join(' '.repeat(gap))}${line === 0 ? tail : ''}`.trimEnd()
      })
    }
    const barOf = (cells: readonly Cell[], at: number): string => {
      const bar = bars === 'bars' ? barText(table, cells, at) : ''
      return bar === '' ? '' : `${' '.repeat(gap)}${bar}`
    }
    const rule = paint.faint('─'.repeat(sum(widths) + gap * (widths.length - 1)))
    return [
      ...row(heads).map(paint.faint),
      rule,
      ...table.rows.flatMap((each, at) => [
        ...row(each.texts, barOf(each.cells, at)),
        ...this.documentsOf(each),
      ]),
      ...(table.totals === undefined ? [] : [rule, ...row(table.totals)]),
      ...(legend.length === 0 ? [] : this.packed(legend, '').map(paint.faint)),
    ]
  }

  /**
   * A row that is too wide for a table: its two first cells as a heading, then what is known, then what is
   * not.
   */
  private record(table: ShownTable, row: ShownRow): readonly string[] {
    const { language, paint } = this.surface
    const { first, second, facts, lack } = shownRecord(table, row, language)
    const head = this.hanging(`${first}  ${second}`, '').map((line, index) =>
      index === 0 && line.startsWith(first)
        ? `${paint.strong(first)}  ${line.slice(first.length).trimStart()}`
        : line,
    )
    return [
      ...head,
      ...this.packed(facts, '  '),
      ...(lack === undefined ? [] : this.hanging(lack, '  ').map(paint.faint)),
      ...this.documentsOf(row),
    ]
  }

  /**
   * Facts in a row with a dot between them; a line breaks inside one only where it is longer than the line.
   */
  private packed(facts: readonly string[], lead: string): readonly string[] {
    const lines: string[] = []
    let line = ''
    for (const fact of facts) {
      const longer = line === '' ? fact : `${line} · ${fact}`
      if (columnsOf(longer) > this.surface.columns - 2 && line !== '') {
        lines.push(line)
        line = fact
      } else line = longer
    }
    return [...lines, line].flatMap(each => this.hanging(each, lead))
  }

  private documentsOf({ cells, documents }: ShownRow): readonly string[] {
    const own = documents.length === 1 && documents[0] === cells[0]
    if (documents.length === 0 || own) return []
    return this.hanging(documents.join(', '), '    ').map(this.surface.paint.faint)
  }

  private hanging(text: string, lead: string): readonly string[] {
    const indent = ' '.repeat(Math.max(2, lead.length))
    return broken(clean(text), this.surface.columns - indent.length).map(
      (line, index) => `${index === 0 ? lead : indent}${line}`,
    )
  }
}

/** The bar of a row: of its share of the whole, else of the first figure that the table draws. */
function barText({ columns, chart }: ShownTable, cells: readonly Cell[], at: number): string {
  const share = cells[columns.findIndex(({ type }) => type === 'share')]
  if (typeof share === 'number') return terminalBar(share, 1, BAR)
  return chart === undefined ? '' : terminalBar(chart.series[0]?.values[at] ?? 0, chart.most, BAR)
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

const cleaned = (table: ShownTable): ShownTable => ({
  ...table,
  heads: table.heads.map(clean),
  rows: table.rows.map(row => ({ ...row, texts: row.texts.map(clean) })),
  ...(table.totals !== undefined && { totals: table.totals.map(clean) }),
  ...(table.chart !== undefined && {
    chart: {
      ...table.chart,
      labels: table.chart.labels.map(clean),
      series: table.chart.series.map(series => ({ ...series, name: clean(series.name) })),
    },
  }),
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
