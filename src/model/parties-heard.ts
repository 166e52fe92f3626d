import type { Member } from './group.js'
import type { Attendee } from './meeting.js'
import { personKey } from './people.js'
import type { Presence } from './presence.js'
import type { Register } from './register.js'
import type { Surroundings } from './surroundings.js'
import { folded } from './text.js'

/**
 * Keys (`partyKey`) of the organisations and operations that those who were there speak for, of a group with these
 * members.
 */
export const partiesHeard = (
  members: readonly Member[],
  presence: Presence,
  surroundings: Surroundings,
): ReadonlySet<string> =>
  new Set(spokenFor(members, presence, surroundings).map(party => partyKey(party, surroundings)))

/** The same as written, with the parties of members who were there under another spelling or by their substitute. */
export function spokenFor(
  members: readonly Member[],
  presence: Presence,
  surroundings: Surroundings,
): readonly string[] {
  const seats = new Map(members.map(member => [personKey(surroundings, member.name), member] as const))
  const isThere = (name: string | undefined) => name !== undefined && presence.participant(name) !== undefined
  return [
    ...presence.participants.flatMap(person => spokenForBy(person, seats, surroundings)),
    ...members
      .filter(({ name, substitute }) => isThere(name) || isThere(substitute))
      .flatMap(member => [organisationOf(member, surroundings), member.represents]),
  ].filter(party => party !== undefined)
}

/** Everything that someone who was there speaks for: by the list, as a member, for the one replaced, by the register. */
function spokenForBy(
  { name, replaces, organisation, represents }: Attendee,
  members: ReadonlyMap<string, Member>,
  surroundings: Surroundings,
): readonly (string | undefined)[] {
  const registered = surroundings.register.person(name)
  const own = members.get(personKey(surroundings, name))
  const spokenFor = [organisation, represents, registered?.organisation, registered?.unit]
  if (own !== undefined) spokenFor.push(organisationOf(own, surroundings), own.represents)
  const other = replaces === undefined ? undefined : members.get(personKey(surroundings, replaces))
  if (other !== undefined) spokenFor.push(organisationOf(other, surroundings), other.represents)
  return spokenFor
}

/** The organisation of a member: as the group says, else the register. */
export const organisationOf = (member: Member, surroundings: Surroundings): string | undefined =>
  member.organisation ?? surroundings.register.person(member.name)?.organisation

/** One key for one organisation; a unit keeps its own name, since its organisation is heard through others too. Remembered. */
export function partyKey(party: string, { register }: Surroundings): string {
  let known = keys.get(register)
  if (known === undefined) {
    known = new Map()
    keys.set(register, known)
  }
  let key = known.get(party)
  if (key === undefined) {
    const organisation = register.organisation(party)
    const wanted = folded(party)
    const isUnit = organisation?.units.some(({ id, name, aliases }) =>
      [id, name, ...aliases].some(each => folded(each) === wanted),
    )
    key = organisation === undefined || isUnit === true ? wanted : folded(organisation.name)
    known.set(party, key)
  }
  return key
}

const keys = new WeakMap<Register, Map<string, string>>()
