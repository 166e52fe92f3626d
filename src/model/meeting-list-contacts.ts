import type { Archive } from './archive.js'
import type { Day } from './day.js'
import type { Deviation } from './deviation.js'
import { mayBeQuoted } from './document.js'
import { fieldsOf, textOf, textsOf } from './fields.js'
import { type Group, type Member, membersOn } from './group.js'
import { partyOf } from './party.js'
import type { Organisation, Unit } from './register.js'
import { asWritten, type Said } from './said.js'
import { folded } from './text.js'

/** A party of a deviation, and the members of the group who speak for it: its contact persons (Seed S0). */
export interface Contacts {
  /** Comparable name of the party. */
  readonly key: string
  /** Its name in the register; of a party outside it only that it is one, unless the deviation is open. */
  readonly party: Said
  readonly members: readonly Member[]
}

/** Who answers for a party, as a deviation writes it, in a group on the day of a meeting. */
export function contactsOf(
  written: string,
  deviation: Deviation,
  { archive, group, day }: { readonly archive: Archive; readonly group: Group; readonly day: Day },
): Contacts {
  const { name, organisation } = partyOf(written, archive)
  const mayBeNamed = archive.register.isOrganisation(written) || mayBeQuoted(deviation.document)
  const members = membersOn(group, day).filter(member => partyNameOf(member, archive) === name)
  return {
    key: folded(name),
    party: mayBeNamed ? asWritten(name) : OUTSIDE,
    members:
      organisation === undefined ? members : nearestTo(written, organisation, deviation, members, archive),
  }
}

/** The party that a member belongs to, by its name in the register. */
const partyNameOf = ({ name, organisation }: Member, archive: Archive): string | undefined => {
  const written = organisation ?? archive.register.person(name)?.organisation
  return written === undefined ? undefined : partyOf(written, archive).name
}

/** Of the members of an organisation those who speak for the unit or the operation in question; all where none does. */
function nearestTo(
  written: string,
  organisation: Organisation,
  deviation: Deviation,
  members: readonly Member[],
  { register }: Archive,
): readonly Member[] {
  const units = unitsMeant(written, organisation, deviation)
  const words = [
    ...units.flatMap(({ name, aliases, operation }) => [
      name,
      ...aliases,
      ...(operation === undefined ? [] : [operation]),
    ]),
    ...(units.length > 0 ? [] : textsOf(deviation.document.fields, 'verksamhet')),
  ].map(folded)
  const speaksFor = ({ name, represents }: Member): boolean => {
    const own = register.person(name)?.unit
    if (own !== undefined && units.some(unit => isNamed(own)(unit))) return true
    const spoken = represents === undefined ? '' : folded(represents)
    return spoken !== '' && words.some(word => beginsWord(spoken, word) || beginsWord(word, spoken))
  }
  const near = members.filter(speaksFor)
  return near.length > 0 ? near : members
}

/** The units of an organisation that a deviation is about: the one it names, else the reporter's, else those of its operations. */
function unitsMeant(written: string, { units }: Organisation, deviation: Deviation): readonly Unit[] {
  const { fields } = deviation.document
  const own = written === deviation.from ? textOf(fieldsOf(fields, 'rapportör'), 'enhet') : undefined
  const named = [written, ...(own === undefined ? textsOf(fields, 'kopia_till') : [own])]
  const found = units.filter(unit => named.some(name => isNamed(name)(unit)))
  if (found.length > 0) return found
  const operations = textsOf(fields, 'verksamhet')
  return units.filter(({ operation }) => operation !== undefined && operations.includes(operation))
}

const isNamed =
  (written: string) =>
  ({ id, name, aliases }: Unit): boolean =>
    [id, name, ...aliases].some(each => folded(each) === folded(written))

/** True when a word of a text begins as another text does: "skola" in "elevhälsa och skola", not in "förskola". */
const beginsWord = (text: string, word: string): boolean => text.startsWith(word) || text.includes(` ${word}`)

const OUTSIDE: Said = { sv: 'En part utanför registret', en: 'A party outside the register' }
