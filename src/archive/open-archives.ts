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
  const [first, ...others] = named
  const { archive } = await openArchive(world, first, caching)
  if (others.length === 0) return archive
  const archives = [archive]
  for (const other of others) archives.push((await openArchive(world, other, caching)).archive)
  return joined(archives)
}
