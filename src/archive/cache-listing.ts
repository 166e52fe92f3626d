import type { Disk, FileEntry } from '../model/ports.js'
import type { Changes } from '../model/work-tree.js'
import { remembered } from './remembered.js'

/** What git's index has, by the paths that it watches over and those that it does not. */
export interface Indexed {
  readonly watched: readonly string[]
  readonly unwatched: readonly string[]
}

/**
 * Every file of a folder, as `Disk.list` gives them, from what git says: what its index has and is not changed need
 * not be looked for. Pipes and devices are not seen by git.
 */
export function listed(
  disk: Disk,
  folder: string,
  { watched, unwatched }: Indexed,
  { changed, others = [] }: Changes,
): readonly FileEntry[] {
  const entries: FileEntry[] = []
  const looked = new Map<string, FileEntry>()
  const isFolder = remembered((path: string) => disk.kindOf(`${folder}/${path}`) === 'folder')
  /** A path below a link is not in this folder. */
  const isReached = (path: string): boolean =>
    path
      .split('/')
      .slice(0, -1)
      .every((_, index, above) => isFolder(above.slice(0, index + 1).join('/')))
  const look = (path: string): void => {
    const kind = isReached(path) ? disk.kindOf(`${folder}/${path}`) : undefined
    if (kind === 'file' || kind === 'symlink' || kind === 'other') looked.set(path, { path, kind })
  }
  const lookInto = (path: string): void => {
    if (!isReached(path) || !isFolder(path)) return
    for (const { path: inner, kind } of disk.list(`${folder}/${path}`))
      looked.set(`${path}/${inner}`, { path: `${path}/${inner}`, kind })
  }
  for (const path of watched) {
    if (!changed.has(path)) entries.push({ path, kind: 'file' })
    else look(path)
  }
  for (const path of unwatched) {
    look(path)
    lookInto(path)
  }
  for (const path of others) {
    if (path.endsWith('/')) lookInto(path.slice(0, -1))
    else look(path)
  }
  entries.push(...looked.values())
  return entries.filter(({ path }) => !isLeftOut(path)).sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** True of what `Disk.list` leaves out. */
const isLeftOut = (path: string): boolean =>
  path.includes('node_modules/') && /(?:^|\/)node_modules\//.test(path)
