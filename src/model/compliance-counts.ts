import type { Archive } from './archive.js'
import type { ComplianceAsked } from './compliance-asked.js'
import { type Duty, OUTCOMES, REQUIREMENTS } from './compliance-duty.js'
import { groupNames } from './group-names.js'
import { periodWords } from './period-words.js'
import type { Said } from './said.js'
import type { Cell, Column, Table } from './sheet.js'
import { type Compared, shareOf, type Tallied, tallied } from './tally.js'
import { column, NOT_STATED } from './worded-column.js'

/** How much of what is asked was done in time, by what is asked. */
export function requirementsTable({ compared }: ComplianceAsked): Table {
  const found = tallied(compared, ({ requirement }) => requirement)
  const rows = [...REQUIREMENTS.keys()].flatMap(value => found.find(row => row.value === value) ?? [])
  return {
    ...keptTable(compared, rows, column('requirement', 'text', 'Vad', 'What', { words: REQUIREMENTS })),
    name: 'requirements',
    title: { sv: 'Det som skulle göras', en: 'What was to be done' },
    notes: [
      {
        sv: 'Prövas mot det som grupperna själva har satt: möten, årshjul och dagar. Det som ännu inte skulle vara gjort räknas inte.',
        en: 'Held to what the groups have set themselves: meetings, year and days. What was not yet to be done is not counted.',
      },
    ],
  }
}

/** The same by group; a group of which nothing was asked has its row too. */
export function complianceByGroup({ compared, groups }: ComplianceAsked, archive: Archive): Table {
  const found = tallied(compared, ({ group }) => group)
  const known = new Set(found.map(({ value }) => value))
  const rows: readonly Tallied<Duty>[] = [
    ...found.filter(({ value }) => value !== undefined),
    ...groups.filter(slug => !known.has(slug)).map(value => ({ value, items: [], before: [] })),
    ...found.filter(({ value }) => value === undefined),
  ]
  const names = groupNames(archive)
  return {
    ...keptTable(
      compared,
      rows,
      column('group', 'text', 'Grupp', 'Group', { words: names, absent: NOT_STATED }),
    ),
    name: 'groups',
    title: { sv: 'Per grupp', en: 'By group' },
  }
}

/** What is not done though its time has run out: what somebody must see to. */
export const missingTable = ({ compared }: ComplianceAsked, archive: Archive): Table => ({
  name: 'missing',
  title: { sv: 'Det som saknas', en: 'What is missing' },
  columns: [
    column('due', 'date', 'Skulle vara klart', 'Was due'),
    column('requirement', 'text', 'Vad', 'What', { words: REQUIREMENTS }),
    column('group', 'text', 'Grupp', 'Group', { words: groupNames(archive), absent: NOT_STATED }),
    column('document', 'id', 'Dokument', 'Document'),
  ],
  rows: compared.items
    .filter(({ outcome }) => outcome === 'missing')
    .map(({ due, requirement, group, address }) => ({
      cells: [due, requirement, group, address.split(' ')[0]],
      documents: [address],
    })),
})

/** How many were judged, and of them how many were done in time, late and not at all. */
function keptTable(
  { items, before }: Compared<Duty>,
  rows: readonly Tallied<Duty>[],
  label: Column,
): Pick<Table, 'columns' | 'rows' | 'totals' | 'chart'> {
  const figures = (duties: readonly Duty[]): readonly Cell[] => {
    const count = (outcome: string) => duties.filter(each => each.outcome === outcome).length
    return [duties.length, ...OUTCOME_KEYS.map(count), shareOf(count('kept'), duties.length)]
  }
  const then = (duties: readonly Duty[] | undefined): readonly Cell[] => {
    if (before === undefined) return []
    const kept = duties?.filter(({ outcome }) => outcome === 'kept').length ?? 0
    return [before.items === undefined ? undefined : shareOf(kept, duties?.length ?? 0)]
  }
  return {
    columns: [
      label,
      column('count', 'number', 'Prövade', 'Judged'),
      column('kept', 'number', 'I tid', 'In time'),
      column('late', 'number', 'För sent', 'Late'),
      column('missing', 'number', 'Saknas', 'Missing'),
      column('share', 'share', 'Andel i tid', 'Share in time'),
      ...(before === undefined ? [] : [shareBefore(periodWords(before.period))]),
    ],
    rows: rows.map(row => ({
      cells: [row.value, ...figures(row.items), ...then(row.before)],
      documents: row.items.map(({ address }) => address),
    })),
    totals: [undefined, ...figures(items), ...then(before?.items)],
    chart: { kind: 'stacked', labels: label.key, figures: OUTCOME_KEYS },
  }
}

const OUTCOME_KEYS = [...OUTCOMES.keys()]

const shareBefore = ({ sv, en }: Said): Column => column('share_before', 'share', sv, en)
