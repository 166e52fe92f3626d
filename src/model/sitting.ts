import type { Day } from './day.js'
import { type Document, nameOf } from './document.js'

/** One meeting of a group: everything that was written of one day. Agenda, minutes and protocol count together. */
export interface Sitting {
  readonly day: Day
  readonly documents: readonly Document[]
}

/** True when a meeting has no more than an agenda and drafts: what it lacks can still be put there. */
export const isPlanned = ({ documents }: Sitting): boolean =>
  documents.every(({ stage, typ }) => stage === 'draft' || typ === 'kallelse')

/** The documents of a meeting, as they are named in a sentence. */
export const documentsOf = ({ documents }: Sitting): string =>
  documents.map(document => `\`${nameOf(document)}\``).join(', ')
