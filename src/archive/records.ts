import type { Body, Prose } from '../model/body.js'
import type { Document } from '../model/document.js'
import { isUnread, readDocument } from '../parse/read-document.js'
import { freed } from './freed.js'
import type { ReadDocuments } from './read-documents.js'
import type { Source } from './source.js'

/** The prose of a document, read again from its file. */
export type ProseAt = (path: string) => readonly Prose[]

/**
 * Documents as text: what others ask of them, without the prose, which is most of what a document is and which only
 * rules about the document itself read. What only remark can read keeps its prose.
 */
export const recordsOf = ({ documents, intricate }: Pick<ReadDocuments, 'documents' | 'intricate'>): string =>
  JSON.stringify(
    documents.map(document =>
      intricate.has(document.path) ? document : { ...document, body: { ...document.body, prose: undefined } },
    ),
  )

/** The documents that `recordsOf` wrote. */
export const documentsIn = (records: string, proseAt: ProseAt): readonly Document[] =>
  (JSON.parse(records) as Document[]).map(document => {
    freed(document.fields)
    return (document.body.prose as unknown) === undefined ? outlined(document, proseAt) : document
  })

/** Documents that let go of their prose and read it again when they are asked for it. */
export const outlines = (
  { documents, intricate }: Pick<ReadDocuments, 'documents' | 'intricate'>,
  proseAt: ProseAt,
): readonly Document[] =>
  documents.map(document => (intricate.has(document.path) ? document : outlined(document, proseAt)))

/** Reads prose again; that of the last document is kept. */
export function proseReader(source: Source): ProseAt {
  let last: { readonly path: string; readonly prose: readonly Prose[] } | undefined
  return path => {
    if (last?.path === path) return last.prose
    const { body } = readDocument(source.read(path))
    last = { path, prose: isUnread(body) ? [] : body.prose }
    return last.prose
  }
}

function outlined(document: Document, proseAt: ProseAt): Document {
  const { path, body } = document
  const { headings, sections, decisions, actions, links, mentions, references, comments } = body
  const outline: Body = {
    headings,
    sections,
    get prose() {
      return proseAt(path)
    },
    decisions,
    actions,
    links,
    mentions,
    references,
    comments,
    confidential: body.confidential,
    code: body.code,
  }
  return { ...document, body: outline }
}
