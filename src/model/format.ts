import type { Diagnostic, Level, Levels, Verdict } from './diagnostic.js'
import type { Language, Said } from './said.js'
import type { Sheet } from './sheet.js'

/** What a format may know of where its text goes. */
export interface Surface {
  readonly language: Language
  /** Width in columns; 80 where it is not a terminal. */
  readonly columns: number
  readonly paint: Paint
}

/** Colours by what they mean; each gives the text back unpainted where there is no colour. */
export interface Paint {
  error(text: string): string
  warning(text: string): string
  note(text: string): string
  strong(text: string): string
  faint(text: string): string
  good(text: string): string
  link(text: string): string
}

/** What a format gets of each diagnostic: the line it stands on, where it may be shown. */
export interface Shown {
  /** What was arrived at: the counts are taken from all of it. */
  readonly verdict: Verdict
  /** The diagnostics to show: all, or those that were asked for. */
  readonly diagnostics: readonly Diagnostic[]
  /** The lines of the judged files around a finding; absent where the text must not be repeated. */
  excerpt(diagnostic: Diagnostic): readonly string[] | undefined
  /** Every rule, in words. */
  readonly rules: readonly ShownRule[]
  /** Version of the program that judged. */
  readonly version: string
  /** What stands before the paths of the archive where the forge counts them from: `''`, or `arkiv/`. */
  readonly base: string
  /** What a document is called wherever it lies: its id, else its path. */
  nameAt(path: string): string
  /** True of what `--fix` would mend. */
  isMendable(diagnostic: Diagnostic): boolean
  /** True of what stands on a line that the change under review touches; absent where that is not known. */
  readonly isChanged?: (diagnostic: Diagnostic) => boolean
  /** Where there is room for what the format itself has none for. */
  readonly room?: 'job summary'
}

/** What a format may say of a rule. */
export interface ShownRule {
  readonly name: string
  readonly level: Level | Levels
  readonly states: Said
  readonly because: Said
}

/** How the user wants a sheet written. */
export interface SheetWish {
  /** `documents`: also the ids behind each figure. */
  readonly shows: 'figures' | 'documents'
  /** `excel`: as the spreadsheets of a Swedish office open it without questions. */
  readonly dialect?: 'excel' | undefined
}

/** What a format has made: a text, or the bytes of a file. */
export type Written = string | Uint8Array

/** A way to write diagnostics, sheets, or both. Formats never compute. */
export interface Format {
  /** `text`, `json`, `github` …: the file's own name. */
  readonly name: string
  readonly aliases?: readonly string[]
  readonly about: Said
  readonly diagnostics?: (shown: Shown, surface: Surface) => string
  /** Markdown for the summary of a CI job, of what there was no room for; absent when there was. */
  readonly jobSummary?: (shown: Shown, surface: Surface) => string | undefined
  /** What else than its own way of writing sheets it knows. */
  readonly dialects?: readonly NonNullable<SheetWish['dialect']>[]
  readonly sheet?: (sheet: Sheet, surface: Surface, wish: SheetWish) => Written | Promise<Written>
}
