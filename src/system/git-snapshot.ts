import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import type { SimpleGit } from 'simple-git'
import type { Changes, Snapshot } from '../model/work-tree.js'
import { readIndex } from './git-index.js'

/**
 * What git knows of the files below a folder of a work tree, without any of them being read. `gitWith` makes a git at
 * the top with some settings of its own.
 */
export async function snapshotOf(
  gitWith: (settings: readonly string[]) => SimpleGit,
  top: string,
  folder: string,
): Promise<Snapshot | undefined> {
  const below = folder === top ? '' : `${relative(top, folder).split(sep).join('/')}/`
  const others = othersIn(gitWith([]), below)
  const [places, filters] = await Promise.all([
    gitWith([]).raw(
      'rev-parse',
      '--show-prefix',
      '--show-object-format',
      '--git-path',
      'samverkan',
      '--git-path',
      'index',
    ),
    gitWith([]).raw('config', '--null', '--name-only', '--get-regexp', '^filter\\.'),
  ])
  const [prefix, hash, store, index] = places.split('\n')
  if (prefix !== '' || (hash !== 'sha1' && hash !== 'sha256') || store === undefined || index === undefined)
    return undefined
  const indexPath = resolve(top, index)
  const before = stateOf(indexPath)
  const silenced = silencing(filters)
  const changed = silenced && changedIn(gitWith(silenced), below)
  const idLength = hash === 'sha1' ? 20 : 32
  return {
    folder: resolve(top, store),
    below,
    hash,
    index: sumOf(indexPath, idLength),
    tracked: () => {
      const bytes = bytesOf(indexPath)
      const files = bytes && readIndex(bytes, idLength, below)
      return stateOf(indexPath) === before ? files : undefined
    },
    changes: async (): Promise<Changes | undefined> => {
      const [paths, untracked] = await Promise.all([changed, others])
      if (paths === undefined || before === undefined || stateOf(indexPath) !== before) return undefined
      return { changed: new Set(paths), ...(untracked !== undefined && { others: untracked }) }
    },
  }
}

/**
 * Settings that keep git from running what a repository calls filters. Absent where another filter than that of git
 * LFS is set up: then a file need not be what git has of it.
 */
function silencing(filters: string): readonly string[] | undefined {
  const names = new Set(
    pathsIn(filters).map(each => each.slice(each.indexOf('.') + 1, each.lastIndexOf('.'))),
  )
  if ([...names].some(name => name !== 'lfs')) return undefined
  return [...names].flatMap(name => [`filter.${name}.process=`, `filter.${name}.required=false`])
}

/** Paths, below a folder, of the tracked files that are not as the index has them; absent when git cannot say. */
const changedIn = (git: SimpleGit, below: string): Promise<readonly string[] | undefined> =>
  answered(async () => {
    const said = await git.raw(
      'diff-files',
      '--name-only',
      '-z',
      '--ignore-submodules=all',
      '--',
      `:(literal)${below === '' ? '.' : below}`,
    )
    return pathsIn(said).map(path => path.slice(below.length))
  })

/** Paths, below a folder, of the files that git does not have; absent when git cannot say, or where names on disk need not be as git writes them. */
const othersIn = (git: SimpleGit, below: string): Promise<readonly string[] | undefined> =>
  answered(async () => {
    if (process.platform !== 'linux') return undefined
    const said = await git.raw(
      'ls-files',
      '--others',
      '-z',
      '--exclude=node_modules/',
      '--',
      `:(literal)${below === '' ? '.' : below}`,
    )
    return pathsIn(said).map(path => path.slice(below.length))
  })

const pathsIn = (said: string): readonly string[] => said.split('\0').filter(path => path !== '')

async function answered<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask()
  } catch {
    return undefined
  }
}

/** What tells a file from the one that takes its place: which one it is, when it was changed, how long it is. */
function stateOf(path: string): string | undefined {
  try {
    const { ino, mtimeNs, size } = lstatSync(path, { bigint: true })
    return `${ino} ${mtimeNs} ${size}`
  } catch {
    return undefined
  }
}

/** The checksum at the end of an index; absent when git was told not to make any. */
function sumOf(path: string, length: number): string | undefined {
  const sum = bytesOf(path, length)?.toString('hex')
  return sum === undefined || /^0*$/.test(sum) ? undefined : sum
}

/** The last bytes of a file, or all of them. */
function bytesOf(path: string, last?: number): Buffer | undefined {
  let file: number | undefined
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW)
    const { size } = fstatSync(file)
    const bytes = Buffer.allocUnsafe(Math.min(last ?? size, size))
    let length = 0
    for (let count = 1; count > 0 && length < bytes.length; length += count)
      count = readSync(file, bytes, length, bytes.length - length, size - bytes.length + length)
    return length === bytes.length ? bytes : undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
