import type { Archive } from '../model/archive.js'
import {
  type Assignment,
  type AssignmentState,
  assignmentsOf,
  isOpen,
  NAME_LEFT_OUT,
} from '../model/assignment.js'
import { groupNames } from '../model/group-names.js'
import type { Resolved } from '../model/people.js'
import { recordsAsked, undatedNote } from '../model/records-asked.js'
import { LEFT_OUT } from '../model/repeatable.js'
import type { Report } from '../model/report.js'
import type { Said } from '../model/said.js'
import type { Column, Table } from '../model/sheet.js'
import { unreadIn } from '../model/sources.js'
import { COUNT, SHARE, shareOf } from '../model/tally.js'
import { column, NOT_STATED } from '../model/worded-column.js'

/** The actions that meetings gave: what is open, what is late, and who has it. */
export const report: Report = {
  name: 'actions',
  aliases: ['uppdrag'],
  asks: {
    sv: 'Vilka uppdrag är öppna, vem har dem och vilka är försenade?',
    en: 'Which actions are open, who has them and which are late?',
  },
  answer(archive, scope) {
    const asked = recordsAsked(archive, scope)
    const all = asked.records.flatMap(document => assignmentsOf(document, archive))
    return {
      report: 'actions',
      title: { sv: 'Uppdrag', en: 'Actions' },
      scope: scope.words,
      scopeData: scope.data,
      summary: summary(all),
      tables: [
        statesTable(all, undatedNote(asked)),
        ownersTable(all),
        groupsTable(all, archive),
        openTable(all),
      ],
      sources: {
        documents: asked.records.length,
        unreadable: unreadIn(archive, 'protokoll', 'mötesanteckningar'),
      },
    }
  },
}

function statesTable(all: readonly Assignment[], notes: readonly Said[]): Table {
  const states: readonly AssignmentState[] = ['overdue', 'due-later', 'undated', 'done', 'carried']
  return {
    name: 'states',
    title: { sv: 'Hur det står till', en: 'How they stand' },
    columns: [column('state', 'text', 'Läge', 'State', { words: STATES }), COUNT, SHARE],
    rows: states.map(state => {
      const found = all.filter(each => each.state === state)
      return { cells: [state, found.length, shareOf(found.length, all.length)], documents: addresses(found) }
    }),
    totals: [undefined, all.length, all.length === 0 ? undefined : 1],
    ...(notes.length > 0 && { notes }),
  }
}

/** Who has what; an action with several owners counts at each of them, so there are no totals. */
function ownersTable(all: readonly Assignment[]): Table {
  const owners = new Map<string | undefined, { readonly is?: string; readonly has: Assignment[] }>()
  for (const assignment of all) {
    const named = new Map(assignment.owners.map(owner => [ownerName(owner), owner.is]))
    for (const [name, is] of named.size === 0 ? [[undefined, undefined] as const] : named) {
      const owner = owners.get(name) ?? { ...(is !== undefined && { is }), has: [] }
      owner.has.push(assignment)
      owners.set(name, owner)
    }
  }
  const open = (has: readonly Assignment[]) => has.filter(isOpen).length
  return {
    name: 'owners',
    title: { sv: 'Vem som har dem', en: 'Who has them' },
    columns: [OWNER, column('kind', 'text', 'Vad', 'What', { words: OWNERS }), ...FIGURES],
    rows: [...owners]
      .sort(
        ([a, { has: first }], [b, { has: second }]) =>
          Number(a === undefined) - Number(b === undefined) ||
          open(second) - open(first) ||
          (a ?? '').localeCompare(b ?? '', 'sv'),
      )
      .map(([name, { is, has }]) => ({
        cells: [name, is, ...figures(has)],
        documents: addresses(has.filter(isOpen)),
      })),
    notes: [
      {
        sv: 'Ett uppdrag med flera ansvariga räknas hos var och en.',
        en: 'An action with several owners counts at each of them.',
      },
    ],
  }
}

function groupsTable(all: readonly Assignment[], archive: Archive): Table {
  const groups = [...new Set(all.map(({ group }) => group))].sort((a, b) =>
    (a ?? '\uffff').localeCompare(b ?? '\uffff', 'sv'),
  )
  return {
    name: 'groups',
    title: { sv: 'Per grupp', en: 'By group' },
    columns: [
      column('group', 'text', 'Grupp', 'Group', { words: groupNames(archive), absent: NOT_STATED }),
      ...FIGURES,
    ],
    rows: groups.map(slug => {
      const has = all.filter(({ group }) => group === slug)
      return { cells: [slug, ...figures(has)], documents: addresses(has.filter(isOpen)) }
    }),
    totals: [undefined, ...figures(all)],
  }
}

/** What is still to be done: the latest first, then by day, then what has no day. */
const openTable = (all: readonly Assignment[]): Table => ({
  name: 'open',
  title: { sv: 'Öppna uppdrag', en: 'Open actions' },
  columns: [
    column('address', 'id', 'Uppdrag', 'Action'),
    OWNER,
    column('task', 'text', 'Vad', 'Task', { absent: LEFT_OUT }),
    column('due', 'date', 'Senast', 'Due', { absent: { sv: 'utan datum', en: 'no date' } }),
    column('days_late', 'days', 'Dagar sent', 'Days late', { presence: 'optional' }),
  ],
  rows: all
    .filter(isOpen)
    .toSorted((a, b) => (a.dueDay ?? '9999').localeCompare(b.dueDay ?? '9999'))
    .map(({ address, owners, task, due, daysLate }) => ({
      cells: [
        address,
        owners.length === 0 ? undefined : owners.map(ownerName).join(', '),
        task,
        due,
        daysLate,
      ],
      documents: [address],
    })),
})

function summary(all: readonly Assignment[]): readonly Said[] {
  const count = (state: AssignmentState) => all.filter(each => each.state === state).length
  const open = all.filter(isOpen)
  const unowned = open.filter(({ owners }) => owners.length === 0).length
  const latest = open.toSorted((a, b) => (b.daysLate ?? 0) - (a.daysLate ?? 0))[0]
  const ofAll = all.length === 1 ? 'action' : 'actions'
  return [
    {
      sv: `${open.length} av ${all.length} uppdrag är öppna. ${count('overdue')} är försenade och ${count('undated')} saknar datum.`,
      en: `${open.length} of ${all.length} ${ofAll} are open. ${count('overdue')} are overdue and ${count('undated')} have no date.`,
    },
    ...(latest?.daysLate === undefined
      ? []
      : [
          {
            sv: `Längst försenat är ${latest.address}, ${latest.daysLate} dagar.`,
            en: `The latest is ${latest.address}, by ${latest.daysLate} days.`,
          },
        ]),
    ...(unowned === 0
      ? []
      : [
          {
            sv: `${unowned} har ingen utpekad ansvarig.`,
            en: `${unowned} ${unowned === 1 ? 'has' : 'have'} no named owner.`,
          },
        ]),
  ]
}

const figures = (has: readonly Assignment[]): readonly number[] => [
  has.filter(isOpen).length,
  has.filter(({ state }) => state === 'overdue').length,
  has.filter(({ state }) => state === 'done').length,
]

const addresses = (assignments: readonly Assignment[]): readonly string[] =>
  assignments.map(({ address }) => address)

/** A first name that fits several is said with all of them. */
const ownerName = (owner: Resolved): string =>
  owner.is === 'ambiguous' ? owner.candidates.join(' / ') : owner.name

const OWNER = column('owner', 'text', 'Ansvarig', 'Owner', {
  words: new Map([[NAME_LEFT_OUT, LEFT_OUT]]),
  absent: { sv: 'ingen utpekad', en: 'nobody named' },
})

const FIGURES: readonly Column[] = [
  column('count', 'number', 'Öppna', 'Open'),
  column('overdue', 'number', 'Försenade', 'Overdue'),
  column('done', 'number', 'Klara', 'Done'),
]

const STATES: ReadonlyMap<string, Said> = new Map([
  ['overdue', { sv: 'försenade', en: 'overdue' }],
  ['due-later', { sv: 'inom utsatt tid', en: 'not yet due' }],
  ['undated', { sv: 'öppna utan datum', en: 'open without a date' }],
  ['done', { sv: 'klara', en: 'done' }],
  ['carried', { sv: 'tagna vidare till ett senare möte', en: 'taken on to a later meeting' }],
])

const OWNERS: ReadonlyMap<string, Said> = new Map([
  ['person', { sv: 'person', en: 'person' }],
  ['ambiguous', { sv: 'oklart vem', en: 'unclear who' }],
  ['organisation', { sv: 'organisation', en: 'organisation' }],
  ['group', { sv: 'grupp', en: 'group' }],
  ['collective', { sv: 'flera', en: 'several' }],
  ['unknown', { sv: 'okänd', en: 'unknown' }],
])
