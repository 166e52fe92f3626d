import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadArchive } from '../src/archive/load.js'
import { folderSource } from '../src/archive/source.js'
import type { Day } from '../src/model/day.js'
import type { Report, Scope } from '../src/model/report.js'
import type { Cell, Table } from '../src/model/sheet.js'
import { report as actions } from '../src/reports/actions.js'
import { report as attendance } from '../src/reports/attendance.js'
import { report as decisions } from '../src/reports/decisions.js'
import { report as deviations } from '../src/reports/deviations.js'
import { report as matters } from '../src/reports/matters.js'
import { realDisk } from '../src/system/disk.js'
import { archiveOfTexts, DEMONSTRATION, KINDS, ROOT } from './demonstration.js'
import { cellOf, EVERYTHING, faultsOf, tableOf, yearScope } from './report-faults.js'

const REAL = join(ROOT, '../shared/real-archive')
/** A table of two columns as a record: the first cell of each row, and its figure. */
const figures = (table: Table, key = 'count'): Record<string, Cell> =>
  Object.fromEntries(table.rows.map(row => [row.cells[0] ?? 'anges inte', cellOf(table, row, key)]))

if (!existsSync(REAL)) {
  test('the real archive was left out: ../shared/real-archive is not there', () =>
    expect(existsSync(REAL)).toBe(false))
} else {
  describe('the real archive', async () => {
    const archive = await loadArchive(folderSource(realDisk(), REAL), KINDS, '2025-01-01' as Day)
    const truth = JSON.parse(readFileSync(join(REAL, 'expected.json'), 'utf8')).reports[
      'deviations --year 2024'
    ]
    const sheet = deviations.answer(archive, yearScope(2024))

    test('every deviation has its row', () => {
      const table = tableOf(sheet, 'deviations')
      const rows = table.rows.map(row => ({
        id: cellOf(table, row, 'id') ?? null,
        titel: cellOf(table, row, 'title') ?? null,
        ursprung: cellOf(table, row, 'origin') ?? null,
        status: cellOf(table, row, 'status') ?? null,
        område: cellOf(table, row, 'area') ?? null,
        typ_av_avvikelse: cellOf(table, row, 'type') ?? null,
        från: cellOf(table, row, 'from') ?? null,
        berör: [cellOf(table, row, 'concerns') ?? []].flat(),
        grupp: cellOf(table, row, 'group') ?? null,
        löses: cellOf(table, row, 'solved') ?? null,
        rapporterad: cellOf(table, row, 'reported') ?? null,
        chefskontakt: cellOf(table, row, 'contact') ?? null,
        återkopplad: cellOf(table, row, 'answered') ?? null,
        dagar_till_återkoppling: cellOf(table, row, 'days_to_answer') ?? null,
        förslag_till_åtgärder: cellOf(table, row, 'proposal') === 'yes',
        behandlas_i: [cellOf(table, row, 'handled_at') ?? []].flat(),
      }))
      const byId = (a: { id: unknown }, b: { id: unknown }) => String(a.id).localeCompare(String(b.id))
      const wanted = truth.rows.map(({ verksamhet, mottagen, ...row }: Record<string, unknown>) => row)
      expect(rows.sort(byId)).toEqual(wanted.sort(byId))
    })

    test('the figures are those of the documents', () => {
      const process = tableOf(sheet, 'process')
      const figure = (key: string) => process.rows.find(({ cells }) => cells[0] === key)?.cells.slice(1, 3)
      expect({
        alla: tableOf(sheet, 'overview').totals?.[1],
        ...figures(tableOf(sheet, 'overview')),
        per_status: figures(tableOf(sheet, 'status')),
        per_område: figures(tableOf(sheet, 'area')),
        per_grupp: figures(tableOf(sheet, 'group')),
        per_från: figures(tableOf(sheet, 'from')),
        löst_lokalt: figures(tableOf(sheet, 'solved')).lokalt,
        med_chefskontakt: figure('contact-before'),
        med_förslag: figure('proposal'),
        återkopplade: figure('answered'),
        inom_fristen: figure('answered-in-time'),
        mellan_kommuner: figure('between-municipalities')?.[0],
        månader: figures(tableOf(sheet, 'meetings')),
        median: tableOf(sheet, 'days').rows.map(({ cells }) => cells[2]),
      }).toEqual({
        alla: truth.totals.alla,
        inkommen: truth.totals.inkomna,
        observerad: truth.totals.observerade,
        per_status: truth.totals.per_status,
        per_område: truth.totals.per_område,
        per_grupp: truth.totals.per_grupp,
        per_från: truth.totals.per_från,
        löst_lokalt: truth.totals.löst_lokalt,
        med_chefskontakt: [truth.totals.med_chefskontakt, 4],
        med_förslag: [truth.totals.med_förslag, 4],
        återkopplade: [truth.totals.återkopplade, 4],
        inom_fristen: [undefined, 0],
        mellan_kommuner: truth.totals.mellan_kommuner,
        månader: { '2024-05': 1, '2024-09': 7 },
        median: [undefined, undefined, undefined],
      })
      expect(sheet.sources).toEqual({ documents: 8, unreadable: [] })
    })

    test('the year before is not known, which is not 0', () => {
      expect(tableOf(sheet, 'overview').totals).toEqual([undefined, 8, undefined, undefined])
    })

    test('a deviation without a group belongs to the group that dealt with it', () => {
      const local = deviations.answer(archive, yearScope(2024, 'lansgrupp'))
      expect(tableOf(local, 'deviations').rows.map(({ cells }) => cells[0])).toEqual(['AVV-2024-k6fd'])
      expect(tableOf(local, 'overview').notes?.at(-1)?.sv).toContain('har 7 egna')
    })

    test('actions: 25 open, 4 of them late, 7 without an owner', () => {
      const found = actions.answer(archive, EVERYTHING)
      expect(figures(tableOf(found, 'states'))).toEqual({
        overdue: 4,
        'due-later': 0,
        undated: 21,
        done: 0,
        carried: 0,
      })
      expect(figures(tableOf(found, 'owners'))['anges inte']).toBe(7)
      expect(figures(tableOf(found, 'groups'))).toEqual({ karlskrona: 8, lansgrupp: 12, orebro: 5 })
    })

    test('decisions: 15 of the protocol, 1 in the prose of the minutes', () => {
      expect(figures(tableOf(decisions.answer(archive, EVERYTHING), 'groups'))).toEqual({
        lansgrupp: 15,
        karlskrona: 1,
      })
    })

    test('attendance: the whole health care was missing, and each § had those whom the protocol says', () => {
      const { facts } = JSON.parse(readFileSync(join(REAL, 'expected.json'), 'utf8'))
      const wanted = facts.documents['PROT-lansgrupp-2024-05-31']
      const found = attendance.answer(archive, { ...EVERYTHING, group: 'lansgrupp' })
      expect(figures(tableOf(found, 'meetings'), 'there')).toEqual({
        'PROT-lansgrupp-2024-05-31': wanted.present.length,
      })
      expect(figures(tableOf(found, 'overview'))['absent']).toBe(wanted.absent.length)
      const { rows } = tableOf(found, 'items')
      expect(
        Object.fromEntries(rows.map(({ cells }) => [String(cells[0]).split(' § ')[1], cells[1]])),
      ).toEqual(wanted.present_by_paragraph)
      const missing = String(tableOf(found, 'unheard').rows[0]?.cells[1])
      for (const care of [
        'Primärvård',
        'Habilitering',
        'Barn- och ungdomskliniken',
        'barnhälsovård',
        'mödrahälsovård',
        'Allmäntandvården',
      ])
        expect(missing).toContain(care)
    })

    test('matters: all five are open where they were taken up, and Backa Barnet is forgotten', () => {
      const { facts } = JSON.parse(readFileSync(join(REAL, 'expected.json'), 'utf8'))
      const table = tableOf(matters.answer(archive, EVERYTHING), 'matters')
      const handled = table.rows.map(row => [
        row.cells[0],
        [cellOf(table, row, 'handled_at') ?? []].flat().join().split(', '),
      ])
      const wanted = Object.entries<{ behandlas_i: string[] }>(facts.matters).map(([id, { behandlas_i }]) => [
        id,
        behandlas_i,
      ])
      expect(Object.fromEntries(handled)).toEqual(Object.fromEntries(wanted))
      expect(table.rows.map(({ cells }) => cells.slice(0, 3))[0]).toEqual([
        'ARE-2024-3m7q',
        'Backa Barnet',
        'forgotten',
      ])
    })

    test.each(
      [deviations, decisions, actions, attendance, matters].map(report => [report.name, report] as const),
    )('%s adds up', (_, report) => {
      for (const scope of [EVERYTHING, yearScope(2024), yearScope(2023), yearScope(2024, 'karlskrona')]) {
        expect(faultsOf(report.answer(archive, scope), archive)).toEqual([])
      }
    })
  })
}

const day = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const PARTIES = ['Ekmo kommun', 'Tallhammar', 'BUP', 'skolan', 'polisen', 'den andra kommunen', '=cmd|x']

const deviation = fc.record({
  year: fc.constantFrom(2022, 2023, 2024),
  typ: fc.constantFrom('avvikelse', 'avvikelse', 'avvikelse', 'avvikelse', 'avikelse'),
  status: maybe(
    fc.constantFrom('observerad', 'rapporterad', 'mottagen', 'återkopplad', 'avslutad', 'påhittad'),
  ),
  ursprung: maybe(fc.constantFrom('inkommen', 'observerad', 'annat')),
  händelsedatum: maybe(day),
  rapporterad: maybe(day),
  mottagen: maybe(day),
  chefskontakt: maybe(day),
  återkopplad: maybe(day),
  avslutad: maybe(day),
  från: maybe(fc.constantFrom(...PARTIES)),
  berör: fc.uniqueArray(fc.constantFrom(...PARTIES), { maxLength: 3 }),
  område: maybe(fc.constantFrom('överlämning', 'posthantering', 'övrigt')),
  löses: maybe(fc.constantFrom('lokalt', 'systemfel')),
  grupp: maybe(fc.constantFrom('demo', 'demolag', 'ingen-sådan')),
  handled: maybe(
    fc.constantFrom('PROT-demo-2024-05-23 § 3', 'MA-demolag-2024-04-18', 'PROT-demo-2023-11-02 § 8'),
  ),
  measures: fc.array(fc.record({ senast: maybe(day), klar: maybe(day) }), { maxLength: 3 }),
  proposal: fc.constantFrom('## Förslag till åtgärder\n\nEn checklista.\n', '## Förslag till åtgärder\n', ''),
})

/** A deviation as the text of a file. */
function textOfDeviation(
  id: string,
  {
    typ,
    berör,
    handled,
    measures,
    proposal,
    year,
    ...fields
  }: typeof deviation extends fc.Arbitrary<infer Value> ? Value : never,
): string {
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: "${value}"`],
  )
  return [
    '---',
    `id: ${id}`,
    `typ: ${typ}`,
    'titel: En titel',
    ...lines,
    `berör: ${JSON.stringify(berör)}`,
    ...(measures.length === 0
      ? []
      : [`åtgärder: ${JSON.stringify(measures.map(each => ({ vad: 'HEMLIGT', ...each })))}`]),
    ...(handled === undefined ? [] : [`länkar: {behandlas_i: ["${handled}"]}`]),
    '---',
    '',
    '# En titel',
    '',
    '## Beskrivning',
    '',
    'HEMLIGT',
    '',
    proposal,
  ].join('\n')
}

describe('any deviations', () => {
  test('totals are sums, figures have their documents, and every deviation stands in one row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deviation, { maxLength: 12 }), async drawn => {
        const texts = drawn.map((each, index) => {
          const id = `AVV-${each.year}-a${String(index).padStart(3, '0')}`
          return [`avvikelser/${each.year}/${id.toLowerCase()}.md`, textOfDeviation(id, each)] as const
        })
        const archive = await archiveOfTexts({ ...DEMONSTRATION, ...Object.fromEntries(texts) }, '2024-12-31')
        const misspelt = texts.filter((_, index) => drawn[index]?.typ === 'avikelse').map(([path]) => path)
        for (const scope of [EVERYTHING, yearScope(2024), yearScope(2023), yearScope(2024, 'demo')]) {
          const sheet = deviations.answer(archive, scope)
          expect(faultsOf(sheet, archive)).toEqual([])
          const all = tableOf(sheet, 'deviations')
            .rows.flatMap(({ documents = [] }) => documents)
            .sort()
          for (const name of ['overview', 'status', 'from', 'between', 'area', 'type', 'group', 'solved']) {
            expect(
              tableOf(sheet, name)
                .rows.flatMap(({ documents = [] }) => documents)
                .sort(),
              name,
            ).toEqual(all)
          }
          const ways = deviations.parted?.dimensions.map(({ name }) => name) ?? []
          for (const [index, one] of ways.entries()) {
            const other = ways[(index + 3) % ways.length] ?? one
            for (const by of [[one], [one, other]]) {
              const parted = deviations.parted?.answer(archive, scope, by)
              if (parted === undefined) throw new Error('Not parted.')
              expect(faultsOf(parted, archive)).toEqual([])
              for (const { rows, totals = [] } of parted.tables) {
                expect(rows.flatMap(({ documents = [] }) => documents).sort()).toEqual(all)
                if (parted.tables.length > 1) expect(totals.at(-1)).toBe(all.length)
              }
            }
          }
          expect(sheet.sources.documents).toBe(all.length)
          expect([...sheet.sources.unreadable].sort()).toEqual([...misspelt].sort())
          expect(JSON.stringify(sheet)).not.toContain('HEMLIGT')
        }
        const years = [2022, 2023, 2024].map(
          year => deviations.answer(archive, yearScope(year)).sources.documents ?? 0,
        )
        expect(years.reduce((a, b) => a + b, 0)).toBe(
          deviations.answer(archive, EVERYTHING).sources.documents,
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('what a steering group is told', async () => {
  const one = (id: string, fields: string, proposal = '') =>
    [
      `avvikelser/2024/${id}.md`,
      `---\nid: ${id.replace('avv', 'AVV')}\ntyp: avvikelse\ntitel: T\n${fields}\n---\n\n# T\n\n${proposal}`,
    ] as const
  const archive = await archiveOfTexts(
    {
      ...DEMONSTRATION,
      ...Object.fromEntries([
        one(
          'avv-2024-aaaa',
          'status: avslutad\nursprung: inkommen\nhändelsedatum: 2023-12-30\nrapporterad: 2024-01-02\nåterkopplad: 2024-01-12\nfrån: Ekmo grundskola\nberör: [Tallhammar]\ngrupp: demo',
        ),
        one(
          'avv-2024-bbbb',
          'status: mottagen\nursprung: inkommen\nrapporterad: 2024-02-01\nmottagen: 2024-02-05\nchefskontakt: 2024-02-05\nåterkopplad: 2024-04-11\nfrån: BUP\nberör: [Ekmo]\ngrupp: demo\nåtgärder: [{vad: a, senast: 2024-05-01}, {vad: b, klar: 2024-05-01}, {vad: c}]',
          '## Förslag till åtgärder\n\nEtt förslag.\n',
        ),
        one(
          'avv-2024-cccc',
          'status: mottagen\nursprung: inkommen\nrapporterad: 2024-03-01\nmottagen: 2024-03-02\nchefskontakt: 2024-06-01\nfrån: skolan\nberör: [BUP, Region Valland]\ngrupp: demo\nlänkar: {behandlas_i: ["PROT-demo-2024-05-23 § 3"]}',
        ),
      ]),
    },
    '2024-06-10',
  )
  const sheet = deviations.answer(archive, yearScope(2024, 'demo'))

  test('a deviation belongs to the year of its first date', () => {
    const ids = (year: number) =>
      tableOf(deviations.answer(archive, yearScope(year)), 'deviations').rows.map(({ cells }) => cells[0])
    expect(ids(2023)).toEqual(['AVV-2024-aaaa'])
    expect(ids(2024)).toEqual(['AVV-2024-bbbb', 'AVV-2024-c3d4', 'AVV-2024-cccc'])
  })

  test('the year before stands beside it, with the change', () => {
    expect(tableOf(sheet, 'overview').rows[0]?.cells).toEqual(['inkommen', 3, 1, 2])
  })

  test('units stand for their organisation, and direction matters', () => {
    expect(tableOf(sheet, 'between').rows.map(({ cells }) => cells)).toEqual([
      ['Ekmo kommun', 'Region Valland', 2, 0.6667, 0],
      ['Region Valland', 'Ekmo kommun', 1, 0.3333, 0],
      ['Ekmo kommun', 'Tallhammars kommun', 0, 0, 1],
    ])
  })

  test('answers, manager contact and proposals are counted of those that they can be asked of', () => {
    expect(tableOf(sheet, 'process').rows.map(({ cells }) => cells)).toEqual([
      ['answered', 1, 3, 0.3333],
      ['answered-in-time', 0, 3, 0],
      ['unanswered-late', 2, 3, 0.6667],
      ['contact-before', 1, 3, 0.3333],
      ['proposal', 2, 3, 0.6667],
      ['between-municipalities', 0, 3, 0],
    ])
    const earlier = deviations.answer(archive, yearScope(2023, 'demo'))
    expect(tableOf(earlier, 'process').rows.map(({ cells }) => cells.slice(0, 3))).toContainEqual([
      'between-municipalities',
      1,
      1,
    ])
  })

  test('days have a median, a longest and the number that they rest on', () => {
    expect(tableOf(sheet, 'days').rows.map(({ cells }) => cells)).toEqual([
      ['event-report', 1, 2, 2],
      ['report-answer', 1, 70, 70],
      ['report-closure', 0, undefined, undefined],
    ])
  })

  test('measures are decided, done, overdue, or without a date', () => {
    expect(figures(tableOf(sheet, 'measures'), 'measures')).toEqual({
      decided: 3,
      done: 1,
      overdue: 1,
      'in-time': 0,
      undated: 1,
    })
  })

  test('the parties of the group that have reported nothing are named', () => {
    const { rows } = tableOf(sheet, 'silent')
    expect(rows.map(({ cells }) => cells)).toEqual([['Polisen', 0, 0]])
    expect(sheet.summary.at(-1)?.sv).toBe('Polisen har inte rapporterat någon avvikelse.')
  })
})

describe('what comes back', async () => {
  const files = [
    ['aaaa', 'Ekmo grundskola', '[BUP]', 'lokalt', 'överlämning'],
    ['bbbb', 'BUP', '[Ekmo kommun, Polisen]', 'systemfel', 'överlämning'],
    ['cccc', 'Ekmo kommun', '[Region Valland]', 'systemfel', 'överlämning'],
    ['dddd', 'Ekmo kommun', '[Region Valland]', 'lokalt', 'posthantering'],
  ].map(([name, from, concerns, solved, area]) => [
    `avvikelser/2024/avv-2024-${name}.md`,
    `---\nid: AVV-2024-${name}\ntyp: avvikelse\ntitel: T\nstatus: mottagen\nrapporterad: 2024-03-01\nfrån: ${from}\nberör: ${concerns}\nlöses: ${solved}\nområde: ${area}\n---\n\n# T\n`,
  ])
  const archive = await archiveOfTexts({ ...DEMONSTRATION, ...Object.fromEntries(files) }, '2024-12-31')
  const sheet = deviations.answer(archive, EVERYTHING)

  test('three of one area between the same two, whichever reported, are proposed as a fault of the system', () => {
    expect(tableOf(sheet, 'patterns').rows).toEqual([
      {
        cells: ['överlämning', 'Ekmo kommun – Region Valland', 3, 2, 'propose'],
        documents: ['AVV-2024-aaaa', 'AVV-2024-bbbb', 'AVV-2024-cccc'],
      },
    ])
    expect(sheet.summary.map(({ sv }) => sv)).toContain(
      'Överlämning mellan Ekmo kommun och Region Valland kommer tillbaka (AVV-2024-aaaa, AVV-2024-bbbb, AVV-2024-cccc): föreslås som systemfel.',
    )
  })
})

describe('what a report leaves out it names', () => {
  const of = async (files: Record<string, string>, report: Report, scope = EVERYTHING) =>
    report.answer(await archiveOfTexts({ ...DEMONSTRATION, ...files }, '2024-12-31'), scope)

  test('a file that cannot be read', async () => {
    const sheet = await of({ 'avvikelser/2024/avv-2024-trasig.md': '---\nid: [\n---\n' }, deviations)
    expect(sheet.sources.unreadable).toEqual(['avvikelser/2024/avv-2024-trasig.md'])
    expect(sheet.sources.documents).toBe(1)
  })

  test('a deviation of which only the year is known, in a report on half the year', async () => {
    const scope: Scope = { ...EVERYTHING, period: { from: '2024-01-01' as Day, to: '2024-06-30' as Day } }
    const undated =
      '---\nid: AVV-2024-zzzz\ntyp: avvikelse\ntitel: Utan datum\nstatus: mottagen\n---\n\n# Utan datum\n'
    const sheet = await of({ 'avvikelser/2024/avv-2024-zzzz.md': undated }, deviations, scope)
    expect(sheet.sources.documents).toBe(1)
    expect(
      tableOf(sheet, 'overview')
        .notes?.map(({ sv }) => sv)
        .join(),
    ).toContain('AVV-2024-zzzz')
  })

  test('what may not be repeated is marked, not shown', async () => {
    const closed = [
      '---\nid: PROT-demo-2024-06-20\ntyp: protokoll\ntitel: Möte\nstatus: utkast\nsekretess: öppen\ngrupp: demo\ndatum: 2024-06-20\n---\n',
      '# Möte\n',
      '## § 1 Ett barn\n\n*Sekretess: OSL 26:1*\n',
      '### Gruppen beslutar\n\n**att** HEMLIGT\n\n- [ ] HEMLIGT: göra något HEMLIGT (senast 2024-07-01)\n',
      '## § 2 Resten\n\n### Gruppen beslutar\n\n**att** ta informationen till protokollet\n',
    ].join('\n')
    const files = { 'moten/demo/2024/2024-06-20-protokoll.md': closed }
    const [log, open] = [await of(files, decisions), await of(files, actions)]
    const texts = tableOf(log, 'decisions').rows.filter(({ cells }) =>
      String(cells[0]).startsWith('PROT-demo-2024-06-20'),
    )
    expect(texts.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['PROT-demo-2024-06-20 § 1:1', undefined],
      ['PROT-demo-2024-06-20 § 2:1', 'ta informationen till protokollet'],
    ])
    expect(
      tableOf(open, 'open')
        .rows.find(({ cells }) => cells[0] === 'PROT-demo-2024-06-20 § 1 u1')
        ?.cells.slice(1),
    ).toEqual(['left-out', undefined, '2024-07-01', 183])
    expect(JSON.stringify([log, open])).not.toContain('HEMLIGT')
  })

  test('an action that is given again is counted once, where it was last given', async () => {
    const minutes = (date: string) =>
      `---\nid: MA-demo-${date}\ntyp: mötesanteckningar\ntitel: Möte\nstatus: utkast\nsekretess: öppen\ngrupp: demo\ndatum: ${date}\n---\n\n# Möte\n\n## 1. Punkt\n\n- [ ] Alva Ask: ringa runt (senast nästa möte)\n`
    const sheet = await of(
      {
        'moten/demo/2024/2024-08-01-anteckningar.md': minutes('2024-08-01'),
        'moten/demo/2024/2024-09-01-anteckningar.md': minutes('2024-09-01'),
      },
      actions,
      { ...EVERYTHING, period: { from: '2024-08-01' as Day, to: '2024-12-31' as Day } },
    )
    expect(figures(tableOf(sheet, 'states'))).toEqual({
      overdue: 0,
      'due-later': 0,
      undated: 1,
      done: 0,
      carried: 1,
    })
  })
})
