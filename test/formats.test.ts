import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadArchive } from '../src/archive/load.js'
import { folderSource } from '../src/archive/source.js'
import { format as csv } from '../src/formats/sheets/csv.js'
import { format as html } from '../src/formats/sheets/html.js'
import { format as json } from '../src/formats/sheets/json.js'
import { format as md } from '../src/formats/sheets/md.js'
import { format as text } from '../src/formats/sheets/text.js'
import type { Day } from '../src/model/day.js'
import type { Format, Paint, Surface } from '../src/model/format.js'
import { columnsOf } from '../src/model/layout.js'
import { yearPeriod } from '../src/model/period.js'
import { asWritten } from '../src/model/said.js'
import type { Cell, Sheet } from '../src/model/sheet.js'
import { cellText, column } from '../src/model/worded-column.js'
import { report as actions } from '../src/reports/actions.js'
import { report as decisions } from '../src/reports/decisions.js'
import { report as deviations } from '../src/reports/deviations.js'
import { realDisk } from '../src/system/disk.js'
import { archiveOfTexts, DEMONSTRATION, KINDS, ROOT } from './demonstration.js'
import { PLAIN } from './plain-paint.js'

const SURFACE: Surface = { language: 'sv', columns: 80, paint: PLAIN }

const written = (
  format: Format,
  sheet: Sheet,
  withDocuments: 'figures' | 'documents' = 'figures',
  surface = SURFACE,
): string => {
  if (format.sheet === undefined) throw new Error(`${format.name} writes no sheets.`)
  const text = format.sheet(sheet, surface, { shows: withDocuments })
  if (typeof text !== 'string') throw new Error(`${format.name} writes no text.`)
  return text
}

/** A sheet of one table with texts in its first column and numbers in the others. */
const sheetOf = (rows: readonly (readonly Cell[])[], documents: readonly string[] = []): Sheet => ({
  report: 'test',
  title: asWritten('Titel'),
  scope: asWritten('Allt.'),
  scopeData: {},
  summary: [],
  tables: [
    {
      name: 'table',
      title: asWritten('Tabell'),
      columns: [
        column('name', 'text', 'Namn', 'Name'),
        column('count', 'number', 'Antal', 'Number'),
        column('share', 'share', 'Andel', 'Share'),
      ],
      rows: rows.map(cells => ({ cells, documents })),
    },
  ],
  sources: { documents: 1, unreadable: [] },
})

/** Every line of CSV as its cells, quotes undone. */
const csvLines = (output: string): readonly (readonly string[])[] =>
  output
    .split('\r\n')
    .map(line =>
      [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(match => (match[1] ?? '').replaceAll('""', '"')),
    )

const unescapedHtml = (markup: string): string =>
  markup
    .replace(/<svg.*?<\/svg> ?/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const folder = existsSync(join(ROOT, 'examples/samverkan.yaml')) ? join(ROOT, 'examples') : undefined
const archive = await (folder === undefined
  ? archiveOfTexts(DEMONSTRATION)
  : loadArchive(folderSource(realDisk(), folder), KINDS, '2024-12-18' as Day))
const period = yearPeriod(2024)
const before = yearPeriod(2023)
const sheets = [deviations, decisions, actions].map(report =>
  report.answer(archive, {
    ...(period !== undefined && { period }),
    ...(before !== undefined && { before }),
    words: { sv: 'Hela året 2024.', en: 'The whole year 2024.' },
    data: { year: '2024' },
  }),
)

describe.each(sheets.map(sheet => [sheet.report, sheet] as const))('%s', (_, sheet) => {
  const texts = sheet.tables.map(({ columns, rows }) =>
    rows.map(({ cells }) => columns.map((each, index) => cellText(cells[index], each, 'sv'))),
  )

  test('JSON holds every cell, null where there is none', () => {
    const data = JSON.parse(written(json, sheet, 'documents'))
    expect(Object.keys(data)).toEqual(['schemaVersion', 'report', 'scope', 'sources', 'sheets'])
    for (const [index, table] of sheet.tables.entries()) {
      const rows = table.rows.map(({ cells, documents }) => ({
        ...Object.fromEntries(table.columns.map(({ key }, column) => [key, cells[column] ?? null])),
        documents: documents ?? [],
      }))
      expect(data.sheets[index].rows).toEqual(rows)
    }
  })

  test('Markdown shows the same cells', () => {
    const tables = written(md, sheet).split(/^## /m).slice(1)
    const shown = tables.map(table =>
      [...table.matchAll(/^\| (.*) \|$/gm)]
        .map(match => (match[1] ?? '').split(' | ').map(cell => cell.replace(/\\(.)/g, '$1')))
        .slice(2)
        .filter(([first]) => first !== '**Totalt**'),
    )
    expect(shown).toEqual(texts)
  })

  test('HTML shows the same cells', () => {
    const tables = written(html, sheet).split('<section>').slice(1)
    const shown = tables.map(table =>
      [...(/<tbody>(.*?)<\/tbody>/s.exec(table)?.[1] ?? '').matchAll(/<tr>(.*)<\/tr>/g)].map(row =>
        [...(row[1] ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(cell => unescapedHtml(cell[1] ?? '')),
      ),
    )
    expect(shown).toEqual(texts)
  })

  test('CSV shows the same cells, numbers with a decimal point', () => {
    const blocks = written(csv, sheet).split('\r\n\r\n').slice(1, -1)
    for (const [index, block] of blocks.entries()) {
      const table = sheet.tables[index]
      const rows = csvLines(block).slice(2, 2 + (table?.rows.length ?? 0))
      expect(rows).toEqual(
        table?.rows.map(({ cells }, row) =>
          table.columns.map((_, at) =>
            typeof cells[at] === 'number' ? String(cells[at]) : texts[index]?.[row]?.[at],
          ),
        ),
      )
    }
    expect(blocks.length).toBe(sheet.tables.length)
  })

  test('text shows every figure beside its name, and nothing wider than the screen', () => {
    for (const columns of [40, 80, 132]) {
      const output = written(text, sheet, 'documents', { ...SURFACE, columns })
      for (const line of output.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(columns)
    }
    const output = written(text, sheet, 'figures', { ...SURFACE, columns: 300 }).replaceAll('\u00a0', ' ')
    const lines = output
      .split('\n')
      .map(line => line.split(/ {2,}/).filter(cell => !/^[█▏▎▍▌▋▊▉]+$/.test(cell)))
    for (const [index, table] of sheet.tables.entries()) {
      if (table.columns.length > 7) continue
      for (const row of texts[index] ?? [])
        expect(lines).toContainEqual(row.map(cell => cell.replaceAll('\u00a0', ' ')))
    }
  })

  test.each([text, md, csv, json, html].map(format => [format.name, format] as const))(
    '%s: same sheet, same bytes; documents only when asked for',
    (_, format) => {
      expect(written(format, sheet, 'documents')).toBe(written(format, structuredClone(sheet), 'documents'))
      const document =
        sheet.tables[0]?.rows.find(({ documents = [] }) => documents.length > 1)?.documents?.[1] ?? ''
      const first = (output: string) => output.slice(0, output.search(/Hur långt|Vem som har|Besluten/))
      expect(first(written(format, sheet, 'documents'))).toContain(document)
      if (document !== '')
        expect(first(written(format, sheet, 'figures')).split(document).length).toBeLessThanOrEqual(
          sheet.summary.some(({ sv }) => sv.includes(document)) ? 2 : 1,
        )
    },
  )
})

describe('numbers', () => {
  const sheet = sheetOf([
    ['stort', 1234567.25, 0.4667],
    ['under noll', -5, 0],
    ['inget', undefined, undefined],
  ])

  test('are written in the way of the language', () => {
    const swedish = written(md, sheet).replaceAll('\u00a0', ' ')
    expect(swedish).toContain('| stort | 1 234 567,3 | 47 % |')
    expect(swedish).toContain('| under noll | −5 | 0 % |')
    expect(swedish).toContain('| inget | – | – |')
    expect(written(md, sheet, 'figures', { ...SURFACE, language: 'en' })).toContain(
      '| stort | 1,234,567.3 | 47% |',
    )
  })

  test('keep every digit in CSV and JSON', () => {
    expect(csvLines(written(csv, sheet))).toContainEqual(['stort', '1234567.25', '0.4667'])
    expect(JSON.parse(written(json, sheet)).sheets[0].rows[2]).toEqual({
      name: 'inget',
      count: null,
      share: null,
    })
  })
})

describe('a cell is never more than text', () => {
  const nasty =
    '<script>alert(1)</script> | [länk](javascript:x) ![bild](http://x) *stark* _kursiv_ #1 `kod` & "citat"\n## Rubrik'

  test('in HTML', () => {
    const output = written(html, sheetOf([[nasty, 1, 0.5]], [nasty]), 'documents')
    expect(output).not.toMatch(/<script|<img|<a |javascript:x"|\son\w+=/)
    expect(output).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(output).not.toMatch(/(?:src|href)=|url\(|@import/)
  })

  test('in Markdown', () => {
    const output = written(md, sheetOf([[nasty, 1, 0.5]]))
    const row = output.split('\n').find(line => line.includes('script')) ?? ''
    expect(row.replace(/\\./g, '').match(/[|<>[\]()!#*_`]/g)).toEqual(['|', '|', '|', '|'])
    expect(output).not.toContain('\n## Rubrik')
  })

  test.each(['=1+1', '+cmd', '-cmd', '@SUM(A1)', '\tx', '\rx', '＝1+1', '＋x', '－x', '＠x'])(
    'in CSV: %j is no formula',
    cell => {
      expect(written(csv, sheetOf([[cell, 1, 1]]))).toContain(`"'${cell}"`)
    },
  )

  test.each(['-5', '+46', '-3,5', 'a=b', '12'])('in CSV: %j stands as it is', cell => {
    expect(written(csv, sheetOf([[cell, 1, 1]]))).toContain(`"${cell}"`)
  })

  test('in JSON: nothing that a CI runner would obey, and the same text when it is read', () => {
    const output = written(json, sheetOf([['##[error]x', 1, 1]]))
    expect(output).not.toContain('##[')
    expect(JSON.parse(output).sheets[0].rows[0].name).toBe('##[error]x')
  })

  test('in text: nothing that a terminal or a CI runner would obey', () => {
    const output = written(text, sheetOf([['\u001b[2J:::error::x\u202e ##[group]', 1, 1]]))
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|::|##\[/)
  })

  test('whatever stands there, lines keep within the width and JSON gives it back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 5 }),
        fc.integer({ min: 40, max: 120 }),
        (names, columns) => {
          const sheet = sheetOf(
            names.map(name => [name, 1, 0.5]),
            names,
          )
          const output = written(text, sheet, 'documents', { ...SURFACE, columns })
          for (const line of output.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(columns)
          expect(
            JSON.parse(written(json, sheet)).sheets[0].rows.map(({ name }: { name: string }) => name),
          ).toEqual(names)
        },
      ),
    )
  })
})

describe('the web page', () => {
  const output = written(html, sheets[0] ?? sheetOf([]))

  test('says its language and title, and has a heading, caption and scope for every table', () => {
    expect(output).toMatch(/^<!doctype html>\n<html lang="sv">/)
    expect(output.match(/<h1>/g)?.length).toBe(1)
    const tables = output.match(/<table>/g)?.length
    expect(output.match(/<caption>/g)?.length).toBe(tables)
    expect(output.match(/<thead>\n<tr><th scope="col"/g)?.length).toBe(tables)
    const named = /<svg role="img"(?: aria-label="[^"]+"[^>]*>|[^>]*><title>[^<]+<\/title>)/g
    expect(output.match(/<svg/g)?.length).toBe(output.match(named)?.length)
  })

  test('fetches and runs nothing', () => {
    expect(output).toContain("default-src 'none'")
    expect(output).not.toMatch(/<script|<link|<img|<iframe|https?:\/\//)
  })
})

test('colour says nothing by itself: without it the text is the same', () => {
  const mark = (words: string): string => `\u001b[1m${words}\u001b[0m`
  const paint: Paint = {
    error: mark,
    warning: mark,
    note: mark,
    strong: mark,
    faint: mark,
    good: mark,
    link: mark,
  }
  for (const sheet of sheets) {
    const painted = written(text, sheet, 'documents', { ...SURFACE, paint })
    expect(painted.replace(/\u001b\[\dm/g, '')).toBe(written(text, sheet, 'documents'))
  }
})
