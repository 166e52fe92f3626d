import { join } from 'node:path'
import { builtInKinds } from '../kinds/built-in-kinds.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Disk, Share } from '../model/ports.js'
import type { Rule } from '../model/rule.js'
import { judgedAlone } from './judge.js'
import { readPremises } from './premises.js'
import { readDocuments } from './read-documents.js'
import { folderSource } from './source.js'
import { textReader } from './text-reader.js'

/** How many documents are taken at a time. */
const STRETCH = 32

/** Takes the next stretch of paths that nobody has taken; none when all are. */
export function nextStretch({ paths, taken }: Pick<Share, 'paths' | 'taken'>): readonly string[] {
  const from = Atomics.add(taken, 0, STRETCH)
  return paths.slice(from, from + STRETCH)
}

/** Reads and judges documents by themselves until none is left. A document is let go when it has been judged. */
export async function judgedShare(
  share: Share,
  disk: Disk,
  rules: readonly Rule[],
): Promise<readonly Diagnostic[]> {
  const { top, programFolder, today, entries } = share
  const source = folderSource(disk, top)
  const builtIn = builtInKinds(folderSource(disk, join(programFolder, 'templates')))
  const premises = await readPremises(source, builtIn, today, entries)
  const entryAt = new Map(premises.entries.map(entry => [entry.path, entry] as const))
  const found: Diagnostic[] = []
  for (let paths = nextStretch(share); paths.length > 0; paths = nextStretch(share)) {
    const { documents } = await readDocuments(
      source,
      paths.flatMap(path => entryAt.get(path) ?? []),
      premises.kinds,
    )
    found.push(...judgedAlone(documents, rules, premises, textReader(source)))
  }
  return found
}
