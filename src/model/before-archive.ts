import type { Settings } from './settings.js'

/** True of an id whose date or year lies before the archive begins (`arkivet_börjar`). */
export function isBeforeArchive(id: string, { begins }: Settings): boolean {
  if (begins === undefined) return false
  const [, time] = /-(\d{4}-\d{2}-\d{2}|\d{4})(?:-|$)/.exec(id) ?? []
  return time !== undefined && time < begins.slice(0, time.length)
}
