import type { Diagnostic, Verdict } from './diagnostic.js'
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
  /** What else than its own way of writing sheets it knows. */
  readonly dialects?: readonly NonNullable<SheetWish['dialect']>[]
  readonly sheet?: (sheet: Sheet, surface: Surface, wish: SheetWish) => Written | Promise<Written>
}
