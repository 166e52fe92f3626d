import { lineChanges } from './line-changes.js'

/** The lines that differ between two texts, as a diff shows them. */
export function difference(before: string, after: string): string {
  const [old, now] = [before.split(LINE_END), after.split(LINE_END)]
  return lineChanges(old, now)
    .map(({ sign, line }) => `${sign} ${(sign === '-' ? old : now)[line] ?? ''}`)
    .join('\n')
}

const LINE_END = /\r\n?|\n/
