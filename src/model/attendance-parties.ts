import type { MeetingAttended, PartyThere } from './attendance.js'
import type { AttendanceAsked } from './attendance-asked.js'
import { figuresOf } from './attendance-people.js'
import { ATTENDANCE, MEETINGS_HELD } from './attendance-words.js'
import type { Said } from './said.js'
import type { Cell, Row, Table } from './sheet.js'
import { shareOf } from './tally.js'
import { column } from './worded-column.js'

/** Each organisation: at how many meetings of groups in which it has members nobody was there for it. */
export const organisationsTable = ({ meetings }: AttendanceAsked): Table => ({
  name: 'organisations',
  title: { sv: 'Var varje organisation med?', en: 'Was every organisation there?' },
  columns: [column('organisation', 'text', 'Organisation', 'Organisation', { absent: NO_NAME }), ...FIGURES],
  ...partyRows(
    meetings,
    ({ represents }) => represents === undefined,
    ({ organisation }) => [organisation],
  ),
  chart: { kind: 'stacked', labels: 'organisation', figures: ['there', 'count'] },
})

/** The same for what the members speak for (`företräder`): an organisation may be there and its primary care not. */
export const partiesTable = ({ meetings }: AttendanceAsked): Table => ({
  name: 'parties',
  title: { sv: 'Var varje verksamhet företrädd?', en: 'Was every operation represented?' },
  columns: [
    column('represents', 'text', 'Företräder', 'Represents'),
    column('organisation', 'text', 'Organisation', 'Organisation', { absent: NO_NAME }),
    ...FIGURES,
  ],
  ...partyRows(
    meetings,
    ({ represents }) => represents !== undefined,
    ({ represents, organisation }) => [represents, organisation],
  ),
})

/** Each meeting: how many of the members were there, and the parties that nobody was there for. */
export const meetingsTable = ({ meetings, compared: { items } }: AttendanceAsked): Table => ({
  name: 'meetings',
  title: { sv: 'Möte för möte', en: 'Meeting by meeting' },
  columns: [
    column('meeting', 'id', 'Möte', 'Meeting'),
    column('members', 'number', 'Ledamöter', 'Members'),
    column('there', 'number', 'Med', 'There'),
    column('replaced', 'number', 'Ersatta', 'Replaced'),
    column('absent', 'number', 'Borta', 'Absent'),
    column('unaccounted', 'number', 'Ej redovisade', 'Not told'),
    ATTENDANCE,
  ],
  rows: meetings.map(({ record, attendances }) => ({
    cells: [record, ...figuresOf(attendances)],
    documents: [record],
  })),
  totals: [undefined, ...figuresOf(items)],
})

/** The meetings that some party was not at, and which parties these were: what was agreed there does not bind them. */
export const unheardTable = ({ meetings }: AttendanceAsked): Table => ({
  name: 'unheard',
  title: { sv: 'Vilka som saknades', en: 'Who was missing' },
  columns: [
    column('meeting', 'id', 'Möte', 'Meeting'),
    column('parties', 'text', 'Ingen var där för', 'Nobody was there for'),
  ],
  rows: meetings.flatMap(({ record, parties }): readonly Row[] => {
    const unheard = partiesUnheard(parties)
    return unheard.length === 0 ? [] : [{ cells: [record, unheard.join(', ')], documents: [record] }]
  }),
})

/**
 * The parties that nobody was there for: organisations, and the operations of those that somebody was there for.
 */
export function partiesUnheard(parties: readonly PartyThere[]): readonly string[] {
  const missing = new Set(
    parties.flatMap(({ organisation, represents, isHeard }) =>
      represents === undefined && !isHeard ? (organisation ?? []) : [],
    ),
  )
  const operations = parties.flatMap(({ organisation = '', represents, isHeard }) =>
    represents === undefined || isHeard || missing.has(organisation) ? [] : [represents],
  )
  return [...missing, ...new Set(operations)]
}

/** Item by item, at the meetings where a member or a substitute was there for a part. */
export const itemsTable = ({ meetings }: AttendanceAsked): Table => ({
  name: 'items',
  title: {
    sv: 'Paragraf för paragraf, vid möten där en ledamot var med en del',
    en: 'Item by item, at meetings where a member was there for a part',
  },
  columns: [
    column('item', 'id', 'Paragraf', 'Item'),
    column('seats', 'number', 'Ledamöter och ersättare', 'Members and substitutes'),
    column('everybody', 'number', 'Alla som var med', 'All who were there'),
  ],
  rows: meetings.flatMap(({ items }) =>
    items.map(({ address, seats, everybody }) => ({
      cells: [address, seats, everybody],
      documents: [address],
    })),
  ),
})

/** A row for each party, those that were missed the most first: how many meetings, at how many it was there and was not. */
function partyRows(
  meetings: readonly MeetingAttended[],
  isAskedAbout: (party: PartyThere) => boolean,
  cellsOf: (party: PartyThere) => readonly Cell[],
): Pick<Table, 'rows' | 'totals'> {
  const found = new Map<
    string,
    { readonly party: PartyThere; readonly at: string[]; readonly missed: string[] }
  >()
  for (const { record, parties } of meetings) {
    for (const party of parties.filter(isAskedAbout)) {
      const key = JSON.stringify(cellsOf(party).map(cell => cell ?? ''))
      const row = found.get(key) ?? { party, at: [], missed: [] }
      found.set(key, row)
      row.at.push(record)
      if (!party.isHeard) row.missed.push(record)
    }
  }
  const rows = [...found.values()].toSorted(
    (a, b) =>
      b.missed.length / b.at.length - a.missed.length / a.at.length ||
      b.missed.length - a.missed.length ||
      String(cellsOf(a.party)[0]).localeCompare(String(cellsOf(b.party)[0]), 'sv'),
  )
  const figures = (at: number, missed: number): readonly Cell[] => [
    at,
    at - missed,
    missed,
    shareOf(at - missed, at),
  ]
  const all = (of: 'at' | 'missed') => rows.reduce((sum, row) => sum + row[of].length, 0)
  return {
    rows: rows.map(({ party, at, missed }) => ({
      cells: [...cellsOf(party), ...figures(at.length, missed.length)],
      documents: missed,
    })),
    totals: [
      ...(rows[0] === undefined ? [] : cellsOf(rows[0].party).map(() => undefined)),
      ...figures(all('at'), all('missed')),
    ],
  }
}

const NO_NAME: Said = { sv: 'ingen angiven', en: 'none stated' }

const FIGURES = [
  MEETINGS_HELD,
  column('there', 'number', 'Var med', 'There'),
  column('count', 'number', 'Saknades', 'Missing'),
  ATTENDANCE,
]
