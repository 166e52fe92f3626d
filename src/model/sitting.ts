import type { Archive } from './archive.js'
import type { Action } from './body.js'
import type { Day } from './day.js'
import { type Document, nameOf } from './document.js'
import { dayOfMeeting } from './meeting.js'
import { tasksOf } from './tasks.js'
import { folded } from './text.js'
import type { Waiting } from './waiting.js'

/** One meeting of a group: everything that was written of one day. Agenda, minutes and protocol count together. */
export interface Sitting {
  readonly day: Day
  readonly documents: readonly Document[]
}

/** How many meetings may pass before something that was left out counts as lost although it comes back. */
const PATIENCE = 6

/** The meetings of a group in the order of their days, read once. */
function sittingsOf(archive: Archive, slug: string): readonly Sitting[] {
  const meetings = archive.meetingsOf(slug)
  const known = read.get(meetings)
  if (known !== undefined) return known
  const days = new Map<Day, Document[]>()
  for (const document of meetings) {
    const day = dayOfMeeting(document)
    if (day === undefined) continue
    const same = days.get(day)
    if (same === undefined) days.set(day, [document])
    else same.push(document)
  }
  const sittings = [...days].map(([day, documents]) => ({ day, documents }))
  read.set(meetings, sittings)
  return sittings
}

/** The first meetings of a group after a day, at most `PATIENCE`. */
export function sittingsAfter(archive: Archive, slug: string, day: Day): readonly Sitting[] {
  const sittings = sittingsOf(archive, slug)
  let low = 0
  let high = sittings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sittings[middle]?.day ?? '') <= day) low = middle + 1
    else high = middle
  }
  return sittings.slice(low, low + PATIENCE)
}

/** True when any document of a meeting takes up what waits. */
export const isTakenUpAt = (archive: Archive, { documents }: Sitting, waiting: Waiting): boolean =>
  documents.some(document => archive.takesUp(document, waiting))

/** True when a meeting gives or ticks an action of an earlier one, whoever is to do it now. */
export const hasAction = ({ documents }: Sitting, { task }: Action): boolean =>
  documents.some(document => tasksOf(document).has(folded(task)))

/** True when a meeting has no more than an agenda and drafts: what it lacks can still be put there. */
export const isPlanned = ({ documents }: Sitting): boolean =>
  documents.every(({ stage, typ }) => stage === 'draft' || typ === 'kallelse')

/** The documents of a meeting, as they are named in a sentence. */
export const documentsOf = ({ documents }: Sitting): string =>
  documents.map(document => `\`${nameOf(document)}\``).join(', ')

const read = new WeakMap<readonly Document[], readonly Sitting[]>()
