import { columnsOf, padded } from '../model/layout.js'
import type { Language } from '../model/said.js'
import { type ShownChart, type ShownSeries, scaleText } from '../model/shown-chart.js'

/**
 * A chart of lines for a terminal, drawn with block characters: columns for one figure, a row of blocks for each of
 * several. Absent where there is no room. Nothing is said by colour.
 */
export function terminalChart(
  chart: ShownChart,
  language: Language,
  columns: number,
): readonly string[] | undefined {
  if (chart.kind !== 'lines' || chart.labels.length < 3) return undefined
  const [only, ...others] = chart.series
  if (only === undefined) return undefined
  return others.length === 0 ? columnChart(chart, only, language, columns) : rowsOfBlocks(chart, columns)
}

/** The bar of a number as blocks, to an eighth of a column; `whole` is what fills the bar. */
export function terminalBar(value: number, whole: number, columns: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, value / whole)) * columns * 8)
  return `${'█'.repeat(Math.floor(eighths / 8))}${' ▏▎▍▌▋▊▉'[eighths % 8] ?? ''}`.trimEnd()
}

const HIGHEST = 6
const WIDEST = 8

function columnChart(
  chart: ShownChart,
  { values }: ShownSeries,
  language: Language,
  columns: number,
): readonly string[] | undefined {
  const top = scaleText(chart.most, chart, language)
  const left = columnsOf(top)
  const width = Math.min(WIDEST, Math.floor((columns - left - 2) / values.length))
  if (width < 2) return undefined
  const height = chart.scale === 'numbers' ? Math.min(HIGHEST, Math.ceil(chart.most)) : HIGHEST
  const column = (value: number | undefined, level: number): string => {
    const eighths = Math.round(((value ?? 0) / chart.most) * height * 8) - level * 8
    const block = eighths <= 0 ? ' ' : eighths >= 8 ? '█' : (' ▁▂▃▄▅▆▇'[eighths] ?? ' ')
    return padded(block.repeat(width - 1), width)
  }
  const levels = Array.from({ length: height }, (_, index) => height - 1 - index)
  return [
    ...levels.map(level =>
      `${padded(level === height - 1 ? top : '', left, 'right')} │${values.map(value => column(value, level)).join('')}`.trimEnd(),
    ),
    `${padded('0', left, 'right')} └${'─'.repeat(width * values.length - 1)}`,
    `${' '.repeat(left + 2)}${labelLine(chart.labels, width)}`.trimEnd(),
  ].filter(line => columnsOf(line) <= columns)
}

/** A label under each column where they can be told apart in so little room, else the first and the last. */
function labelLine(labels: readonly string[], width: number): string {
  const [first = '', last = ''] = [labels[0], labels.at(-1)]
  const own = withoutShared(labels)
  const cut = (most: number) => own.map(label => [...label].slice(0, most).join(''))
  const isTold = (texts: readonly string[]) =>
    new Set(texts).size === labels.length && texts.every(text => columnsOf(text) < width)
  const short = [own, cut(3), cut(width - 1)].find(isTold)
  if (short !== undefined) return short.map(label => padded(label, width)).join('')
  const whole = width * labels.length - 1
  return `${first}${padded(last, Math.max(columnsOf(last) + 1, whole - columnsOf(first)), 'right')}`
}

/** Labels without the words that all of them begin or end with: "mars" of "mars 2024". */
function withoutShared(labels: readonly string[]): readonly string[] {
  const words = labels.map(label => label.split(' '))
  const shared = (at: number) => words.every(each => each.length > 1 && each.at(at) === words[0]?.at(at))
  if (shared(-1)) return withoutShared(words.map(each => each.slice(0, -1).join(' ')))
  return shared(0) ? withoutShared(words.map(each => each.slice(1).join(' '))) : labels
}

function rowsOfBlocks({ series, labels, most }: ShownChart, columns: number): readonly string[] | undefined {
  const left = Math.max(...series.map(({ name }) => columnsOf(name)))
  const width = Math.min(3, Math.floor((columns - left - 2) / labels.length))
  if (width < 1) return undefined
  const block = (value: number | undefined): string =>
    value === undefined ? ' ' : value === 0 ? '·' : ('▁▂▃▄▅▆▇█'[Math.ceil((value / most) * 8) - 1] ?? '█')
  return [
    ...series.map(({ name, values }) =>
      `${padded(name, left)}  ${values.map(value => padded(block(value), width)).join('')}`.trimEnd(),
    ),
    `${' '.repeat(left + 2)}${labelLine(labels, width)}`.trimEnd(),
  ].filter(line => columnsOf(line) <= columns)
}
