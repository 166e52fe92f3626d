import type { Archive } from '../model/archive.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Document } from '../model/document.js'
import type { Fix, Putting, Rewriting } from '../model/fix.js'
import { meetingOf } from '../model/meeting.js'
import type { Span } from '../model/place.js'
import { type Edit, edited } from '../parse/edit.js'
import { asRead, asWritten } from './written-text.js'

/** Which repairs are made. */
export type Daring = 'safe' | 'unsafe'

/** A file as repairs leave it. */
export interface MendedFile {
  readonly path: string
  /** Another place in the archive, where it is moved. */
  readonly to?: string
  readonly text: string
  /** How many findings were seen to. */
  readonly fixed: number
}

/**
 * Makes the repairs of one document's findings in its text as it is written; every byte that no repair is about stays.
 * Repairs that overlap wait for the next time. What has been adjusted is changed only in ways that its seal allows.
 * Absent when there is nothing to do.
 */
export function mended(
  document: Document,
  found: readonly Diagnostic[],
  written: string,
  daring: Daring,
  { files }: Pick<Archive, 'files'>,
): MendedFile | undefined {
  const fixes = found.flatMap(({ fix }) => (fix !== undefined && allows(document, fix, daring) ? [fix] : []))
  const edits = editsOf(
    fixes.filter(fix => fix.does === 'put'),
    asRead(written),
  )
  const put = edits.toReversed().reduce((text, edit) => edited(text, asWritten(text, edit)), written)
  const rewrites = new Set(fixes.flatMap(fix => (fix.does === 'rewrite' ? [fix.as] : [])))
  const text = [...rewrites].reduce((now, as) => REWRITERS[as](now), put)
  const to = fixes.flatMap(fix => (fix.does === 'move' ? [fix.to] : []))[0]
  const isMoved = to !== undefined && to !== document.path && !files.has(to)
  if (text === written && !isMoved) return undefined
  return {
    path: document.path,
    ...(isMoved && { to }),
    text,
    fixed: edits.length + rewrites.size + (isMoved ? 1 : 0),
  }
}

/** True of a repair that `mended` would make. */
export const isMendable = (
  document: Document,
  fix: Fix | undefined,
  daring: Daring,
  { files }: Pick<Archive, 'files'>,
): boolean =>
  fix !== undefined &&
  allows(document, fix, daring) &&
  (fix.does !== 'move' || (fix.to !== document.path && !files.has(fix.to)))

const allows = (document: Document, fix: Fix, daring: Daring): boolean =>
  (fix.safety === 'safe' || daring === 'unsafe') &&
  (keepsSeal(fix) || meetingOf(document).approvals.length === 0)

/** The seal is taken over words: not over the byte order mark, line ends, or how characters are composed. */
const keepsSeal = (fix: Fix): boolean => fix.does === 'rewrite' && fix.as !== 'visible'

/** The changes of a text, in order; those that overlap another, or do not find what they expect, are left out. */
function editsOf(fixes: readonly Putting[], read: string): readonly Edit[] {
  const starts = lineStarts(read)
  const offset = (line: number, column: number) => (starts[line - 1] ?? read.length) + column - 1
  const edits = fixes
    .flatMap(({ span, text, insteadOf }) => (span === undefined ? [] : editAt(span, text, insteadOf)))
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
  let last = -1
  return edits.filter(({ from, to }) => {
    if (from < last) return false
    last = Math.max(to, from + 1)
    return true
  })

  function editAt({ line, column, endLine, endColumn }: Span, by: string, insteadOf: string) {
    const [from, to] = [offset(line, column), offset(endLine, endColumn)]
    const stands = read.slice(from, to)
    if (stands === insteadOf) return [{ from, to, by }]
    // The place of a finding may be wider than what is to be changed in it.
    const inside = stands.indexOf(insteadOf)
    return inside < 0 || insteadOf === ''
      ? []
      : [{ from: from + inside, to: from + inside + insteadOf.length, by }]
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

const REWRITERS: Readonly<Record<Rewriting['as'], (text: string) => string>> = {
  'no-mark': text => text.replace(/^\ufeff/, ''),
  lf: text => text.replace(/\r\n?/g, '\n'),
  nfc: text => text.normalize('NFC'),
  visible: text =>
    text.replace(/[\u200b\u2060\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]|(?!^)\ufeff/g, ''),
}
