import type { Archive } from './archive.js'
import type { Finding, Level, Levels } from './diagnostic.js'
import type { Document } from './document.js'
import type { Said } from './said.js'
import type { Surroundings } from './surroundings.js'

/** A rule of `validate`: a sentence that is true of good documents, why it matters, and how to see that it is not met. */
export type Rule = DocumentRule | ArchiveRule

/** A rule that judges a document by itself: it sees no other document but the groups. */
export interface DocumentRule extends Requirement {
  readonly reach?: never
  /** Judges one document. Pure; the surroundings are the same for all. */
  check(document: Document, surroundings: Surroundings): Iterable<Finding>
}

/** A rule that judges a document in the light of others. */
export interface ArchiveRule extends Requirement {
  readonly reach: 'archive'
  /** Judges one document. Pure; the archive is the same for all. */
  check(document: Document, archive: Archive): Iterable<Finding>
}

/** True of a rule that can judge only when the whole archive has been read. */
export const needsArchive = (rule: Rule): rule is ArchiveRule => rule.reach === 'archive'

/** A rule about files that cannot be used, or about what may never be there, lets itself not be exempted. */
export const mayBeExempted = ({ unreadable, exempt }: Rule): boolean =>
  unreadable !== true && exempt !== 'never'

/** What a rule requires, and of what. */
interface Requirement {
  /** Swedish, kebab-case, the file's own name. */
  readonly name: string
  /** The level of a final document; a draft is judged one step gentler. `Levels` where the stages differ otherwise. */
  readonly level: Level | Levels
  /** What is required: a sentence true of good documents. */
  readonly states: Said
  /** Why a busy secretary should care. */
  readonly because: Said
  /** The kinds (`typ`) it judges; all when absent. A rule that names kinds never sees an unreadable document. */
  readonly kinds?: readonly string[]
  /** True when it also judges samverkan.yaml and the registers. */
  readonly registers?: boolean
  /** True when it judges files that could not be read. */
  readonly unreadable?: boolean
  /** True of a rule about what may never be there: no comment and no setting silences it. */
  readonly exempt?: 'never'
  /** Good and bad documents: the rule's tests and its documentation. */
  readonly examples: readonly Example[]
}

/**
 * A small archive and what the rule finds in it. The example document is a good document of its kind
 * (from the demonstration archive) with what is said here put in its place.
 */
export interface Example {
  /** What the example shows. */
  readonly shows: Said
  /** Kind of the document; `protokoll` unless said. */
  readonly typ?: string
  /** Fields to set, as YAML text after the colon; `undefined` takes the field away. */
  readonly front?: Readonly<Record<string, string | undefined>>
  /** The body after the front matter, without the title; that of the demonstration document when absent. */
  readonly body?: string
  /** The whole file, where it is the form of the file that is at fault. */
  readonly text?: string
  /** Where the file lies, when it is not where its id says. */
  readonly path?: string
  /** Other files of the archive, whole: added to the demonstration archive or, `undefined`, taken from it. */
  readonly files?: Readonly<Record<string, string | undefined>>
  /** The day on which it is judged; 2024-06-10 unless said. */
  readonly today?: string
  /** A text on the line of each finding in the example document, in order; `'path: text'` for another file. Empty when all is well. */
  readonly finds: readonly string[]
}

/** The kinds of document that meetings leave. */
export const MEETINGS = ['kallelse', 'mötesanteckningar', 'protokoll'] as const

/** Minutes and protocols: what was said and decided, not what was planned. */
export const RECORDS = ['mötesanteckningar', 'protokoll'] as const
