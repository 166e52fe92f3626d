import { UserError } from '../model/failure.js'
import type { World } from '../model/ports.js'
import { inArchive, prefixIn } from './since-base.js'
import { folderSource, type Source } from './source.js'

/** The files of an archive as the next commit will hold them. */
export interface StagedSource {
  readonly source: Source
  /** Paths of the files that the commit changes, adds or removes. */
  readonly changed: readonly string[]
}

/**
 * Reads an archive as it is staged: the files that git will save and no others. One that stands otherwise on disk is
 * read from git.
 * @throws UserError outside git.
 */
export async function stagedSource(top: string, { history, disk }: World): Promise<StagedSource> {
  const work = (await history.isInstalled()) ? await history.topOf(top) : undefined
  if (work === undefined) throw notInGit()
  const { entries, changed, differing } = await history.staged(work)
  const prefix = prefixIn(work, top)
  const staged = new Map<string, Uint8Array | undefined>()
  for (const { path, inWork } of inArchive(differing, work, top))
    staged.set(path, await history.stagedBytes(work, inWork))
  const onDisk = folderSource(disk, top)
  return {
    changed: inArchive(changed, work, top).map(({ path }) => path),
    source: {
      list: () =>
        entries
          .filter(({ path }) => path.startsWith(prefix))
          .map(({ path, kind }) => ({ path: path.slice(prefix.length), kind })),
      read: path => {
        if (!staged.has(path)) return onDisk.read(path)
        const bytes = staged.get(path)
        if (bytes === undefined) return { problem: 'failed' }
        return bytes.length > MOST_BYTES ? { problem: 'too-large' } : { bytes }
      },
    },
  }
}

/** No larger file is read from disk either. */
const MOST_BYTES = 4 * 1024 * 1024

const notInGit = (): UserError =>
  new UserError(
    {
      sv: '`--staged` granskar det som git ska spara, och arkivet ligger inte i git.',
      en: '`--staged` judges what git is to commit, and the archive is not in git.',
    },
    {
      sv: 'Utelämna `--staged`, så granskas filerna som de är.',
      en: 'Leave out `--staged`, and the files are judged as they are.',
    },
  )
