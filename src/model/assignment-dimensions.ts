import type { Assignment, AssignmentState } from './assignment.js'
import { NAME_LEFT_OUT } from './assignment.js'
import { organisationsOf } from './assignment-organisations.js'
import { OWNER_SORTS, ownerName, STATES } from './assignment-table.js'
import { assignmentsAsked, assignmentsCompared } from './assignments-asked.js'
import { partedBy } from './counting.js'
import { type Dimension, timesOf } from './dimension.js'
import { groupDimension } from './group-dimension.js'
import { undatedNote } from './records-asked.js'
import { LEFT_OUT } from './repeatable.js'
import { asWritten } from './said.js'

/** The states of actions, those first that somebody must see to. */
export const STATE_ORDER: readonly AssignmentState[] = ['overdue', 'due-later', 'undated', 'done', 'carried']

/** The ways to part actions: by how they stand, who has them, who gave them and when. */
const DIMENSIONS: readonly Dimension<Assignment>[] = [
  groupDimension<Assignment>(),
  {
    name: 'läge',
    aliases: ['state', 'lage'],
    label: { sv: 'Läge', en: 'State' },
    valueOf: ({ state }) => state,
    wordOf: value => STATES.get(value) ?? asWritten(value),
    order: () => STATE_ORDER,
  },
  {
    name: 'ansvarig',
    aliases: ['owner'],
    label: { sv: 'Ansvarig', en: 'Owner' },
    valueOf: ({ owners }) => together(owners.map(ownerName)),
    wordOf: value => (value === NAME_LEFT_OUT ? LEFT_OUT : asWritten(value)),
  },
  {
    name: 'slag',
    aliases: ['sort'],
    label: { sv: 'Slag av ansvarig', en: 'Sort of owner' },
    valueOf: ({ owners }) => (new Set(owners.map(({ is }) => is)).size > 1 ? 'mixed' : owners[0]?.is),
    wordOf: value => OWNER_SORTS.get(value) ?? asWritten(value),
  },
  {
    name: 'organisation',
    aliases: [],
    label: { sv: 'Organisation', en: 'Organisation' },
    valueOf: (assignment, archive) => together(organisationsOf(assignment, archive)),
  },
  ...timesOf<Assignment>(({ day }) => day),
]

/** Actions, to be parted by one or two dimensions; in time by the meeting that gave them. */
export const partedAssignments = partedBy<Assignment>({
  report: 'actions',
  title: { sv: 'Uppdrag', en: 'Actions' },
  counts: { sv: 'uppdrag', en: 'actions' },
  dimensions: DIMENSIONS,
  asked: (archive, scope) => {
    const asked = assignmentsAsked(archive, scope)
    return {
      compared: assignmentsCompared(asked, archive, scope),
      notes: undatedNote(asked.asked),
      sources: asked.sources,
    }
  },
  idOf: ({ address }) => address,
})

/** Several owners of one action stand together, so that each action counts once. */
const together = (names: readonly string[]): string | undefined =>
  names.length === 0 ? undefined : [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'sv')).join(', ')
