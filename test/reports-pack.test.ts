import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joined } from '../src/archive/joined.js'
import { loadArchive } from '../src/archive/load.js'
import { folderSource } from '../src/archive/source.js'
import type { Archive } from '../src/model/archive.js'
import type { Day } from '../src/model/day.js'
import type { Report, Scope } from '../src/model/report.js'
import type { Sheet, Table } from '../src/model/sheet.js'
import { report as compliance } from '../src/reports/compliance.js'
import { REPORTS } from '../src/reports/index.js'
import { report as plans } from '../src/reports/plans.js'
import { report as steering } from '../src/reports/steering.js'
import { realDisk } from '../src/system/disk.js'
import { archiveOfTexts, KINDS, ROOT } from './demonstration.js'
import { drawn, filesOf } from './drawn-archive.js'
import { drawnPlans, planFilesOf } from './drawn-plans.js'
import { cellOf, EVERYTHING, faultsOf, tableOf, yearScope } from './report-faults.js'

const SCOPES: readonly Scope[] = [EVERYTHING, yearScope(2024), yearScope(2023)]
const ALL = await Promise.all(REPORTS.map(({ load }) => load()))
const EXAMPLES = await loadArchive(
  folderSource(realDisk(), join(ROOT, 'examples')),
  KINDS,
  '2025-04-30' as Day,
)

/** The ids behind the figures of a table, every one as often as it stands there. */
const behind = ({ rows }: Table): readonly string[] =>
  rows.flatMap(({ documents = [] }) => documents).toSorted()

/** Every way to part a report, one and two at a time, shows each of these once. */
function expectParted({ parted }: Report, archive: Archive, scope: Scope, all: readonly string[]) {
  const ways = parted?.dimensions.map(({ name }) => name) ?? []
  for (const [index, one] of ways.entries()) {
    for (const by of [[one], [one, ways[(index + 2) % ways.length] ?? one]]) {
      const sheet = parted?.answer(archive, scope, by)
      if (sheet === undefined) throw new Error('Not parted.')
      expect(faultsOf(sheet, archive), by.join()).toEqual([])
      for (const table of sheet.tables) expect(behind(table), by.join()).toEqual(all)
    }
  }
}

/** A sheet as those see it who do not ask for the documents. */
const withoutDocuments = (sheet: Sheet): string =>
  JSON.stringify(sheet, (key, value) => (key === 'documents' ? undefined : value))

describe('plans', () => {
  test('totals are sums, every plan is in one row of each table, and nothing tells of a child', async () => {
    await fc.assert(
      fc.asyncProperty(drawnPlans, async each => {
        const archive = await archiveOfTexts(planFilesOf(each), '2024-12-20')
        for (const scope of [...SCOPES, { ...EVERYTHING, organisation: 'Ekmo kommun' }]) {
          const sheet = plans.answer(archive, scope)
          const all = behind(tableOf(sheet, 'forms'))
          expect(faultsOf(sheet, archive)).toEqual([])
          expect(sheet.sources.documents).toBe(all.length)
          for (const name of ['consents', 'meetings', 'follow-ups', 'organisations', 'times'])
            expect(behind(tableOf(sheet, name)), name).toEqual(all)
          expectParted(plans, archive, scope, all)
          expect(JSON.stringify(sheet)).not.toMatch(/HEMLIG|\bB-|SAM-/)
          expect(withoutDocuments(sheet)).not.toMatch(/GP-/)
        }
        const counted = [2022, 2023, 2024].map(year => plans.answer(archive, yearScope(year)))
        const inYears = counted.reduce((sum, { sources }) => sum + (sources.documents ?? 0), 0)
        expect(inYears).toBe(plans.answer(archive, EVERYTHING).sources.documents)
      }),
      { numRuns: 30 },
    )
  })

  test('a consent is to be of the same child, at the time, and not withdrawn', async () => {
    const plan = (id: string, fields: string) => ({
      [`planer/2024/gp-2024-${id}.md`]: `---\nid: GP-2024-${id}\ntyp: genomförandeplan\nstatus: gällande\nupprättad: 2024-03-01\nbarn: B-aaaa\n${fields}\n---\n`,
    })
    const consent = (id: string, fields: string) => ({
      [`samtycken/2024/sam-2024-${id}.md`]: `---\nid: SAM-2024-${id}\ntyp: samtycke\nstatus: gällande\n${fields}\n---\n`,
    })
    const files = {
      ...plan('p001', 'samtycke: SAM-2024-good'),
      ...plan('p002', 'samtycke: SAM-2024-othr'),
      ...plan('p003', 'samtycke: SAM-2024-late'),
      ...plan('p004', 'samtycke: SAM-2024-back'),
      ...plan('p005', 'samtycke: SAM-2024-none'),
      ...plan('p006', ''),
      ...plan('p007', 'samtycke: SAM-2024-shrt'),
      ...consent('good', 'barn: B-aaaa\nfrån: 2024-02-20\ntill: 2025-02-20'),
      ...consent('othr', 'barn: B-bbbb\nfrån: 2024-02-20'),
      ...consent('late', 'barn: B-aaaa\nfrån: 2024-03-02'),
      ...consent('back', 'barn: B-aaaa\nfrån: 2024-02-20\nåterkallat: 2024-04-01'),
      ...consent('shrt', 'barn: B-aaaa\nfrån: 2024-02-20\ntill: 2024-05-01'),
    }
    const table = tableOf(plans.answer(await archiveOfTexts(files), EVERYTHING), 'consents')
    expect(Object.fromEntries(table.rows.map(({ cells, documents }) => [cells[0], documents]))).toEqual({
      valid: ['GP-2024-p001'],
      expired: ['GP-2024-p003', 'GP-2024-p007'],
      withdrawn: ['GP-2024-p004'],
      'other-child': ['GP-2024-p002'],
      'not-found': ['GP-2024-p005'],
      missing: ['GP-2024-p006'],
    })
  })
})

describe('compliance', () => {
  test('totals are sums, and what is judged is in time, late or missing', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async each => {
        const { files } = filesOf(each)
        const archive = await archiveOfTexts(files, '2024-12-20')
        for (const scope of [...SCOPES, yearScope(2024, 'demo')]) {
          const sheet = compliance.answer(archive, scope)
          const table = tableOf(sheet, 'requirements')
          const all = behind(table)
          expect(faultsOf(sheet, archive)).toEqual([])
          expect(behind(tableOf(sheet, 'groups'))).toEqual(all)
          for (const row of table.rows) {
            const [judged, ...outcomes] = ['count', 'kept', 'late', 'missing'].map(key =>
              Number(cellOf(table, row, key)),
            )
            expect(outcomes.reduce((sum, number) => sum + number, 0)).toBe(judged)
          }
          expectParted(compliance, archive, scope, all)
          expect(JSON.stringify(sheet)).not.toContain('HEMLIG')
        }
      }),
      { numRuns: 20 },
    )
  })

  test('of two archives each answers for its own groups', async () => {
    const demonstration = await loadArchive(
      folderSource(realDisk(), join(ROOT, 'templates/demonstration')),
      KINDS,
      '2025-04-30' as Day,
    )
    const judged = (archive: Archive) =>
      Number(tableOf(compliance.answer(archive, yearScope(2024)), 'groups').totals?.[1])
    expect(judged(joined([EXAMPLES, demonstration]))).toBe(judged(EXAMPLES) + judged(demonstration))
  })
})

describe('the steering group’s pack', () => {
  const subjects = ALL.filter(({ name }) => name !== 'steering' && name !== 'wheel')

  test('takes up every report, each with the tables that it names, and the same figures', () => {
    const { chapters = [] } = steering.answer(EXAMPLES, yearScope(2024), ALL)
    expect(chapters).toHaveLength(subjects.length + 1)
    for (const report of subjects) {
      const answer = report.answer(EXAMPLES, yearScope(2024))
      const chapter = chapters.find(({ title }) => title.sv === answer.title.sv)
      const part = report.inSteeringPack
      if (part !== undefined && part !== 'never')
        expect(chapter?.tables.map(({ name }) => name)).toEqual(part.tables)
      for (const table of chapter?.tables ?? []) {
        const own = tableOf(answer, table.name)
        expect(table.rows.map(({ cells }) => cells)).toEqual(own.rows.map(({ cells }) => cells))
        expect(table.totals).toEqual(own.totals)
      }
    }
  })

  test('takes up a report that says nothing of it, with its tables of totals', () => {
    const { inSteeringPack: _, ...silent } = compliance
    const { chapters = [] } = steering.answer(EXAMPLES, yearScope(2024), [{ ...silent, name: 'new' }])
    expect(chapters.map(({ tables }) => tables.map(({ name }) => name))).toEqual([
      ['requirements', 'groups'],
      [],
    ])
  })

  test('has as many documents behind a figure as the figure says, or none that may be told', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, drawnPlans, async (one, other) => {
        const files = { ...filesOf(one).files, ...planFilesOf(other) }
        const archive = await archiveOfTexts(files, '2024-12-20')
        for (const scope of SCOPES) {
          const pack = steering.answer(archive, scope, ALL)
          for (const table of [...pack.tables, ...(pack.chapters ?? []).flatMap(({ tables }) => tables)]) {
            for (const row of table.rows) {
              const count = cellOf(table, row, 'count')
              if (row.documents !== undefined && typeof count === 'number')
                expect(row.documents.length, table.name).toBe(count)
            }
          }
          expect(JSON.stringify(pack)).not.toMatch(/HEMLIG|\bB-[a-z0-9]{4}\b|SAM-20|GP-20|gp-20/)
        }
      }),
      { numRuns: 10 },
    )
  })
})
