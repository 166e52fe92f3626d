import type { Archive } from './archive.js'
import type { Document } from './document.js'
import { UserError } from './failure.js'
import { groupOf } from './group.js'
import { nearest } from './text.js'

/**
 * The group that somebody names by its slug.
 * @throws UserError with the nearest group, and all there are, when there is none of that name.
 */
export function groupAsked(archive: Archive, slug: string): Document {
  const group = archive.group(slug)
  if (group !== undefined) return group
  const slugs = archive.ofKind('grupp').map(document => groupOf(document).slug)
  const meant = nearest(slug, slugs)
  throw new UserError(
    { sv: `Gruppen \`${slug}\` finns inte.`, en: `There is no group \`${slug}\`.` },
    slugs.length === 0
      ? { sv: 'Skapa den med `samverkan new group`.', en: 'Make it with `samverkan new group`.' }
      : {
          sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Grupperna är ${slugs.join(', ')}.`,
          en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}The groups are ${slugs.join(', ')}.`,
        },
  )
}
