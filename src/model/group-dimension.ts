import type { Archive } from './archive.js'
import type { Dimension } from './dimension.js'
import { groupNames } from './group-names.js'
import { asWritten, type Said } from './said.js'

/** What a group is called by its slug; the slug itself where there is no such group. */
export const nameOfGroup = (slug: string, archive: Archive): Said =>
  groupNames(archive).get(slug) ?? asWritten(slug)

/** To part by the group that an item is of. */
export const groupDimension = <Item extends { readonly group?: string }>(): Dimension<Item> => ({
  name: 'grupp',
  aliases: ['group'],
  label: { sv: 'Grupp', en: 'Group' },
  valueOf: ({ group }) => group,
  wordOf: nameOfGroup,
})
