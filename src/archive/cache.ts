import { createHash, hash } from 'node:crypto'
import type { Document } from '../model/document.js'
import type { DocumentKind } from '../model/kind.js'
import type { FileEntry, OpenFile, Snapshot, Tracked } from '../model/ports.js'
import { packed } from './container.js'
import { KeptDocument } from './kept-document.js'
import { columnsOf, headAt, type Keeping } from './kept-head.js'
import { rowOf } from './kept-row.js'
import { type KeptRows, keptRows, matching } from './kept-rows.js'
import { MADE_BY } from './made-by.js'
import { pointersOf, prefixesOf } from './pointers.js'
import { documentReader } from './read-again.js'
import type { ReadDocuments } from './read-documents.js'
import type { Source } from './source.js'

/** What has been kept of the documents of an archive, so that those that have not changed need not be read. */
export interface Cache {
  /** The documents among some files that are as they were when they were kept, and the files that must be read. */
  recall(entries: readonly FileEntry[]): Promise<Recalled>
  /** The id of the content of a file, from its bytes. */
  contentOf(bytes: Uint8Array): string
  /** Keeps documents that have just been read beside those that were recalled, where that saves more than it costs. */
  keep(read: readonly JustRead[]): void
}

/** What a cache remembers of some files. */
export interface Recalled {
  readonly documents: readonly Document[]
  readonly others: readonly FileEntry[]
}

/** A document as it was read, and of which content. */
export interface JustRead extends Tracked {
  readonly document: Document
  /** True when only remark could read it. */
  readonly isIntricate: boolean
}

/** Documents that have been read, with the contents that they were read of. */
export const justRead = ({
  documents,
  contents,
  intricate,
}: Omit<ReadDocuments, 'skipped'>): readonly JustRead[] =>
  documents.flatMap(document => {
    const content = contents.get(document.path)
    return content === undefined ? [] : [{ document, ...content, isIntricate: intricate.has(document.path) }]
  })

/** Where a cache lies and what it is of. */
export interface CacheRequest {
  readonly source: Source
  readonly snapshot: Snapshot
  readonly kinds: ReadonlyMap<string, DocumentKind>
  /** What was kept; absent when nothing was. */
  readonly file: OpenFile | undefined
  /** Puts a new file in its place. */
  readonly write: (parts: Iterable<Uint8Array>) => void
}

/**
 * Opens the cache of an archive. It holds what was read of each document, by the id of its content in git, and nothing
 * that depends on other documents; what was kept by another program, for other kinds or is damaged does not count.
 */
export function openCache({ source, snapshot, kinds, file, write }: CacheRequest): Cache {
  const key = keyOf(snapshot, kinds)
  const kept = file && keptRows(file, key)
  const again = documentReader(source)
  const contentOf = contentIn(snapshot)
  /** The rows of what was recalled, by where they stood. */
  let recalled: readonly (readonly [path: string, at: number])[] = []
  return {
    contentOf,
    recall: async entries => {
      if (kept === undefined) return { documents: [], others: entries }
      const tracked = await snapshot.tracked()
      const found = matching(kept, entries, path => tracked.get(path) ?? onDisk(source, path, contentOf))
      recalled = found.recalled
      const rest = { row: kept.row, again }
      return {
        documents: recalled.map(
          ([path, at]) => new KeptDocument({ ...headAt(kept.columns, at), path }, at, rest),
        ),
        others: found.others,
      }
    },
    keep: read => {
      const fresh = read.flatMap(each => keepingOf(each, kinds))
      const lost = (kept?.columns.paths.length ?? 0) - recalled.length
      if (!isWorthWriting(fresh.length + lost, recalled.length)) return
      const old = kept === undefined ? [] : recalled.map(([path, at]) => oldKeeping(kept, path, at))
      const rows = [...old, ...fresh].sort((a, b) => (a.path < b.path ? -1 : 1))
      const written: Keeping[] = []
      write(
        packed(
          (function* () {
            for (const each of rows) {
              const row = each.row()
              if (row === undefined) continue
              written.push({ ...each, length: row.length })
              yield row
            }
          })(),
          () => ({ key, columns: columnsOf(written) }),
        ),
      )
    },
  }
}

/** What is kept depends on the program, on what ids of contents are made with, and on what the kinds say of grade, stage and headings. */
const keyOf = (snapshot: Snapshot, kinds: ReadonlyMap<string, DocumentKind>): string =>
  hash(
    'sha256',
    JSON.stringify([
      MADE_BY,
      snapshot.hash,
      [...kinds.values()].map(({ typ, confidentiality, statuses, sections, pathPattern, idPattern }) => [
        typ,
        confidentiality,
        statuses,
        sections,
        pathPattern,
        idPattern,
      ]),
    ]),
  )

/** Ids as git makes them of the content of a file. */
const contentIn =
  (snapshot: Snapshot): Cache['contentOf'] =>
  bytes =>
    createHash(snapshot.hash).update(`blob ${bytes.length}\0`).update(bytes).digest('binary')

/** A file that git cannot speak for, looked at. */
function onDisk(source: Source, path: string, contentOf: Cache['contentOf']): Tracked | undefined {
  const read = source.read(path)
  return 'problem' in read ? undefined : { id: contentOf(read.bytes), size: read.bytes.length }
}

/** A row that is to be written. */
interface Writing extends Omit<Keeping, 'length'> {
  readonly row: () => string | undefined
}

const oldKeeping = (kept: KeptRows, path: string, at: number): Writing => ({
  ...headAt(kept.columns, at),
  path,
  row: () => kept.row(at),
})

function keepingOf(
  { document, id: content, size, isIntricate }: JustRead,
  kinds: ReadonlyMap<string, DocumentKind>,
): readonly Writing[] {
  const { path, typ, id, status, stage, grade } = document
  const row = rowOf(document, typ === undefined ? undefined : kinds.get(typ), isIntricate)
  if (row === undefined) return []
  const points = pointsOf(document, kinds)
  return [{ path, typ, id, status, stage, grade, points, content, size, isIntricate, row: () => row }]
}

/** The ids that a document points at, where nothing but itself is needed to see them. */
function pointsOf(
  document: Document,
  kinds: ReadonlyMap<string, DocumentKind>,
): readonly string[] | undefined {
  if (document.body.links.length > 0) return undefined
  const pointers = pointersOf(document, prefixesOf(kinds), () => undefined)
  return [...new Set(pointers.map(({ id }) => id.toLowerCase()))]
}

/** True when so many rows have come and gone that they are read sooner from a new file. */
const isWorthWriting = (changed: number, recalled: number): boolean =>
  changed > 0 && (recalled < FEW || changed > recalled / 50)

/** So many rows are written in no time. */
const FEW = 2000
