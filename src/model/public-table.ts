import { OTHER_VALUE, OTHER_WORDS, type PublicColumn } from './public-column.js'
import type { Cell, Column, Row, Table } from './sheet.js'
import { shareOf } from './tally.js'
import type { WordedColumn } from './worded-column.js'

/**
 * What of a table is fit for the public, before any number is suppressed: the columns that say so, the values that are
 * in no list put together, no documents, no notes, and rows in an order that does not tell which is the largest. Absent
 * when no figure is left, or when the figures do not add up as they should.
 */
export function publicTable(table: Table): Table | undefined {
  if (table.shownWith === 'documents') return undefined
  const told = table.columns.flatMap((column, index) => {
    const use = useOf(column)
    return use !== undefined && isWhole(table, use, index) ? [{ column, use, index }] : []
  })
  if (told[0]?.use.is !== 'category' || !told.some(({ use }) => use.is === 'count')) return undefined
  const only = (cells: readonly Cell[]) => told.map(({ index }) => cells[index])
  const columns = told.map(({ column, use }) =>
    use.is === 'category' ? withKnownWords(column, use) : column,
  )
  const rows = table.rows.map(({ cells }) =>
    only(cells).map((cell, index) => knownValue(cell, told[index]?.use)),
  )
  const across = acrossIn({
    columns,
    rows: inOrder(columns, merged(columns, rows)),
    ...(table.totals !== undefined && { totals: only(table.totals) }),
  })
  if (!across.rows.every(cells => addsUp(across.columns, cells))) return undefined
  return {
    name: table.name,
    title: table.title,
    columns: across.columns,
    rows: across.rows.map((cells): Row => ({ cells })),
    ...(across.totals !== undefined && { totals: across.totals }),
    ...(table.chart !== undefined && { chart: table.chart }),
  }
}

/** What a column says of the public. */
export const useOf = (column: WordedColumn | undefined): PublicColumn | undefined => column?.forPublic

/** True of a column of what things are counted by. */
export const isCategory = (column: Column): boolean => useOf(column)?.is === 'category'

/** True of a column of numbers of things. */
export const isFigure = (column: Column): boolean => ['count', 'sum'].includes(useOf(column)?.is ?? '')

/** The places of the counts of a cross table. */
export const countsAcross = (columns: readonly Column[]): readonly number[] =>
  columns.flatMap((column, index) => {
    const use = useOf(column)
    return use?.is === 'count' && use.across !== undefined ? [index] : []
  })

interface Grid {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  readonly totals?: readonly Cell[]
}

/** True of a column of whole numbers that add up to their total, and of every column of something else. */
function isWhole({ rows, totals }: Table, use: PublicColumn, index: number): boolean {
  if (use.is === 'category' || use.is === 'derived') return true
  const cells = rows.map(row => row.cells[index])
  if (!cells.every(cell => typeof cell === 'number' && Number.isInteger(cell) && cell >= 0)) return false
  return totals === undefined || totals[index] === sumOf(cells)
}

/** True where the sum of a row is the sum of its counts. */
const addsUp = (columns: readonly Column[], cells: readonly Cell[]): boolean => {
  const sum = columns.findIndex(column => useOf(column)?.is === 'sum')
  return sum < 0 || cells[sum] === sumOf(countsAcross(columns).map(index => cells[index]))
}

const sumOf = (cells: readonly Cell[]): number =>
  cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0)

const isKnown = (value: string, known: ReadonlySet<string> | 'all'): boolean =>
  known === 'all' || known.has(value)

const knownValue = (cell: Cell, use: PublicColumn | undefined): Cell =>
  use?.is === 'category' && cell !== undefined && !isKnown(String(cell), use.known) ? OTHER_VALUE : cell

function withKnownWords(column: WordedColumn, use: PublicColumn & { readonly is: 'category' }): WordedColumn {
  const words = [...(column.words ?? [])].filter(([value]) => isKnown(value, use.known))
  return {
    ...column,
    words: new Map([...words, ...(use.known === 'all' ? [] : [[OTHER_VALUE, OTHER_WORDS] as const])]),
  }
}

/** Rows with the same values become one. */
function merged(columns: readonly Column[], rows: Grid['rows']): Grid['rows'] {
  const found = new Map<string, readonly Cell[]>()
  for (const cells of rows) {
    const key = JSON.stringify(valuesOf(columns, cells).map(value => value ?? null))
    const before = found.get(key)
    found.set(
      key,
      before === undefined
        ? cells
        : cells.map((cell, index) => together(columns[index], before[index], cell)),
    )
  }
  return [...found.values()]
}

const together = (column: Column | undefined, a: Cell, b: Cell): Cell => {
  if (useOf(column)?.is === 'category') return a
  return typeof a === 'number' && typeof b === 'number' ? shareOf(a + b, 1) : undefined
}

const valuesOf = (columns: readonly Column[], cells: readonly Cell[]): readonly (string | undefined)[] =>
  columns.flatMap((column, index) => {
    const cell = cells[index]
    return useOf(column)?.is === 'category' ? [cell === undefined ? undefined : String(cell)] : []
  })

/** By their values: the commonest first would tell what the numbers do not. Only what has an order of its own keeps it. */
function inOrder(columns: readonly Column[], rows: Grid['rows']): Grid['rows'] {
  const categories = columns.flatMap(column => useOf(column) ?? []).filter(use => use.is === 'category')
  const isOwn = categories.length === 1 && categories[0]?.order === 'own'
  return rows.toSorted((a, b) => {
    const [first, second] = [valuesOf(columns, a), valuesOf(columns, b)]
    return first.map((value, index) => compared(value, second[index], isOwn)).find(order => order !== 0) ?? 0
  })
}

const compared = (a: string | undefined, b: string | undefined, isOwn: boolean): number =>
  lastness(a) - lastness(b) || (isOwn ? 0 : (a ?? '').localeCompare(b ?? '', 'sv'))

const lastness = (value: string | undefined): number =>
  value === undefined ? 2 : value === OTHER_VALUE ? 1 : 0

/** The same for the columns of a cross table: those in no list become one, and all stand in the order of their values. */
function acrossIn({ columns, rows, totals }: Grid): Grid {
  const across = columns.flatMap((column, index) => {
    const use = useOf(column)
    if (use?.is !== 'count' || use.across === undefined) return []
    const { value, known } = use.across
    const isOther = value !== undefined && !isKnown(value, known)
    return [{ column, index, use, across: use.across, value: isOther ? OTHER_VALUE : value }]
  })
  const [first] = across
  if (first === undefined) return { columns, rows, ...(totals !== undefined && { totals }) }
  const values = [...new Set(across.map(({ value }) => value))].sort((a, b) =>
    compared(a, b, first.across.order === 'own'),
  )
  const shown = values.flatMap(value => {
    const of = across.filter(each => each.value === value)
    const column = of[0]?.column
    if (column === undefined) return []
    const named: WordedColumn =
      value === OTHER_VALUE ? { ...column, key: OTHER_VALUE, label: OTHER_WORDS } : column
    const forPublic: PublicColumn = { ...first.use, across: { ...first.across, value } }
    return [{ column: { ...named, forPublic }, places: of.map(({ index }) => index) }]
  })
  const isAcross = new Set(across.map(({ index }) => index))
  const arranged = <Item>(items: readonly Item[], made: readonly Item[]): readonly Item[] =>
    items.flatMap((item, index) => (index === first.index ? made : isAcross.has(index) ? [] : [item]))
  const cellsOf = (cells: readonly Cell[]) =>
    arranged(
      cells,
      shown.map(({ places }) => sumOf(places.map(place => cells[place]))),
    )
  return {
    columns: arranged(
      columns,
      shown.map(({ column }) => column),
    ),
    rows: rows.map(cellsOf),
    ...(totals !== undefined && { totals: cellsOf(totals) }),
  }
}
