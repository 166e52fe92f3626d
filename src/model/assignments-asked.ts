import type { Archive } from './archive.js'
import { type Assignment, assignmentsOf } from './assignment.js'
import { type RecordsAsked, recordsAsked } from './records-asked.js'
import type { Scope } from './report.js'
import { unreadIn } from './sources.js'

/** The actions that a question is about, and the minutes and protocols that gave them. */
export interface AssignmentsAsked {
  readonly asked: RecordsAsked
  readonly all: readonly Assignment[]
  readonly sources: { readonly documents: number; readonly unreadable: readonly string[] }
}

/** Picks the actions of a group and a period. */
export function assignmentsAsked(archive: Archive, scope: Scope): AssignmentsAsked {
  const asked = recordsAsked(archive, scope)
  return {
    asked,
    all: asked.records.flatMap(document => assignmentsOf(document, archive)),
    sources: {
      documents: asked.records.length,
      unreadable: unreadIn(archive, 'protokoll', 'mötesanteckningar'),
    },
  }
}
