import { began } from '../model/began.js'
import { type Body, NO_BODY } from '../model/body.js'
import type { SkippedFile } from '../model/diagnostic.js'
import type { Document, Grade, Stage } from '../model/document.js'
import { type Fields, fieldsOf, stated, textOf } from '../model/fields.js'
import type { DocumentKind } from '../model/kind.js'
import type { FileEntry, ReadResult } from '../model/ports.js'
import type { Said } from '../model/said.js'
import type { Snapshot, Tracked } from '../model/work-tree.js'
import { factsOf, isUnread, type ReadFile, readDocument } from '../parse/read-document.js'
import { contentOf } from './content.js'
import type { Source } from './source.js'

/** What lies in the document folders, read. */
export interface ReadDocuments {
  readonly documents: readonly Document[]
  readonly skipped: readonly SkippedFile[]
  /** Paths of those that only remark could read. */
  readonly intricate: ReadonlySet<string>
  /** What the files of the documents held, by path; of none when that was not asked for. */
  readonly contents: ReadonlyMap<string, Tracked>
}

/** Reads files of the document folders: each becomes a document or is skipped for a stated reason. `made` says what ids of contents are made with, where they are wanted. */
export async function readDocuments(
  source: Source,
  entries: readonly FileEntry[],
  kinds: ReadonlyMap<string, DocumentKind>,
  made?: Snapshot['hash'],
): Promise<ReadDocuments> {
  const contents = new Map<string, Tracked>()
  const documents: Document[] = []
  const skipped: SkippedFile[] = []
  const unread: { readonly at: number; readonly markdown: string; readonly firstLine: number }[] = []
  for (const { path, kind } of entries) {
    const reason = kind === 'file' ? reasonToSkip(path) : undefined
    if (reason !== undefined) {
      skipped.push({ path, reason })
      continue
    }
    const file: ReadResult =
      kind === 'symlink'
        ? { problem: 'symlink' }
        : kind === 'other'
          ? { problem: 'not-a-file' }
          : source.read(path)
    const read = readDocument(file)
    if (made !== undefined && 'bytes' in file) contents.set(path, contentOf(file.bytes, made))
    const document = documentOf(path, read, isUnread(read.body) ? NO_BODY : read.body, kinds)
    if (isUnread(read.body)) unread.push({ at: documents.length, ...read.body })
    documents.push(document)
    if (read.fields['justering'] !== undefined) bodies.set(document, read.bodyText)
  }
  if (unread.length > 0) {
    const { readMarkdown } = await import('../parse/markdown.js')
    for (const { at, markdown, firstLine } of unread) {
      const document = documents[at]
      if (document === undefined) continue
      documents[at] = { ...document, body: factsOf(readMarkdown(markdown, firstLine)) }
    }
  }
  const intricate = new Set(unread.flatMap(({ at }) => documents[at]?.path ?? []))
  return { documents, skipped, intricate, contents }
}

/** The text after the front matter of a document that was just read and has been adjusted; absent for others. */
export const adjustedBodyOf = (document: Document): string | undefined => bodies.get(document)?.()

const bodies = new WeakMap<Document, () => string>()

function documentOf(
  path: string,
  { fields, faults, unreadable }: ReadFile,
  body: Body,
  kinds: ReadonlyMap<string, DocumentKind>,
): Document {
  const typ = textOf(fields, 'typ')
  const id = textOf(fields, 'id')
  const status = textOf(fields, 'status')
  const kind = typ === undefined ? undefined : kinds.get(typ)
  return {
    path,
    role: 'document',
    grade: gradeOf(path, fields, kind, kinds),
    stage: unreadable ? 'final' : stageOf(kind, status),
    fields,
    body,
    faults,
    unreadable,
    ...(typ !== undefined && { typ }),
    ...(id !== undefined && { id }),
    ...(status !== undefined && { status }),
    ...stated('began', began(typ, fields)),
    ...stated('group', textOf(fields, 'grupp')),
  }
}

/** The grade that the document states, else that of its kind, else the closest of the kinds that lie in its folder. */
function gradeOf(
  path: string,
  fields: Fields,
  kind: DocumentKind | undefined,
  kinds: ReadonlyMap<string, DocumentKind>,
): Grade {
  const stated = textOf(fields, 'sekretess') ?? textOf(fieldsOf(fields, 'sekretess'), 'grad')
  if (isGrade(stated)) return stated
  const folder = path.slice(0, path.indexOf('/') + 1)
  const closest =
    kind === undefined
      ? [...kinds.values()].filter(({ pathPattern }) => pathPattern.startsWith(folder))
      : [kind]
  const grades = closest.map(({ confidentiality }) => confidentiality)
  return grades.includes('sekretess') || stated !== undefined
    ? 'sekretess'
    : grades.includes('intern')
      ? 'intern'
      : 'öppen'
}

const isGrade = (text: string | undefined): text is Grade =>
  text === 'öppen' || text === 'intern' || text === 'sekretess'

/** A document whose status is missing or unknown is judged as one under review. */
const stageOf = (kind: DocumentKind | undefined, status: string | undefined): Stage =>
  kind?.statuses.find(({ name }) => name === status)?.stage ?? 'review'

const reasonToSkip = (path: string): Said | undefined => {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name.startsWith('.')) return { sv: 'dold fil', en: 'hidden file' }
  if (/^readme\.md$/i.test(name))
    return { sv: 'läsanvisning, inget dokument', en: 'a README, not a document' }
  return name.endsWith('.md')
    ? undefined
    : { sv: 'inte en Markdownfil (`.md`)', en: 'not a Markdown file (`.md`)' }
}
