import type { Archive } from './archive.js'

/**
 * Paths of files in the folders of some kinds that could not be read as one of the kinds kept there: unreadable, or of
 * another or no `typ:`. What a report leaves out it names.
 */
export function unreadIn(archive: Archive, ...typs: readonly string[]): readonly string[] {
  const folderOf = (path: string): string => path.slice(0, path.indexOf('/'))
  const folders = new Set(typs.flatMap(typ => archive.kinds.get(typ)?.pathPattern ?? []).map(folderOf))
  const atHome = new Set(
    [...archive.kinds.values()]
      .filter(({ pathPattern }) => folders.has(folderOf(pathPattern)))
      .map(({ typ }) => typ),
  )
  return archive.documents
    .filter(({ path, typ = '', unreadable }) => {
      const isThere = folders.has(folderOf(path))
      return unreadable ? isThere || typs.includes(typ) : isThere && !atHome.has(typ)
    })
    .map(({ path }) => path)
}
