import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { plannedRows } from '../src/archive/import-plan.js'
import { withColumns } from '../src/archive/import-settings.js'
import { sheetsIn } from '../src/exchange/table-in.js'
import type { Archive } from '../src/model/archive.js'
import { listIn } from '../src/model/import-choice.js'
import { mappingGiven } from '../src/model/import-columns.js'
import { personalIn } from '../src/model/import-personal.js'
import type { SourceSheet } from '../src/model/import-table.js'
import { paragraphsOf } from '../src/model/import-text.js'
import { dayWritten } from '../src/model/import-value.js'
import { bodyOf } from '../src/parse/body.js'
import { readMarkdown } from '../src/parse/markdown.js'
import { archiveOfTexts, DEMONSTRATION, KINDS } from './demonstration.js'

const HEADINGS = [
  'Nr',
  'Händelsedatum',
  'Rapporterad',
  'Från',
  'Berör',
  'Område',
  'Typ',
  'Status',
  'Titel',
  'Beskrivning',
  'Förslag',
  'Chef',
  'Åtgärd',
  'Ansvarig',
  'Senast',
  'Verksamhet',
  'Allvarlighet',
  'Barn',
  'Grupp',
  'Intern kolumn',
]
const GIVEN = mappingGiven(['Intern kolumn=-'])

/** What a list becomes in an archive; ids count upwards. */
function planned(archive: Archive, sheet: SourceSheet, start = 0) {
  const { table, mapping } = listIn([sheet], undefined, GIVEN, new Map())
  let next = start
  const fates = plannedRows({
    archive,
    kind: KINDS.kinds.get('avvikelse') ?? expect.fail(),
    common: KINDS.common,
    table,
    columns: mapping.columns,
    file: 'lista.csv',
    randomPart: () =>
      (next++)
        .toString(32)
        .padStart(4, '0')
        .replaceAll('i', 'w')
        .replaceAll('l', 'x')
        .replaceAll('o', 'y')
        .replaceAll('u', 'z'),
  })
  return { table, fates }
}

const CELL = fc.oneof(
  fc.constant(''),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
  fc.constantFrom(
    '2024-03-01',
    '22/3',
    '240311',
    '31 maj 2024',
    '45292',
    'i våras',
    'Ekmo',
    'BUP',
    'Ekmo, polisen',
    'okänd part',
    'Klar',
    'rapporterad',
    'remiss',
    'överlämning',
    '-',
    'nej',
    '1',
    '4 (stor)',
    'B-7k3f',
    'demo',
    'Fia Gran',
    '# rubrik',
    '- [ ] uppgift',
    '---\nid: X',
    ':::sekretess',
    '<script>',
    '=1+1',
    '| a | b |',
    '```',
    '[x](http://y)',
    'Eleven Lisa kom inte',
    '20140315-2384',
    '{{titel}}',
    'a: b',
    '&#35;',
  ),
)

describe('a list is taken in without loss', () => {
  test('every row has one fate, and a second time nothing is new', async () => {
    const archive = await archiveOfTexts(DEMONSTRATION)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(CELL, { minLength: HEADINGS.length, maxLength: HEADINGS.length }), {
          maxLength: 8,
        }),
        async body => {
          const rows = [HEADINGS, ...body, ...body.slice(0, 2)]
          const sheet = { name: 'lista.csv', rows }
          const { fates } = planned(archive, sheet)
          const filled = rows
            .slice(1)
            .flatMap((cells, index) => (cells.some(cell => cell.trim() !== '') ? [index + 2] : []))
          expect(fates.map(({ number }) => number)).toEqual(filled)
          const made = fates.flatMap(fate => ('text' in fate ? [fate] : []))
          expect(new Set(made.map(({ id }) => id.toLowerCase())).size).toBe(made.length)
          const after = await archiveOfTexts({
            ...DEMONSTRATION,
            ...Object.fromEntries(made.map(({ path, text }) => [path, text])),
          })
          const again = planned(after, sheet, 5_000).fates
          expect(again.filter(fate => 'text' in fate)).toEqual([])
          expect(again.filter(({ is }) => is === 'left').length).toBe(
            fates.filter(({ is }) => is === 'left').length,
          )
          for (const { path, id, text } of made) {
            const document = after.byPath(path) ?? expect.fail()
            expect([document.id, document.unreadable, document.faults.map(({ name }) => name)], text).toEqual(
              [id, false, []],
            )
            expect(
              after.fieldFaults(document).filter(({ problem }) => problem !== 'missing'),
              text,
            ).toEqual([])
            expect(
              document.body.sections.map(({ title }) => title).filter(title => !SECTIONS.has(title)),
              text,
            ).toEqual([])
          }
        },
      ),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    )
  })

  const SECTIONS = new Set(KINDS.kinds.get('avvikelse')?.sections.map(({ title }) => title))

  test('text is text, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom(
            '* a\n* b',
            '1. x',
            '    kod',
            'a\n===',
            '![x](y)',
            '[x](y)',
            '[x]: http://y',
            '<http://y>',
            'a@b.se',
            'www.x.se',
            'att-sats\n\tx',
            '<!-- x',
            '~~~',
          ),
        ),
        text => {
          const paragraphs = paragraphsOf(text)
          const body = bodyOf(readMarkdown(paragraphs.join('\n\n'), 1))
          expect(body.headings).toEqual([])
          expect(body.links).toEqual([])
          expect(body.actions).toEqual([])
        },
      ),
      { numRuns: 600 },
    )
  })
})

describe('what a workbook may be', () => {
  test('one that swells is refused before it is unpacked', async () => {
    await expect(
      sheetsIn(zipOf({ 'xl/workbook.xml': Buffer.alloc(200_000_000, 32) }), 'bomb.xlsx'),
    ).rejects.toThrow(/too large/)
  })

  test('one with a cell far out, a declaration of its own or a wrong size is refused', async () => {
    const sheet = (cell: string) =>
      Buffer.from(`<worksheet><sheetData><row r="1">${cell}</row></sheetData></worksheet>`)
    for (const cell of ['<c r="XFD1048576"><v>1</v></c>', "<c t='s>' r='A1048576'/>", '<c r="&#65;1"/>'])
      await expect(
        sheetsIn(zipOf({ 'xl/worksheets/sheet1.xml': sheet(cell) }), 'x.xlsx'),
        cell,
      ).rejects.toThrow()
    await expect(
      sheetsIn(zipOf({ 'xl/workbook.xml': Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x/>') }), 'x.xlsx'),
    ).rejects.toThrow()
    await expect(
      sheetsIn(zipOf({ 'xl/a.png': Buffer.from('abc') }, 4_000_000_000), 'x.xlsx'),
    ).rejects.toThrow()
    await expect(sheetsIn(Buffer.from('PK\u0003\u0004 and nothing more'), 'x.xlsx')).rejects.toThrow()
  })

  test('a large one is read: 9,000 rows', async () => {
    const rows = Array.from({ length: 9_000 }, (_, row) =>
      ['2024-01-02', 'Ekmo', `Text ${row} ${Math.sin(row)}`].map(value => ({ value, type: String })),
    )
    const bytes = await writeXlsxFile(rows).toBuffer()
    const [sheet] = await sheetsIn(bytes, 'x.xlsx')
    expect(sheet?.rows.length).toBe(9_000)
    expect(sheet?.rows.at(-1)?.[1]).toBe('Ekmo')
  })
})

describe('a text with separators', () => {
  const TEXT = 'Händelsedatum;Från;Beskrivning\r\n2024-01-02;Ekmo;"Två rader\nmed ; i och åäö"\r\n'
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['Windows-1252', Buffer.from(TEXT, 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['commas', Buffer.from(TEXT.replaceAll(';', ','))],
    ['tabs', Buffer.from(TEXT.replaceAll(';', '\t'))],
  ])('in %s', async (_, bytes) => {
    const [sheet] = await sheetsIn(bytes, 'x.csv')
    expect(sheet?.rows[0]).toEqual(['Händelsedatum', 'Från', 'Beskrivning'])
    expect(sheet?.rows[1]?.[2]).toMatch(/^Två rader\nmed . i och åäö$/)
  })
})

test.each([
  ['2024-05-31', '2024-05-31'],
  ['240531', '2024-05-31'],
  ['31/5 2024', '2024-05-31'],
  ['31.5.2024', '2024-05-31'],
  ['2024-05-31 00:00:00', '2024-05-31'],
  ['fredag den 31 maj', '2024-05-31'],
  ['45443', '2024-05-31'],
  ['maj 2024', undefined],
  ['31 juni 2024', undefined],
])('the day in a cell: %s', (written, day) => expect(dayWritten(written, 2024)).toBe(day))

test.each([
  ['Eleven Lisa kom inte.', true],
  ['Lisas mamma ringde.', true],
  ['Ali (12 år) flyttade.', true],
  ['Född 20140315-2384.', true],
  ['Personnummer 140315-XXXX', true],
  ['Eleven BUP hade remitterat kom inte.', false],
  ['Barnet Region Valland hade ansvar för väntade.', false],
  ['Skolan ringde BUP tre gånger.', false],
  ['Organisationsnummer 212000-0142, dnr 2024/12345.', false],
])('who somebody is: %s', (text, found) => expect(personalIn(text) !== undefined).toBe(found))

test('what is remembered changes nothing else in samverkan.yaml', () => {
  const before =
    '\ufeff# Först\r\nversion: 1\r\nnamn: X # kvar\r\nimportkolumner:\r\n  - {kolumn: A, fält: titel}\r\n'
  const after = withColumns(before, [
    { heading: 'Vad: hände', name: 'beskrivning' },
    { heading: 'a', name: '-' },
  ])
  expect(after).toBe(
    '\ufeff# Först\r\nversion: 1\r\nnamn: X # kvar\r\nimportkolumner:\r\n  - {kolumn: "Vad: hände", fält: beskrivning}\r\n  - {kolumn: a, fält: "-"}\r\n',
  )
  expect(withColumns('version: 1', [{ heading: 'A', name: 'titel' }])).toBe(
    'version: 1\nimportkolumner:\n  - {kolumn: A, fält: titel}\n',
  )
})

/** A zip of some files; `size` is what it says of the unpacked size, where that is to be untrue. */
function zipOf(files: Readonly<Record<string, Buffer>>, size?: number): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const data = deflateRawSync(content)
    const fixed = Buffer.alloc(26)
    fixed.writeUInt16LE(20, 0)
    fixed.writeUInt16LE(8, 4)
    fixed.writeUInt32LE(data.length, 14)
    fixed.writeUInt32LE(size ?? content.length, 18)
    fixed.writeUInt16LE(name.length, 22)
    const whole = Buffer.concat([Buffer.from('PK\u0003\u0004'), fixed, Buffer.from(name), data])
    const entry = Buffer.alloc(46)
    entry.write('PK\u0001\u0002', 0, 'latin1')
    fixed.copy(entry, 6)
    entry.writeUInt32LE(at, 42)
    local.push(whole)
    central.push(entry, Buffer.from(name))
    at += whole.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(Buffer.concat(central).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, ...central, end])
}
