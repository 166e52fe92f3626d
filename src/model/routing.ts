import type { Document } from './document.js'
import { type Fields, type FieldValue, fieldsOf, isFields, listOf, textOf, textsOf } from './fields.js'
import { partyOf } from './party.js'
import { asWritten, type Said } from './said.js'
import type { Surroundings } from './surroundings.js'
import { folded } from './text.js'

/** Somebody who is to have a copy of a deviation. */
export interface Copy {
  /** A party by the name in the register, or a role as the routes call it: what is written in `kopia_till`. */
  readonly to: string
  readonly sort: 'party' | 'role'
  /** Why, to be read after the name. */
  readonly because: Said
  /** True when the deviation says that they have it. */
  readonly isGiven: boolean
  /** False for a party that the register does not have: its name is free text. */
  readonly isKnown: boolean
}

/**
 * Who is to have a copy of a deviation: every concerned party, and for each operation those whom the routes name. The
 * head of a unit has it when the unit stands in `kopia_till`, or when somebody there has reported it and the nearest
 * manager is named.
 */
export function copiesOf({ fields }: Document, surroundings: Surroundings): readonly Copy[] {
  const given = textsIn(fields, 'kopia_till')
  const has = (party: string) => given.some(each => isSameParty(each, party, surroundings))
  const parties = textsIn(fields, 'berör').map((party): Copy => {
    const { name, organisation } = partyOf(party, surroundings)
    return {
      to: name,
      sort: 'party',
      because: { sv: 'berörs', en: 'is concerned' },
      isGiven: has(party),
      isKnown: organisation !== undefined,
    }
  })
  const roles = textsOf(fields, 'verksamhet').flatMap(operation =>
    (surroundings.settings.routes.get(operation) ?? []).map((role, index): Copy => {
      const isReached =
        (index === 0 && isHeadReached(operation, given, fields, surroundings)) || isNamed(role, given)
      return { to: role, sort: 'role', because: asWritten(operation), isGiven: isReached, isKnown: true }
    }),
  )
  return [...parties, ...roles].filter(
    ({ to }, index, all) => all.findIndex(each => folded(each.to) === folded(to)) === index,
  )
}

/** Those who are to have a copy and of whom the deviation does not say that they have. */
export const copiesLeft = (document: Document, surroundings: Surroundings): readonly Copy[] =>
  copiesOf(document, surroundings).filter(({ isGiven }) => !isGiven)

/** True when a role stands among the copies, alone or with whose it is: `rektor`, `rektor, Ekmo grundskola`. */
const isNamed = (role: string, given: readonly string[]): boolean =>
  given.some(each => folded(each) === folded(role) || new RegExp(`^${escaped(role)}[\\s,(]`, 'i').test(each))

/** True when the head of a unit of an operation has the report: a copy went there, or it comes from there. */
function isHeadReached(
  operation: string,
  given: readonly string[],
  fields: Fields,
  surroundings: Surroundings,
): boolean {
  const hasManager = fields['chef'] !== undefined && fields['chef'] !== ''
  const own = textOf(fieldsOf(fields, 'rapportör'), 'enhet')
  const units = [...given, ...(own === undefined || !hasManager ? [] : [own])]
  return units.some(each => folded(operationOf(each, surroundings) ?? each) === folded(operation))
}

/** The operation of a unit of the register. */
const operationOf = (written: string, { register }: Surroundings): string | undefined =>
  register.organisations
    .flatMap(({ units }) => units)
    .find(({ id, name, aliases }) => [id, name, ...aliases].some(each => folded(each) === folded(written)))
    ?.operation

/** A unit stands for its organisation; a party that the register does not have is known by its words. */
function isSameParty(one: string, other: string, surroundings: Surroundings): boolean {
  const [a, b] = [partyOf(one, surroundings), partyOf(other, surroundings)]
  return a.organisation === undefined || b.organisation === undefined
    ? folded(a.name) === folded(b.name)
    : a.organisation === b.organisation
}

const textsIn = (fields: Fields, key: string): readonly string[] =>
  listOf(fields, key).flatMap(each => partyIn(each) ?? [])

const partyIn = (value: FieldValue): string | undefined => {
  const text = isFields(value) ? textOf(value, 'namn') : typeof value === 'string' ? value.trim() : undefined
  return text === '' ? undefined : text
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
