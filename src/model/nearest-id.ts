import type { Archive } from './archive.js'
import type { Document } from './document.js'
import { isSlip } from './slip.js'

/**
 * The id of the archive that a misspelt one most likely meant: one a slip away among those that share all but its last
 * part (`PROT-lansgrupp-`, `AVV-2024-`) or that last part (`2024-05-31`, `7k3f`). Absent when there is none.
 */
export function nearestId(written: string, archive: Archive): string | undefined {
  const ids = idsByPart(archive)
  const sought = written.toLowerCase()
  for (const part of partsOf(written)) {
    const meant = ids.get(part)?.find(id => isSlip(sought, id.toLowerCase()))
    if (meant !== undefined) return meant
  }
  return undefined
}

function idsByPart(archive: Archive): ReadonlyMap<string, readonly string[]> {
  const known = made.get(archive.documents)
  if (known !== undefined) return known
  const ids = new Map<string, string[]>()
  for (const { id } of archive.documents) {
    if (id === undefined) continue
    for (const part of partsOf(id)) {
      const same = ids.get(part)
      if (same === undefined) ids.set(part, [id])
      else if (same.length < MOST) same.push(id)
    }
  }
  made.set(archive.documents, ids)
  return ids
}

/** The two halves of an id: `prot-lansgrupp` and `2024-05-31`; `avv-2024` and `7k3f`. */
const partsOf = (id: string): readonly string[] => {
  const [, head = '', tail = ''] = /^(.*?)-(\d{4}-\d{2}-\d{2}(?:-\d+)?|[^-]*)$/.exec(id.toLowerCase()) ?? []
  return [`${head}-`, `-${tail}`]
}

/** So many ids of one group, or of one kind and year, are compared, at most. */
const MOST = 2000

const made = new WeakMap<readonly Document[], ReadonlyMap<string, readonly string[]>>()
