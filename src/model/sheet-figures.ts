import { countsAcross, isCategory, isFigure, useOf } from './public-table.js'
import type { Cell, Column, Row, Table } from './sheet.js'
import type { Sum } from './unit-changes.js'

/** The figures of some public tables, each once, and how they add up, within a table and from one to another. */
export interface Figures {
  readonly numbers: readonly number[]
  readonly sums: readonly Sum[]
  /** The place among `numbers` of a figure of a row, or of the totals; absent for what is no figure. */
  placeOf(
    columns: readonly Column[],
    cells: readonly Cell[],
    of: 'row' | 'totals',
    index: number,
  ): number | undefined
}

/**
 * The figures of some tables. Two are the same where the same is counted by the same values and the number is the same;
 * to take two for one that are not makes more sums that have to hold, and never fewer.
 */
export function figuresIn(tables: readonly Table[]): Figures {
  const places = new Map<string, number>()
  const numbers: number[] = []
  for (const { columns, rows, totals = [] } of tables) {
    const figure = (cells: readonly Cell[], by: readonly number[]) => {
      for (const [index, cell] of cells.entries()) {
        const id = idOf(columns, cells, index, by)
        if (id === undefined || typeof cell !== 'number' || places.has(id)) continue
        places.set(id, numbers.length)
        numbers.push(cell)
      }
    }
    const categories = categoriesIn(columns)
    for (const { cells } of rows) figure(cells, categories)
    figure(totals, [])
  }
  const placeOf: Figures['placeOf'] = (columns, cells, of, index) =>
    places.get(idOf(columns, cells, index, of === 'row' ? categoriesIn(columns) : []) ?? '')
  return {
    numbers,
    placeOf,
    sums: tables.flatMap(table => [
      ...totalsIn(table, placeOf),
      ...alongIn(table, placeOf),
      ...marginsIn(table, placeOf, id => places.get(id)),
    ]),
  }
}

/** The totals of the columns. */
function totalsIn({ columns, rows, totals }: Table, placeOf: Figures['placeOf']): readonly Sum[] {
  if (totals === undefined) return []
  return figureColumns(columns).flatMap(index =>
    sum(
      placeOf(columns, totals, 'totals', index),
      rows.map(({ cells }) => placeOf(columns, cells, 'row', index)),
    ),
  )
}

/** The sums along the rows of a cross table, and along its totals. */
function alongIn({ columns, rows, totals }: Table, placeOf: Figures['placeOf']): readonly Sum[] {
  const along = columns.findIndex(column => useOf(column)?.is === 'sum')
  if (along < 0) return []
  const lines = [
    ...rows.map(({ cells }) => ({ cells, of: 'row' as const })),
    ...(totals === undefined ? [] : [{ cells: totals, of: 'totals' as const }]),
  ]
  return lines.flatMap(({ cells, of }) =>
    sum(
      placeOf(columns, cells, of, along),
      countsAcross(columns).map(index => placeOf(columns, cells, of, index)),
    ),
  )
}

/** What the rows of a table by several categories add up to by some of them, where that is a figure of another table. */
function marginsIn(
  { columns, rows, totals }: Table,
  placeOf: Figures['placeOf'],
  placeOfId: (id: string) => number | undefined,
): readonly Sum[] {
  if (totals === undefined) return []
  return someOf(categoriesIn(columns)).flatMap(kept => {
    const valuesOf = ({ cells }: Row) => JSON.stringify(kept.map(place => cells[place] ?? null))
    const values = new Set(rows.map(valuesOf))
    const together = [...values].map(value => rows.filter(row => valuesOf(row) === value))
    return together.flatMap(of =>
      figureColumns(columns).flatMap(index => {
        const number = of.reduce((all, { cells }) => all + Number(cells[index]), 0)
        const cells = of[0]?.cells.with(index, number) ?? []
        return sum(
          placeOfId(idOf(columns, cells, index, kept) ?? ''),
          of.map(row => placeOf(columns, row.cells, 'row', index)),
        )
      }),
    )
  })
}

/** Some of some things, but neither none nor all. */
const someOf = (places: readonly number[]): readonly (readonly number[])[] =>
  places.length < 2
    ? []
    : Array.from({ length: 2 ** places.length - 2 }, (_, choice) =>
        places.filter((_place, bit) => ((choice + 1) >> bit) % 2 === 1),
      )

const sum = (whole: number | undefined, parts: readonly (number | undefined)[]): readonly Sum[] =>
  whole === undefined || parts.length === 0 ? [] : [{ whole, parts: parts.flatMap(part => part ?? []) }]

const placesOf = (columns: readonly Column[], isWanted: (column: Column) => boolean): readonly number[] =>
  columns.flatMap((column, index) => (isWanted(column) ? [index] : []))

const categoriesIn = (columns: readonly Column[]): readonly number[] => placesOf(columns, isCategory)

const figureColumns = (columns: readonly Column[]): readonly number[] => placesOf(columns, isFigure)

/** What a figure is known by: what is counted, by which values, and the number. Absent for what is no figure. */
function idOf(
  columns: readonly Column[],
  cells: readonly Cell[],
  index: number,
  by: readonly number[],
): string | undefined {
  const use = useOf(columns[index])
  if (use?.is !== 'count' && use?.is !== 'sum') return undefined
  const across = use.is === 'count' ? use.across : undefined
  const values = [
    ...by.map(place => [dimensionOf(columns[place]), cells[place] ?? null] as const),
    ...(across === undefined ? [] : [[across.by, across.value ?? null] as const]),
  ].sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([use.of, values, cells[index] ?? null])
}

const dimensionOf = (column: Column | undefined): string => {
  const use = useOf(column)
  return use?.is === 'category' ? use.by : ''
}
