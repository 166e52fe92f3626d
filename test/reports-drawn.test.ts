import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joined } from '../src/archive/joined.js'
import type { Archive } from '../src/model/archive.js'
import { recordsAsked } from '../src/model/records-asked.js'
import type { Report, Scope } from '../src/model/report.js'
import type { Sheet, Table } from '../src/model/sheet.js'
import { report as actions } from '../src/reports/actions.js'
import { report as attendance } from '../src/reports/attendance.js'
import { report as decisions } from '../src/reports/decisions.js'
import { report as matters } from '../src/reports/matters.js'
import { archiveOfTexts } from './demonstration.js'
import { drawn, filesOf } from './drawn-archive.js'
import { cellOf, EVERYTHING, faultsOf, tableOf, yearScope } from './report-faults.js'

const TODAY = '2024-12-20'
const SCOPES: readonly Scope[] = [
  EVERYTHING,
  yearScope(2024),
  yearScope(2023),
  yearScope(2024, 'drawn'),
  { ...EVERYTHING, organisation: 'Region Valland' },
]

/** The ids and addresses behind the figures of a table, every one as often as it stands there. */
const behind = ({ rows }: Table): readonly string[] =>
  rows.flatMap(({ documents = [] }) => documents).toSorted()

const total = (table: Table, key: string) => table.totals?.[table.columns.findIndex(each => each.key === key)]

/** Every way to part a report, one and two at a time, shows each of these once. */
function expectParted(report: Report, archive: Archive, scope: Scope, all: readonly string[]) {
  const { parted } = report
  if (parted === undefined) throw new Error(`${report.name} cannot be parted.`)
  const ways = parted.dimensions.map(({ name }) => name)
  for (const [index, one] of ways.entries()) {
    const other = ways[(index + 2) % ways.length] ?? one
    for (const by of index % 2 === 0 ? [[one], [one, other]] : [[one]]) {
      const sheet = parted.answer(archive, scope, by)
      expect(faultsOf(sheet, archive), by.join()).toEqual([])
      for (const table of sheet.tables) expect(behind(table), by.join()).toEqual(all)
    }
  }
}

/** What must hold of any report: sums are sums, and nothing that is not open is repeated. */
function expectTrue(sheet: Sheet, archive: Archive, unread: readonly string[]) {
  expect(faultsOf(sheet, archive)).toEqual([])
  expect([...sheet.sources.unreadable].sort()).toEqual([...unread].sort())
  expect(JSON.stringify(sheet)).not.toContain('HEMLIG')
}

const check = (property: (archive: Archive, unread: ReturnType<typeof filesOf>) => void) =>
  fc.assert(
    fc.asyncProperty(drawn, async each => {
      const files = filesOf(each)
      property(await archiveOfTexts(files.files, TODAY), files)
    }),
    { numRuns: 20 },
  )

describe('any archive', () => {
  test('attendance: every member at every meeting counts once, and every record is counted or named', () =>
    check((archive, { unreadMeetings }) => {
      for (const scope of SCOPES) {
        const sheet = attendance.answer(archive, scope)
        expectTrue(sheet, archive, unreadMeetings)
        const overview = tableOf(sheet, 'overview')
        const [people, meetings] = [tableOf(sheet, 'people'), tableOf(sheet, 'meetings')]
        const all = behind(overview)
        expect(total(people, 'meetings')).toBe(all.length)
        expect(total(meetings, 'members')).toBe(all.length)
        for (const table of [people, meetings])
          for (const row of table.rows) {
            const [whole, ...parts] = row.cells.slice(1, 6).map(Number)
            expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole)
          }
        expect(behind(tableOf(sheet, 'substitutes'))).toHaveLength(Number(total(people, 'replaced')))
        expectParted(attendance, archive, scope, all)
        const { records } = recordsAsked(archive, scope)
        expect(sheet.sources.documents).toBe(records.length)
        if (scope.organisation !== undefined) continue
        const told = `${behind(meetings).join()} ${overview.notes?.map(({ sv }) => sv).join()}`
        for (const { id = '' } of records) expect(told).toContain(id)
      }
      const years = [2023, 2024].map(year =>
        behind(tableOf(attendance.answer(archive, yearScope(year)), 'overview')),
      )
      const dated = behind(tableOf(attendance.answer(archive, EVERYTHING), 'overview')).filter(
        each => !each.includes('utan-dag'),
      )
      expect(years.flat().toSorted()).toEqual(dated)
    }))

  test('decisions: the figures are the decisions that count', () =>
    check((archive, { unreadMeetings }) => {
      for (const scope of SCOPES) {
        const sheet = decisions.answer(archive, scope)
        expectTrue(sheet, archive, unreadMeetings)
        const log = tableOf(sheet, 'decisions')
        const counted = log.rows.filter(row =>
          ['in-force', 'replaced'].includes(String(cellOf(log, row, 'state'))),
        )
        const all = behind({ ...log, rows: counted })
        expect(behind(tableOf(sheet, 'groups'))).toEqual(all)
        expectParted(decisions, archive, scope, all)
      }
    }))

  test('actions: each stands in one state, and the open ones are those that groups have', () =>
    check((archive, { unreadMeetings }) => {
      for (const scope of SCOPES) {
        const sheet = actions.answer(archive, scope)
        expectTrue(sheet, archive, unreadMeetings)
        expect(behind(tableOf(sheet, 'groups'))).toEqual(behind(tableOf(sheet, 'open')))
        expectParted(actions, archive, scope, behind(tableOf(sheet, 'states')))
      }
    }))

  test('matters: each stands in one state, and every open one waits, has an age, and is listed', () =>
    check((archive, { unreadMatters }) => {
      for (const scope of SCOPES) {
        const sheet = matters.answer(archive, scope)
        expectTrue(sheet, archive, unreadMatters)
        const states = tableOf(sheet, 'states')
        const all = behind(states)
        const open = behind({ ...states, rows: states.rows.filter(({ cells }) => cells[0] !== 'closed') })
        expect(behind(tableOf(sheet, 'matters'))).toEqual(all)
        expect(behind(tableOf(sheet, 'waiting'))).toEqual(open)
        expect(behind(tableOf(sheet, 'ages'))).toEqual(open)
        expect(sheet.sources.documents).toBe(all.length)
        expectParted(matters, archive, scope, all)
        if (scope.period?.to !== '2024-12-31' || scope.group !== undefined) continue
        const told = `${all.join()} ${states.notes?.map(({ sv }) => sv).join()}`
        for (const { unreadable, id = '', fields } of archive.ofKind('ärende'))
          if (!unreadable && fields['inkom'] === undefined) expect(told).toContain(id)
      }
    }))

  test('two archives as one: every figure is the sum, also where groups and meetings have the same names', () =>
    fc.assert(
      fc.asyncProperty(drawn, drawn, async (one, other) => {
        const archives = [
          await archiveOfTexts(filesOf(one, 'a').files, TODAY),
          await archiveOfTexts(filesOf(other, 'b').files, TODAY),
        ]
        const whole = joined(archives)
        const figures = (report: Report, table: string, archive: Archive) =>
          tableOf(report.answer(archive, EVERYTHING), table).rows.map(({ cells }) => Number(cells[1]))
        for (const [report, table] of [
          [attendance, 'overview'],
          [actions, 'states'],
          [matters, 'states'],
        ] as const) {
          const parts = archives.map(archive => figures(report, table, archive))
          const sums = parts[0]?.map((figure, index) => figure + (parts[1]?.[index] ?? 0))
          expect(figures(report, table, whole), report.name).toEqual(sums)
        }
      }),
      { numRuns: 25 },
    ))
})
