import type { Archive } from './archive.js'
import type { Day } from './day.js'
import type { Document } from './document.js'
import { textOf } from './fields.js'
import { dayOfMeeting } from './meeting.js'

/** True of a matter that its group need not keep before it any longer: closed, or lifted to another group. */
const isSettled = ({ stage, status }: Document): boolean => stage === 'final' || status === 'lyft'

/** True when there are matters among some ids, and all of them are closed or lifted. */
export function areSettled(ids: readonly string[], archive: Archive): boolean {
  const matters = ids.flatMap(id => archive.byId(id) ?? []).filter(({ typ }) => typ === 'ärende')
  return matters.length > 0 && matters.every(isSettled)
}

/** The days of the meetings of a group that have a matter: those it names, and those that name it. */
export function daysOfMatter(matter: Document, slug: string, archive: Archive): readonly Day[] {
  const named = archive
    .pointersOf(matter)
    .filter(({ relation }) => relation === 'behandlas_i')
    .flatMap(({ id }) => archive.byId(id) ?? [])
  const naming = archive.pointingAt(matter.id ?? '').map(({ from }) => from)
  return [...named, ...naming]
    .filter(({ fields }) => textOf(fields, 'grupp') === slug)
    .flatMap(document => (document.typ === 'ärende' ? [] : (dayOfMeeting(document) ?? [])))
}
