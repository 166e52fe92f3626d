import type { Stage } from './document.js'
import type { Fix } from './fix.js'
import type { Place, Span } from './place.js'
import type { Said } from './said.js'

/** How serious a finding is. Only an error fails the build. */
export type Level = 'error' | 'warning' | 'note'

/** A level for each stage of a document; `undefined` where the rule is silent. */
export type Levels = Readonly<Record<Stage, Level | undefined>>

/** What a rule has to say about one place. The engine signs it with the rule's name and the level. */
export interface Finding {
  readonly at: Place
  /** What is wrong, with the value. A full sentence. */
  readonly says: Said
  /** What to write instead. Full sentences. */
  readonly advice: Said
  /** Another level than the rule's own, when this case is milder or graver. */
  readonly level?: Level
  /** What `--fix` does about it. */
  readonly fix?: Fix
  /** Another document than the one checked: a duplicate is named where it stands. */
  readonly path?: string
}

/** A finding, signed and placed. */
export interface Diagnostic extends Finding {
  readonly rule: string
  readonly level: Level
  /** Path in the archive. */
  readonly path: string
  readonly span: Span
}

/** What `validate` arrived at. `checked + skipped + unreadable = files`, always. */
export interface Verdict {
  readonly diagnostics: readonly Diagnostic[]
  readonly files: number
  readonly checked: number
  readonly unreadable: number
  readonly skipped: readonly SkippedFile[]
  /** What comments in the documents exempt, with a reason: no findings, but counted. */
  readonly exempted: readonly Diagnostic[]
}

/** A file under the document folders that is not a document, and why. */
export interface SkippedFile {
  readonly path: string
  readonly reason: Said
}

/** Errors first, then warnings, then notes. */
export const LEVELS: readonly Level[] = ['error', 'warning', 'note']
