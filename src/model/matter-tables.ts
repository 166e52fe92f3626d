import type { Archive } from './archive.js'
import { groupNames } from './group-names.js'
import { isLiving, type MatterCourse, type MatterState } from './matter-course.js'
import { AGE_WORDS, AGES, ageOf, MATTER_STATES, STATE_ORDER } from './matter-words.js'
import type { MattersAsked } from './matters-asked.js'
import { LEFT_OUT } from './repeatable.js'
import type { Cell, Table } from './sheet.js'
import { COUNT, spreadOf, tallied, tallyTable } from './tally.js'
import { column, NOT_STATED } from './worded-column.js'

/** How the matters stand, what is forgotten first. */
export function matterStatesTable({ compared: { items }, notes }: MattersAsked): Table {
  const found = tallied({ items }, ({ state }) => state)
  const rows = STATE_ORDER.map(
    state => found.find(({ value }) => value === state) ?? { value: state, items: [], before: [] },
  )
  return {
    ...tallyTable({ items }, rows, {
      name: 'states',
      title: { sv: 'Hur det står till', en: 'How they stand' },
      columns: [column('state', 'text', 'Läge', 'State', { words: MATTER_STATES })],
      cells: ({ value }) => [value],
      idOf: ({ name }) => name,
      notes,
    }),
    chart: { kind: 'bars', labels: 'state', figures: ['count'] },
  }
}

/** Which groups the open matters wait for, and for how long. */
export function waitingTable({ compared: { items } }: MattersAsked, archive: Archive): Table {
  const living = items.filter(isLiving)
  const rows = tallied({ items: living }, ({ waitsFor }) => waitsFor)
  const figures = (of: readonly MatterCourse[]): readonly Cell[] => [
    of.length,
    count(of, 'forgotten'),
    count(of, 'answer-late'),
    ...spread(of.flatMap(({ daysWaited }) => daysWaited ?? [])),
  ]
  return {
    name: 'waiting',
    title: { sv: 'Vem de öppna väntar på', en: 'Whom the open ones wait for' },
    columns: [
      column('group', 'text', 'Grupp', 'Group', { words: groupNames(archive), absent: NOT_STATED }),
      COUNT,
      column('forgotten', 'number', 'Glömda', 'Forgotten'),
      column('late', 'number', 'Sena svar', 'Late answers'),
      column('median', 'days', 'Väntat, median', 'Waited, median'),
      column('longest', 'days', 'Längst', 'Longest'),
    ],
    rows: rows.map(({ value, items: of }) => ({
      cells: [value, ...figures(of)],
      documents: of.map(({ name }) => name),
    })),
    totals: [undefined, ...figures(living)],
    notes: [
      {
        sv: 'Väntan räknas i dagar från det att ärendet lyftes dit, senast togs upp där eller kom in.',
        en: 'Waiting is counted in days since the matter was lifted there, last taken up there, or came in.',
      },
    ],
  }
}

/** How old the open matters are. */
export function agesTable({ compared: { items } }: MattersAsked): Table {
  const living = items.filter(isLiving)
  const found = tallied({ items: living }, ageOf)
  const rows = [
    ...AGES.map(age => found.find(({ value }) => value === age) ?? { value: age, items: [], before: [] }),
    ...found.filter(({ value }) => value === undefined),
  ]
  return {
    ...tallyTable({ items: living }, rows, {
      name: 'ages',
      title: { sv: 'Hur gamla de öppna är', en: 'How old the open ones are' },
      columns: [column('age', 'text', 'Ålder', 'Age', { words: AGE_WORDS, absent: NOT_STATED })],
      cells: ({ value }) => [value],
      idOf: ({ name }) => name,
    }),
    chart: { kind: 'bars', labels: 'age', figures: ['count'] },
  }
}

/** Which ways the matters have gone between groups, and how long it took until the next group had them. */
export function movesTable({ compared: { items } }: MattersAsked, archive: Archive): Table {
  const moves = new Map<string, { from: string; to: string; names: Set<string>; days: number[] }>()
  for (const { name, moves: made } of items) {
    for (const { from, to, days } of made) {
      const key = `${from} ${to}`
      const move = moves.get(key) ?? { from, to, names: new Set(), days: [] }
      moves.set(key, move)
      move.names.add(name)
      if (days !== undefined) move.days.push(days)
    }
  }
  const words = groupNames(archive)
  return {
    name: 'moves',
    title: { sv: 'Vägen mellan grupperna', en: 'The way between the groups' },
    columns: [
      column('from', 'text', 'Från', 'From', { words }),
      column('to', 'text', 'Till', 'To', { words }),
      column('count', 'number', 'Ärenden', 'Matters'),
      column('median', 'days', 'Dagar, median', 'Days, median'),
      column('longest', 'days', 'Längst', 'Longest'),
    ],
    rows: [...moves.values()]
      .toSorted(
        (a, b) =>
          b.names.size - a.names.size || a.from.localeCompare(b.from, 'sv') || a.to.localeCompare(b.to, 'sv'),
      )
      .map(({ from, to, names, days }) => ({
        cells: [from, to, names.size, ...spread(days)],
        documents: [...names],
      })),
    notes: [
      {
        sv: 'Ett ärende som har gått flera vägar räknas i var och en. Dagarna går från mötet som lämnade det till mötet som tog upp det.',
        en: 'A matter that has gone several ways counts in each. Days run from the meeting that left it to the meeting that took it up.',
      },
    ],
  }
}

/** Each matter: how it stands, whom it waits for, its way and what it has led to. What is forgotten first. */
export function coursesTable({ compared: { items } }: MattersAsked, archive: Archive): Table {
  const names = groupNames(archive)
  return {
    name: 'matters',
    title: { sv: 'Ärendena', en: 'The matters' },
    columns: [
      column('id', 'id', 'Id', 'Id'),
      column('title', 'text', 'Titel', 'Title', { absent: LEFT_OUT }),
      column('state', 'text', 'Läge', 'State', { words: MATTER_STATES }),
      column('status', 'text', 'Status', 'Status'),
      column('waits_for', 'text', 'Väntar på', 'Waits for', { words: names, presence: 'optional' }),
      column('since', 'date', 'Sedan', 'Since', { presence: 'optional' }),
      column('days_waited', 'days', 'Dagar', 'Days', { presence: 'optional' }),
      column('due', 'text', 'Väntas', 'Expected', { presence: 'optional' }),
      column('came', 'date', 'Kom in', 'Came in'),
      column('age', 'days', 'Ålder i dagar', 'Age in days'),
      column('handed_in_by', 'text', 'Inlämnat av', 'Handed in by'),
      column('sort', 'text', 'Slag', 'Sort'),
      column('group', 'text', 'Grupp', 'Group', { words: names }),
      column('path', 'text', 'Väg', 'Way', { absent: { sv: 'inget möte', en: 'no meeting' } }),
      column('handled_at', 'text', 'Upptaget i', 'Taken up in', {
        absent: { sv: 'inget möte', en: 'no meeting' },
      }),
      column('decided', 'text', 'Beslut', 'Decisions', { absent: { sv: 'inget', en: 'none' } }),
      column('open_actions', 'text', 'Öppna uppdrag', 'Open actions', { presence: 'optional' }),
    ],
    rows: byNeed(items).map(course => ({ cells: cellsOf(course), documents: [course.name] })),
  }
}

/** What is forgotten first, then what another group is late to answer; within each what has waited longest. */
const byNeed = (courses: readonly MatterCourse[]): readonly MatterCourse[] =>
  courses.toSorted(
    (a, b) =>
      STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) ||
      (b.daysWaited ?? b.age ?? -1) - (a.daysWaited ?? a.age ?? -1) ||
      a.name.localeCompare(b.name, 'sv'),
  )

const cellsOf = (course: MatterCourse): readonly Cell[] => [
  course.name,
  course.title,
  course.state,
  course.status,
  course.waitsFor,
  course.since,
  course.daysWaited,
  course.due,
  course.came,
  course.age,
  course.handedInBy,
  course.sort,
  course.group,
  course.path.length === 0 ? undefined : course.path.join(' → '),
  listed(course.handlings.map(({ address }) => address)),
  listed(course.decided),
  listed(course.openActions),
]

const count = (of: readonly MatterCourse[], state: MatterState): number =>
  of.filter(each => each.state === state).length

const spread = (days: readonly number[]): readonly Cell[] => {
  const found = spreadOf(days)
  return [found?.median, found?.longest]
}

const listed = (texts: readonly string[]): string | undefined =>
  texts.length === 0 ? undefined : texts.join(', ')
