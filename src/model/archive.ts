import type { Day } from './day.js'
import type { SkippedFile } from './diagnostic.js'
import type { Document } from './document.js'
import type { Held } from './fate.js'
import type { FieldPath } from './place.js'
import type { Surroundings } from './surroundings.js'
import type { Waiting } from './waiting.js'

/** The whole archive, read once, never changed: what rules, reports and commands ask. */
export interface Archive extends Surroundings {
  /** Every document, in the order of their paths. */
  readonly documents: readonly Document[]
  /** samverkan.yaml and the files of register/, as documents without a body. */
  readonly registers: readonly Document[]
  readonly skipped: readonly SkippedFile[]

  /** The archive that a document lies in: this one, or one of several that are asked as one. */
  homeOf(document: Document): Archive
  byPath(path: string): Document | undefined
  /** The document with an id, without regard to case; the first by path where several share it. */
  byId(id: string): Document | undefined
  /** Every document with an id. */
  sameId(id: string): readonly Document[]
  /** Documents of these kinds, in the order of their paths. */
  ofKind(...kinds: readonly string[]): readonly Document[]
  /** Meeting documents of a group in the order of their days; agenda before minutes before protocol on one day. */
  meetingsOf(slug: string): readonly Document[]
  /** What points at an id or at any address in that document. */
  pointingAt(id: string): readonly Pointer[]
  /** What a document points at. */
  pointersOf(document: Document): readonly Pointer[]
  /** Everything that a group has or had before it, and what became of it: the conservation law. */
  fatesOf(slug: string): readonly Held[]
  /** Of that, what one document gave or put off. */
  fatesFrom(document: Document, slug: string): readonly Held[]
  /** What a group has before it at a meeting on a day: open actions, deferred items, matters, deviations. */
  waitingFor(slug: string, meeting: Day): readonly Waiting[]
  /** What one meeting document left open: actions that are not done, items that were put off. */
  leftOpenBy(document: Document): readonly Waiting[]
  /** True when a meeting document takes up something that waits: cites it, links its matter, or repeats its words. */
  takesUp(document: Document, waiting: Waiting): boolean
}

/** One reference from a document to an id or address. */
export interface Pointer {
  readonly from: Document
  /** The relation in `länkar`, the attribute, the field (`föregående`), or `nämner` for a mention or link in the text. */
  readonly relation: string
  /** The id of the target as written, without the part after it. */
  readonly id: string
  /** `§ 4`, `§ 4:2`, `§ 6b u1`; absent when the whole document is meant. */
  readonly part?: string
  /** Section of `from` in which it stands, where it stands in the body. */
  readonly section?: number
  readonly at: { readonly field: FieldPath } | { readonly line: number; readonly mark: string }
}
