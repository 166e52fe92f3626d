import type { Document } from './document.js'
import { textOf } from './fields.js'
import { groupOf } from './group.js'
import { knownText } from './known-text.js'
import { LastAsked } from './last-asked.js'
import { type Attendee, type Meeting, meetingOf } from './meeting.js'
import { looksLikeName, partedBy, runsIn } from './name-runs.js'
import { firstNameOf, joinedNames, type Names, namesOf, registeredNames } from './names.js'
import type { Register } from './register.js'
import type { Surroundings } from './surroundings.js'
import { folded, slugOf } from './text.js'

/** Whom a name in a document means. */
export type Resolved =
  | { readonly is: 'person'; readonly name: string }
  /** A first name that fits several of those whom the document and its group know. */
  | { readonly is: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly is: 'organisation'; readonly name: string }
  | { readonly is: 'group'; readonly name: string }
  /** "Ledamöterna", "styrgruppen", "samtliga": several, or a body outside the register. */
  | { readonly is: 'collective'; readonly name: string }
  | { readonly is: 'unknown'; readonly name: string }

/** The name that the register gives a person, or the name as written. */
export const properName = (surroundings: Surroundings, written: string): string =>
  recognised(surroundings.register, written).name

/** What two ways of writing one person have in common: their name in the register, else the name as written, folded. */
export const personKey = (surroundings: Surroundings, written: string): string =>
  recognised(surroundings.register, written).key

/** The key of someone in the register, by name, alias or id; absent for anybody else. */
export function registeredKey(surroundings: Surroundings, written: string): string | undefined {
  const { key, isRegistered } = recognised(surroundings.register, written)
  return isRegistered ? key : undefined
}

/** True of the name, an alias or the id of someone in the register. */
export const isRegistered = (surroundings: Surroundings, written: string): boolean =>
  recognised(surroundings.register, written).isRegistered

/** True when two ways of writing mean the same person in the register, or are the same words. */
export const isSamePerson = (surroundings: Surroundings, a: string, b: string): boolean =>
  personKey(surroundings, a) === personKey(surroundings, b)

/** Everybody whom a meeting document and its group name as people, by their proper names. A presenter's misspelt name is no new person. */
export function knownIn(document: Document, surroundings: Surroundings): readonly string[] {
  const before = knownPeople.get(document)
  if (before !== undefined) return before
  const meeting = meetingOf(document)
  const group = meeting.group === undefined ? undefined : surroundings.group(meeting.group)
  const listed = attendanceOf(meeting).map(({ name }) => name)
  const members = group === undefined ? [] : groupOf(group).members.map(({ name }) => name)
  const stated = [...listed, ...members].map(name => properName(surroundings, name))
  const presenters = document.body.sections
    .flatMap(({ attributes }) =>
      attributes.filter(({ key }) => key === 'Föredragande').flatMap(({ value }) => presentersIn(value)),
    )
    .filter(
      name =>
        isRegistered(surroundings, name) ||
        (looksLikeName(name) && !surroundings.register.isOrganisation(name)),
    )
  const keys = new Set(stated.map(name => personKey(surroundings, name)))
  const others = presenters
    .map(name => properName(surroundings, name))
    .filter(name => !keys.has(personKey(surroundings, name)))
  const misspelt = others.length === 0 ? undefined : namesOf(stated.map(name => ({ name })))
  const known = [...new Set([...stated, ...others.filter(name => misspelt?.near(name) === undefined)])]
  knownPeople.set(document, known)
  return known
}

/** The same people, ready to be asked for a name that comes near. */
function namesKnownIn(document: Document, surroundings: Surroundings): Names {
  const before = knownNames.get(document)
  if (before !== undefined) return before
  const names = namesOf(knownIn(document, surroundings).map(name => ({ name })))
  knownNames.set(document, names)
  return names
}

/** The people of the register and of the group of a document, ready to be asked. Made ready once for a group. */
export function namesAtHome(document: Document, surroundings: Surroundings): Names {
  const registered = registeredNames(surroundings.register)
  const group = textOf(document.fields, 'grupp')
  const home = group === undefined ? undefined : surroundings.group(group)
  if (home === undefined) return registered
  const ready = namesOfGroup.get(home)
  if (ready !== undefined) return ready
  const others = groupOf(home).members.filter(({ name }) => !isRegistered(surroundings, name))
  const names = others.length === 0 ? registered : joinedNames([namesOf(others), registered])
  namesOfGroup.set(home, names)
  return names
}

/** Everybody in the front matter of a meeting, in whatever capacity. */
export function attendanceOf(meeting: Meeting): readonly Attendee[] {
  const known = attendance.get(meeting)
  if (known !== undefined) return known
  const everybody = [
    ...[meeting.chair, meeting.secretary, meeting.convener].filter(person => person !== undefined),
    ...meeting.adjusters,
    ...meeting.present,
    ...meeting.absent,
    ...meeting.others,
    ...meeting.called,
  ]
  attendance.set(meeting, everybody)
  return everybody
}

/** `Namn (organisation), Namn & Namn`: the people who present an item. */
export const presentersIn = knownText((value: string): readonly string[] =>
  value
    .replace(/\([^)]*\)/g, '')
    .split(/\s*,\s*|\s+(?:och|samt|&)\s+/)
    .map(name => name.trim())
    .filter(name => name !== ''),
)

/** Whom an owner of an action means: a person (a first name alone only when it fits one), an organisation, a group, or several. */
export const resolveOwner = (written: string, document: Document, surroundings: Surroundings): Resolved =>
  resolveAmong(
    written,
    {
      known: () => knownIn(document, surroundings),
      mentioned: () => peopleMentionedIn(document, surroundings),
      near: name => namesKnownIn(document, surroundings).near(name)?.name,
    },
    surroundings,
  )

/** The people among whom a name is looked for; asked for only when the register does not tell. */
export interface Acquaintance {
  known(): readonly string[]
  /** Others, for a first name alone. */
  mentioned(): readonly string[]
  /** The one whom a name with a slip in it means. */
  near(name: string): string | undefined
}

/** Whom a name means among some people, and the organisations and groups of the archive. */
export function resolveAmong(written: string, people: Acquaintance, surroundings: Surroundings): Resolved {
  const { asOwner } = recognised(surroundings.register, written)
  if (asOwner !== undefined) return asOwner
  const known = people.known()
  const key = personKey(surroundings, written)
  const exact = known.find(name => personKey(surroundings, name) === key)
  if (exact !== undefined) return { is: 'person', name: exact }
  const near = looksLikeName(written)
    ? (people.near(written) ?? registeredNames(surroundings.register).near(written)?.name)
    : undefined
  if (near !== undefined) return { is: 'person', name: near }
  if (surroundings.register.isOrganisation(written)) return { is: 'organisation', name: written }
  const group = surroundings.groups.find(each => isGroupName(written, each))
  if (group !== undefined) return { is: 'group', name: groupOf(group).name }
  if (/^\p{Lu}[\p{L}-]+$/u.test(written)) {
    const candidates = [...new Set([...known, ...people.mentioned()])].filter(
      name => folded(firstNameOf(name)) === folded(written),
    )
    if (candidates.length > 1) return { is: 'ambiguous', candidates }
    if (candidates[0] !== undefined) return { is: 'person', name: candidates[0] }
  }
  if (COLLECTIVE.test(written)) return { is: 'collective', name: written }
  return { is: 'unknown', name: written }
}

/** People of the register who are named in full somewhere in the text of a document. */
export function peopleMentionedIn(document: Document, surroundings: Surroundings): readonly string[] {
  const known = mentioned.get(document)
  if (known !== undefined) return known
  const names = registeredNames(surroundings.register)
  const found = runsIn(document).flatMap(({ text }) => partedBy(text.split(/\s/), names).found)
  const named = [...new Set(found)]
  mentioned.set(document, named)
  return named
}

interface Recognised {
  readonly name: string
  readonly key: string
  readonly isRegistered: boolean
  /** What it means as the owner of an action, where the register tells. */
  readonly asOwner: Resolved | undefined
}

const people = new LastAsked<Register, Map<string, Recognised>>()

/** Remembered, since the same few names stand in every document. */
function recognised(register: Register, written: string): Recognised {
  let known = people.get(register)
  if (known === undefined) {
    known = new Map()
    people.set(register, known)
  }
  let answer = known.get(written)
  if (answer === undefined) {
    const person = register.person(written)
    const name = person?.name ?? written
    answer = {
      name,
      key: folded(name),
      isRegistered: person !== undefined,
      asOwner: person === undefined ? undefined : { is: 'person', name },
    }
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(written, answer)
  }
  return answer
}

/** So many ways to write a name are remembered. */
const MOST_REMEMBERED = 20_000

const attendance = new LastAsked<Meeting, readonly Attendee[]>()
const knownNames = new LastAsked<Document, Names>()
const namesOfGroup = new WeakMap<Document, Names>()
const knownPeople = new LastAsked<Document, readonly string[]>()
const mentioned = new LastAsked<Document, readonly string[]>()

const isGroupName = (written: string, document: Document): boolean => {
  const { slug, name } = groupOf(document)
  return slugOf(written) === slug || [name, document.id ?? ''].some(each => folded(each) === folded(written))
}

const COLLECTIVE =
  /(?:ledamöter|ledamot|gruppen|grupperna|grupp|deltagare|deltagarna|samtliga|alla|representant|representanter|parterna|parter|verksamheter|verksamheterna|enhet|kommun|kommunen|kommunerna|regionen|skolan|skolorna|rektorer|chefer|sekreterare|sekreteraren|ordförande|ordföranden|e-hälsa)/iu
