import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/formats/index.js'
import { crossTable } from '../../src/model/cross-table.js'
import type { Day } from '../../src/model/day.js'
import type { Dimension } from '../../src/model/dimension.js'
import { SMALLEST_SHOWN, SUPPRESSED } from '../../src/model/public-column.js'
import { suppressed } from '../../src/model/public-sheet.js'
import type { Report, Scope } from '../../src/model/report.js'
import { asWritten } from '../../src/model/said.js'
import type { Cell, Sheet, Table } from '../../src/model/sheet.js'
import { type Compared, tallied, tallyTable } from '../../src/model/tally.js'
import { column, NOT_STATED } from '../../src/model/worded-column.js'
import { report as actions } from '../../src/reports/actions.js'
import { report as decisions } from '../../src/reports/decisions.js'
import { report as deviations } from '../../src/reports/deviations.js'
import { archiveOfTexts, DEMONSTRATION } from '../demonstration.js'
import { PLAIN } from '../plain-paint.js'
import { type Knowledge, possibleValues } from '../possible-values.js'
import { secretArchive, secretDeviation } from '../secret-archive.js'
import { wordsInFile } from '../words-in-file.js'

/** What a reader of a public sheet can put together: each figure by what it counts, and how they add up. */
interface Reading extends Knowledge {
  /** What is wrong with the sheet itself, in words. */
  readonly faults: readonly string[]
}

/** Reads a sheet as the public would, by the words in it alone. Columns `count` and `before` are of the same population. */
function readingOf({ tables }: Sheet): Reading {
  const shown = new Map<string, number>()
  const hidden = new Set<string>()
  const sums: { whole: string; parts: readonly string[] }[] = []
  const faults: string[] = []
  for (const { name, columns, rows, totals } of tables) {
    const categories = columns.flatMap(({ type }, index) => (type === 'text' ? [index] : []))
    const isCross = columns.at(-1)?.label.sv === 'Totalt'
    const figures = columns.flatMap(({ type }, index) => (type === 'number' ? [index] : []))
    const nameOf = (cells: readonly Cell[], index: number, by: readonly number[]): string => {
      const key = columns[index]?.key ?? ''
      const values = by.map(place => `${columns[place]?.key}=${cells[place] ?? 'ej angivet'}`)
      if (!isCross || key === 'count') return [isCross ? 'count' : key, ...values.sort()].join(' & ')
      return ['count', ...[...values, `b=${columns[index]?.label.sv}`].sort()].join(' & ')
    }
    const read = (cells: readonly Cell[], by: readonly number[]) => {
      for (const index of figures) {
        const figure = nameOf(cells, index, by)
        const cell = cells[index]
        if (columns[index]?.key === 'change') continue
        if (typeof cell === 'number') shown.set(figure, cell)
        else if (cell === SUPPRESSED) hidden.add(figure)
        else faults.push(`${name}: ${figure} is ${cell}`)
        if (typeof cell === 'number' && cell > 0 && cell < SMALLEST_SHOWN)
          faults.push(`${name}: ${figure} is ${cell}`)
      }
      const at = (key: string) => columns.findIndex(each => each.key === key)
      const derived = [
        ['share', [cells[at('count')], totals?.[at('count')]]],
        ['change', [cells[at('count')], cells[at('before')]]],
      ] as const
      for (const [key, from] of derived)
        if (typeof cells[at(key)] === 'number' && from.includes(SUPPRESSED))
          faults.push(`${name}: ${key} tells of ${cells}`)
    }
    for (const { cells } of rows) read(cells, categories)
    if (totals === undefined) continue
    read(totals, [])
    for (const index of figures.filter(each => columns[each]?.key !== 'change')) {
      sums.push({
        whole: nameOf(totals, index, []),
        parts: rows.map(({ cells }) => nameOf(cells, index, categories)),
      })
      if (categories.length !== 2) continue
      for (const place of categories) {
        const together = new Map<string, string[]>()
        for (const { cells } of rows) {
          const whole = nameOf(cells, index, [place])
          together.set(whole, [...(together.get(whole) ?? []), nameOf(cells, index, categories)])
        }
        for (const [whole, parts] of together) sums.push({ whole, parts })
      }
    }
    if (isCross) {
      const across = figures.slice(0, -1)
      const last = figures.at(-1) ?? 0
      for (const { cells } of rows)
        sums.push({
          whole: nameOf(cells, last, categories),
          parts: across.map(index => nameOf(cells, index, categories)),
        })
      sums.push({ whole: nameOf(totals, last, []), parts: across.map(index => nameOf(totals, index, [])) })
    }
  }
  const told = [...hidden]
    .filter(figure => shown.has(figure))
    .map(figure => `${figure} stands in another table`)
  return { shown, hidden, sums: sums.filter(({ parts }) => parts.length > 0), faults: [...faults, ...told] }
}

/** Everything that a public sheet gives away, in words. */
function disclosedBy(sheet: Sheet): readonly string[] {
  const reading = readingOf(sheet)
  const narrow = [...reading.hidden].flatMap(figure => {
    const possible = possibleValues(reading, figure, SMALLEST_SHOWN)
    return possible < SMALLEST_SHOWN ? [`${figure} may be ${possible} numbers only`] : []
  })
  return [...reading.faults, ...narrow]
}

interface Thing {
  readonly a: string
  readonly b: string
}

const LETTERS = ['p', 'q', 'r', 's', 't', 'u']
const letters = (count: number) => LETTERS.slice(0, count)
const figure = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 30 }) },
)

/** Things counted by two dimensions of up to six values each. */
const counted = fc
  .record({ down: fc.integer({ min: 1, max: 6 }), across: fc.integer({ min: 1, max: 6 }) })
  .chain(({ down, across }) =>
    fc.array(fc.array(figure, { minLength: across, maxLength: across }), {
      minLength: down,
      maxLength: down,
    }),
  )
  .map(matrix =>
    matrix.flatMap((row, down) =>
      row.flatMap((count, across) =>
        Array.from({ length: count }, (): Thing => ({ a: LETTERS[down] ?? '', b: LETTERS[across] ?? '' })),
      ),
    ),
  )

const dimension = (name: 'a' | 'b'): Dimension<Thing> => ({
  name,
  aliases: [],
  label: asWritten(name),
  valueOf: thing => thing[name],
  isPublic: () => true,
})

/** A table by one of the dimensions, or by both with a row for each pair. */
function tallyBy(names: readonly ('a' | 'b')[], compared: Compared<Thing>): Table {
  const rows = tallied(compared, thing => names.map(name => thing[name]).join(' '))
  return tallyTable(compared, rows, {
    name: names.join('-'),
    title: asWritten(names.join()),
    columns: names.map(name =>
      column(name, 'text', name, name, {
        absent: NOT_STATED,
        forPublic: { is: 'category', by: name, known: new Set(LETTERS) },
      }),
    ),
    cells: ({ value = '' }) => value.split(' '),
    idOf: ({ a, b }) => `HEMLIGT ${a} ${b}`,
  })
}

const sheetOf = (tables: readonly Table[], documents: number): Sheet => ({
  report: 'things',
  title: asWritten('Things'),
  scope: asWritten('All.'),
  scopeData: {},
  summary: [asWritten(`HEMLIGT: ${documents}`)],
  tables,
  sources: { documents, unreadable: ['HEMLIGT.md'] },
})

describe('no suppressed number can be computed', async () => {
  const archive = await archiveOfTexts(DEMONSTRATION)
  const cross = (items: readonly Thing[]): Table => {
    const table = crossTable(items, [dimension('a'), dimension('b')], archive, {
      name: 'cross',
      title: asWritten('Cross'),
      idOf: () => 'HEMLIGT',
      counts: 'count',
      days: undefined,
    })
    return {
      ...table,
      columns: table.columns.map(each => (each.key === 'value' ? { ...each, key: 'a' } : each)),
    }
  }

  test('from a cross table of up to six by six', () => {
    fc.assert(
      fc.property(counted, items => {
        expect(disclosedBy(suppressed(sheetOf([cross(items)], items.length)))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('from a table with the year before, its change and shares, and others with the same margins', () => {
    fc.assert(
      fc.property(counted, counted, fc.subarray([0, 1, 2, 3], { minLength: 1 }), (items, earlier, chosen) => {
        const compared: Compared<Thing> = {
          items,
          before: { period: { from: '2023-01-01' as Day, to: '2023-12-31' as Day }, items: earlier },
        }
        const all = [
          tallyBy(['a'], compared),
          tallyBy(['b'], compared),
          tallyBy(['a', 'b'], compared),
          cross(items),
        ]
        const tables = all.filter((_, index) => chosen.includes(index))
        const sheet = suppressed(sheetOf(tables, items.length))
        expect(disclosedBy(sheet)).toEqual([])
        const { documents } = sheet.sources
        const totals = sheet.tables.flatMap(table => table.totals ?? [])
        if (documents !== undefined && documents > 0) expect(totals).toContain(documents)
        expect(JSON.stringify(sheet)).not.toContain('HEMLIGT')
      }),
      { numRuns: 150 },
    )
  })

  test('and what is large enough on its own is shown', () => {
    const items = letters(3).flatMap(a => Array.from({ length: 9 }, (): Thing => ({ a, b: 'p' })))
    const [table] = suppressed(sheetOf([tallyBy(['a'], { items })], items.length)).tables
    expect(table?.rows.map(({ cells }) => cells.slice(0, 3))).toEqual(letters(3).map(a => [a, 9, 0.3333]))
    expect(table?.notes).toBeUndefined()
  })

  test('nor told by the order of the rows', () => {
    const items = ['q', 'q', 'q', 'q', 'q', 'p'].map((a): Thing => ({ a, b: 'p' }))
    const [table] = suppressed(sheetOf([tallyBy(['a'], { items })], items.length)).tables
    expect(table?.rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['p', SUPPRESSED],
      ['q', SUPPRESSED],
    ])
  })
})

const ALL: Scope = { words: asWritten('Allt.'), data: {} }
const YEAR: Scope = {
  ...ALL,
  period: { from: '2024-01-01' as Day, to: '2024-12-31' as Day },
  before: { from: '2023-01-01' as Day, to: '2023-12-31' as Day },
}

describe('what is public of any archive', () => {
  const reports: readonly Report[] = [deviations, decisions, actions]

  test('holds no name, id or words of one’s own, in any format, and gives no number away', async () => {
    const formats = await Promise.all(
      FORMATS.filter(({ writes }) => writes === 'sheet').map(each => each.load()),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(secretDeviation, { maxLength: 60 }), fc.nat(), async (drawn, way) => {
        const archive = await secretArchive(drawn)
        const ways = deviations.parted?.dimensions.map(({ name }) => name) ?? []
        const by = [ways[way % ways.length] ?? '', ways[(way + 3) % ways.length] ?? '']
        const parted = [by.slice(0, 1), by].flatMap(
          each => deviations.parted?.answer(archive, YEAR, each) ?? [],
        )
        const sheets = [
          ...reports.map(report => report.answer(archive, YEAR)),
          deviations.answer(archive, ALL),
          ...parted,
        ]
        for (const sheet of sheets.map(suppressed)) {
          for (const format of formats) {
            for (const language of ['sv', 'en'] as const) {
              const written = await format.sheet?.(
                sheet,
                { language, columns: 80, paint: PLAIN },
                { shows: 'figures' },
              )
              const text = await wordsInFile(written ?? '')
              expect(text.toLowerCase(), format.name).not.toContain('hemli')
              expect(text, format.name).not.toMatch(/AVV-|PROT-|Alva|\.md\b/)
            }
          }
          expect(disclosedBy(sheet)).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  }, 240_000)
})
