import type { Document } from '../model/document.js'
import { stated } from '../model/fields.js'
import type { DocumentKind } from '../model/kind.js'
import type { Judgement } from '../model/ports.js'
import type { Tracked } from '../model/work-tree.js'
import { columnsOf, headAt, type KeptHead, writtenColumns } from './cache-columns.js'
import { packed } from './cache-container.js'
import type { Match } from './cache-matching.js'
import { type CacheHead, type CacheRows, prefixOf } from './cache-rows.js'
import { bodyRow, fieldsRow, inBytes, mayBeKept } from './cache-text.js'
import { pointersOf, prefixesOf } from './pointers.js'
import type { ReadDocuments } from './read-documents.js'

/** A document as it was read, and of which content. */
export interface JustRead {
  readonly document: Document
  readonly content: Tracked
  /** True when only remark could read it. */
  readonly isIntricate: boolean
  /** What was found in it by itself; absent when it was not judged. */
  readonly judgement?: Judgement
}

/** Documents that have been read, with the contents that they were read of and what was found in them. */
export const justRead = (
  { documents, contents, intricate }: Omit<ReadDocuments, 'skipped'>,
  judgements: readonly Judgement[] = [],
): readonly JustRead[] => {
  const byPath = new Map(judgements.map(judgement => [judgement.path, judgement] as const))
  return documents.flatMap(document => {
    const { path } = document
    const content = contents.get(path)
    return content === undefined
      ? []
      : [{ document, content, isIntricate: intricate.has(path), ...stated('judgement', byPath.get(path)) }]
  })
}

/** What is to be written of a document: its head, and its rows when they are asked for. */
export interface Writing {
  readonly head: Omit<KeptHead, 'lengths'>
  /** The ids that it points at, in small letters, where that is known. */
  readonly points: readonly string[]
  fields(): string | undefined
  found(): string | undefined
  body(): string | undefined
}

/** What is to be written of a document that was read; nothing when nothing of it may be kept. */
export function freshlyKept(
  { document, content, isIntricate, judgement }: JustRead,
  kinds: ReadonlyMap<string, DocumentKind>,
  isIndexed: boolean,
): readonly Writing[] {
  const { path, typ, id, status, began, group, stage, grade, body } = document
  if (!mayBeKept(document, isIntricate)) return []
  const arePointsKnown = body.links.length === 0
  const pointers = arePointsKnown ? pointersOf(document, prefixesOf(kinds), () => undefined) : []
  return [
    {
      head: {
        path,
        ...stated('typ', typ),
        ...stated('id', id),
        ...stated('status', status),
        ...stated('began', began),
        ...stated('group', group),
        stage,
        grade,
        content,
        isIndexed,
        isIntricate,
        arePointsKnown,
        hasFaults: document.faults.length > 0,
        judgedBy: judgement?.asked,
      },
      points: [...new Set(pointers.map(pointer => pointer.id.toLowerCase()))],
      fields: () => fieldsRow(document),
      found: () => (judgement?.found.length ? inBytes(JSON.stringify(judgement.found)) : undefined),
      body: () => bodyRow(document, typ === undefined ? undefined : kinds.get(typ), isIntricate),
    },
  ]
}

/** What is to be written of a document that was kept before, with its judgement where that still holds. */
export function keptAgain(
  { columns, fields, found, body }: CacheRows,
  { path, at, isIndexed }: Match,
  points: readonly string[] | undefined,
  holds: boolean,
): Writing {
  const { lengths, ...head } = headAt(columns, at)
  const isJudged = holds && (lengths[1] === 0 || found(at) !== undefined)
  return {
    head: {
      ...head,
      path,
      isIndexed,
      arePointsKnown: head.arePointsKnown && points !== undefined,
      judgedBy: isJudged ? head.judgedBy : undefined,
    },
    points: points ?? [],
    fields: () => fields(at),
    found: () => (isJudged ? found(at) : undefined),
    body: () => body(at),
  }
}

/** The bytes of a cache with some documents, in the order of their paths. */
export function cacheOf(
  writings: readonly Writing[],
  known: Omit<CacheHead, 'regions' | 'pointing'>,
): Iterable<Uint8Array> {
  const lengths = { fields: [] as number[], found: [] as number[], bodies: [] as number[] }
  const pointing: (readonly [prefix: string, length: number])[] = []
  const taken = (row: string | undefined, into: number[]): string => {
    into.push(row?.length ?? 0)
    return row ?? ''
  }
  function* rows(): Generator<string> {
    for (const writing of writings) yield taken(writing.fields(), lengths.fields)
    for (const writing of writings) yield taken(writing.found(), lengths.found)
    for (const writing of writings) yield taken(writing.body(), lengths.bodies)
    for (const [prefix, ids] of pointingByPrefix(writings)) {
      const row = inBytes(JSON.stringify([...ids]))
      pointing.push([prefix, row.length])
      yield row
    }
  }
  return packed(rows(), () => {
    const foundFrom = sum(lengths.fields)
    const bodiesFrom = foundFrom + sum(lengths.found)
    const head: CacheHead = {
      ...known,
      regions: [foundFrom, bodiesFrom, bodiesFrom + sum(lengths.bodies)],
      pointing,
    }
    const heads = writings.map(
      (writing, at): KeptHead => ({
        ...writing.head,
        lengths: [lengths.fields[at] ?? 0, lengths.found[at] ?? 0, lengths.bodies[at] ?? 0],
      }),
    )
    return {
      head: inBytes(JSON.stringify(head)),
      columns: writtenColumns(columnsOf(heads)).map(inBytes),
    }
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/** The numbers of the documents that point at each id, by what the ids begin with. */
function pointingByPrefix(
  writings: readonly Writing[],
): ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> {
  const prefixes = new Map<string, Map<string, number[]>>()
  for (const [at, { points }] of writings.entries()) {
    for (const id of points) {
      const ids = prefixes.get(prefixOf(id)) ?? new Map<string, number[]>()
      prefixes.set(prefixOf(id), ids)
      const numbers = ids.get(id)
      if (numbers === undefined) ids.set(id, [at])
      else numbers.push(at)
    }
  }
  return prefixes
}
