import type { Period } from './period.js'
import { periodWords } from './period-words.js'
import type { Said } from './said.js'
import type { Cell, Column, Table } from './sheet.js'
import { column } from './worded-column.js'

/** What is counted, now and — where there is something to compare with — in the stretch before. */
export interface Compared<Item> {
  readonly items: readonly Item[]
  /** Absent when no comparison is asked for. */
  readonly before?: {
    readonly period: Period
    /** Absent when the archive has nothing from then: not known, which is not 0. */
    readonly items?: readonly Item[]
  }
}

/** Items that share a value. `value` is absent for those that have none. */
export interface Tallied<Item> {
  readonly value?: string
  readonly items: readonly Item[]
  readonly before: readonly Item[]
}

/**
 * Items by a value, every item in exactly one row: the most first, then by value, those without a value last.
 */
export function tallied<Item>(
  { items, before }: Compared<Item>,
  keyOf: (item: Item) => string | undefined,
): readonly Tallied<Item>[] {
  const rows = new Map<string | undefined, { value?: string; items: Item[]; before: Item[] }>()
  const rowOf = (item: Item) => {
    const value = keyOf(item)
    const row = rows.get(value) ?? { ...(value !== undefined && { value }), items: [], before: [] }
    rows.set(value, row)
    return row
  }
  for (const item of items) rowOf(item).items.push(item)
  for (const item of before?.items ?? []) rowOf(item).before.push(item)
  return [...rows.values()].sort(
    (a, b) =>
      Number(a.value === undefined) - Number(b.value === undefined) ||
      b.items.length - a.items.length ||
      b.before.length - a.before.length ||
      (a.value ?? '').localeCompare(b.value ?? '', 'sv'),
  )
}

/** What a table of tallied items is called and says in its first columns. */
export interface TallyTable<Item> {
  readonly name: string
  readonly title: Said
  /** The columns before the figures. */
  readonly columns: readonly Column[]
  /** The cells of a row before the figures. */
  cells(row: Tallied<Item>): readonly Cell[]
  /** The ids behind an item. */
  idOf(item: Item): string
  readonly notes?: readonly Said[]
}

/**
 * A table of tallied items: how many, what share of all, and how many before. The column `count` is the figure that
 * the documents of a row stand behind.
 */
export function tallyTable<Item>(
  compared: Compared<Item>,
  rows: readonly Tallied<Item>[],
  { name, title, columns, cells, idOf, notes = [] }: TallyTable<Item>,
): Table {
  const all = compared.items.length
  const { before } = compared
  const earlier = (items: readonly Item[]): readonly Cell[] =>
    before === undefined ? [] : [before.items === undefined ? undefined : items.length]
  return {
    name,
    title,
    columns: [...columns, COUNT, SHARE, ...beforeColumns(compared)],
    rows: rows.map(row => ({
      cells: [...cells(row), row.items.length, shareOf(row.items.length, all), ...earlier(row.before)],
      documents: row.items.map(idOf),
    })),
    totals: [
      ...columns.map(() => undefined),
      all,
      all === 0 ? undefined : 1,
      ...earlier(before?.items ?? []),
    ],
    ...(notes.length > 0 && { notes }),
  }
}

/** The column whose figure the documents of a row stand behind. */
export const COUNT = column('count', 'number', 'Antal', 'Number', { forPublic: { is: 'count', of: 'count' } })

/** The column that says how large a part of all it is. */
export const SHARE = column('share', 'share', 'Andel', 'Share', {
  forPublic: { is: 'derived', from: ['count'] },
})

/** The column of the stretch before; none when no comparison is asked for. */
export function beforeColumns({ before }: Pick<Compared<unknown>, 'before'>): readonly Column[] {
  if (before === undefined) return []
  const { sv, en } = periodWords(before.period)
  return [column('before', 'number', sv, en, { forPublic: { is: 'count', of: 'before' } })]
}

/** A part of a whole, 0–1 with four decimals; absent when the whole is nothing. */
export const shareOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.round((part / whole) * 10_000) / 10_000

/**
 * The middle of some numbers (of an even count, the mean of the two in the middle) and the largest; absent
 * when there are none.
 */
export function spreadOf(
  numbers: readonly number[],
): { readonly median: number; readonly longest: number } | undefined {
  const sorted = numbers.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  const longest = sorted.at(-1)
  if (upper === undefined || lower === undefined || longest === undefined) return undefined
  return { median: (upper + lower) / 2, longest }
}
