import { type Assignment, type AssignmentState, isOpen } from './assignment.js'
import type { Said } from './said.js'

/** How it stands with some actions, in sentences: how many are open, the latest, and how many nobody has. */
export function assignmentSummary(all: readonly Assignment[]): readonly Said[] {
  const count = (state: AssignmentState) => all.filter(each => each.state === state).length
  const open = all.filter(isOpen)
  const unowned = open.filter(({ owners }) => owners.length === 0).length
  const latest = open.toSorted((a, b) => (b.daysLate ?? 0) - (a.daysLate ?? 0))[0]
  const ofAll = all.length === 1 ? 'action' : 'actions'
  return [
    {
      sv: `${open.length} av ${all.length} uppdrag är ${open.length === 1 ? 'öppet' : 'öppna'}. ${count('overdue')} är ${count('overdue') === 1 ? 'försenat' : 'försenade'} och ${count('undated')} saknar datum.`,
      en: `${open.length} of ${all.length} ${ofAll} are open. ${count('overdue')} ${count('overdue') === 1 ? 'is' : 'are'} overdue and ${count('undated')} ${count('undated') === 1 ? 'has' : 'have'} no date.`,
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
