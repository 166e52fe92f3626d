import { type Assignment, isOpen, NAME_LEFT_OUT } from './assignment.js'
import type { Resolved } from './people.js'
import { LEFT_OUT } from './repeatable.js'
import type { Said } from './said.js'
import type { Column, Table } from './sheet.js'
import { column } from './worded-column.js'

/**
 * Actions, the most urgent first. Where some are done the table also says how each one stands and when it was done.
 */
export function assignmentTable(assignments: readonly Assignment[], name: string, title: Said): Table {
  const isAllOpen = assignments.every(isOpen)
  return {
    name,
    title,
    columns: [...COLUMNS, ...(isAllOpen ? [] : DONE)],
    rows: byUrgency(assignments).map(assignment => ({
      cells: [
        assignment.address,
        assignment.owners.length === 0 ? undefined : assignment.owners.map(ownerName).join(', '),
        assignment.task,
        assignment.due,
        assignment.daysLate,
        ...(isAllOpen ? [] : [assignment.state, assignment.doneOn]),
      ],
      documents: [assignment.address],
    })),
  }
}

/** The latest first, then by day, then what has no day; what is no longer open last, the newest meeting first. */
export const byUrgency = (assignments: readonly Assignment[]): readonly Assignment[] =>
  assignments.toSorted(
    (a, b) =>
      Number(isOpen(b)) - Number(isOpen(a)) ||
      (isOpen(a)
        ? (a.dueDay ?? '9999').localeCompare(b.dueDay ?? '9999')
        : (b.day ?? '').localeCompare(a.day ?? '')),
  )

/** A first name that fits several is said with all of them. */
export const ownerName = (owner: Resolved): string =>
  owner.is === 'ambiguous' ? owner.candidates.join(' / ') : owner.name

/** What the table of open actions is called. */
export const OPEN_ACTIONS: Said = { sv: 'Öppna uppdrag', en: 'Open actions' }

/** Who has it. */
export const OWNER: Column = column('owner', 'text', 'Ansvarig', 'Owner', {
  words: new Map([[NAME_LEFT_OUT, LEFT_OUT]]),
  absent: { sv: 'ingen utpekad', en: 'nobody named' },
})

/** What each state is called, of several actions. */
export const STATES: ReadonlyMap<string, Said> = new Map([
  ['overdue', { sv: 'försenade', en: 'overdue' }],
  ['due-later', { sv: 'inom utsatt tid', en: 'not yet due' }],
  ['undated', { sv: 'öppna utan datum', en: 'open without a date' }],
  ['done', { sv: 'klara', en: 'done' }],
  ['carried', { sv: 'tagna vidare till ett senare möte', en: 'taken on to a later meeting' }],
])

/** What the owners of actions are. */
export const OWNER_SORTS: ReadonlyMap<string, Said> = new Map([
  ['person', { sv: 'person', en: 'person' }],
  ['ambiguous', { sv: 'oklart vem', en: 'unclear who' }],
  ['organisation', { sv: 'organisation', en: 'organisation' }],
  ['group', { sv: 'grupp', en: 'group' }],
  ['collective', { sv: 'flera', en: 'several' }],
  ['unknown', { sv: 'okänd', en: 'unknown' }],
  ['mixed', { sv: 'olika slag', en: 'of several sorts' }],
])

const COLUMNS: readonly Column[] = [
  column('address', 'id', 'Uppdrag', 'Action'),
  OWNER,
  column('task', 'text', 'Vad', 'Task', { absent: LEFT_OUT }),
  column('due', 'date', 'Senast', 'Due', { absent: { sv: 'utan datum', en: 'no date' } }),
  column('days_late', 'days', 'Dagar sent', 'Days late', { presence: 'optional' }),
]

/** The same of one action. */
const STATE: ReadonlyMap<string, Said> = new Map([
  ...STATES,
  ['overdue', { sv: 'försenat', en: 'overdue' }],
  ['undated', { sv: 'öppet utan datum', en: 'open without a date' }],
  ['done', { sv: 'klart', en: 'done' }],
])

const DONE: readonly Column[] = [
  column('state', 'text', 'Läge', 'State', { words: STATE }),
  column('done_on', 'text', 'Klart', 'Done', { presence: 'optional' }),
]
