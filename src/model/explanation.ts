import type { Diagnostic, Level } from './diagnostic.js'
import type { Rule } from './rule.js'
import type { Said } from './said.js'

/** What there is to know about a rule. */
export interface Explanation {
  readonly rule: Rule
  /** What the rules beside it are about. */
  readonly family: Said
  /** What the archive one stands in has set for it. */
  readonly set: Level | 'off' | undefined
  /** Whether a comment with a reason silences it; a file that cannot be read has no room for one. */
  readonly exemption: 'with a reason' | 'unreadable' | 'never'
  /** What the program can mend of what it finds. */
  readonly mends: 'nothing' | 'safe' | 'unsafe'
  readonly bad: ShownExample | undefined
  readonly good: ShownExample | undefined
}

/** An example as it is shown: its words, its findings, and the lines that matter. */
export interface ShownExample {
  readonly shows: Said
  readonly path: string
  readonly findings: readonly Diagnostic[]
  readonly lines: readonly NumberedLine[]
}

/** A line of a file, counted from 1. */
export interface NumberedLine {
  readonly line: number
  readonly text: string
}

/**
 * The lines in which a good text differs from a bad one, the first few where they are more than so many; where the fault was something too much, the
 * lines around the place where it stood.
 */
export function tellingLines(good: string, bad: string, most: number): readonly NumberedLine[] {
  const isInBad = new Set(bad.split('\n'))
  const all = good.split('\n').map((text, index) => ({ line: index + 1, text }))
  const before = bad.split('\n')
  const isOtherwise = ({ text, line }: NumberedLine) =>
    line === 1 ? text !== before[0] : text.trim() !== '' && !isInBad.has(text)
  const own = all.filter(isOtherwise)
  if (own.length > 0) return own.slice(0, own.length > most ? FEW : most)
  const parted = all.find(({ text, line }) => text !== before[line - 1])?.line
  return parted === undefined
    ? []
    : all.filter(({ text, line }) => text.trim() !== '' && Math.abs(line - parted) <= 1)
}

/** Where nearly every line is another, the first few show what was meant. */
const FEW = 3
