import type { Archive } from '../model/archive.js'
import type { World } from '../model/ports.js'
import { joined } from './joined.js'
import { openArchive } from './open.js'

/**
 * Opens the archives that `--archive` names as one: a county, a nation. With one or none, that archive itself.
 * @throws UserError when one of them is no archive.
 */
export async function openArchives(
  world: World,
  named: readonly string[],
  caching?: 'never',
): Promise<Archive> {
  const archives = await eachArchive(world, named, caching)
  const [only] = archives
  return archives.length === 1 && only !== undefined ? only : joined(archives)
}

/**
 * Opens each of them by itself.
 * @throws UserError when one of them is no archive.
 */
export async function eachArchive(
  world: World,
  named: readonly string[],
  caching?: 'never',
): Promise<readonly Archive[]> {
  const archives: Archive[] = []
  for (const each of named.length === 0 ? [undefined] : named)
    archives.push((await openArchive(world, each, caching)).archive)
  return archives
}
