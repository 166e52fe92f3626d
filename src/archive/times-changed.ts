import { dirname, relative } from 'node:path'
import type { Archive } from '../model/archive.js'
import type { TimesChanged } from '../model/meeting-events.js'
import type { History } from '../model/ports.js'
import { MEETINGS } from '../model/rule.js'

/** How often the meeting documents have been changed in git, where the archive lies in it. */
export async function timesChanged(archive: Archive, top: string, history: History): Promise<TimesChanged> {
  const git = (await history.isInstalled()) ? await history.topOf(top) : undefined
  if (git === undefined) return new Map()
  const within = relative(git, top).replaceAll('\\', '/')
  const inGit = (path: string) => (within === '' ? path : `${within}/${path}`)
  const folders = new Set(archive.ofKind(...MEETINGS).map(({ path }) => inGit(dirname(path))))
  const changed = await history.timesChanged(git, [...folders], SHOWN)
  return new Map(
    archive.documents.flatMap(({ path }) => {
      const times = changed.get(inGit(path))
      return times === undefined ? [] : [[path, times] as const]
    }),
  )
}

/** Lines of a meeting document that say when, where, whether and for whom. */
const SHOWN = '^(datum|tid|plats|nästa|sekretess):|^  (datum|tid|plats):|^status: *[\'"]?(utskickad|inställt)'
