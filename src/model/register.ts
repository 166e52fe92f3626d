import { folded } from './text.js'

/** Someone in register/personer.yaml. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly title?: string
  readonly organisation?: string
  readonly unit?: string
  readonly email?: string
  readonly keys: readonly string[]
}

/** A municipality, region, authority or unit in register/organisationer.yaml. */
export interface Organisation {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly type?: string
  readonly formerNames: readonly { readonly name: string; readonly until?: string }[]
  readonly units: readonly Unit[]
}

/** A unit of an organisation. */
export interface Unit {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly operation?: string
}

/** Who is who. Look-ups go by id, name or alias, without regard to case. */
export interface Register {
  readonly people: readonly Person[]
  readonly organisations: readonly Organisation[]
  person(written: string): Person | undefined
  /** The organisation itself, or the one whose unit it is. */
  organisation(written: string): Organisation | undefined
  /** True when the text names an organisation, a unit or one of their aliases. */
  isOrganisation(written: string): boolean
}

/** Builds the look-ups over people and organisations. */
export function registerOf(people: readonly Person[], organisations: readonly Organisation[]): Register {
  const byName = new Map<string, Person>()
  for (const person of people) {
    for (const name of [person.id, person.name, ...person.aliases]) byName.set(folded(name), person)
  }
  const owners = new Map<string, Organisation>()
  for (const organisation of organisations) {
    for (const unit of organisation.units) {
      for (const name of [unit.id, unit.name, ...unit.aliases]) owners.set(folded(name), organisation)
    }
  }
  for (const organisation of organisations) {
    const former = organisation.formerNames.map(({ name }) => name)
    for (const name of [organisation.id, organisation.name, ...organisation.aliases, ...former]) {
      owners.set(folded(name), organisation)
    }
  }
  return {
    people,
    organisations,
    person: written => byName.get(folded(written)),
    organisation: written => owners.get(folded(written)),
    isOrganisation: written => owners.has(folded(written)),
  }
}
