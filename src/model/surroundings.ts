import type { Day } from './day.js'
import type { Document } from './document.js'
import type { DocumentKind, FieldFault } from './kind.js'
import type { Register } from './register.js'
import type { Settings } from './settings.js'

/**
 * What a document is judged in before any other is read: kinds, settings, registers, groups and the day. A rule that
 * needs no more can judge documents one by one, in any order, on any processor.
 */
export interface Surroundings {
  /** Every file of the archive, attachments too. */
  readonly files: ReadonlySet<string>
  /** By what `typ:` says. */
  readonly kinds: ReadonlyMap<string, DocumentKind>
  readonly settings: Settings
  readonly register: Register
  readonly today: Day

  kindOf(document: Document): DocumentKind | undefined
  /** The groups, as the documents in their folder. */
  readonly groups: readonly Document[]
  /** The group with a slug (`lansgruppen`), as one of those documents. */
  group(slug: string): Document | undefined
  /** What the schema of its kind says against a document. */
  fieldFaults(document: Document): readonly FieldFault[]
  /** The seal of a document as it stands now: `sha256:` and 64 characters (archive format § 6). */
  sealOf(document: Document): string
}
