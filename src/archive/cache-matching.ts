import type { FileEntry } from '../model/ports.js'
import type { Tracked } from '../model/work-tree.js'
import { contentAt, isIndexedAt, isIntricateAt } from './cache-columns.js'
import type { CacheRows } from './cache-rows.js'

/** A document that was kept, by its number, and the path of its file now. */
export interface Match {
  readonly path: string
  readonly at: number
  /** True when git's index has the file as it is. */
  readonly isIndexed: boolean
}

/** What is known of the files as they are now. */
export interface FilesNow {
  /** True when git's index is the one that it was when the cache was written. */
  readonly isSameIndex: boolean
  /** Paths in the index that are not, or may not be, as it has them. */
  readonly changed: ReadonlySet<string>
  /** What git's index has of a file that is as it has it, where the index has been read. */
  indexed(path: string): Tracked | undefined
  /** What a file holds, looked at. */
  onDisk(path: string): Tracked | undefined
}

/**
 * The files, in the order of their paths, that have rows: of the same content under the same path, else of the same
 * content under another path in the same folder of the archive, which has the same kinds. What only remark can read
 * must have rows that are whole: it cannot be read again at once.
 */
export function matching(
  { head, columns, body }: CacheRows,
  entries: readonly FileEntry[],
  now: FilesNow,
): { readonly matches: readonly Match[]; readonly others: readonly FileEntry[] } {
  const matches: Match[] = []
  const others: FileEntry[] = []
  let byContent: ReadonlyMap<string, number> | undefined
  let next = 0
  const isWhole = (at: number) => !isIntricateAt(columns, at) || body(at) !== undefined
  const isOf = (at: number, content: Tracked) =>
    columns.sizes[at] === content.size && contentAt(columns, at) === content.id && isWhole(at)
  /** The number of the document that a file is; absent when nothing was kept of it. */
  const numberOf = (path: string, at: number | undefined, content: Tracked): number | undefined => {
    if (at !== undefined && isOf(at, content)) return at
    byContent ??= new Map(columns.paths.map((_, number) => [contentAt(columns, number), number]))
    const moved = byContent.get(content.id)
    const isFound =
      moved !== undefined && isOf(moved, content) && folderOf(columns.paths[moved] ?? '') === folderOf(path)
    return isFound ? moved : undefined
  }
  const bare = new Set(head.index?.bare)
  const match = (path: string, at: number | undefined): Match | undefined => {
    if (now.isSameIndex && !now.changed.has(path)) {
      if (at !== undefined && isIndexedAt(columns, at) && isWhole(at)) return { path, at, isIndexed: true }
      if (bare.has(path)) return undefined
    }
    const indexed = now.indexed(path)
    const content = indexed ?? now.onDisk(path)
    const number = content && numberOf(path, at, content)
    return number === undefined ? undefined : { path, at: number, isIndexed: indexed !== undefined }
  }
  for (const entry of entries) {
    const { path, kind } = entry
    while ((columns.paths[next] ?? '\uffff') < path) next++
    const isDocument = kind === 'file' && path.endsWith('.md')
    const found = isDocument ? match(path, columns.paths[next] === path ? next : undefined) : undefined
    if (found === undefined) others.push(entry)
    else matches.push(found)
  }
  return { matches, others }
}

/** The first folder of a path. */
const folderOf = (path: string): string => path.slice(0, path.indexOf('/'))
