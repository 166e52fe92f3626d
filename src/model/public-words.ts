import type { Archive } from './archive.js'
import { closedList } from './closed-list.js'
import { mayBeQuoted } from './document.js'
import { groupOf } from './group.js'
import type { PublicColumn } from './public-column.js'

/** True of the name that the register gives an organisation, and of several such with a comma between. */
export const areOrganisations = (value: string, { register }: Archive): boolean => {
  const names = new Set(register.organisations.map(({ name }) => name))
  return names.has(value) || value.split(', ').every(each => names.has(each))
}

/** True of the short name of a group whose own document is open. */
export const isOpenGroup = (slug: string, archive: Archive): boolean => {
  const group = archive.group(slug)
  return group !== undefined && mayBeQuoted(group)
}

/** What the public may be told in a column of organisations: those of the register. */
export const publicOrganisations = (
  by: string,
  values: readonly (string | undefined)[],
  archive: Archive,
): PublicColumn => ({
  is: 'category',
  by,
  known: new Set(
    values.flatMap(value => (value !== undefined && areOrganisations(value, archive) ? [value] : [])),
  ),
})

/** What the public may be told in a column of groups: those whose own document is open. */
export const publicGroups = (archive: Archive): PublicColumn => ({
  is: 'category',
  by: 'grupp',
  known: new Set(archive.groups.filter(mayBeQuoted).map(document => groupOf(document).slug)),
})

/** What the public may be told in a column of the values of a field: those of its list. */
export const publicList = (archive: Archive, typ: string, field: string, by = field): PublicColumn => ({
  is: 'category',
  by,
  known: closedList(archive, typ, field),
})
