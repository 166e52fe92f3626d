import type { Archive } from './archive.js'
import { type Assignment, assignmentsOf } from './assignment.js'
import { organisationsOf } from './assignment-organisations.js'
import type { Document } from './document.js'
import { type RecordsAsked, recordsAsked } from './records-asked.js'
import type { Scope } from './report.js'
import { unreadIn } from './sources.js'
import { stretchBefore } from './stretch-before.js'
import type { Compared } from './tally.js'

/** The actions that a question is about, and the minutes and protocols that gave them. */
export interface AssignmentsAsked {
  readonly asked: RecordsAsked
  readonly all: readonly Assignment[]
  readonly sources: { readonly documents: number; readonly unreadable: readonly string[] }
}

/** Picks the actions of a group and a period, and of the organisation that is to do them. */
export function assignmentsAsked(archive: Archive, scope: Scope): AssignmentsAsked {
  const asked = recordsAsked(archive, scope)
  return {
    asked,
    all: givenBy(asked.records, archive, scope),
    sources: {
      documents: asked.records.length,
      unreadable: unreadIn(archive, 'protokoll', 'mötesanteckningar'),
    },
  }
}

/** The same actions beside those of the stretch before. */
export function assignmentsCompared(
  { asked, all }: AssignmentsAsked,
  archive: Archive,
  scope: Scope,
): Compared<Assignment> {
  const period = stretchBefore(scope)
  if (period === undefined) return { items: all }
  const { before } = asked
  return {
    items: all,
    before: { period, ...(before !== undefined && { items: givenBy(before, archive, scope) }) },
  }
}

/** The actions that some records gave: all, or those that the organisation asked about is to do. */
const givenBy = (
  records: readonly Document[],
  archive: Archive,
  { organisation }: Scope,
): readonly Assignment[] =>
  records
    .flatMap(document => assignmentsOf(document, archive))
    .filter(each => organisation === undefined || organisationsOf(each, archive).includes(organisation))
