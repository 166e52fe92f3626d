import type { Language } from './said.js'
import type { Cell, Chart, Table } from './sheet.js'
import { cellText } from './worded-column.js'

/** One figure of a chart: a bar, a part of a bar or a point of a line for every label. */
export interface ShownSeries {
  readonly name: string
  /** Which column of the table it is. */
  readonly column: number
  /** A number for every label; absent where it is not known. */
  readonly values: readonly (number | undefined)[]
  /** The same as people read them. */
  readonly texts: readonly string[]
}

/** A chart as it is drawn: the numbers of its table and no others. */
export interface ShownChart {
  readonly kind: Chart['kind']
  readonly title: string
  readonly labels: readonly string[]
  /** Which column of the table has the labels. */
  readonly labelColumn: number
  readonly series: readonly ShownSeries[]
  /** What the numbers are, for the scale. */
  readonly scale: 'shares' | 'numbers'
  /** The greatest that is drawn: of one figure, or of a whole stack. Over 0. */
  readonly most: number
}

/**
 * What of a table is drawn. A chart of one row, of nothing but zeros, or of more rows or figures than the eye can keep
 * apart says less than its table, and is left out.
 */
export function shownChart(table: Table, language: Language): ShownChart | undefined {
  const { chart, columns, rows } = table
  if (chart === undefined) return undefined
  const at = (key: string) => columns.findIndex(column => column.key === key)
  const labelled = columns[at(chart.labels)]
  const figures = chart.figures.map(at).filter(index => index >= 0)
  if (labelled === undefined || rows.length < 2 || rows.length > MOST_ROWS) return undefined
  if (figures.length === 0 || figures.length > MOST_FIGURES) return undefined
  const series = figures.flatMap(index => {
    const column = columns[index]
    if (column === undefined) return []
    const cells = rows.map(({ cells }) => cells[index])
    return {
      name: column.label[language],
      column: index,
      values: cells.map(numberOf),
      texts: cells.map(cell => cellText(cell, column, language)),
    }
  })
  const most = Math.max(...rows.map((_, row) => heightOf(chart.kind, series, row)))
  if (!(most > 0) || series.some(({ values }) => values.some(value => value !== undefined && value < 0)))
    return undefined
  return {
    kind: chart.kind,
    title: table.title[language],
    labelColumn: at(chart.labels),
    labels: rows.map(({ cells }) => cellText(cells[at(chart.labels)], labelled, language)),
    series,
    scale: figures.every(index => columns[index]?.type === 'share') ? 'shares' : 'numbers',
    most,
  }
}

const MOST_ROWS = 40
const MOST_FIGURES = 8

const numberOf = (cell: Cell): number | undefined => (typeof cell === 'number' ? cell : undefined)

function heightOf(kind: Chart['kind'], series: readonly ShownSeries[], row: number): number {
  const values = series.map(({ values }) => values[row] ?? 0)
  return kind === 'stacked' ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values)
}

/** Where the lines of a scale stand: 0 and some round numbers up to what is drawn or just over it. */
export function scaleOf({ most, scale }: Pick<ShownChart, 'most' | 'scale'>): readonly number[] {
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map(each => each * power).find(each => each >= rough * 0.999) ?? 10 * power
  const whole = scale === 'numbers' && most >= 1 ? Math.max(1, Math.round(step)) : step
  const lines = Math.max(1, Math.ceil((most / whole) * 0.999999))
  return Array.from({ length: lines + 1 }, (_, index) => Number((index * whole).toPrecision(12)))
}

/** A number on a scale as people read it. */
export const scaleText = (value: number, { scale }: Pick<ShownChart, 'scale'>, language: Language): string =>
  cellText(
    value,
    { key: 'scale', label: { sv: '', en: '' }, type: scale === 'shares' ? 'share' : 'number' },
    language,
  )
