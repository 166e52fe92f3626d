import type { Archive } from './archive.js'
import { crossTable, pairTable } from './cross-table.js'
import { type Dimension, dimensionColumn } from './dimension.js'
import { UserError } from './failure.js'
import type { Period } from './period.js'
import { periodWords } from './period-words.js'
import type { Parted, Scope } from './report.js'
import { choices, type Said, saidTogether } from './said.js'
import type { Sheet, Table } from './sheet.js'
import { type Compared, type Tallied, tallied, tallyTable } from './tally.js'
import { nearest } from './text.js'

/** What a report counts, so that it can be parted by any one or two of its dimensions. */
export interface Counting<Item> {
  /** Name of the report. */
  readonly report: string
  readonly title: Said
  /** What is counted: "avvikelser". */
  readonly counts: Said
  readonly dimensions: readonly Dimension<Item>[]
  /** The items of a question, and what they rest on. */
  asked(archive: Archive, scope: Scope): CountedItems<Item>
  /** What `--list` names an item by. */
  idOf(item: Item): string
}

/** The items that a question is about. */
export interface CountedItems<Item> {
  readonly compared: Compared<Item>
  readonly notes: readonly Said[]
  readonly sources: Sheet['sources']
}

/** The ways to part what is counted, for `--by`. */
export const partedBy = <Item>(counting: Counting<Item>): Parted => ({
  dimensions: counting.dimensions,
  answer: (archive, scope, by) => partedSheet(counting, archive, scope, by),
})

/**
 * The names of the dimensions that `--by` asks for: one or two, between commas.
 * @throws UserError for more than two, the same twice, and one that the report does not have.
 */
export function dimensionsAsked({ dimensions }: Parted, given: string): readonly string[] {
  const named = given.split(/[,×]/).map(each => each.trim())
  const names = named.map(name => {
    const found = dimensions.find(each => [each.name, ...each.aliases].includes(name.toLowerCase()))
    if (found !== undefined) return found.name
    throw noDimension(dimensions, name)
  })
  if (names.length <= 2 && new Set(names).size === names.length) return names
  throw new UserError(
    {
      sv: `\`--by ${given}\` delar upp på mer än två sätt, eller på samma två gånger.`,
      en: `\`--by ${given}\` parts in more than two ways, or in the same twice.`,
    },
    {
      sv: 'Välj ett sätt, eller två med komma emellan: `--by område,från`.',
      en: 'Choose one way, or two with a comma between: `--by område,från`.',
    },
  )
}

function noDimension(dimensions: Parted['dimensions'], name: string): UserError {
  const meant = nearest(
    name.toLowerCase(),
    dimensions.flatMap(each => [each.name, ...each.aliases]),
  )
  const all = choices(dimensions.map(each => each.name))
  return new UserError(
    { sv: `\`--by ${name}\` finns inte i den rapporten.`, en: `The report has no \`--by ${name}\`.` },
    {
      sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Välj ${all.sv}.`,
      en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Choose ${all.en}.`,
    },
  )
}

function partedSheet<Item>(
  counting: Counting<Item>,
  archive: Archive,
  scope: Scope,
  by: readonly string[],
): Sheet {
  const { report, title, dimensions } = counting
  const { compared, notes, sources } = counting.asked(archive, scope)
  const chosen = by.flatMap(name => dimensions.find(each => each.name === name) ?? [])
  const [first, second] = chosen
  const labels = chosen.map(({ label }) => label)
  const tables =
    first === undefined
      ? []
      : second === undefined
        ? oneWay(counting, first, compared, archive, scope)
        : twoWays(counting, [first, second], compared, archive, scope)
  return {
    report,
    title,
    scope: saidTogether([scope.words, byWords(labels)]),
    scopeData: { ...scope.data, by: by.join(',') },
    summary: [howMany(counting.counts, compared, scope)],
    tables: tables.map((table, index) => (index === 0 && notes.length > 0 ? { ...table, notes } : table)),
    sources,
  }
}

/** "15 avvikelser, mot 11 under 2023." */
function howMany({ sv, en }: Said, { items, before }: Compared<unknown>, { data }: Scope): Said {
  const count = items.length
  const earlier = data['compare'] === undefined ? undefined : before?.items?.length
  const then = before === undefined || earlier === undefined ? undefined : periodWords(before.period)
  if (then === undefined) return { sv: `${count} ${sv}.`, en: `${count} ${en}.` }
  return {
    sv: `${count} ${sv}, mot ${earlier} under ${then.sv}.`,
    en: `${count} ${en}, against ${earlier} in ${then.en}.`,
  }
}

/** "Efter område och från." */
const byWords = (labels: readonly Said[]): Said => ({
  sv: `Efter ${labels.map(({ sv }) => sv.toLowerCase()).join(' och ')}.`,
  en: `By ${labels.map(({ en }) => en.toLowerCase()).join(' and ')}.`,
})

function oneWay<Item>(
  counting: Counting<Item>,
  dimension: Dimension<Item>,
  compared: Compared<Item>,
  archive: Archive,
  { period, data }: Scope,
): readonly Table[] {
  const table = (shown: Compared<Item>, days: Period | undefined) =>
    oneWayTable(counting, dimension, shown, archive, days)
  // A stretch of time before cannot share a row with one of now: it is shown in a table of its own.
  if (dimension.isTime === undefined) return [table(compared, period)]
  const then = data['compare'] === undefined ? undefined : compared.before
  const now = table({ items: compared.items }, period)
  if (then?.items === undefined) return [now]
  const before = table({ items: then.items }, then.period)
  const { sv, en } = before.title
  const when = data['compare'] ?? ''
  return [now, { ...before, name: 'by-before', title: { sv: `${sv}, ${when}`, en: `${en}, ${when}` } }]
}

function oneWayTable<Item>(
  { counts, idOf }: Counting<Item>,
  dimension: Dimension<Item>,
  shown: Compared<Item>,
  archive: Archive,
  days: Period | undefined,
): Table {
  const { label } = dimension
  const own = dimension.order?.(archive, days) ?? []
  const found = tallied(shown, item => dimension.valueOf(item, archive))
  const rows = inOrder(dimension.isTime ? inOrderOfTime(found) : found, own)
  const table = tallyTable(shown, rows, {
    name: 'by',
    title: {
      sv: `${capital(counts.sv)} per ${label.sv.toLowerCase()}`,
      en: `${capital(counts.en)} by ${label.en.toLowerCase()}`,
    },
    columns: [
      dimensionColumn(
        'value',
        dimension,
        rows.map(({ value }) => value),
        archive,
      ),
    ],
    cells: ({ value }) => [value],
    idOf,
  })
  return {
    ...table,
    chart: { kind: dimension.isTime ? 'lines' : 'bars', labels: 'value', figures: ['count'] },
  }
}

function twoWays<Item>(
  { counts, idOf }: Counting<Item>,
  dimensions: readonly [Dimension<Item>, Dimension<Item>],
  { items, before }: Compared<Item>,
  archive: Archive,
  { period, data }: Scope,
): readonly Table[] {
  const tableOf = (
    of: readonly Item[],
    when: Said,
    days: Period | undefined,
    figures: 'count' | 'before',
  ): Table => {
    const [{ label: first }, { label: second }] = dimensions
    const title = {
      sv: `${capital(counts.sv)} per ${first.sv.toLowerCase()} och ${second.sv.toLowerCase()}${when.sv}`,
      en: `${capital(counts.en)} by ${first.en.toLowerCase()} and ${second.en.toLowerCase()}${when.en}`,
    }
    return crossTable(of, dimensions, archive, { name: 'by', title, idOf, counts: figures, days })
  }
  const then = data['compare'] === undefined ? undefined : before?.items
  const year = data['compare'] ?? ''
  return [
    tableOf(items, { sv: '', en: '' }, period, 'count'),
    ...(then === undefined
      ? []
      : [
          {
            ...tableOf(then, { sv: `, ${year}`, en: `, ${year}` }, before?.period, 'before'),
            name: 'by-before',
          },
        ]),
    pairTable(items, dimensions, archive, { idOf, days: period }),
  ]
}

/** Rows of an order of their own first, in that order, also those that nothing fell into; the others as they come. */
function inOrder<Item>(rows: readonly Tallied<Item>[], order: readonly string[]): readonly Tallied<Item>[] {
  const known = new Set(order)
  const byValue = new Map(rows.map(row => [row.value, row] as const))
  return [
    ...order.map(value => byValue.get(value) ?? { value, items: [], before: [] }),
    ...rows.filter(({ value }) => value === undefined || !known.has(value)),
  ]
}

/** Stretches of time as they come, what has none last. */
const inOrderOfTime = <Item>(rows: readonly Tallied<Item>[]): readonly Tallied<Item>[] =>
  rows.toSorted((a, b) => ((a.value ?? '\uffff') < (b.value ?? '\uffff') ? -1 : 1))

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
