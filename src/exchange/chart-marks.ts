import { columnsOf } from '../model/layout.js'
import { xmlText } from './xml-text.js'

/** Pieces of SVG, and how far down they reach. */
export interface Drawing {
  readonly height: number
  readonly marks: readonly string[]
}

/** Where a chart has room, in units. */
export interface Room {
  readonly left: number
  readonly right: number
  readonly top: number
}

/** The colour of text and axes. */
export const INK = '#1b1b1b'
/** The colour of what is said in passing; 7:1 on white. */
export const MUTED = '#4a4a4a'

/** Fills of the figures of a chart: each differs from its neighbours in lightness too, so that a black-and-white print tells them apart. */
const FILLS = ['#22577a', '#f2b872', '#7d2e68', '#8fc9b9', '#b3472f', '#c9c2e8', '#4f6d1f', '#e3e3e3']

/** The fill of the figure at a place. */
export const fillOf = (index: number): string => FILLS[index % FILLS.length] ?? INK

/** Black or white, whichever is read on a fill. */
export function inkOn(fill: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => Number.parseInt(fill.slice(at, at + 2), 16))
  return red * 0.3 + green * 0.59 + blue * 0.11 > 140 ? INK : '#ffffff'
}

/** A text at a point. */
export function textMark(
  text: string,
  x: number,
  y: number,
  { anchor = 'start', fill }: { readonly anchor?: 'start' | 'middle' | 'end'; readonly fill?: string } = {},
): string {
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  return `<text x="${tenths(x)}" y="${tenths(y)}"${side}${fill === undefined ? '' : ` fill="${fill}"`}>${xmlText(text)}</text>`
}

/** What each figure looks like, in the order of the table: a square with its letter, and its name. Nothing for one figure. */
export function legendMarks(names: readonly string[], width: number): Drawing {
  if (names.length < 2) return { height: 0, marks: [] }
  const marks: string[] = []
  let [x, y] = [0, 2]
  for (const [index, name] of names.entries()) {
    const taken = 26 + columnsOf(name) * 7.4 + 18
    if (x > 0 && x + taken > width) [x, y] = [0, y + 24]
    marks.push(
      `<rect x="${tenths(x)}" y="${y}" width="18" height="16" fill="${fillOf(index)}" stroke="${INK}" stroke-width=".5"/>`,
      textMark(letterOf(index), x + 9, y + 12.5, { anchor: 'middle', fill: inkOn(fillOf(index)) }),
      textMark(name, x + 24, y + 12.5),
    )
    x += taken
  }
  return { height: y + 26, marks }
}

/** The letter that names a figure where its colour does. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index)

/** A number of units with one decimal. */
export const tenths = (value: number): number => Math.round(value * 10) / 10
