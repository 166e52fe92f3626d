import type { Archive } from './archive.js'
import { groupOf } from './group.js'
import { asWritten, type Said } from './said.js'

/** What the groups of an archive are called, by slug. */
export const groupNames = (archive: Archive): ReadonlyMap<string, Said> =>
  new Map(
    archive.ofKind('grupp').map(document => {
      const { slug, name } = groupOf(document)
      return [slug, asWritten(name)]
    }),
  )
