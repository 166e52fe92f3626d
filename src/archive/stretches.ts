import type { FileEntry, Judgement, Share } from '../model/ports.js'
import type { Rule } from '../model/rule.js'
import { judging } from './cache-judging.js'
import { judgedAlone } from './judge.js'
import type { Premises } from './premises.js'
import { type ReadDocuments, readDocuments } from './read-documents.js'
import { textReader } from './text-reader.js'

/** How many documents are taken at a time. */
const LENGTH = 32

/** Some documents, read and judged by themselves. */
export interface ReadStretch extends ReadDocuments {
  readonly judgements: readonly Judgement[]
}

/** Takes stretches of documents that nobody has taken, until none is left; reads each and judges what is to be judged. */
export async function* stretches(
  share: Pick<Share, 'documents' | 'judged' | 'taken' | 'hash'>,
  premises: Premises,
  rules: readonly Rule[],
): AsyncGenerator<ReadStretch> {
  const textOf = textReader(premises.source)
  const judge = judging(premises, (document, surroundings) =>
    judgedAlone([document], rules, surroundings, textOf),
  )
  for (let taken = next(share); taken.length > 0; taken = next(share)) {
    const read = await readDocuments(premises.source, taken, premises.kinds, share.hash)
    const judged = read.documents.filter(({ path }) => isAmong(share.judged, path))
    yield { ...read, judgements: judged.map(judge) }
  }
}

/** True of a path that is one of some, or lies below one; of every path when none are asked for. */
export const isAmong = (paths: readonly string[] | undefined, path: string): boolean =>
  paths === undefined || paths.some(each => each === '' || path === each || path.startsWith(`${each}/`))

function next({ documents, taken }: Pick<Share, 'documents' | 'taken'>): readonly FileEntry[] {
  const from = Atomics.add(taken, 0, LENGTH)
  return documents.slice(from, from + LENGTH)
}
