import type { OpenFile } from '../model/ports.js'
import { type Columns, readColumns } from './cache-columns.js'
import { unpacked } from './cache-container.js'
import { once } from './remembered.js'

/** What stands at the head of a cache. */
export interface CacheHead {
  /** What made it, and with which ids of contents: whoever has another key does not believe it. */
  readonly key: string
  /** What the kinds of documents were like, on which grades and stages depend. */
  readonly kinds: string
  /** What documents were judged by besides themselves. */
  readonly judged?: JudgedBy
  /** Git's index at that time. */
  readonly index?: KeptIndex
  /** Where the rows of what was found begin, those of the bodies, and those that say who points at whom; the fields begin it all. */
  readonly regions: readonly [found: number, bodies: number, pointing: number]
  /** How long the rows are that say who points at ids with a prefix. */
  readonly pointing: readonly (readonly [prefix: string, length: number])[]
}

/** What documents are judged by besides themselves. */
export interface JudgedBy {
  /** A checksum of settings, registers, groups and kinds. */
  readonly premises: string
  readonly today: string
  /** A checksum of the paths of all files. */
  readonly files: string
}

/** Git's index as it was, but for what the columns say of it. */
export interface KeptIndex {
  /** Tells it from any other. */
  readonly sum: string
  /** Paths of files of which nothing is kept. */
  readonly bare: readonly string[]
  /** Paths that git does not watch over. */
  readonly unwatched: readonly string[]
}

/** A cache, opened. Documents go by their numbers in the columns; a row that is damaged, or was when it was written anew, is absent. */
export interface CacheRows {
  readonly head: CacheHead
  readonly columns: Columns
  fields(at: number): string | undefined
  body(at: number): string | undefined
  /** What was found in it: a list as JSON; nothing found has no row. */
  found(at: number): string | undefined
  /** The numbers of the documents that point, or may point, at an id in small letters; absent when that is damaged. */
  pointingAt(id: string): readonly number[] | undefined
  /** The ids that each document points at, by its number; absent when that is damaged. */
  points(): ReadonlyMap<number, readonly string[]> | undefined
}

/** Opens a cache; absent when it is damaged or has another key. */
export function cacheRows(file: OpenFile, key: string): CacheRows | undefined {
  const container = unpacked(file)
  if (container === undefined || !isHead(container.head) || container.head.key !== key) return undefined
  const { head } = container
  const columns = readColumns(container.column)
  const rowsOf = (lengths: () => readonly number[], from: number): CacheRows['fields'] => {
    const begins = once(() => beginsOf(lengths(), from))
    const read = container.reader()
    return at => {
      const begin = begins()[at] ?? 0
      const length = (begins()[at + 1] ?? 0) - begin
      return length > 0 ? read(begin, length) : undefined
    }
  }
  const [foundFrom, bodiesFrom, pointingFrom] = head.regions
  const pointing = rowsOf(() => head.pointing.map(([, length]) => length), pointingFrom)
  const pointers = new Map(
    head.pointing.map(([prefix], at) => [
      prefix,
      once((): ReadonlyMap<string, readonly number[]> | undefined => {
        const row = pointing(at)
        return row === undefined ? undefined : new Map(JSON.parse(row))
      }),
    ]),
  )
  return {
    head,
    columns,
    fields: rowsOf(() => columns.fields, 0),
    found: rowsOf(() => columns.found, foundFrom),
    body: rowsOf(() => columns.bodies, bodiesFrom),
    pointingAt: id => {
      const known = pointers.get(prefixOf(id))
      if (known === undefined) return []
      const ids = known()
      return ids && (ids.get(id) ?? [])
    },
    points: () => {
      const points = new Map<number, string[]>()
      for (const known of pointers.values()) {
        const ids = known()
        if (ids === undefined) return undefined
        for (const [id, numbers] of ids) {
          for (const at of numbers) {
            const all = points.get(at)
            if (all === undefined) points.set(at, [id])
            else all.push(id)
          }
        }
      }
      return points
    },
  }
}

/** What an id begins with, up to the first hyphen. */
export const prefixOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('-')))

const beginsOf = (lengths: readonly number[], from: number): Float64Array => {
  const begins = new Float64Array(lengths.length + 1)
  begins[0] = from
  for (let at = 0; at < lengths.length; at++) begins[at + 1] = (begins[at] ?? 0) + (lengths[at] ?? 0)
  return begins
}

/** A head that was packed whole is a program's own: once its key is ours, the rest is as we wrote it. */
const isHead = (head: unknown): head is CacheHead =>
  typeof head === 'object' && head !== null && 'key' in head && 'pointing' in head
