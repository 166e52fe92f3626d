import { hash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { World } from '../model/ports.js'
import type { Snapshot } from '../model/work-tree.js'
import { type Cache, type CacheRequest, openCache } from './cache.js'

/** When documents are remembered from one time to the next: where reading them takes longer than asking git, always, or never. */
export type Caching = 'when it pays' | 'always' | 'never'

/** What the user wants: `SAMVERKAN_CACHE` is `always` or `never`, or nothing is said. */
export function cachingOf({ environment }: Pick<World, 'environment'>): Caching {
  const wanted = environment['SAMVERKAN_CACHE']
  return wanted === 'always' || wanted === 'never' ? wanted : 'when it pays'
}

/** What git knows of the files of an archive; absent when nothing is to be remembered, and outside git. */
export async function snapshotFor(
  world: World,
  top: string,
  caching: Caching,
): Promise<Snapshot | undefined> {
  if (caching === 'never' || (caching === 'when it pays' && !pays(world, top))) return undefined
  return world.history.snapshot(top)
}

/** The cache of an archive, in the folder of the program inside `.git`: a file for each archive of the work tree. */
export function cacheIn({ disk }: World, request: Pick<CacheRequest, 'top' | 'source' | 'snapshot'>): Cache {
  const { folder, below } = request.snapshot
  const path = join(folder, below === '' ? 'documents' : `documents-${hash('sha256', below).slice(0, 16)}`)
  return openCache({ ...request, disk, file: disk.open(path), write: parts => disk.keep(path, parts) })
}

/** True when git's index is so long that the files in it take longer to read than git to start. A linked work tree has it elsewhere, and is taken to be large. */
function pays({ disk }: World, top: string): boolean {
  for (let at = top; ; at = dirname(at)) {
    const stands = disk.kindOf(join(at, '.git'))
    if (stands === 'file') return true
    if (stands === 'folder') return (disk.open(join(at, '.git', 'index'))?.size ?? 0) > WORTH_ASKING
    if (dirname(at) === at) return false
  }
}

/** Bytes of the index of some two hundred files. */
const WORTH_ASKING = 20_000
