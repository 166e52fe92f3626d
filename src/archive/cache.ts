import { hash } from 'node:crypto'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Document } from '../model/document.js'
import type { Disk, FileEntry, OpenFile } from '../model/ports.js'
import type { Changes, Snapshot, Tracked } from '../model/work-tree.js'
import { KeptDocument } from './cache-document.js'
import { indexToKeep, isKeptIndex, keptPaths, pathsOf } from './cache-index.js'
import { judgedBy, stillHolds, sumOfKinds } from './cache-judging.js'
import { listed } from './cache-listing.js'
import { type Match, matching } from './cache-matching.js'
import { type CacheRows, cacheRows } from './cache-rows.js'
import { cacheOf, freshlyKept, type JustRead, keptAgain, type Writing } from './cache-writing.js'
import { contentOf } from './content.js'
import { MADE_BY } from './made-by.js'
import type { Premises } from './premises.js'
import { documentReader } from './read-again.js'
import { once } from './remembered.js'
import type { Source } from './source.js'

/** What is remembered of the documents of an archive, so that those that have not changed need not be read. */
export interface Cache {
  /** What ids of contents are made with. */
  readonly hash: Snapshot['hash']
  /** Every file of the archive. */
  list(): Promise<readonly FileEntry[]>
  /** The documents among some files that are as they were; `isJudged` says of which also what was found in them must still hold. */
  recall(premises: Premises, entries: readonly FileEntry[], isJudged?: (path: string) => boolean): Recalled
  /** Keeps documents that have just been read beside those that were recalled, where that saves more than it costs. */
  keep(premises: Premises, read: readonly JustRead[]): void
}

/** What a cache remembers of some files. */
export interface Recalled extends KnownPointers {
  readonly documents: readonly Document[]
  /** The files that must be read. */
  readonly others: readonly FileEntry[]
  /** What was found in those of the documents of which that was asked. */
  readonly found: readonly Diagnostic[]
}

/** Which documents point at what, known without their being read. */
export interface KnownPointers {
  /** True of a document that `pointing` knows all about. */
  knows(document: Document): boolean
  /** The documents among them that may point at an id in small letters. */
  pointing(id: string): readonly Document[]
}

/** Where a cache lies. */
export interface CacheRequest {
  readonly disk: Disk
  /** Folder of the archive, absolute. */
  readonly top: string
  readonly source: Source
  readonly snapshot: Snapshot
  /** What was kept; absent when nothing was. */
  readonly file: OpenFile | undefined
  /** Puts a new file in its place. */
  readonly write: (parts: Iterable<Uint8Array>) => void
}

/**
 * Opens the cache of an archive. It holds what was read of each document, by the id of its content in git, and what was
 * found in it by itself; nothing that depends on other documents. What another program kept does not count, nor what is
 * damaged, nor, when the kinds have changed, anything.
 */
export function openCache({ disk, top, source, snapshot, file, write }: CacheRequest): Cache {
  const key = hash('sha256', `${MADE_BY} ${snapshot.hash}`)
  const rows = file && cacheRows(file, key)
  const tracked = once(() => snapshot.tracked())
  let changes: Changes | undefined
  let matches: readonly Match[] = []
  const indexPaths = () => {
    const files = tracked()
    return files && pathsOf(files)
  }
  const isSameIndex = () => changes !== undefined && isKeptIndex(rows?.head.index, snapshot)
  const indexed = (path: string) =>
    changes === undefined || changes.changed.has(path) ? undefined : tracked()?.get(path)
  return {
    hash: snapshot.hash,
    list: async () => {
      changes = await snapshot.changes()
      const known = rows !== undefined && isSameIndex() ? keptPaths(rows) : indexPaths()
      return changes?.others === undefined || known === undefined
        ? disk.list(top)
        : listed(disk, top, known, changes)
    },
    recall: (premises, entries, isJudged = () => false) => {
      if (rows?.head.kinds !== sumOfKinds(premises.kinds)) return { ...NOTHING, others: entries }
      const holds = judgementsIn(rows, premises)
      const matched = matching(rows, entries, {
        isSameIndex: isSameIndex(),
        changed: changes?.changed ?? new Set(),
        indexed: path => (isSameIndex() ? undefined : indexed(path)),
        onDisk: path => contentOnDisk(source, path, snapshot.hash),
      })
      const isUsed = (match: Match) => !isJudged(match.path) || holds(match)
      matches = matched.matches.filter(isUsed)
      const rest = { ...rows, again: documentReader(source) }
      const documents = matches.map(({ path, at }) => new KeptDocument(rows.columns, at, path, rest))
      const again = matched.matches.filter(match => !isUsed(match)).map(({ path }) => path)
      return {
        documents,
        others: [...matched.others, ...again.map(path => ({ path, kind: 'file' as const }))],
        found: matches.filter(({ path }) => isJudged(path)).flatMap(({ at }) => foundAt(rows, at)),
        ...pointersKnown(rows, matches, documents),
      }
    },
    keep: (premises, read) => {
      const { kinds } = premises
      const fresh = read.flatMap(each =>
        freshlyKept(each, kinds, isSame(indexed(each.document.path), each.content)),
      )
      const lost = (rows?.columns.paths.length ?? 0) - matches.length
      if (!isWorthWriting(fresh.length + lost, matches.length)) return
      const writings = [...keptBefore(rows, matches, premises), ...fresh].sort(byPath)
      const files = changes && tracked()
      const sum = snapshot.index
      write(
        cacheOf(writings, {
          key,
          kinds: sumOfKinds(kinds),
          judged: judgedBy(premises),
          ...(files !== undefined && sum !== undefined && { index: indexToKeep(sum, files, writings) }),
        }),
      )
    },
  }
}

/** Says of documents whether what was found in them still holds. */
function judgementsIn({ head, columns, found }: CacheRows, premises: Premises): (match: Match) => boolean {
  const now = once(() => judgedBy(premises))
  const { paths, judgedBy: asked, found: lengths } = columns
  return ({ path, at }) =>
    head.judged !== undefined &&
    paths[at] === path &&
    (asked[at] ?? -1) >= 0 &&
    stillHolds(asked[at] ?? 0, head.judged, now()) &&
    (lengths[at] === 0 || found(at) !== undefined)
}

/** The documents that were recalled, as they are to be written again. */
function keptBefore(
  rows: CacheRows | undefined,
  matches: readonly Match[],
  premises: Premises,
): readonly Writing[] {
  if (rows === undefined) return []
  const points = rows.points()
  const holds = judgementsIn(rows, premises)
  return matches.map(match => keptAgain(rows, match, points && (points.get(match.at) ?? []), holds(match)))
}

function foundAt({ found }: CacheRows, at: number): readonly Diagnostic[] {
  const row = found(at)
  return row === undefined ? [] : JSON.parse(row)
}

/** What recalled documents point at. */
function pointersKnown(
  { pointingAt }: CacheRows,
  matches: readonly Match[],
  documents: readonly KeptDocument[],
): KnownPointers {
  const byNumber = once(() => {
    const found = new Map<number, KeptDocument[]>()
    for (const [index, { at }] of matches.entries()) {
      const document = documents[index]
      if (document?.arePointsKnown !== true) continue
      const known = found.get(at)
      if (known === undefined) found.set(at, [document])
      else known.push(document)
    }
    return found
  })
  return {
    knows: document => document instanceof KeptDocument && document.arePointsKnown,
    // Where it is damaged that says who points at an id, everybody may.
    pointing: id =>
      pointingAt(id)?.flatMap(at => byNumber().get(at) ?? []) ??
      documents.filter(each => each.arePointsKnown),
  }
}

/** The content of a file, looked at; absent when it cannot be read. */
function contentOnDisk(source: Source, path: string, made: Snapshot['hash']): Tracked | undefined {
  const read = source.read(path)
  return 'problem' in read ? undefined : contentOf(read.bytes, made)
}

const isSame = (one: Tracked | undefined, other: Tracked): boolean =>
  one?.id === other.id && one.size === other.size

const byPath = (a: Writing, b: Writing): number => (a.head.path < b.head.path ? -1 : 1)

/** True when so many rows have come and gone that they are read sooner from a new file. */
const isWorthWriting = (changed: number, recalled: number): boolean =>
  changed > 0 && (recalled < FEW || changed > recalled / 50)

/** So many rows are written in no time. */
const FEW = 2000

const NOTHING: Omit<Recalled, 'others'> = {
  documents: [],
  found: [],
  knows: () => false,
  pointing: () => [],
}
