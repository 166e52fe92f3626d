import type { Archive } from './archive.js'
import { type Day, MONTHS, monthOf, yearOf } from './day.js'
import type { Period } from './period.js'
import type { PublicCategory } from './public-column.js'
import { asWritten, type Said } from './said.js'
import { column, NOT_STATED, type WordedColumn } from './worded-column.js'

/** A way to part what is counted: every item has one value in it, or none. */
export interface Dimension<Item> {
  /** The field's own word: `område`. */
  readonly name: string
  readonly aliases: readonly string[]
  readonly label: Said
  valueOf(item: Item, archive: Archive): string | undefined
  /** What a value is called, where it is not said as it is. */
  wordOf?(value: string, archive: Archive): Said
  /** The values in their own order, also those that no item has; without it the commonest come first. */
  order?(archive: Archive, days: Period | undefined): readonly string[]
  /** True of stretches of time, which are drawn as a line. */
  readonly isTime?: true
  /**
   * True of a value that the public may be told. Without it only stretches of time are: a document may say anything in a
   * field, also a name.
   */
  isPublic?(value: string, archive: Archive): boolean
}

/** Month, quarter, half and year of the day of an item. */
export const timesOf = <Item>(
  dayOf: (item: Item, archive: Archive) => Day | undefined,
): readonly Dimension<Item>[] =>
  STRETCHES.map(({ keyOf, ...stretch }) => ({
    ...stretch,
    isTime: true,
    valueOf: (item, archive) => {
      const day = dayOf(item, archive)
      return day === undefined ? undefined : keyOf(yearOf(day), monthOf(day))
    },
    order: (_, days) => (days === undefined ? [] : keysWithin(days, keyOf)),
  }))

/** The column that holds the values of a dimension. */
export const dimensionColumn = <Item>(
  key: string,
  dimension: Dimension<Item>,
  values: readonly (string | undefined)[],
  archive: Archive,
): WordedColumn => {
  const { label, wordOf } = dimension
  return column(key, 'text', label.sv, label.en, {
    absent: NOT_STATED,
    forPublic: publicValues(dimension, values, archive),
    ...(wordOf !== undefined && {
      words: new Map(
        values.flatMap(value => (value === undefined ? [] : [[value, wordOf(value, archive)] as const])),
      ),
    }),
  })
}

/** Which of some values the public may be told. An order of its own is that of a list, and holds for what is in it. */
export function publicValues<Item>(
  { name, isTime, isPublic, order }: Dimension<Item>,
  values: readonly (string | undefined)[],
  archive: Archive,
): PublicCategory {
  if (isTime) return { is: 'category', by: name, known: 'all' }
  const inOrder = order?.(archive, undefined)
  const known = values.filter(
    value =>
      value !== undefined &&
      isPublic?.(value, archive) === true &&
      (inOrder === undefined || inOrder.includes(value)),
  )
  return {
    is: 'category',
    by: name,
    known: new Set(known.flatMap(value => value ?? [])),
    ...(inOrder !== undefined && { order: 'own' }),
  }
}

interface Stretch {
  readonly name: string
  readonly aliases: readonly string[]
  readonly label: Said
  keyOf(year: number, month: number): string
  wordOf(key: string): Said
}

const STRETCHES: readonly Stretch[] = [
  {
    name: 'månad',
    aliases: ['month', 'manad'],
    label: { sv: 'Månad', en: 'Month' },
    keyOf: (year, month) => `${year}-${String(month).padStart(2, '0')}`,
    wordOf: key => {
      const [year = '', month = ''] = key.split('-')
      const named = (language: 'sv' | 'en') => `${MONTHS[language][Number(month) - 1] ?? ''} ${year}`
      return { sv: named('sv'), en: named('en') }
    },
  },
  {
    name: 'kvartal',
    aliases: ['quarter'],
    label: { sv: 'Kvartal', en: 'Quarter' },
    keyOf: (year, month) => `${year}-Q${Math.ceil(month / 3)}`,
    wordOf: key => ({ sv: key.replace('-Q', ' kvartal '), en: key.replace('-Q', ' quarter ') }),
  },
  {
    name: 'halvår',
    aliases: ['half', 'halvar'],
    label: { sv: 'Halvår', en: 'Half-year' },
    keyOf: (year, month) => `${year}-H${month <= 6 ? 1 : 2}`,
    wordOf: key => ({
      sv: `${key.endsWith('1') ? 'januari–juni' : 'juli–december'} ${key.slice(0, 4)}`,
      en: `${key.endsWith('1') ? 'January–June' : 'July–December'} ${key.slice(0, 4)}`,
    }),
  },
  {
    name: 'år',
    aliases: ['year', 'ar'],
    label: { sv: 'År', en: 'Year' },
    keyOf: year => String(year),
    wordOf: asWritten,
  },
]

/** Every key of a stretch of days, each once, in order. */
function keysWithin({ from, to }: Period, keyOf: Stretch['keyOf']): readonly string[] {
  const keys = new Set<string>()
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const first = year === yearOf(from) ? monthOf(from) : 1
    const last = year === yearOf(to) ? monthOf(to) : 12
    for (let month = first; month <= last; month++) keys.add(keyOf(year, month))
  }
  return [...keys]
}
