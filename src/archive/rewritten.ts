import type { Archive } from '../model/archive.js'
import type { Document } from '../model/document.js'
import { archiveFrom } from './load.js'
import type { OpenPremises } from './open.js'
import { readDocuments } from './read-documents.js'
import { textSource } from './source.js'

/** An archive as it would be if the file of one document held another text. */
export interface Rewritten {
  readonly archive: Archive
  readonly document: Document
  textOf(path: string): string | undefined
}

/** The archive in which a document has another text, given as it is written. Nothing is written. */
export async function rewritten(
  { path }: Document,
  text: string,
  archive: Archive,
  { premises, textOf }: OpenPremises,
): Promise<Rewritten> {
  const source = textSource({ [path]: text })
  const read = await readDocuments(source, [{ path, kind: 'file' }], premises.kinds)
  const [document] = read.documents
  if (document === undefined) throw new Error('A document that was read is no document with another text.')
  const others = archive.documents.filter(each => each.path !== path)
  return {
    archive: archiveFrom(premises, [...others, document], archive.skipped),
    document,
    textOf: asked => (asked === path ? text : textOf(asked)),
  }
}
