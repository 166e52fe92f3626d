import type { Attendance, MeetingAttended, TookPart } from './attendance.js'
import { wasThere } from './attendance.js'
import type { AttendanceAsked } from './attendance-asked.js'
import { ATTENDANCE, MEETINGS_HELD, personColumn, TOOK_PART, WAYS } from './attendance-words.js'
import type { Cell, Table } from './sheet.js'
import { shareOf, tallied, tallyTable } from './tally.js'
import { column, NOT_STATED } from './worded-column.js'

/** In which ways the members took part, of all the times that a member should have been there. */
export function waysTable({ compared, notes }: AttendanceAsked): Table {
  const found = tallied(compared, ({ how }) => how)
  const rows = WAYS.map(
    way => found.find(({ value }) => value === way) ?? { value: way, items: [], before: [] },
  )
  return {
    ...tallyTable(compared, rows, {
      name: 'overview',
      title: { sv: 'Ledamöternas närvaro', en: 'Attendance of the members' },
      columns: [column('how', 'text', 'Ledamoten var', 'The member was', { words: TOOK_PART })],
      cells: ({ value }) => [value],
      idOf: ({ address }) => address,
      notes: [
        ...notes,
        {
          sv: 'Varje ledamot räknas en gång för varje möte under sin tid i gruppen.',
          en: 'Each member counts once for each meeting of their time in the group.',
        },
      ],
    }),
    chart: { kind: 'bars', labels: 'how', figures: ['count'] },
  }
}

/** Each member: of the meetings during their time in the group, how many they were at. The least present first. */
export function peopleTable({ compared: { items } }: AttendanceAsked): Table {
  const people = groupedBy(
    items,
    ({ key, person }) => `${person === undefined ? '' : key}`,
    ({ key }) => key,
  )
  return {
    name: 'people',
    title: { sv: 'Ledamot för ledamot', en: 'Member by member' },
    columns: [
      personColumn('person', 'Ledamot', 'Member'),
      MEETINGS_HELD,
      column('count', 'number', 'Med', 'There'),
      column('replaced', 'number', 'Ersatt', 'Replaced'),
      column('absent', 'number', 'Borta', 'Absent'),
      column('unaccounted', 'number', 'Ej redovisad', 'Not told'),
      ATTENDANCE,
    ],
    rows: people
      .toSorted((a, b) => shareThere(a) - shareThere(b) || b.length - a.length || byName(a, b))
      .map(of => ({
        cells: [of[0]?.person, ...figuresOf(of)],
        documents: of.filter(wasThere).map(({ record }) => record),
      })),
    totals: [undefined, ...figuresOf(items)],
    chart: { kind: 'stacked', labels: 'person', figures: ['count', 'replaced', 'absent', 'unaccounted'] },
  }
}

/** Who sat in whose place. */
export function substitutesTable({ compared: { items } }: AttendanceAsked): Table {
  const replaced = items.filter(({ how }) => how === 'replaced')
  const pairs = groupedBy(
    replaced,
    ({ substitute = '' }) => substitute,
    ({ key }) => key,
  )
  return {
    name: 'substitutes',
    title: { sv: 'Ersättare', en: 'Substitutes' },
    columns: [
      personColumn('substitute', 'Ersättare', 'Substitute'),
      personColumn('replaces', 'I stället för', 'In the place of'),
      column('count', 'number', 'Möten', 'Meetings'),
    ],
    rows: pairs
      .toSorted((a, b) => b.length - a.length || byName(a, b))
      .map(of => ({
        cells: [of[0]?.substitute, of[0]?.person, of.length],
        documents: of.map(({ record }) => record),
      })),
    totals: [undefined, undefined, replaced.length],
  }
}

/** Others who were there: those who presented something, observers, a chair from outside. */
export function guestsTable({ meetings }: AttendanceAsked): Table {
  const there = meetings.flatMap(({ guests, record }) => guests.map(guest => ({ ...guest, record })))
  const guests = groupedBy(
    there,
    ({ name }) => name ?? '',
    ({ key }) => key,
  )
  return {
    name: 'guests',
    title: { sv: 'Andra som var med', en: 'Others who were there' },
    columns: [
      personColumn('person', 'Namn', 'Name'),
      column('organisation', 'text', 'Organisation', 'Organisation', { absent: NOT_STATED }),
      column('count', 'number', 'Möten', 'Meetings'),
    ],
    rows: guests
      .toSorted(
        (a, b) => b.length - a.length || (a[0]?.name ?? '\uffff').localeCompare(b[0]?.name ?? '\uffff', 'sv'),
      )
      .map(of => ({
        cells: [
          of[0]?.name,
          of.find(({ organisation }) => organisation !== undefined)?.organisation,
          of.length,
        ],
        documents: of.map(({ record }) => record),
      })),
    totals: [undefined, undefined, there.length],
  }
}

/** Meetings, there (whole or part), replaced, absent, not accounted for, and the share of the meetings there. */
export function figuresOf(of: readonly Attendance[]): readonly Cell[] {
  const count = (how: TookPart) => of.filter(each => each.how === how).length
  const there = of.filter(wasThere).length
  return [
    of.length,
    there,
    count('replaced'),
    count('absent'),
    count('unaccounted'),
    shareOf(there, of.length),
  ]
}

/** The meetings at which some of the members are not accounted for. */
export const withUnaccounted = (meetings: readonly MeetingAttended[]): readonly MeetingAttended[] =>
  meetings.filter(({ attendances }) => attendances.some(({ how }) => how === 'unaccounted'))

const shareThere = (of: readonly Attendance[]): number => of.filter(wasThere).length / of.length

const byName = (a: readonly Attendance[], b: readonly Attendance[]): number =>
  (a[0]?.person ?? '\uffff').localeCompare(b[0]?.person ?? '\uffff', 'sv')

function groupedBy<Item>(
  items: readonly Item[],
  ...keys: readonly ((item: Item) => string)[]
): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = JSON.stringify(keys.map(keyOf => keyOf(item)))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return [...groups.values()]
}
