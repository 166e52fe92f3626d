import { columnsOf } from '../model/layout.js'
import type { ShownChart } from '../model/shown-chart.js'
import { type Drawing, fillOf, INK, letterOf, type Room, tenths, textMark } from './chart-marks.js'

/** A line for every figure, its points marked, its letter at its end; the labels under them. What is not known is a gap. */
export function lineMarks(
  { labels, series }: ShownChart,
  room: Room & { readonly bottom: number },
  y: (value: number) => number,
): Drawing {
  const step = (room.right - room.left - 2 * INSET) / Math.max(1, labels.length - 1)
  const x = (index: number) => room.left + INSET + step * index
  const points = series.map(({ values, texts }) =>
    values.flatMap((value, at) =>
      value === undefined ? [] : [{ at, x: tenths(x(at)), y: tenths(y(value)), text: texts[at] ?? '' }],
    ),
  )
  const lines = points.flatMap((of, index) => {
    const path = of.map(({ at, x: across, y: down }) => {
      const isJoined = at > 0 && series[index]?.values[at - 1] !== undefined
      return `${isJoined ? 'L' : 'M'}${across} ${down}`
    })
    return [
      `<path d="${path.join('')}" fill="none" stroke="${strokeOf(index)}" stroke-width="2.2"${dashOf(index)}/>`,
      ...of.map(({ x: across, y: down }) => pointMark(index, across, down)),
    ]
  })
  const [only = []] = points
  const names =
    series.length > 1
      ? letterMarks(points.map(of => of.at(-1)))
      : only.map(({ x: across, y: down, text }) => haloed(text, across, down - 9, 'middle'))
  const { height, marks } = labelMarks(labels, x, step, room.bottom)
  return { height, marks: [...lines, ...names, ...marks] }
}

const INSET = 24

/** The letters at the ends of lines, moved apart where lines end together. */
function letterMarks(
  ends: readonly ({ readonly x: number; readonly y: number } | undefined)[],
): readonly string[] {
  const downwards = ends
    .flatMap((end, index) => (end === undefined ? [] : [{ ...end, index }]))
    .sort((one, other) => one.y - other.y || one.index - other.index)
  let lowest = Number.NEGATIVE_INFINITY
  return downwards.map(({ x, y, index }) => {
    lowest = Math.max(y, lowest + 13)
    return haloed(letterOf(index), x + 8, lowest + 4.5, 'start')
  })
}

/** A text that is read also where a line goes behind it. */
const haloed = (text: string, x: number, y: number, anchor: 'start' | 'middle'): string =>
  `<g stroke="#fff" stroke-width="3" stroke-linejoin="round">${textMark(text, x, y, { anchor })}</g>${textMark(text, x, y, { anchor })}`

/** Light fills are too faint for a thin line: their lines are drawn darker. */
const strokeOf = (index: number): string =>
  ['#22577a', '#a65d00', '#7d2e68', '#1d7a63', '#b3472f', '#5b4fa0', '#4f6d1f', '#5c5c5c'][index] ?? INK

const dashOf = (index: number): string => {
  const dash = ['', '7 4', '2 3', '10 3 2 3'][index % 4] ?? ''
  return dash === '' ? '' : ` stroke-dasharray="${dash}"`
}

/** A point in the shape of its figure. */
function pointMark(index: number, x: number, y: number): string {
  const paint = `fill="${fillOf(index)}" stroke="${strokeOf(index)}"`
  if (index % 4 === 0) return `<circle cx="${x}" cy="${y}" r="3.5" ${paint}/>`
  const shape = ['', 'm-3.5-3.5h7v7h-7z', 'm0-4.5l4.5 8h-9z', 'm0-4.8l4.8 4.8l-4.8 4.8l-4.8-4.8z'][index % 4]
  return `<path d="M${x} ${y}${shape ?? ''}" ${paint}/>`
}

/** The labels: under every point, under every so many where they would meet, on two lines where that is enough. */
function labelMarks(
  labels: readonly string[],
  x: (index: number) => number,
  step: number,
  bottom: number,
): Drawing {
  const wide = (text: string) => columnsOf(text) * 5.6 + 4
  const lines = labels.map(label => linesOf(label))
  const widest = Math.max(...lines.flat().map(wide))
  const every = Math.max(1, Math.ceil(widest / step))
  const marks = lines.flatMap((each, index) =>
    index % every === 0
      ? each.map((line, at) => textMark(line, x(index), bottom + 18 + at * 15, { anchor: 'middle' }))
      : [],
  )
  const most = Math.max(...lines.map(each => each.length))
  return { height: bottom + 12 + most * 15, marks: [`<g font-size="11">${marks.join('')}</g>`] }
}

/** "mars 2024" on two lines: what is its own, then what it shares. */
const linesOf = (label: string): readonly string[] => {
  const at = label.lastIndexOf(' ')
  return at < 0 ? [label] : [label.slice(0, at), label.slice(at + 1)]
}
