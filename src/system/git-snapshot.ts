import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import type { SimpleGit } from 'simple-git'
import type { Snapshot } from '../model/ports.js'
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
  const git = gitWith([])
  const [places, filters] = await Promise.all([
    git.raw(
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
  const below = folder === top ? '' : `${relative(top, folder).split(sep).join('/')}/`
  const silenced = silencing(filters)
  const changed =
    before === undefined || silenced === undefined
      ? undefined
      : changedIn(gitWith(silenced), below === '' ? '.' : below)
  return {
    folder: resolve(top, store),
    below,
    hash,
    tracked: async () => {
      const paths = await changed
      const bytes = paths === undefined ? undefined : bytesOf(indexPath)
      const files = bytes && readIndex(bytes, hash === 'sha1' ? 20 : 32, below)
      if (paths === undefined || files === undefined || stateOf(indexPath) !== before) return new Map()
      const clean = new Map(files)
      for (const path of paths) if (path.startsWith(below)) clean.delete(path.slice(below.length))
      return clean
    },
  }
}

/**
 * Settings that keep git from running what a repository calls filters. Absent where another filter than that of git
 * LFS is set up: then a file need not be what git has of it.
 */
function silencing(filters: string): readonly string[] | undefined {
  const names = new Set(
    filters
      .split('\0')
      .filter(each => each !== '')
      .map(each => each.slice(each.indexOf('.') + 1, each.lastIndexOf('.'))),
  )
  const isLfs = [...names].every(name => name === 'lfs')
  return isLfs
    ? [...names].flatMap(name => [`filter.${name}.process=`, `filter.${name}.required=false`])
    : undefined
}

/** Paths, from the top, of the tracked files that are not as the index has them; absent when git cannot say. */
async function changedIn(git: SimpleGit, folder: string): Promise<readonly string[] | undefined> {
  try {
    const said = await git.raw(
      'diff-files',
      '--name-only',
      '-z',
      '--ignore-submodules=all',
      '--',
      `:(literal)${folder}`,
    )
    return said.split('\0').filter(path => path !== '')
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

function bytesOf(path: string): Buffer | undefined {
  let file: number | undefined
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW)
    const bytes = Buffer.allocUnsafe(fstatSync(file).size)
    let length = 0
    for (let count = 1; count > 0 && length < bytes.length; length += count)
      count = readSync(file, bytes, length, bytes.length - length, length)
    return length === bytes.length ? bytes : undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
