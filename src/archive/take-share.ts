import { join } from 'node:path'
import { builtInKinds } from '../kinds/built-in-kinds.js'
import type { Disk, Share, Stretch } from '../model/ports.js'
import type { Rule } from '../model/rule.js'
import { readPremises } from './premises.js'
import { recordsOf } from './records.js'
import { folderSource } from './source.js'
import { stretches } from './stretches.js'

/** Reads and judges stretches of documents and hands each over, until none is left. A document is let go when it has been judged. */
export async function takeShare(
  share: Share,
  disk: Disk,
  rules: readonly Rule[],
  handOver: (stretch: Stretch) => void,
): Promise<void> {
  const { top, programFolder, today, entries } = share
  const builtIn = builtInKinds(folderSource(disk, join(programFolder, 'templates')))
  const premises = await readPremises(folderSource(disk, top), builtIn, today, entries)
  for await (const { documents, intricate, ...stretch } of stretches(share, premises, rules))
    handOver({ records: recordsOf({ documents, intricate }), intricate, ...stretch })
}
