import type { Archive } from '../model/archive.js'
import type { Shown, ShownRule } from '../model/format.js'
import { jobSummaryOf } from '../model/job-summary.js'
import type { World } from '../model/ports.js'
import { isMendable } from './mend.js'

/** What formats get to know of findings besides their text. `top` is the folder of the archive, absolute. */
export const knownOfFindings = (
  archive: Pick<Archive, 'byPath' | 'files'>,
  rules: readonly ShownRule[],
  top: string,
  world: Pick<World, 'directory' | 'environment' | 'version' | 'disk'>,
): Omit<Shown, 'verdict' | 'diagnostics' | 'excerpt'> => ({
  rules,
  version: world.version,
  base: baseOf(top, world),
  nameAt: path => archive.byPath(path)?.id ?? path,
  isMendable: ({ path, fix }) => {
    const document = archive.byPath(path)
    return document !== undefined && isMendable(document, fix, 'safe', archive)
  },
  ...(jobSummaryOf(world) !== undefined && { room: 'job summary' }),
})

/** From where the forge has the files (GITHUB_WORKSPACE, CI_PROJECT_DIR), else from where the command was given. */
function baseOf(top: string, { directory, environment }: Pick<World, 'directory' | 'environment'>): string {
  const root = environment['GITHUB_WORKSPACE'] ?? environment['CI_PROJECT_DIR'] ?? directory
  return root !== '' && top.startsWith(`${root}/`) ? `${top.slice(root.length + 1)}/` : ''
}
