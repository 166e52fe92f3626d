import type { World } from '../model/ports.js'
import type { Said } from '../model/said.js'
import type { PartAsked } from '../model/validation-asked.js'
import { type OpenPremises, openPremises } from './open.js'
import { sinceBase } from './since-base.js'
import { type StagedSource, stagedSource } from './staged-source.js'

/** An archive opened to be judged in part. */
export interface PartToJudge {
  readonly open: OpenPremises
  /** Paths of what is to be judged; everything when absent. */
  readonly paths: readonly string[] | undefined
  /** What was compared with and what is judged, in words; absent where all was asked for. */
  readonly says: Said | undefined
}

/**
 * Opens an archive and finds out which part of it is to be judged. Where a file has been removed, or one has changed
 * that others are judged by, that part is everything; and so it is where there is no history to compare with.
 * @throws UserError when there is no archive, or nothing of the name that was to be compared with.
 */
export async function partToJudge(
  asked: PartAsked,
  named: string | undefined,
  caching: 'never' | undefined,
  world: World,
): Promise<PartToJudge> {
  if (asked.what === 'all')
    return { open: await openPremises(world, named, caching), paths: undefined, says: undefined }
  if (asked.what === 'staged') {
    let staged: StagedSource | undefined
    const open = await openPremises(world, named, caching, async top => {
      staged = await stagedSource(top, world)
      return staged.source
    })
    return { open, ...partOf(staged?.changed ?? [], open, STAGED) }
  }
  const open = await openPremises(world, named, caching)
  const since = await sinceBase(asked.base, open.top, world)
  if ('without' in since) return { open, paths: undefined, says: WITHOUT[since.without] }
  const { base, commit, paths } = since
  const short = commit.slice(0, 10)
  const compared = {
    sv: `Jämfört med \`${base}\` (${short}): `,
    en: `Compared with \`${base}\` (${short}): `,
  }
  return {
    open,
    ...partOf(
      paths.map(({ path }) => path),
      open,
      compared,
    ),
  }
}

const STAGED: Said = { sv: 'Det som ska sparas: ', en: 'What is staged: ' }

/** The changed files, or everything where they touch more than themselves. */
function partOf(
  changed: readonly string[],
  { premises }: OpenPremises,
  begins: Said,
): Pick<PartToJudge, 'paths' | 'says'> {
  const { files, registers, groupFolder, otherEntries } = premises
  const judgedBy = new Set([...registers, ...groupFolder.documents].map(({ path }) => path))
  const removed = changed.find(path => !files.has(path))
  const premise = changed.find(path => judgedBy.has(path) || path.startsWith('.samverkan/templates/'))
  const why = removed === undefined ? premise : removed
  if (why !== undefined) return { paths: undefined, says: everything(why, removed, begins) }
  const isDocument = new Set(otherEntries.map(({ path }) => path))
  const paths = changed.filter(path => isDocument.has(path))
  const { length } = paths
  return {
    paths,
    says:
      length === 0
        ? { sv: `${begins.sv}inget dokument är ändrat.`, en: `${begins.en}no document has changed.` }
        : {
            sv: `${begins.sv}${length} ${length === 1 ? 'ändrad fil' : 'ändrade filer'} granskas.`,
            en: `${begins.en}${length} changed ${length === 1 ? 'file is' : 'files are'} judged.`,
          },
  }
}

const everything = (path: string, removed: string | undefined, begins: Said): Said =>
  removed === undefined
    ? {
        sv: `${begins.sv}\`${path}\` är ändrad, och efter den granskas annat. Hela arkivet granskas.`,
        en: `${begins.en}\`${path}\` has changed, and other files are judged by it. The whole archive is judged.`,
      }
    : {
        sv: `${begins.sv}\`${path}\` är borttagen, och annat kan hänvisa till den. Hela arkivet granskas.`,
        en: `${begins.en}\`${path}\` has been removed, and other files may refer to it. The whole archive is judged.`,
      }

const WITHOUT: Readonly<Record<'git' | 'history', Said>> = {
  git: {
    sv: 'Arkivet ligger inte i git, så det går inte att se vad som är ändrat. Hela arkivet granskas.',
    en: 'The archive is not in git, so that nothing tells what has changed. The whole archive is judged.',
  },
  history: {
    sv: 'Bara den senaste delen av historiken är hämtad, så det går inte att se vad som är ändrat. Hela arkivet granskas. I GitHub och Forgejo behövs `fetch-depth: 0`, i GitLab `GIT_DEPTH: "0"`.',
    en: 'Only the latest part of the history has been fetched, so that nothing tells what has changed. The whole archive is judged. GitHub and Forgejo need `fetch-depth: 0`, GitLab `GIT_DEPTH: "0"`.',
  },
}
