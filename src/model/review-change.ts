import type { Document } from './document.js'
import type { Said } from './said.js'
import type { Surroundings } from './surroundings.js'

/** What a change means for one document, in one sentence. */
export interface ReviewedChange {
  /** Without its place: "beslut 2 tillagt". */
  readonly says: Said
  /** `§ 5`, or `"Analys"` for a section without number; absent for the document as a whole and its fields. */
  readonly place?: string
}

/** A document as it was or has become. */
export interface Version {
  readonly document: Document
  /** What it is judged by: kinds, settings and registers of the same time. */
  readonly archive: Surroundings
  /** The text of its file, with LF. */
  readonly text: string
}

/** The same document before a change and after it. */
export interface Versions {
  readonly before: Version
  readonly after: Version
}
