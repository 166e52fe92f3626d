import { relative, sep } from 'node:path'
import type { KindSet } from '../kinds/kind-set.js'
import type { Day } from '../model/day.js'
import { UserError } from '../model/failure.js'
import type { FileEntry, ReadResult, World } from '../model/ports.js'
import { reviewOf } from '../model/review.js'
import type { Version } from '../model/review-change.js'
import type { Review } from '../model/review-sheet.js'
import { decode } from '../parse/encoding.js'
import { composedSource } from './composed-source.js'
import type { OpenPremises } from './open.js'
import { type Premises, readPremises } from './premises.js'
import { readDocuments } from './read-documents.js'
import type { Source } from './source.js'

/** Two points in the history of an archive: where a change began, and where it ends; absent for the folder as it is. */
export interface Stretch {
  /** As it was named: `main`. */
  readonly base: string
  readonly head?: string
}

/**
 * What a change means: the documents that differ between where `base` and `head` went apart and `head`, or the folder
 * as it stands. Of the history only the files that the change touches are read.
 * @throws UserError outside git, and when one of the two is not there.
 */
export async function review(
  { base: named, head }: Partial<Stretch>,
  open: OpenPremises,
  world: World,
): Promise<Review> {
  const { history } = world
  const work = (await history.isInstalled()) ? await history.topOf(open.top) : undefined
  if (work === undefined) throw notInGit()
  const base = named ?? (await history.defaultBranch(work))
  if (base === undefined) throw notThere('main', await history.isShallow(work))
  const end = head === undefined ? undefined : await history.commitOf(work, head)
  if (head !== undefined && end === undefined) throw notThere(head, await history.isShallow(work))
  const start = await history.commonWith(work, base, end)
  if (start === undefined) throw notThere(base, await history.isShallow(work))
  const prefix = relative(work, open.top).split(sep).join('/')
  const inArchive = (path: string): readonly string[] =>
    prefix === '' ? [path] : path.startsWith(`${prefix}/`) ? [path.slice(prefix.length + 1)] : []
  const touched = [
    ...(await history.changedSince(work, start)),
    ...(end === undefined ? [] : await history.changedSince(work, end)),
    ...(await history.untracked(work)),
  ].flatMap(inArchive)
  const paths = [...new Set(touched)].sort()
  const now = new Map(open.entries.map(entry => [entry.path, entry] as const))
  const at = async (commit: string): Promise<ReadonlyMap<string, Uint8Array | undefined>> => {
    const files = new Map<string, Uint8Array | undefined>()
    for (const path of paths)
      files.set(path, await history.bytesAt(work, commit, prefix === '' ? path : `${prefix}/${path}`))
    return files
  }
  const { source } = open.premises
  const before = overlaid(source, now, await at(start))
  const after =
    end === undefined ? { ...source, list: () => open.entries } : overlaid(source, now, await at(end))
  const differing = paths.filter(path => !isSame(before, after, path))
  const [old, current] = [
    await versionsIn(before, differing, open.builtIn, world.today),
    await versionsIn(after, differing, open.builtIn, world.today),
  ]
  const read = new Set([...old, ...current].map(({ document }) => document.path))
  const listed = (from: Source) => new Set(from.list().map(({ path }) => path))
  const [were, are] = [listed(before), listed(after)]
  return {
    documents: reviewOf(old, current),
    files: differing
      .filter(path => !read.has(path))
      .map(path => ({ path, is: !were.has(path) ? 'new' : are.has(path) ? 'changed' : 'removed' })),
    base,
    commit: start.slice(0, 10),
    ...(head !== undefined && { head }),
  }
}

/** The files of a folder, those that a change touches as they are in a commit. */
function overlaid(
  source: Source,
  now: ReadonlyMap<string, FileEntry>,
  then: ReadonlyMap<string, Uint8Array | undefined>,
): Source {
  const kept = [...now.values()].filter(({ path }) => !then.has(path))
  const old = [...then].flatMap(([path, bytes]) =>
    bytes === undefined ? [] : [{ path, kind: 'file' } as const],
  )
  const entries = [...kept, ...old].sort((a, b) => (a.path < b.path ? -1 : 1))
  return {
    list: () => entries,
    read: path => {
      if (!then.has(path)) return source.read(path)
      const bytes = then.get(path)
      return bytes === undefined ? { problem: 'missing' } : { bytes }
    },
  }
}

function isSame(before: Source, after: Source, path: string): boolean {
  const bytesOf = (read: ReadResult) => ('bytes' in read ? Buffer.from(read.bytes) : read.problem)
  const [old, current] = [bytesOf(before.read(path)), bytesOf(after.read(path))]
  if (typeof old === 'string' || typeof current === 'string') return old === current
  return old.equals(current)
}

/** The documents and registers at some paths, each with what it was judged by then. */
async function versionsIn(
  source: Source,
  paths: readonly string[],
  builtIn: KindSet,
  today: Day,
): Promise<readonly Version[]> {
  const premises = await readPremises(composedSource(source), builtIn, today)
  const wanted = new Set(paths)
  const entries = premises.otherEntries.filter(({ path }) => wanted.has(path))
  const { documents } = await readDocuments(premises.source, entries, premises.kinds)
  return [...premises.registers, ...premises.groupFolder.documents, ...documents]
    .filter(({ path }) => wanted.has(path))
    .map(document => ({ document, archive: premises, text: textIn(premises, document.path) }))
}

function textIn({ source }: Premises, path: string): string {
  const read = source.read(path)
  return 'bytes' in read ? decode(read.bytes).text : ''
}

const notInGit = (): UserError =>
  new UserError(
    {
      sv: '`review` jämför med historiken i git, och arkivet ligger inte i git.',
      en: '`review` compares with the history in git, and the archive is not in git.',
    },
    {
      sv: 'Spara arkivet i git med `git init`, `git add .` och `git commit`; därefter syns vad nästa ändring betyder.',
      en: 'Save the archive with `git init`, `git add .` and `git commit`; then what the next change means can be seen.',
    },
  )

const notThere = (name: string, isShallow: boolean): UserError =>
  new UserError(
    {
      sv: `\`${name}\` finns inte i git, eller har ingen historik gemensam med det som ska jämföras.`,
      en: `\`${name}\` is not in git, or has no history in common with what is to be compared.`,
    },
    isShallow
      ? {
          sv: 'Bara den senaste delen av historiken är hämtad. I GitHub och Forgejo behövs `fetch-depth: 0`, i GitLab `GIT_DEPTH: "0"`; här hämtar `git fetch --unshallow` resten.',
          en: 'Only the latest part of the history has been fetched. GitHub and Forgejo need `fetch-depth: 0`, GitLab `GIT_DEPTH: "0"`; here `git fetch --unshallow` fetches the rest.',
        }
      : {
          sv: 'Tala om vad ändringen utgår från, till exempel `samverkan review main` eller `samverkan review main..min-gren`.',
          en: 'Say what the change sets out from, such as `samverkan review main` or `samverkan review main..my-branch`.',
        },
  )
