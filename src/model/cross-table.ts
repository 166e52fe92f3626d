import type { Archive } from './archive.js'
import { type Dimension, dimensionColumn, publicValues } from './dimension.js'
import type { Period } from './period.js'
import { asWritten, type Said } from './said.js'
import type { Table } from './sheet.js'
import { COUNT, tallied } from './tally.js'
import { slugOf } from './text.js'
import { column, NOT_STATED } from './worded-column.js'

/** What a cross table is called, and how it names what it counts. */
export interface CrossTable<Item> {
  readonly name: string
  readonly title: Said
  idOf(item: Item): string
  /** Whether it counts what is asked about or the stretch before. */
  readonly counts: 'count' | 'before'
  /** The days asked about: every stretch of time in them has its row or column. */
  readonly days: Period | undefined
}

/** How many items have each pair of values: a row for each value of the first dimension, a column for each of the second. */
export function crossTable<Item>(
  items: readonly Item[],
  [down, across]: readonly [Dimension<Item>, Dimension<Item>],
  archive: Archive,
  { name, title, idOf, counts, days }: CrossTable<Item>,
): Table {
  const placed = placing(items, down, across, archive)
  const rows = placed.inOrder(down, 0, days)
  const columns = placed.inOrder(across, 1, days)
  const figures = (of: (column: string | undefined) => readonly Item[], all: readonly Item[]) => [
    ...columns.map(value => of(value).length),
    all.length,
  ]
  const keys = uniqueKeys(columns)
  return {
    name,
    title,
    columns: [
      dimensionColumn('value', down, rows, archive),
      ...columns.map((value, index) => {
        const said = value === undefined ? NOT_STATED : (across.wordOf?.(value, archive) ?? asWritten(value))
        return column(keys[index] ?? `c${index}`, 'number', said.sv, said.en, {
          forPublic: {
            is: 'count',
            of: counts,
            across: { ...publicValues(across, columns, archive), value },
          },
        })
      }),
      column('count', 'number', 'Totalt', 'Total', { forPublic: { is: 'sum', of: counts } }),
    ],
    rows: rows.map(value => {
      const all = placed.items(0, value)
      return {
        cells: [value, ...figures(each => placed.both(value, each), all)],
        documents: all.map(idOf),
      }
    }),
    totals: [undefined, ...figures(each => placed.items(1, each), items)],
    chart: { kind: 'stacked', labels: 'value', figures: keys },
  }
}

/** The same with a row for each pair that some item has, so that each figure has its documents. */
export function pairTable<Item>(
  items: readonly Item[],
  [first, second]: readonly [Dimension<Item>, Dimension<Item>],
  archive: Archive,
  { idOf, days }: Pick<CrossTable<Item>, 'idOf' | 'days'>,
): Table {
  const placed = placing(items, first, second, archive)
  const seconds = placed.inOrder(second, 1, days)
  const rows = placed.inOrder(first, 0, days).flatMap(one =>
    seconds.flatMap(two => {
      const of = placed.both(one, two)
      return of.length === 0 ? [] : [{ values: [one, two] as const, items: of }]
    }),
  )
  const valuesIn = (at: 0 | 1) => rows.map(({ values }) => values[at])
  return {
    name: 'pairs',
    title: { sv: 'Dokumenten bakom varje siffra', en: 'The documents behind each figure' },
    columns: [
      dimensionColumn('first', first, valuesIn(0), archive),
      dimensionColumn('second', second, valuesIn(1), archive),
      COUNT,
    ],
    rows: rows.map(({ values, items: of }) => ({
      cells: [...values, of.length],
      documents: of.map(idOf),
    })),
    totals: [undefined, undefined, items.length],
    shownWith: 'documents',
  }
}

type Value = string | undefined

/** Items by their values in two dimensions; each item is asked once. */
interface Placing<Item> {
  items(at: 0 | 1, value: Value): readonly Item[]
  both(first: Value, second: Value): readonly Item[]
  /** The values of a dimension: those of its own order, then the others, the commonest or the earliest first; nothing last. */
  inOrder(dimension: Dimension<Item>, at: 0 | 1, days: Period | undefined): readonly Value[]
}

function placing<Item>(
  items: readonly Item[],
  first: Dimension<Item>,
  second: Dimension<Item>,
  archive: Archive,
): Placing<Item> {
  const placed = items.map(item => ({
    item,
    values: [first.valueOf(item, archive), second.valueOf(item, archive)] as const,
  }))
  const keyOf = (values: readonly Value[]) => JSON.stringify(values.map(value => value ?? null))
  const by = (key: (values: readonly [Value, Value]) => string) => {
    const found = new Map<string, Item[]>()
    for (const { item, values } of placed) {
      const of = found.get(key(values))
      if (of === undefined) found.set(key(values), [item])
      else of.push(item)
    }
    return found
  }
  const [firsts, seconds, boths] = [by(([one]) => keyOf([one])), by(([, two]) => keyOf([two])), by(keyOf)]
  const commonest = (at: 0 | 1): readonly Value[] => {
    const values = tallied({ items: placed }, ({ values }) => values[at]).map(({ value }) => value)
    const { isTime } = at === 0 ? first : second
    return isTime === undefined
      ? values
      : values.toSorted((a, b) => ((a ?? '\uffff') < (b ?? '\uffff') ? -1 : 1))
  }
  return {
    items: (at, value) => (at === 0 ? firsts : seconds).get(keyOf([value])) ?? [],
    both: (one, two) => boths.get(keyOf([one, two])) ?? [],
    inOrder: (dimension, at, days) => {
      const order = dimension.order?.(archive, days) ?? []
      return [...order, ...commonest(at).filter(value => value === undefined || !order.includes(value))]
    },
  }
}

/** ASCII keys for values, each once. */
function uniqueKeys(values: readonly (string | undefined)[]): readonly string[] {
  const taken = new Set<string>(['value', 'count'])
  return values.map(value => {
    const plain = value === undefined ? 'not-stated' : slugOf(value) || 'other'
    let key = plain
    for (let number = 2; taken.has(key); number++) key = `${plain}-${number}`
    taken.add(key)
    return key
  })
}
