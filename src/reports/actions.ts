import type { Archive } from '../model/archive.js'
import { type Assignment, isOpen } from '../model/assignment.js'
import { partedAssignments, STATE_ORDER } from '../model/assignment-dimensions.js'
import { assignmentSummary } from '../model/assignment-summary.js'
import {
  assignmentTable,
  OPEN_ACTIONS,
  OWNER,
  OWNER_SORTS,
  ownerName,
  STATES,
} from '../model/assignment-table.js'
import { assignmentsAsked } from '../model/assignments-asked.js'
import { groupNames } from '../model/group-names.js'
import { undatedNote } from '../model/records-asked.js'
import type { Report } from '../model/report.js'
import type { Said } from '../model/said.js'
import type { Column, Table } from '../model/sheet.js'
import { actionsInSteeringPack } from '../model/steering-actions.js'
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
  narrowedBy: ['organisation'],
  parted: partedAssignments,
  inSteeringPack: actionsInSteeringPack,
  answer(archive, scope) {
    const { asked, all, sources } = assignmentsAsked(archive, scope)
    return {
      report: 'actions',
      title: { sv: 'Uppdrag', en: 'Actions' },
      scope: scope.words,
      scopeData: scope.data,
      summary: assignmentSummary(all),
      tables: [
        statesTable(all, undatedNote(asked)),
        ownersTable(all),
        groupsTable(all, archive),
        assignmentTable(all.filter(isOpen), 'open', OPEN_ACTIONS),
      ],
      sources,
    }
  },
}

function statesTable(all: readonly Assignment[], notes: readonly Said[]): Table {
  return {
    name: 'states',
    title: { sv: 'Hur det står till', en: 'How they stand' },
    columns: [
      column('state', 'text', 'Läge', 'State', {
        words: STATES,
        forPublic: { is: 'category', by: 'läge', known: 'all', order: 'own' },
      }),
      COUNT,
      SHARE,
    ],
    rows: STATE_ORDER.map(state => {
      const found = all.filter(each => each.state === state)
      return { cells: [state, found.length, shareOf(found.length, all.length)], documents: addresses(found) }
    }),
    totals: [undefined, all.length, all.length === 0 ? undefined : 1],
    chart: { kind: 'bars', labels: 'state', figures: ['count'] },
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
    columns: [OWNER, column('kind', 'text', 'Vad', 'What', { words: OWNER_SORTS }), ...FIGURES],
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
    chart: { kind: 'stacked', labels: 'group', figures: ['count', 'done'] },
  }
}

const figures = (has: readonly Assignment[]): readonly number[] => [
  has.filter(isOpen).length,
  has.filter(({ state }) => state === 'overdue').length,
  has.filter(({ state }) => state === 'done').length,
]

const addresses = (assignments: readonly Assignment[]): readonly string[] =>
  assignments.map(({ address }) => address)

const FIGURES: readonly Column[] = [
  column('count', 'number', 'Öppna', 'Open'),
  column('overdue', 'number', 'Försenade', 'Overdue'),
  column('done', 'number', 'Klara', 'Done'),
]
