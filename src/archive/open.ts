import { dirname, join, relative, resolve, sep } from 'node:path'
import { builtInKinds } from '../kinds/built-in-kinds.js'
import type { KindSet } from '../kinds/kind-set.js'
import type { Archive } from '../model/archive.js'
import { UserError } from '../model/failure.js'
import { stated } from '../model/fields.js'
import type { FileEntry, World } from '../model/ports.js'
import type { Cache } from './cache.js'
import { type Caching, cacheIn, cachingOf, snapshotFor } from './cache-of-archive.js'
import { completed } from './load.js'
import type { TextOf } from './placing.js'
import { type Premises, readPremises } from './premises.js'
import { folderSource, type Source } from './source.js'
import { textReader } from './text-reader.js'
import { writtenText } from './written-text.js'

/** An archive on disk. */
interface Found {
  /** Its folder, absolute. */
  readonly top: string
  readonly builtIn: KindSet
  readonly textOf: TextOf
  /** The text of a file as it is written, with its own line ends; absent when it cannot be read. */
  writtenAt(path: string): string | undefined
  /** Absolute path of a file of the archive. */
  at(path: string): string
}

/** An archive on disk, read. */
export interface OpenArchive extends Found {
  readonly archive: Archive
}

/** An archive on disk of which no document but the groups has been read yet. */
export interface OpenPremises extends Found {
  readonly premises: Premises
  /** Every file of the archive. */
  readonly entries: readonly FileEntry[]
  /** What is remembered of documents; absent when nothing is to be. */
  readonly cache?: Cache
}

/**
 * Opens the archive that the user stands in, or the one that `--archive` names.
 * @throws UserError when there is none.
 */
export async function openArchive(
  world: World,
  named: string | undefined,
  caching: Caching = cachingOf(world),
): Promise<OpenArchive> {
  const { premises, entries: _, cache, ...found } = await openPremises(world, named, caching)
  return { ...found, archive: await completed(premises, cache) }
}

/**
 * Finds the same archive and reads what its documents are judged by. `sourceOf`: where its files are read from, when
 * it is not the disk.
 * @throws UserError when there is none.
 */
export async function openPremises(
  world: World,
  named: string | undefined,
  caching: Caching = cachingOf(world),
  sourceOf?: (top: string) => Source | Promise<Source>,
): Promise<OpenPremises> {
  const top = named === undefined ? findTop(world) : namedTop(world, named)
  // What is kept is of the files on disk.
  const snapshot = sourceOf === undefined ? await snapshotFor(world, top, caching) : undefined
  const source = (await sourceOf?.(top)) ?? folderSource(world.disk, top)
  const builtIn = builtInKinds(folderSource(world.disk, join(world.programFolder, 'templates')))
  const cache = snapshot && cacheIn(world, { top, source, snapshot })
  const entries = (await cache?.list()) ?? source.list()
  const premises = await readPremises(source, builtIn, world.today, entries)
  if (premises.settings.language !== undefined) world.settleLanguage(premises.settings.language)
  return {
    premises,
    entries,
    ...stated('cache', cache),
    top,
    builtIn,
    at: path => join(top, path),
    textOf: textReader(source),
    writtenAt: path => writtenText(source.read(path)),
  }
}

/** The path in the archive of a path that the user gave; absent when it lies outside. */
export function pathInArchive(world: World, top: string, given: string): string | undefined {
  const path = relative(top, resolve(world.directory, given))
  return path.startsWith('..') ? undefined : path.split(sep).join('/')
}

function findTop(world: World): string {
  for (let at = world.directory; ; at = dirname(at)) {
    if (world.disk.kindOf(join(at, 'samverkan.yaml')) === 'file') return at
    if (dirname(at) === at) break
  }
  throw new UserError(
    {
      sv: 'Här finns inget arkiv: `samverkan.yaml` saknas i katalogen och i alla ovanför.',
      en: 'There is no archive here: no `samverkan.yaml` in this folder or any above it.',
    },
    {
      sv: 'Gå till arkivets katalog, ange den med `--archive KATALOG`, eller skapa ett nytt arkiv med `samverkan init`.',
      en: 'Go to the folder of the archive, name it with `--archive FOLDER`, or make a new archive with `samverkan init`.',
    },
  )
}

function namedTop(world: World, named: string): string {
  const top = resolve(world.directory, named)
  const kind = world.disk.kindOf(top)
  if (kind === undefined || kind === 'file') {
    throw new UserError(
      { sv: `Katalogen \`${named}\` finns inte.`, en: `There is no folder \`${named}\`.` },
      { sv: 'Kontrollera hur den stavas.', en: 'Check how it is spelt.' },
    )
  }
  if (world.disk.kindOf(join(top, 'samverkan.yaml')) !== 'file') {
    throw new UserError(
      {
        sv: `\`${named}\` är inget arkiv: \`samverkan.yaml\` saknas där.`,
        en: `\`${named}\` is not an archive: it has no \`samverkan.yaml\`.`,
      },
      {
        sv: `Skapa ett med \`samverkan init ${named}\`, eller ange en annan katalog.`,
        en: `Make one with \`samverkan init ${named}\`, or name another folder.`,
      },
    )
  }
  return top
}
