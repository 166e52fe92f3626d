import type { Archive } from '../model/archive.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Document } from '../model/document.js'
import type { Rule } from '../model/rule.js'
import { judge } from './judge.js'
import { archiveFrom } from './load.js'
import { type Daring, mended } from './mend.js'
import type { OpenPremises } from './open.js'
import { readDocuments } from './read-documents.js'
import { textSource } from './source.js'
import { textReader } from './text-reader.js'

/** What repairs come to: nothing of it is on disk yet. */
export interface Mending {
  readonly files: readonly {
    readonly path: string
    /** Another place in the archive, where it is moved. */
    readonly to?: string
    readonly before: string
    readonly after: string
  }[]
  /** How many findings have been seen to. */
  readonly fixed: number
}

/** A repair may bring another to light; beyond so many rounds they chase each other. */
const MOST_ROUNDS = 8

/** Makes all repairs that the findings of an archive offer, round after round until none is left. */
export async function mendArchive(
  open: OpenPremises,
  archive: Archive,
  found: readonly Diagnostic[],
  rules: readonly Rule[],
  daring: Daring,
): Promise<Mending> {
  const texts = new Map<string, { readonly before: string; text: string; to?: string }>()
  let [now, diagnostics, fixed] = [archive, found, 0]
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixable = documentsWith(diagnostics, now)
    const changed: string[] = []
    for (const [document, own] of fixable) {
      const known = texts.get(document.path)
      const before = known?.text ?? open.writtenAt(document.path)
      if (before === undefined) continue
      const result = mended(document, known?.to === undefined ? own : withoutMoves(own), before, daring, now)
      if (result === undefined) continue
      const to = result.to ?? known?.to
      texts.set(document.path, {
        before: known?.before ?? before,
        text: result.text,
        ...(to !== undefined && { to }),
      })
      fixed += result.fixed
      // A register is not read anew: other documents were judged by it.
      if (result.text !== before && document.role === 'document') changed.push(document.path)
    }
    if (changed.length === 0) break
    const rewritten = await withTexts(now, texts, changed, open)
    now = rewritten.archive
    const judges = new Set(changed)
    ;({ diagnostics } = judge({
      archive: now,
      rules,
      judges: path => judges.has(path),
      textOf: rewritten.textOf,
    }))
  }
  return {
    files: [...texts].map(([path, { before, text, to }]) => ({
      path,
      ...(to !== undefined && { to }),
      before,
      after: text,
    })),
    fixed,
  }
}

/** The documents that have findings with repairs, each with its own. */
function documentsWith(
  diagnostics: readonly Diagnostic[],
  archive: Archive,
): ReadonlyMap<Document, readonly Diagnostic[]> {
  const found = new Map<Document, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const document = diagnostic.fix === undefined ? undefined : archive.byPath(diagnostic.path)
    if (document === undefined) continue
    found.set(document, [...(found.get(document) ?? []), diagnostic])
  }
  return found
}

const withoutMoves = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
  found.filter(({ fix }) => fix?.does !== 'move')

/** The archive in which some files have other texts, of which some have just been changed. */
async function withTexts(
  archive: Archive,
  texts: ReadonlyMap<string, { readonly text: string }>,
  changed: readonly string[],
  { premises, textOf }: OpenPremises,
): Promise<{ readonly archive: Archive; textOf(path: string): string | undefined }> {
  const source = textSource(Object.fromEntries([...texts].map(([path, { text }]) => [path, text] as const)))
  const entries = changed.map(path => ({ path, kind: 'file' }) as const)
  const { documents } = await readDocuments(source, entries, premises.kinds)
  const isChanged = new Set(changed)
  const others = archive.documents.filter(({ path }) => !isChanged.has(path))
  const read = textReader(source)
  return {
    archive: archiveFrom(premises, [...others, ...documents], archive.skipped),
    textOf: path => (texts.has(path) ? read(path) : textOf(path)),
  }
}
