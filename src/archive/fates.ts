import type { Archive } from '../model/archive.js'
import type { Action, Section } from '../model/body.js'
import { type Day, daysBetween, yearOf } from '../model/day.js'
import type { Document } from '../model/document.js'
import { dueIn, isNextMeeting } from '../model/due.js'
import type { Fate, Held } from '../model/fate.js'
import { stated } from '../model/fields.js'
import { areSettled } from '../model/matter.js'
import { dayIn, dayOfMeeting } from '../model/meeting.js'
import type { Period } from '../model/period.js'
import type { Waiting } from '../model/waiting.js'
import { leftOpenBy, matterIds, openAction } from './carry-forward.js'
import { fateOfPutOff, fatesOfMatters, liftedBy } from './fates-of-matters.js'
import { type Traces, tracesOf } from './traces.js'

/**
 * The conservation law: everything that a group has or had before it, with what became of it. Actions and deferred items
 * of its meetings, its matters and those lifted to it, and the deviations that it handles. `before`: as it stood before
 * the meetings of that day. One function for `new`, `validate`, `status` and whoever asks what must not be lost.
 */
export function fatesOf(archive: Archive, slug: string, before?: Day): readonly Held[] {
  const traces = tracesOf(archive, slug, before)
  const held: Held[] = []
  for (const [index, { documents }] of traces.sittings.entries()) {
    for (const document of documents) {
      for (const action of document.body.actions) {
        if (isRecordOf(document))
          held.push({
            waiting: openAction(action, document),
            fate: fateOfAction(action, document, index, traces, archive),
          })
      }
      for (const waiting of leftOpenBy(document)) {
        if (waiting.what === 'deferred')
          held.push({ waiting, fate: fateOfDeferred(waiting, index, traces, archive) })
      }
    }
  }
  return [...held, ...fatesOfMatters(archive, slug, traces)]
}

const isRecordOf = ({ typ }: Document): boolean => typ !== 'kallelse'

/** An action is at every meeting of its group until it is ticked or given anew; a note from a meeting's day or after counts as being there. */
function fateOfAction(
  action: Action,
  document: Document,
  index: number,
  traces: Traces,
  archive: Archive,
): Fate {
  const { sittings } = traces
  if (action.done) return { is: 'closed', by: document, ...stated('on', dayIn(action.doneOn)) }
  const waiting = openAction(action, document)
  const [anew] = [...traces.ofTask(action.task), ...traces.ofTask(waiting.text)]
    .filter(at => at > index)
    .sort(byNumber)
  const again = anew === undefined ? undefined : sittings[anew]
  if (again !== undefined) return { is: 'given anew', at: again }
  const noted = lastNote(action, document)
  const seen =
    traces
      .of(waiting)
      .filter(at => at > index)
      .at(-1) ?? index
  const last =
    noted === undefined
      ? seen
      : Math.max(
          seen,
          sittings.findLastIndex(({ day }) => day <= noted),
        )
  const settled = settledBy(itemsAround(document, action.section), archive)
  if (settled !== undefined) return settled
  const until = putOffUntil(itemsAround(document, action.section), document)
  return until === undefined || (sittings[last + 1]?.day ?? until.from) >= until.from
    ? fateAfter(last, index, traces)
    : fateOfPutOff(until, last, traces)
}

/** The fate of something whose time has come, that the meeting `last` was the latest to have. */
function fateAfter(last: number, first: number, { sittings }: Traces): Fate {
  const missed = sittings[last + 1]
  if (missed !== undefined) return { is: 'lost', at: missed }
  const at = last > first ? sittings[last] : undefined
  return at === undefined ? { is: 'waiting' } : { is: 'taken up', at }
}

/** What was put off is settled when a later meeting takes it up; a term or a year has passed only when it is over. */
function fateOfDeferred(waiting: Waiting, index: number, traces: Traces, archive: Archive): Fate {
  const settled = settledBy(waiting.about, archive)
  if (settled !== undefined) return settled
  const [taken] = traces.of(waiting).filter(at => at > index)
  const at = taken === undefined ? undefined : traces.sittings[taken]
  if (at !== undefined) return { is: 'taken up', at }
  const { due = '', from } = waiting
  const until = dueIn(due, from)
  if (until === undefined) return isNextMeeting(due) ? fateAfter(index, index, traces) : { is: 'waiting' }
  const isLong = daysBetween(until.from, until.to) > 31
  if (isLong && until.to >= archive.today) return { is: 'put off', until }
  return fateOfPutOff(until, index, traces)
}

/** The closed or lifted matters that something is about, when all of them are. */
function settledBy(about: readonly string[] | readonly Section[], archive: Archive): Fate | undefined {
  const ids = about.flatMap(each => (typeof each === 'string' ? [each] : matterIds(each.attributes)))
  if (!areSettled(ids, archive)) return undefined
  const matters = ids.flatMap(id => archive.byId(id) ?? []).filter(({ typ }) => typ === 'ärende')
  const lifted = matters.find(({ status }) => status === 'lyft')
  const [closed] = matters
  if (lifted !== undefined) return liftedBy(lifted)
  return closed === undefined ? undefined : { is: 'closed', by: closed }
}

/** The sections that something stands in, innermost first. */
function itemsAround({ body }: Document, section: number | undefined): readonly Section[] {
  const around: Section[] = []
  for (let at = body.sections[section ?? -1]; at !== undefined; at = body.sections[at.parent ?? -1])
    around.push(at)
  return around
}

/** When an item says that it comes back. */
function putOffUntil(items: readonly Section[], document: Document): Period | undefined {
  for (const { attributes } of items) {
    const returns = attributes.find(({ key }) => key === 'Återkommer')
    const period = returns === undefined ? undefined : dueIn(returns.value, document)
    if (period !== undefined) return period
  }
  return undefined
}

/** The day of the latest note under an action. */
function lastNote({ notes }: Action, document: Document): Day | undefined {
  const held = dayOfMeeting(document)
  const days = notes.flatMap(note => dayIn(/^[^\s:,]+/.exec(note)?.[0], held && yearOf(held)) ?? [])
  return days.sort().at(-1)
}

const byNumber = (one: number, other: number): number => one - other
