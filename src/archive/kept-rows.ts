import type { FileEntry, OpenFile, Tracked } from '../model/ports.js'
import { type Container, unpacked } from './container.js'
import { type Columns, contentAt, isIntricateAt } from './kept-head.js'

/** What was kept, opened. A row has the number of its document in the columns. */
export interface KeptRows {
  readonly columns: Columns
  /** A row; absent when it is damaged. */
  row(at: number): string | undefined
}

/** Opens what was kept; absent when it is damaged or was not kept under this key. */
export function keptRows(file: OpenFile, key: string): KeptRows | undefined {
  const container = unpacked(file)
  if (container === undefined || !isHead(container.head) || container.head.key !== key) return undefined
  const { columns } = container.head
  const begins = new Float64Array(columns.lengths.length + 1)
  for (const [at, length] of columns.lengths.entries()) begins[at + 1] = (begins[at] ?? 0) + length
  return { columns, row: at => container.row(begins[at] ?? 0, columns.lengths[at] ?? 0) }
}

/** What stands at the head of the container. */
export interface Head {
  /** Of what it was kept: only a program that has the same believes it. */
  readonly key: string
  readonly columns: Columns
}

/** The head is a program's own, once its key is: nothing else is looked at. */
const isHead = (head: Container['head']): head is Head =>
  typeof head === 'object' && head !== null && 'key' in head && 'columns' in head

/**
 * The files, in the order of their paths, that have a row: of the same content under the same path, else of the same
 * content under another path in the same folder of the archive, which has the same kinds.
 * What only remark can read must have a row that is whole: it cannot be read again at once.
 */
export function matching(
  { columns, row }: KeptRows,
  entries: readonly FileEntry[],
  contentAtPath: (path: string) => Tracked | undefined,
): {
  readonly recalled: readonly (readonly [path: string, at: number])[]
  readonly others: readonly FileEntry[]
} {
  const recalled: (readonly [string, number])[] = []
  const others: FileEntry[] = []
  let byContent: ReadonlyMap<string, number> | undefined
  let next = 0
  for (const entry of entries) {
    const { path, kind } = entry
    while ((columns.paths[next] ?? '\uffff') < path) next++
    const content = kind === 'file' && path.endsWith('.md') ? contentAtPath(path) : undefined
    const isAt = (at: number | undefined): at is number =>
      at !== undefined &&
      content !== undefined &&
      columns.sizes[at] === content.size &&
      contentAt(columns, at) === content.id &&
      folderOf(columns.paths[at] ?? '') === folderOf(path) &&
      !(isIntricateAt(columns, at) && row(at) === undefined)
    if (columns.paths[next] === path && isAt(next)) {
      recalled.push([path, next])
      continue
    }
    byContent ??= new Map(columns.paths.map((_, at) => [contentAt(columns, at), at]))
    const moved = content && byContent.get(content.id)
    if (isAt(moved)) recalled.push([path, moved])
    else others.push(entry)
  }
  return { recalled, others }
}

/** The first folder of a path. */
const folderOf = (path: string): string => path.slice(0, path.indexOf('/'))
