import { columnsOf } from '../model/layout.js'
import type { ShownTable } from '../model/shown-sheet.js'
import { isNumeric } from '../model/worded-column.js'

/** How the columns of a table are laid out on a terminal. */
export interface TerminalGrid {
  readonly widths: readonly number[]
  /** Spaces between two columns. */
  readonly gap: number
  /** What stands over each column; words too long for it are parted with hyphens. */
  readonly heads: readonly string[]
  /** What the letters over the columns stand for, where the columns are too narrow for their names. */
  readonly legend: readonly string[]
  /** `bars`: there is room for a bar after each row. */
  readonly bars: 'bars' | 'plain'
}

/** Columns of a bar after a row. */
export const BAR = 16

/**
 * The columns of a table in so little room: as they are, then with texts on several lines, then with the heads of
 * numbers parted, at last with letters over the numbers. Absent where the table reads better row by row.
 */
export function terminalGrid(
  table: ShownTable,
  columns: number,
  bars: 'bars' | 'plain',
): TerminalGrid | undefined {
  const numeric = table.columns.map(isNumeric)
  const cells = table.heads.map((_, index) =>
    [...table.rows.map(({ texts }) => texts), table.totals ?? []].map(texts => texts[index] ?? ''),
  )
  const natural = cells.map((texts, index) => {
    const head = table.heads[index] ?? ''
    return widest([...texts, ...(numeric[index] ? wordsOf(head) : [head])])
  })
  const whole = { gap: GAP, heads: table.heads, legend: [] }
  const taken = sum(natural) + GAP * (natural.length - 1)
  if (bars === 'bars' && taken + GAP + BAR <= columns) return { ...whole, widths: natural, bars }
  if (taken <= columns) return { ...whole, widths: natural, bars: 'plain' }
  if (numeric.filter(is => !is).length > MOST_TEXTS) return undefined
  const least = cells.map((texts, index) => {
    if (numeric[index]) return natural[index] ?? 0
    const word = widest([...texts, table.heads[index] ?? ''].flatMap(wordsOf))
    return Math.min(natural[index] ?? 0, Math.max(Math.min(word, WIDEST_WORD), NARROWEST))
  })
  const parts = PARTS.map(most => parted(table, cells, most))
  for (const narrowed of [whole, ...parts, lettered(table, cells)]) {
    const narrow = least.map((width, index) =>
      numeric[index] ? widest([...(cells[index] ?? []), ...wordsOf(narrowed.heads[index] ?? '')]) : width,
    )
    const wanted = natural.map((width, index) => (numeric[index] ? (narrow[index] ?? 0) : width))
    const widths = spread(narrow, wanted, columns - narrowed.gap * (narrow.length - 1))
    const isTooHigh = cells.some((texts, index) => widest(texts) > HIGHEST_CELL * (widths?.[index] ?? 0))
    if (widths !== undefined) return isTooHigh ? undefined : { ...narrowed, widths, bars: 'plain' }
  }
  return undefined
}

const GAP = 2
const MOST_TEXTS = 6
const WIDEST_WORD = 28
const NARROWEST = 12
/** A cell of more lines than this reads better as a paragraph. */
const HIGHEST_CELL = 10
/** How long the parts of a word over a number may be: as long as there is room for. */
const PARTS = [12, 10, 8]

type Narrowed = Pick<TerminalGrid, 'gap' | 'heads' | 'legend'>

/** The heads of numbers in parts of words. */
const parted = (
  { heads, columns }: ShownTable,
  cells: readonly (readonly string[])[],
  longest: number,
): Narrowed => ({
  gap: GAP,
  heads: heads.map((head, index) => {
    const column = columns[index]
    if (column === undefined || !isNumeric(column)) return head
    const most = Math.max(longest, widest(cells[index] ?? []))
    return wordsOf(head)
      .flatMap(word => partsOf(word, most))
      .join(' ')
  }),
  legend: [],
})

/** A word in parts of so many columns: after a stroke or hyphen of its own, else where a Swedish word is parted, with hyphens. */
const partsOf = (word: string, most: number): readonly string[] =>
  word.split(/(?<=[/-])(?=.)/).flatMap(piece => (columnsOf(piece) <= most ? [piece] : cut([...piece], most)))

function cut(letters: readonly string[], most: number): readonly string[] {
  if (letters.length <= most) return [letters.join('')]
  const ideal = letters.length / Math.ceil(letters.length / (most - 1))
  const places = Array.from({ length: Math.min(most - 1, letters.length - 2) }, (_, index) => index + 1)
  const cost = (place: number) => Math.abs(place - ideal) - 3 * goodness(letters, place)
  const best = places.reduce((one, other) => (cost(other) < cost(one) ? other : one))
  return [`${letters.slice(0, best).join('')}-`, ...cut(letters.slice(best), most)]
}

/** How well a word is parted at a place: after the s that joins two words best, else before a consonant and a vowel. */
function goodness(letters: readonly string[], place: number): 0 | 1 | 2 {
  if (place < 3) return 0
  const [before = '', after = '', next = ''] = letters
    .slice(place - 1, place + 2)
    .map(each => each.toLowerCase())
  if (before === 's' && after !== 's' && !/[ptk]/.test(after)) return 2
  return !isVowel(after) && isVowel(next) && !isVowel(before) ? 1 : 0
}

const isVowel = (letter: string): boolean => /[aeiouyåäöé]/.test(letter)

/** Letters over the numbers, and what each stands for. */
function lettered({ heads, columns }: ShownTable, cells: readonly (readonly string[])[]): Narrowed {
  const legend: string[] = []
  const written = heads.map((head, index) => {
    const column = columns[index]
    if (column === undefined || !isNumeric(column)) return head
    if (columnsOf(head) <= Math.max(SHORT_HEAD, widest(cells[index] ?? []))) return head
    const letter = letterOf(legend.length)
    legend.push(`${letter} = ${head}`)
    return letter
  })
  return { gap: GAP, heads: written, legend }
}

const SHORT_HEAD = 6

/** A … Z, AA, AB … */
const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** Widths of at least `narrow` that fill the room as they are wanted; absent where there is too little. */
function spread(
  narrow: readonly number[],
  wanted: readonly number[],
  room: number,
): readonly number[] | undefined {
  const spare = room - sum(narrow)
  if (spare < 0) return undefined
  const lacks = wanted.map((width, index) => Math.max(0, width - (narrow[index] ?? 0)))
  return narrow.map((width, index) => {
    const share = Math.floor((spare * (lacks[index] ?? 0)) / Math.max(1, sum(lacks)))
    return width + Math.min(share, lacks[index] ?? 0)
  })
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(columnsOf))

const wordsOf = (text: string): readonly string[] => text.split(/ +/)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
