import { broken } from '../model/line-breaks.js'
import type { ShownChart } from '../model/shown-chart.js'
import { fillOf, INK, inkOn, letterOf, MUTED, type Room, tenths, textMark } from './chart-marks.js'

/** Bars, and where the last ends. */
interface Bars {
  readonly bottom: number
  readonly marks: readonly string[]
}

/** A bar for every label and figure, with its number after it. */
export function barMarks({ labels, series }: ShownChart, room: Room, x: (value: number) => number): Bars {
  const thick = series.length === 1 ? 18 : 15
  const step = Math.max(26, series.length * (thick + 1) + 9)
  const marks = labels.flatMap((label, row) => {
    const top = room.top + row * step + 4
    const bars = series.flatMap(({ values, texts }, index) => {
      const y = top + index * (thick + 1)
      const end = x(values[row] ?? 0)
      const width = tenths(end - room.left)
      return [
        ...(width > 0
          ? [
              `<rect x="${tenths(room.left)}" y="${y}" width="${width}" height="${thick}" fill="${fillOf(index)}"/>`,
            ]
          : []),
        textMark(texts[row] ?? '–', end + 6, y + thick - 4.5),
      ]
    })
    return [...labelMarks(label, room, top + (step - 9) / 2), ...bars]
  })
  return { bottom: room.top + labels.length * step + 2, marks: [...marks, axis(room, labels.length * step)] }
}

/** A bar for every label, its figures after one another, each with its letter and number where there is room. */
export function stackMarks({ labels, series }: ShownChart, room: Room, x: (value: number) => number): Bars {
  const [thick, step] = [20, 29]
  const marks = labels.flatMap((label, row) => {
    const y = room.top + row * step + 4
    let sum = 0
    const parts = series.flatMap(({ values, texts }, index) => {
      const value = values[row] ?? 0
      const from = x(sum)
      sum += value
      const width = x(sum) - from
      if (width < 0.05) return []
      const inside = `${letterOf(index)} ${texts[row] ?? ''}`
      const shown = [inside, letterOf(index)].find(text => text.length * 7.4 + 4 <= width)
      return [
        `<rect x="${tenths(from)}" y="${y}" width="${tenths(width)}" height="${thick}" fill="${fillOf(index)}" stroke="#fff"/>`,
        ...(shown === undefined
          ? []
          : [textMark(shown, from + width / 2, y + 14.5, { anchor: 'middle', fill: inkOn(fillOf(index)) })]),
      ]
    })
    return [...labelMarks(label, room, y + thick / 2), ...parts]
  })
  return { bottom: room.top + labels.length * step + 2, marks: [...marks, axis(room, labels.length * step)] }
}

const axis = ({ left, top }: Room, height: number): string =>
  `<path d="M${tenths(left)} ${top}v${height + 2}" stroke="${INK}" fill="none"/>`

/** A label to the left of its bars, on two lines at most. */
function labelMarks(label: string, { left }: Room, middle: number): readonly string[] {
  const lines = broken(label, 34)
  const shown = lines.length <= 2 ? lines : [lines[0] ?? '', `${(lines[1] ?? '').slice(0, 32)}…`]
  return shown.map((line, index) =>
    textMark(line, left - 8, middle + 4.5 + (index - (shown.length - 1) / 2) * 13, {
      anchor: 'end',
      fill: shown.length > 1 ? MUTED : INK,
    }),
  )
}
