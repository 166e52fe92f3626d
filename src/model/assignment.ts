import type { Archive } from './archive.js'
import type { Action } from './body.js'
import { type Day, daysBetween } from './day.js'
import { type Document, nameOf } from './document.js'
import { dueIn, isNextMeeting } from './due.js'
import { stated } from './fields.js'
import { dayOfMeeting, meetingOf } from './meeting.js'
import { type Resolved, resolveOwner } from './people.js'
import { citable, mayBeRepeated } from './repeatable.js'
import { RECORDS } from './rule.js'
import { folded } from './text.js'

/**
 * How it stands with an action: every one is in exactly one of these. `carried` = written anew at a later
 * meeting, and counted there.
 */
export type AssignmentState = 'overdue' | 'due-later' | 'undated' | 'done' | 'carried'

/** An action (uppdrag) with the meeting that gave it. */
export interface Assignment {
  /** `PROT-lansgrupp-2024-05-31 § 4 u2`. */
  readonly address: string
  readonly group?: string
  /** The day of the meeting. */
  readonly day?: Day
  /** The file that it stands in, and the line. */
  readonly path: string
  readonly line: number
  /** Whom it is given to; none when nobody is named. */
  readonly owners: readonly Resolved[]
  /** What is to be done; absent where it may not be repeated. */
  readonly task?: string
  /** As written: `2024-11-13`, `VT2025`, `nästa möte`. */
  readonly due?: string
  /** The last day that it can be done in time. */
  readonly dueDay?: Day
  readonly state: AssignmentState
  /** What `(klart …)` says. */
  readonly doneOn?: string
  /** Whole days since the last day, where it is overdue. */
  readonly daysLate?: number
}

/** The actions that a minutes or protocol gave. */
export function assignmentsOf(document: Document, archive: Archive): readonly Assignment[] {
  const home = archive.homeOf(document)
  return document.body.actions.map(action => assigned(action, document, home))
}

/** Stands for the owner of an action that may not be repeated. */
export const NAME_LEFT_OUT = 'left-out'

/** True of what is still to be done. */
export const isOpen = ({ state }: Assignment): boolean => state !== 'done' && state !== 'carried'

function assigned(action: Action, document: Document, archive: Archive): Assignment {
  const mayRepeat = mayBeRepeated(document, action)
  const due = dueDay(action, document, archive)
  const state = stateOf(action, due, document, archive)
  return {
    address: `${nameOf(document)} ${mayRepeat ? action.address : citable(action.address)}`,
    ...stated('group', meetingOf(document).group),
    ...stated('day', dayOfMeeting(document)),
    path: document.path,
    line: action.line,
    owners: mayRepeat
      ? action.owners.map(owner => resolveOwner(owner, document, archive))
      : [{ is: 'unknown', name: NAME_LEFT_OUT }],
    ...stated('task', mayRepeat ? action.task : undefined),
    ...stated('due', action.due),
    ...stated('dueDay', due),
    state,
    ...stated('doneOn', mayRepeat ? action.doneOn : undefined),
    ...(state === 'overdue' && due !== undefined && { daysLate: daysBetween(due, archive.today) }),
  }
}

function stateOf(
  action: Action,
  due: Day | undefined,
  document: Document,
  archive: Archive,
): AssignmentState {
  if (action.done) return 'done'
  if (isCarried(action, document, archive)) return 'carried'
  if (due === undefined) return 'undated'
  return due < archive.today ? 'overdue' : 'due-later'
}

/**
 * The last day of what `(senast …)` says; "nästa möte" is the day that the minutes give, or the group's next
 * meeting in the archive.
 */
function dueDay({ due }: Action, document: Document, archive: Archive): Day | undefined {
  if (due === undefined) return undefined
  const days = dueIn(due, document)
  if (days !== undefined || !isNextMeeting(due)) return days?.to
  return laterMeetings(document, archive).flatMap(later => dayOfMeeting(later) ?? [])[0]
}

/** True when a later meeting of the group gives the same action in the same words. */
function isCarried(action: Action, document: Document, archive: Archive): boolean {
  const { group, day } = meetingOf(document)
  if (group === undefined || day === undefined) return false
  return (lastGiven(archive.meetingsOf(group)).get(wordsOf(action)) ?? '') > day
}

const wordsOf = ({ ownersWritten, task }: Action): string => folded(`${ownersWritten ?? ''}: ${task}`)

/** The last day on which some meetings gave an action in each of the words; worked out once for the meetings of a group. */
function lastGiven(meetings: readonly Document[]): ReadonlyMap<string, Day> {
  const known = given.get(meetings)
  if (known !== undefined) return known
  const last = new Map<string, Day>()
  for (const meeting of meetings) {
    const day = dayOfMeeting(meeting)
    if (day === undefined || !(RECORDS as readonly string[]).includes(meeting.typ ?? '')) continue
    for (const action of meeting.body.actions) {
      const words = wordsOf(action)
      if (day > (last.get(words) ?? '')) last.set(words, day)
    }
  }
  given.set(meetings, last)
  return last
}

const given = new WeakMap<readonly Document[], ReadonlyMap<string, Day>>()

function laterMeetings(document: Document, archive: Archive): readonly Document[] {
  const { group, day } = meetingOf(document)
  if (group === undefined || day === undefined) return []
  return archive.meetingsOf(group).filter(meeting => (dayOfMeeting(meeting) ?? '') > day)
}
