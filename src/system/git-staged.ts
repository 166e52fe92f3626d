import type { SimpleGit } from 'simple-git'
import type { FileEntry } from '../model/ports.js'
import type { Staged } from '../model/work-tree.js'

/** What is staged, as git says it at the top of a work tree. */
export async function stagedIn(git: SimpleGit): Promise<Staged> {
  const plain = ['--name-only', '--no-renames', '--no-ext-diff', '--no-textconv', '-z', '--']
  const entries = entriesIn(await git.raw('ls-files', '--stage', '-z'))
  return {
    entries,
    changed: namesIn(await git.raw('diff', '--cached', ...plain)),
    differing: namesIn(await git.raw('diff', ...plain)),
  }
}

/** The bytes that git has under a name: `:0:path` as staged, `<commit>:path`; absent where there are none, as for a file with conflicts. */
export async function contentOf(git: SimpleGit, name: string): Promise<Uint8Array | undefined> {
  try {
    return await git.showBuffer(['--no-ext-diff', '--no-textconv', '--end-of-options', name])
  } catch {
    return undefined
  }
}

/** Paths parted by NUL. */
export const namesIn = (said: string): readonly string[] => said.split('\0').filter(path => path !== '')

/** Reads `<mode> <id> <stage>\t<path>`, parted by NUL; a file with conflicts stands there several times. */
function entriesIn(said: string): readonly FileEntry[] {
  const kinds = new Map(
    namesIn(said).map(line => {
      const tab = line.indexOf('\t')
      return [line.slice(tab + 1), KINDS[line.slice(0, 6)] ?? 'file'] as const
    }),
  )
  return [...kinds]
    .map(([path, kind]) => ({ path, kind }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

const KINDS: Readonly<Record<string, FileEntry['kind']>> = { '120000': 'symlink', '160000': 'other' }
