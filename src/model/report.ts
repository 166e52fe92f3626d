import type { Archive } from './archive.js'
import type { Period } from './period.js'
import type { Said } from './said.js'
import type { Sheet } from './sheet.js'

/** What a report is asked about. */
export interface Scope {
  readonly period?: Period
  /** The same stretch one year before, for comparison. */
  readonly before?: Period
  /** Slug of a group. */
  readonly group?: string
  /** Words that must be in what is counted. */
  readonly text?: string
  /** Which decisions: those in force only. */
  readonly standing?: 'in-force'
  /** The question in words and as data. */
  readonly words: Said
  readonly data: Readonly<Record<string, string>>
}

/** A report asks one question and returns one sheet. */
export interface Report {
  /** English name on the command line, the file's own name. */
  readonly name: string
  readonly aliases: readonly string[]
  /** The question it answers. */
  readonly asks: Said
  /** Options that narrow this report and not every report. */
  readonly narrowedBy?: readonly ('text' | 'in-force')[]
  answer(archive: Archive, scope: Scope): Sheet
}
