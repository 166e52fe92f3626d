import type { Day } from './day.js'
import { type Fields, isFields, listOf, stated, textOf } from './fields.js'
import { dayIn } from './meeting.js'

/** That a deviation has been handed over to the group of another party, which then has it before it too (Seed S0 § 4a). */
export interface Handover {
  /** Slug of the group that got it. */
  readonly to: string
  readonly on?: Day
  /** Who handed it over. */
  readonly by?: string
}

/** The groups that a deviation has been handed over to, in the order of the file. */
export const handoversIn = (fields: Fields): readonly Handover[] =>
  listOf(fields, 'överlämnad').flatMap(each => {
    const to = isFields(each) ? textOf(each, 'till') : undefined
    return to === undefined || !isFields(each)
      ? []
      : [{ to, ...stated('on', dayIn(textOf(each, 'datum'))), ...stated('by', textOf(each, 'av')) }]
  })

/** Slugs of the groups that have a deviation before them: the one that handles it, and those it was handed over to. */
export function groupsWith(fields: Fields): readonly string[] {
  const own = textOf(fields, 'grupp')
  return [...new Set([...(own === undefined ? [] : [own]), ...handoversIn(fields).map(({ to }) => to)])]
}
