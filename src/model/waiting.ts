import type { Document } from './document.js'
import type { Said } from './said.js'

/** Something that a group has before it and must not lose between two meetings. */
export interface Waiting {
  readonly what: 'action' | 'deferred' | 'matter' | 'deviation'
  /** `PROT-lansgrupp-2024-05-31 § 4 u2`, `ARE-2024-3m7q`. */
  readonly address: string
  /** In the words of the document: the task, the title. */
  readonly text: string
  /** Where it was said. */
  readonly from: Document
  readonly line: number
  /** When it is due or was to come back, as written. */
  readonly due?: string
  /** Ids of the matters and deviations that it is about. */
  readonly about: readonly string[]
  /** Why it waits, for the reader of an agenda. */
  readonly because: Said
}
