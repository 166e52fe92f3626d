import { nearest } from './text.js'

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

/** The file that a misspelt path most likely meant: one of that name elsewhere, else the nearest in the same folder. */
export function nearestPath(path: string, files: ReadonlySet<string>): string | undefined {
  const split = path.lastIndexOf('/') + 1
  const name = path.slice(split).toLowerCase()
  const beside: string[] = []
  for (const file of files) {
    if (file.toLowerCase().endsWith(`/${name}`)) return file
    if (file.startsWith(path.slice(0, split)) && file.indexOf('/', split) < 0) beside.push(file.slice(split))
  }
  const near = nearest(name, beside.slice(0, MOST))
  return near === undefined ? undefined : path.slice(0, split) + near
}

/** So many files of one folder are compared, at most. */
const MOST = 2000

const folders = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()
