import { groupOf, type Member } from './group.js'
import type { Period } from './period.js'
import type { Organisation } from './register.js'
import type { Surroundings } from './surroundings.js'
import { folded } from './text.js'

/**
 * A party as a document names it, and the organisation of the register that it belongs to, where that is
 * plain.
 */
export interface Party {
  /** The name of the organisation, else what is written. */
  readonly name: string
  readonly organisation?: Organisation
}

/** The types of organisations that are parties in their own right. */
export const PARTY_TYPES: readonly string[] = ['kommun', 'region', 'myndighet']

/**
 * Whom a written party means. A unit stands for its organisation; a unit's name that several organisations have (IFO)
 * says nothing about which one, and is kept as written.
 */
export function partyOf(written: string, { register }: Surroundings): Party {
  const wanted = folded(written)
  const isMeant = (names: readonly string[]): boolean => names.some(name => folded(name) === wanted)
  const own = register.organisations.find(({ id, name, aliases, formerNames }) =>
    isMeant([id, name, ...aliases, ...formerNames.map(former => former.name)]),
  )
  if (own !== undefined) return { name: own.name, organisation: own }
  const owners = register.organisations.filter(({ units }) =>
    units.some(({ id, name, aliases }) => isMeant([id, name, ...aliases])),
  )
  const [only] = owners
  return owners.length === 1 && only !== undefined
    ? { name: only.name, organisation: only }
    : { name: written }
}

/** True of a municipality, known to the register or not ("den andra kommunen"). */
export const isMunicipality = ({ name, organisation }: Party): boolean =>
  organisation === undefined ? /kommun/i.test(name) : organisation.type === 'kommun'

/**
 * The municipalities, regions and authorities with a member in some groups during a period, in the order of
 * the register.
 */
export function partiesIn(
  surroundings: Surroundings,
  groups: readonly string[],
  period: Period | undefined,
): readonly Organisation[] {
  const represented = new Set(
    groups
      .flatMap(slug => {
        const document = surroundings.group(slug)
        return document === undefined ? [] : groupOf(document).members
      })
      .filter(member => isMemberIn(member, period))
      .flatMap(
        ({ name, organisation }) => organisation ?? surroundings.register.person(name)?.organisation ?? [],
      )
      .flatMap(written => partyOf(written, surroundings).organisation ?? []),
  )
  return surroundings.register.organisations.filter(
    organisation => represented.has(organisation) && PARTY_TYPES.includes(organisation.type ?? ''),
  )
}

/**
 * True when something happens between two municipalities: one reports another, known by name or not ("den
 * andra kommunen").
 */
export function isBetweenMunicipalities(
  from: string | undefined,
  concerns: readonly string[],
  surroundings: Surroundings,
): boolean {
  const municipality = (written: string): string | undefined => {
    const party = partyOf(written, surroundings)
    return isMunicipality(party) ? party.name : undefined
  }
  const reported = new Set(concerns.flatMap(written => municipality(written) ?? []))
  if (from === undefined) return reported.size > 1
  const reporting = municipality(from)
  return reporting !== undefined && [...reported].some(name => name !== reporting)
}

const isMemberIn = ({ from, to }: Member, period: Period | undefined): boolean =>
  period === undefined ||
  ((from === undefined || from <= period.to) && (to === undefined || to >= period.from))
