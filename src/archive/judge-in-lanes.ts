import type { Archive } from '../model/archive.js'
import type { Diagnostic, Verdict } from '../model/diagnostic.js'
import type { Share, World } from '../model/ports.js'
import type { Rule } from '../model/rule.js'
import { judgedAlone, judgedTogether, verdictOf } from './judge.js'
import { nextStretch } from './judge-share.js'
import { completed } from './load.js'
import type { OpenPremises } from './open.js'

/** What is to be judged, and on how many processors. */
export interface LanesRequest {
  readonly open: OpenPremises
  readonly rules: readonly Rule[]
  /** Which files are judged; rules still see the whole archive. */
  readonly judges: (path: string) => boolean
  /** Processors to use; by itself, as many as pay. */
  readonly lanes: number | undefined
}

/**
 * Judges an archive while it is read. This processor reads it whole and lets the rules that need that judge; others
 * meanwhile read and judge documents one by one, and this one joins in when it is done. The verdict is the same
 * however many there are.
 */
export async function judgeInLanes(
  { open, rules, judges, lanes }: LanesRequest,
  world: World,
): Promise<{ readonly archive: Archive; readonly verdict: Verdict }> {
  const { premises, textOf } = open
  const paths = premises.entries.map(({ path }) => path).filter(judges)
  const share: Share = {
    top: open.top,
    programFolder: world.programFolder,
    today: world.today,
    entries: open.entries,
    paths,
    taken: new Int32Array(new SharedArrayBuffer(4)),
  }
  const count = lanes ?? (paths.length < WORTH_A_LANE ? 1 : Math.min(world.processors, MOST_LANES))
  const meanwhile = Array.from({ length: count - 1 }, () => judgedElsewhere(share, world))
  const archive = await completed(premises)
  const judged = [...archive.documents, ...archive.registers].filter(({ path }) => judges(path))
  const found = [
    ...judgedTogether(judged, rules, archive, textOf),
    ...judgedAlone(
      archive.registers.filter(({ path }) => judges(path)),
      rules,
      archive,
      textOf,
    ),
  ]
  for (let stretch = nextStretch(share); stretch.length > 0; stretch = nextStretch(share)) {
    const documents = stretch.flatMap(path => archive.byPath(path) ?? [])
    for (const diagnostic of judgedAlone(documents, rules, archive, textOf)) found.push(diagnostic)
  }
  for (const outcome of await Promise.all(meanwhile)) {
    if ('fault' in outcome) throw outcome.fault
    for (const diagnostic of outcome.found) found.push(diagnostic)
  }
  return { archive, verdict: verdictOf(archive, judges, found) }
}

/** So many documents take longer to judge than another processor takes to start. */
const WORTH_A_LANE = 600
/** Beyond these, the one that reads the whole archive is always the last. */
const MOST_LANES = 4

/** What another processor found, or the fault that stopped it, told when its answer is waited for. */
const judgedElsewhere = (
  share: Share,
  world: World,
): Promise<{ readonly found: readonly Diagnostic[] } | { readonly fault: unknown }> =>
  world.judgeMeanwhile(share).then(
    found => ({ found }),
    (fault: unknown) => ({ fault }),
  )
