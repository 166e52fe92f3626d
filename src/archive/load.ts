import type { KindSet } from '../kinds/kind-set.js'
import type { Archive } from '../model/archive.js'
import type { Day } from '../model/day.js'
import { archiveOf } from './archive-of.js'
import { type Premises, readPremises } from './premises.js'
import { readDocuments } from './read-documents.js'
import type { Source } from './source.js'

/** Reads an archive whole: every file under its document folders becomes a document or is skipped for a stated reason. */
export const loadArchive = async (source: Source, builtIn: KindSet, today: Day): Promise<Archive> =>
  completed(await readPremises(source, builtIn, today))

/** Reads the documents of an archive whose premises have been read. */
export async function completed(premises: Premises): Promise<Archive> {
  const { source, entries, kinds, groupFolder } = premises
  const known = new Set([...groupFolder.documents, ...groupFolder.skipped].map(({ path }) => path))
  const read = await readDocuments(
    source,
    entries.filter(({ path }) => !known.has(path)),
    kinds,
  )
  return archiveOf(
    premises,
    inOrder([...groupFolder.documents, ...read.documents]),
    inOrder([...groupFolder.skipped, ...read.skipped]),
  )
}

const inOrder = <Found extends { readonly path: string }>(found: Found[]): readonly Found[] =>
  found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
