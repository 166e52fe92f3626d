import type { Archive } from '../model/archive.js'
import type { Diagnostic, SkippedFile, Verdict } from '../model/diagnostic.js'
import type { Document } from '../model/document.js'
import type { Share, World } from '../model/ports.js'
import type { Rule } from '../model/rule.js'
import { judgedAlone, judgedTogether, verdictOf } from './judge.js'
import { archiveFrom } from './load.js'
import type { OpenPremises } from './open.js'
import { documentsIn, outlines, proseReader } from './records.js'
import { isAmong, stretches } from './stretches.js'

/** What is to be judged, and on how many processors. */
export interface LanesRequest {
  readonly open: OpenPremises
  readonly rules: readonly Rule[]
  /** Paths of the files and folders that are judged, everything when absent; rules still see the whole archive. */
  readonly judged: readonly string[] | undefined
  /** Processors to use; by itself, as many as pay. */
  readonly lanes: number | undefined
}

/**
 * Reads and judges an archive. Several processors take stretches of its documents, each judged by itself while it is
 * at hand and then let go but for what others ask of it; the rules that need the whole archive judge last. The verdict
 * is the same however many there are.
 */
export async function judgeInLanes(
  { open, rules, judged, lanes }: LanesRequest,
  world: World,
): Promise<{ readonly archive: Archive; readonly verdict: Verdict }> {
  const { premises, textOf } = open
  const { groupFolder, registers } = premises
  const judges = (path: string) => isAmong(judged, path)
  const share: Share = {
    top: open.top,
    programFolder: world.programFolder,
    today: world.today,
    entries: open.entries,
    documents: premises.otherEntries,
    judged,
    taken: new Int32Array(new SharedArrayBuffer(4)),
  }
  const proseAt = proseReader(premises.source)
  const documents: Document[] = [...groupFolder.documents]
  const skipped: SkippedFile[] = [...groupFolder.skipped]
  const found: Diagnostic[] = [
    ...judgedAlone(
      [...documents, ...registers].filter(({ path }) => judges(path)),
      rules,
      premises,
      textOf,
    ),
  ]
  const started: ReturnType<World['startLane']>[] = []
  for (let lane = 1; lane < (lanes ?? lanesFor(share, world)); lane++) {
    started.push(
      world.startLane(share, stretch => {
        for (const document of documentsIn(stretch.records, proseAt)) documents.push(document)
        for (const each of stretch.skipped) skipped.push(each)
        for (const each of stretch.found) found.push(each)
      }),
    )
  }
  const others = await Promise.all(started)
  for await (const stretch of stretches(share, premises, rules)) {
    for (const document of outlines(stretch, proseAt)) documents.push(document)
    for (const each of stretch.skipped) skipped.push(each)
    for (const each of stretch.found) found.push(each)
    if (others.length > 0) await world.pause()
  }
  await Promise.all(others.map(({ ended }) => ended))
  const archive = archiveFrom(premises, documents, skipped)
  const all = [...archive.documents, ...registers].filter(({ path }) => judges(path))
  for (const each of judgedTogether(all, rules, archive, textOf)) found.push(each)
  return { archive, verdict: verdictOf(archive, judges, rules, found) }
}

const lanesFor = ({ documents }: Share, { processors }: World): number =>
  documents.length < WORTH_A_LANE ? 1 : Math.min(processors, MOST_LANES)

/** So many documents take longer to judge than another processor takes to start. */
const WORTH_A_LANE = 2000
/** Beyond these, the one that hears them all has no time to read. */
const MOST_LANES = 4
