import type { Archive } from './archive.js'
import { type Deviation, handlingsOf } from './deviation.js'
import { fieldsOf, isFields, listOf, stated, textOf, textsOf } from './fields.js'
import { groupOf } from './group.js'
import { groupsWith } from './handover.js'
import { isMunicipality, partiesIn, partyOf } from './party.js'
import type { Organisation } from './register.js'
import { folded } from './text.js'

/** A municipality that a deviation is about: one of the register, or one that is only spoken of ("den andra kommunen"). */
export interface Municipality {
  readonly organisation?: Organisation
  /** Where it stands: `från`, or a place in `berör`. */
  readonly field: 'från' | 'berör'
}

/** The municipalities that report a deviation or are concerned by it, each once. */
export function municipalitiesOf({ from, concerns }: Deviation, archive: Archive): readonly Municipality[] {
  const found = new Map<string, Municipality>()
  const add = (written: string, field: Municipality['field']) => {
    const party = partyOf(written, archive)
    const { name, organisation } = party
    if (isMunicipality(party) && !found.has(folded(name)))
      found.set(folded(name), { field, ...stated('organisation', organisation) })
  }
  if (from !== undefined) add(from, 'från')
  for (const written of concerns) add(written, 'berör')
  return [...found.values()]
}

/**
 * The groups that have a deviation before them, by slug: the one that handles it, those it was handed over or lifted to or that
 * get a copy, and those whose meetings dealt with it.
 */
export function groupsAround(deviation: Deviation, archive: Archive): readonly string[] {
  const { fields } = deviation.document
  const lifted = textsOf(fieldsOf(fields, 'länkar'), 'lyfts_till').flatMap(address => {
    const target = archive.byId(address.split(' ')[0] ?? '')
    if (target === undefined) return []
    return target.typ === 'grupp'
      ? [groupOf(target).slug]
      : [textOf(target.fields, 'lyft_till') ?? textOf(target.fields, 'grupp') ?? '']
  })
  const copied = copiesIn(deviation).flatMap(written => slugNamed(written, archive) ?? [])
  const dealt = handlingsOf(deviation, archive).flatMap(({ group }) => group ?? [])
  return [...new Set([...groupsWith(fields), ...lifted, ...copied, ...dealt])].filter(
    slug => archive.group(slug) !== undefined,
  )
}

/** True when a copy goes to a group that the archive does not have: "Lokala samverkansgruppen i Tallhammar". */
export const isCopiedToGroupOutside = (deviation: Deviation, archive: Archive): boolean =>
  copiesIn(deviation).some(written => /grupp/i.test(written) && slugNamed(written, archive) === undefined)

/** The municipalities with a member in any of some groups. */
export const municipalitiesIn = (archive: Archive, groups: readonly string[]): readonly Organisation[] =>
  partiesIn(archive, groups, undefined).filter(({ type }) => type === 'kommun')

const copiesIn = ({ document: { fields } }: Deviation): readonly string[] =>
  listOf(fields, 'kopia_till').flatMap(each =>
    typeof each === 'string' ? each.trim() : isFields(each) ? (textOf(each, 'namn') ?? []) : [],
  )

/** The slug of the group that a text names by slug, name or id. */
function slugNamed(written: string, archive: Archive): string | undefined {
  if (archive.group(written) !== undefined) return written
  const named = archive.groups.find(group => {
    const { name } = groupOf(group)
    return [name, group.id ?? ''].some(each => folded(each) === folded(written))
  })
  return named === undefined ? undefined : groupOf(named).slug
}
