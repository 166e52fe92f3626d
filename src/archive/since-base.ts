import { relative, sep } from 'node:path'
import { UserError } from '../model/failure.js'
import type { World } from '../model/ports.js'

/** Where a change began, and which files it touches; or what there is none of to compare with. */
export type SinceBase =
  | {
      /** Top of the work tree. */
      readonly work: string
      /** What was compared with, as it is called. */
      readonly base: string
      /** The full id of the commit at which HEAD and the base went apart. */
      readonly commit: string
      /** Files that have been changed, added or removed since, saved in git or not. */
      readonly paths: readonly ChangedPath[]
    }
  | { readonly without: 'git' }
  /** Only the latest part of the history has been fetched. */
  | { readonly without: 'history' }

/** A changed file of the archive. */
export interface ChangedPath {
  /** Relative to the archive. */
  readonly path: string
  /** Relative to the top of the work tree. */
  readonly inWork: string
}

/**
 * What has changed in an archive since it went apart from a branch or commit, the default branch unless one is named.
 * @throws UserError when there is no such branch.
 */
export async function sinceBase(
  named: string | undefined,
  top: string,
  { history }: World,
): Promise<SinceBase> {
  const work = (await history.isInstalled()) ? await history.topOf(top) : undefined
  if (work === undefined) return { without: 'git' }
  const base = named ?? (await history.defaultBranch(work))
  const commit = base === undefined ? undefined : await history.commonWith(work, base)
  if (base === undefined || commit === undefined) {
    if (await history.isShallow(work)) return { without: 'history' }
    throw noBase(base)
  }
  // Where the only commit that was fetched is the base itself, what it changed is not known.
  if ((await history.isShallow(work)) && commit === (await history.commonWith(work, 'HEAD')))
    return { without: 'history' }
  const paths = [...(await history.changedSince(work, commit)), ...(await history.untracked(work))].sort()
  return { work, base, commit, paths: inArchive(paths, work, top) }
}

/** Those of some paths of a work tree that lie in an archive. */
export function inArchive(paths: readonly string[], work: string, top: string): readonly ChangedPath[] {
  const prefix = prefixIn(work, top)
  return paths
    .filter(path => path.startsWith(prefix))
    .map(inWork => ({ path: inWork.slice(prefix.length), inWork }))
}

/** What paths of a work tree begin with where they lie in an archive: nothing, or its folder and `/`. */
export function prefixIn(work: string, top: string): string {
  const folder = relative(work, top).split(sep).join('/')
  return folder === '' ? '' : `${folder}/`
}

const noBase = (base: string | undefined): UserError =>
  new UserError(
    base === undefined
      ? {
          sv: 'Det finns ingen gren `main` att jämföra med.',
          en: 'There is no branch `main` to compare with.',
        }
      : {
          sv: `\`${base}\` finns inte i git, eller har ingen historik gemensam med det som är utcheckat.`,
          en: `\`${base}\` is not in git, or has no history in common with what is checked out.`,
        },
    {
      sv: 'Tala om vad ändringen utgår från: `--base main`.',
      en: 'Say what the change sets out from: `--base main`.',
    },
  )
