import { isSlip } from './slip.js'

/** The path in the archive that a relative link means, seen from the file it stands in; `/…` is counted from the top. */
export function resolvePath(from: string, target: string): string {
  if (target === '') return from
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.length === 0 || steps.at(-1) === '..' ? steps.push('..') : steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** Every folder that has a file somewhere below it. */
export function foldersOf(files: ReadonlySet<string>): ReadonlySet<string> {
  const known = folders.get(files)
  if (known !== undefined) return known
  const found = new Set<string>()
  for (const file of files) {
    for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) {
      const folder = file.slice(0, at)
      if (found.has(folder)) break
      found.add(folder)
    }
  }
  folders.set(files, found)
  return found
}

/** The file that a misspelt path most likely meant: one of that name elsewhere, else one a slip away in the same folder. */
export function nearestPath(path: string, files: ReadonlySet<string>): string | undefined {
  const { named, inFolder } = indexOf(files)
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const name = path.slice(folder.length).toLowerCase()
  return (
    named.get(name) ??
    inFolder.get(folder)?.find(file => isSlip(name, file.slice(folder.length).toLowerCase()))
  )
}

interface FileIndex {
  /** A file by its name in lower case, the first where several share it. */
  readonly named: ReadonlyMap<string, string>
  readonly inFolder: ReadonlyMap<string, readonly string[]>
}

function indexOf(files: ReadonlySet<string>): FileIndex {
  const known = indexes.get(files)
  if (known !== undefined) return known
  const named = new Map<string, string>()
  const inFolder = new Map<string, string[]>()
  for (const file of files) {
    const folder = file.slice(0, file.lastIndexOf('/') + 1)
    const name = file.slice(folder.length).toLowerCase()
    if (!named.has(name)) named.set(name, file)
    const beside = inFolder.get(folder)
    if (beside === undefined) inFolder.set(folder, [file])
    else if (beside.length < MOST) beside.push(file)
  }
  const index = { named, inFolder }
  indexes.set(files, index)
  return index
}

/** So many files of one folder are compared, at most. */
const MOST = 2000

const folders = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()
const indexes = new WeakMap<ReadonlySet<string>, FileIndex>()
