import type { Archive } from '../model/archive.js'
import type { Diagnostic, SkippedFile, Verdict } from '../model/diagnostic.js'
import type { Document } from '../model/document.js'
import { stated } from '../model/fields.js'
import type { Share, World } from '../model/ports.js'
import type { Rule } from '../model/rule.js'
import { type JustRead, justRead } from './cache-writing.js'
import { judgedAlone, judgedTogether, verdictOf } from './judge.js'
import { archiveFrom } from './load.js'
import type { OpenPremises } from './open.js'
import { documentsIn, outlines, proseReader } from './records.js'
import { isAmong, type ReadStretch, stretches } from './stretches.js'

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
  const { premises, textOf, cache } = open
  const { groupFolder, registers } = premises
  const judges = (path: string) => isAmong(judged, path)
  const known = cache?.recall(premises, premises.otherEntries, judges)
  const share: Share = {
    top: open.top,
    programFolder: world.programFolder,
    today: world.today,
    entries: open.entries,
    documents: known?.others ?? premises.otherEntries,
    judged,
    ...stated('hash', cache?.hash),
    taken: new Int32Array(new SharedArrayBuffer(4)),
  }
  const proseAt = proseReader(premises.source)
  const documents: Document[] = [...groupFolder.documents, ...(known?.documents ?? [])]
  const skipped: SkippedFile[] = [...groupFolder.skipped]
  const found: Diagnostic[] = [
    ...judgedAlone(
      [...groupFolder.documents, ...registers].filter(({ path }) => judges(path)),
      rules,
      premises,
      textOf,
    ),
    ...(known?.found ?? []),
  ]
  const read: JustRead[] = []
  const take = (some: readonly Document[], { skipped: others, judgements, contents, intricate }: Taken) => {
    for (const document of some) documents.push(document)
    for (const each of others) skipped.push(each)
    for (const judgement of judgements) for (const each of judgement.found) found.push(each)
    for (const each of justRead({ documents: some, contents, intricate }, judgements)) read.push(each)
  }
  const started: ReturnType<World['startLane']>[] = []
  for (let lane = 1; lane < (lanes ?? lanesFor(share, world)); lane++) {
    started.push(world.startLane(share, stretch => take(documentsIn(stretch.records, proseAt), stretch)))
  }
  const others = await Promise.all(started)
  for await (const stretch of stretches(share, premises, rules)) {
    take(outlines(stretch, proseAt), stretch)
    if (others.length > 0) await world.pause()
  }
  await Promise.all(others.map(({ ended }) => ended))
  cache?.keep(premises, read)
  const archive = archiveFrom(premises, documents, skipped, known)
  const all = [...archive.documents, ...registers].filter(({ path }) => judges(path))
  for (const each of judgedTogether(all, rules, archive, textOf)) found.push(each)
  return { archive, verdict: verdictOf(archive, judges, rules, found) }
}

/** What a stretch tells beside its documents. */
type Taken = Pick<ReadStretch, 'skipped' | 'judgements' | 'contents' | 'intricate'>

const lanesFor = ({ documents }: Share, { processors }: World): number =>
  documents.length < WORTH_A_LANE ? 1 : Math.min(processors, MOST_LANES)

/** So many documents take longer to judge than another processor takes to start. */
const WORTH_A_LANE = 2000
/** Beyond these, the one that hears them all has no time to read. */
const MOST_LANES = 4
