import type { Archive } from './archive.js'
import type { Period } from './period.js'
import type { Said } from './said.js'
import type { Sheet } from './sheet.js'
import type { SteeringPart } from './steering-part.js'

/** What a report is asked about. */
export interface Scope {
  readonly period?: Period
  /** The same stretch one year before, for comparison. */
  readonly before?: Period
  /** Slug of a group. */
  readonly group?: string
  /** Name of the one organisation that is asked about, as the register has it. */
  readonly organisation?: string
  /** Words that must be in what is counted. */
  readonly text?: string
  /** Which decisions: those in force only. */
  readonly standing?: 'in-force'
  /** The question in words and as data. */
  readonly words: Said
  readonly data: Readonly<Record<string, string>>
}

/** The ways to part what a report counts, by one of them or by two. */
export interface Parted {
  readonly dimensions: readonly {
    readonly name: string
    readonly aliases: readonly string[]
    readonly label: Said
  }[]
  /** `by`: names of one or two of the dimensions. */
  answer(archive: Archive, scope: Scope, by: readonly string[]): Sheet
}

/** A report asks one question and returns one sheet. */
export interface Report {
  /** English name on the command line, the file's own name. */
  readonly name: string
  readonly aliases: readonly string[]
  /** The question it answers. */
  readonly asks: Said
  /** Options that narrow this report and not every report. */
  readonly narrowedBy?: readonly ('text' | 'in-force' | 'organisation')[]
  /** What it can be parted by, for `--by`. */
  readonly parted?: Parted
  /** What a group must know before its next meeting, for `--for-meeting`; the group by its slug. */
  beforeMeeting?(archive: Archive, group: string): Sheet
  /**
   * What it tells a steering group in the yearly pack. Where nothing is said the pack takes up its first sentences and
   * its tables of totals; `never` keeps it out.
   */
  readonly inSteeringPack?: SteeringPart | 'never'
  /** `reports`: it puts the answers of the other reports together, and has to be given them. */
  readonly gathers?: 'reports'
  answer(archive: Archive, scope: Scope, reports?: readonly Report[]): Sheet
}
