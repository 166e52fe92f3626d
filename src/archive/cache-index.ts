import type { Snapshot, Tracked } from '../model/work-tree.js'
import { isIndexedAt } from './cache-columns.js'
import type { Indexed } from './cache-listing.js'
import type { CacheRows, KeptIndex } from './cache-rows.js'
import type { Writing } from './cache-writing.js'

/** True when git's index is the one that was kept. */
export const isKeptIndex = (kept: KeptIndex | undefined, { index }: Snapshot): boolean =>
  kept !== undefined && kept.sum === index

/** The paths in git's index, where it is the one that was kept. */
export function keptPaths({ head: { index }, columns }: CacheRows): Indexed {
  const watched = columns.paths.filter((_, at) => isIndexedAt(columns, at))
  return { watched: [...watched, ...(index?.bare ?? [])], unwatched: index?.unwatched ?? [] }
}

/** The paths in git's index, read. */
export function pathsOf(tracked: ReadonlyMap<string, Tracked | undefined>): Indexed {
  const watched: string[] = []
  const unwatched: string[] = []
  for (const [path, file] of tracked) (file === undefined ? unwatched : watched).push(path)
  return { watched, unwatched }
}

/** What is kept of git's index beside what is kept of its documents. */
export function indexToKeep(
  sum: string,
  tracked: ReadonlyMap<string, Tracked | undefined>,
  writings: readonly Writing[],
): KeptIndex {
  const { watched, unwatched } = pathsOf(tracked)
  const kept = new Set(writings.filter(({ head }) => head.isIndexed).map(({ head }) => head.path))
  return { sum, bare: watched.filter(path => !kept.has(path)), unwatched }
}
