import { groupOf } from './group.js'
import { partyOf } from './party.js'
import { personKey } from './people.js'
import type { Surroundings } from './surroundings.js'

/**
 * The organisation that a name in a document belongs to, as the register calls it: an organisation itself, a unit of
 * one, or a person of the register or of a group. Absent where nobody says.
 */
export function affiliationOf(written: string, surroundings: Surroundings): string | undefined {
  const party = partyOf(written, surroundings)
  if (party.organisation !== undefined) return party.name
  const own =
    surroundings.register.person(written)?.organisation ??
    organisationsOfMembers(surroundings).get(personKey(surroundings, written))
  return own === undefined ? undefined : partyOf(own, surroundings).name
}

/** The organisations that groups state of their members, read once. */
function organisationsOfMembers(surroundings: Surroundings): ReadonlyMap<string, string> {
  const { groups } = surroundings
  const known = read.get(groups)
  if (known !== undefined) return known
  const organisations = new Map(
    groups.flatMap(document =>
      groupOf(document).members.flatMap(({ name, organisation }) =>
        organisation === undefined ? [] : [[personKey(surroundings, name), organisation] as const],
      ),
    ),
  )
  read.set(groups, organisations)
  return organisations
}

const read = new WeakMap<Surroundings['groups'], ReadonlyMap<string, string>>()
