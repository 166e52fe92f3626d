import type { KindSet } from '../kinds/kind-set.js'
import type { Archive } from '../model/archive.js'
import type { Day } from '../model/day.js'
import type { SkippedFile } from '../model/diagnostic.js'
import type { Document } from '../model/document.js'
import { archiveOf } from './archive-of.js'
import type { Cache, KnownPointers } from './cache.js'
import { justRead } from './cache-writing.js'
import { type Premises, readPremises } from './premises.js'
import { readDocuments } from './read-documents.js'
import type { Source } from './source.js'

/** Reads an archive whole: every file under its document folders becomes a document or is skipped for a stated reason. */
export const loadArchive = async (source: Source, builtIn: KindSet, today: Day): Promise<Archive> =>
  completed(await readPremises(source, builtIn, today))

/** Reads the documents of an archive whose premises have been read; a cache spares reading those that it has. */
export async function completed(premises: Premises, cache?: Cache): Promise<Archive> {
  const { source, kinds, groupFolder, otherEntries } = premises
  const known = cache?.recall(premises, otherEntries)
  const read = await readDocuments(source, known?.others ?? otherEntries, kinds, cache?.hash)
  cache?.keep(premises, justRead(read))
  return archiveFrom(
    premises,
    [...groupFolder.documents, ...(known?.documents ?? []), ...read.documents],
    [...groupFolder.skipped, ...read.skipped],
    known,
  )
}

/** An archive of documents that were read in any order. */
export const archiveFrom = (
  premises: Premises,
  documents: readonly Document[],
  skipped: readonly SkippedFile[],
  known?: KnownPointers,
): Archive => archiveOf(premises, documents.toSorted(byPath), skipped.toSorted(byPath), known)

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0
