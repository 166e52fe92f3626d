import type { Body } from './body.js'
import type { Day } from './day.js'
import { type Fields, textOf } from './fields.js'
import type { Place } from './place.js'
import type { Said } from './said.js'

/** How final a document is. Rules are gentle on drafts and strict on what is final. */
export type Stage = 'draft' | 'review' | 'final'

/** Whom a document is for (OSL): everybody, those who work with it, or only those entitled. */
export type Grade = 'öppen' | 'intern' | 'sekretess'

/** What went wrong when a file was read; a rule with words for each stands in `rules/`. */
export type FaultName =
  | 'front-matter-missing'
  | 'front-matter-open'
  | 'front-matter-executable'
  | 'yaml'
  | 'duplicate-key'
  | 'not-utf8'
  | 'utf16'
  | 'control-character'
  | 'bom'
  | 'crlf'
  | 'not-nfc'
  | 'zero-width'
  | 'bidi'
  | 'too-large'
  | 'too-intricate'
  | 'symlink'
  | 'unreadable-file'
  | 'kind-broken'
  | 'personal-number'

/** A fault met while reading. `detail` is the reader's own word for it: a YAML error code, a character's number, a key. */
export interface Fault {
  readonly name: FaultName
  readonly at: Place
  readonly detail?: string
  /** The line as it stands, where the advice is to write it otherwise. */
  readonly written?: string
  /** What is wrong in words, where no rule could know them beforehand. */
  readonly says?: Said
}

/**
 * A document of the archive. One exists for every file under the document folders, however broken:
 * what could not be read is empty, and `faults` says why.
 */
export interface Document {
  /** Path in the archive, with `/`. */
  readonly path: string
  /** `kind`: a document; `register`: samverkan.yaml or a file of register/. */
  readonly role: 'document' | 'register'
  /** What `typ:` says, whether or not there is such a kind. For a register its own schema's name. */
  readonly typ?: string
  readonly id?: string
  readonly status?: string
  readonly stage: Stage
  /** What `sekretess` says; where it says nothing, what documents of the kind, or in that folder, have from the start. */
  readonly grade: Grade
  /** The day of a meeting, or the first of the days that a deviation goes through (`händelsedatum`, `rapporterad` …); absent where none is stated. */
  readonly began?: Day
  /** Slug of the group that the field `grupp` names. */
  readonly group?: string
  readonly fields: Fields
  readonly body: Body
  readonly faults: readonly Fault[]
  /** True when front matter or text could not be read at all: counted as unreadable, never as checked. */
  readonly unreadable: boolean
}

/** The title of a document: `titel`, else its first heading, else its path. */
export const titleOf = (document: Document): string =>
  textOf(document.fields, 'titel') ?? document.body.headings[0]?.text ?? document.path

/** How a document is named to people: its id, or its path where it has none. */
export const nameOf = (document: Document): string => document.id ?? document.path

/** True of a document whose text a message may repeat: only one graded `öppen` in which no personnummer stands (security decision 3). */
export const mayBeQuoted = ({ grade, faults }: Document): boolean =>
  grade === 'öppen' && (faults.length === 0 || faults.every(({ name }) => name !== 'personal-number'))
