import type { Archive } from './archive.js'
import type { Document } from './document.js'
import { groupOf } from './group.js'
import { type Meeting, meetingOf } from './meeting.js'
import { capitalisedIn, firstNameOf, looksLikeName, namesOf, partedBy, registeredNames } from './names.js'
import { folded } from './text.js'

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
export const properName = (archive: Archive, written: string): string => archive.register.person(written)?.name ?? written

/** True when two ways of writing mean the same person in the register, or are the same words. */
export const isSamePerson = (archive: Archive, a: string, b: string): boolean => folded(properName(archive, a)) === folded(properName(archive, b))

/** Everybody whom a meeting document and its group name as people, by their proper names. A presenter's misspelt name is no new person. */
export function knownIn(document: Document, archive: Archive): readonly string[] {
  const before = knownPeople.get(document)
  if (before !== undefined) return before
  const meeting = meetingOf(document)
  const group = meeting.group === undefined ? undefined : archive.group(meeting.group)
  const listed = attendanceOf(meeting).map(({ name }) => name)
  const members = group === undefined ? [] : groupOf(group).members.map(({ name }) => name)
  const stated = [...listed, ...members].map(name => properName(archive, name))
  const presenters = document.body.sections
    .flatMap(({ attributes }) =>
      attributes.filter(({ key }) => key === 'Föredragande').flatMap(({ value }) => presentersIn(value)),
    )
    .filter(name => archive.register.person(name) !== undefined || (looksLikeName(name) && !archive.register.isOrganisation(name)))
  const names = namesOf(stated.map(name => ({ name })))
  const known = [...new Set([...stated, ...presenters.map(name => properName(archive, names.near(name)?.name ?? name))])]
  knownPeople.set(document, known)
  return known
}

/** Everybody in the front matter of a meeting, in whatever capacity. */
export const attendanceOf = (meeting: Meeting) => [
  ...[meeting.chair, meeting.secretary, meeting.convener].filter(person => person !== undefined),
  ...meeting.adjusters,
  ...meeting.present,
  ...meeting.absent,
  ...meeting.others,
  ...meeting.called,
]

/** `Namn (organisation), Namn & Namn`: the people who present an item. */
export const presentersIn = (value: string): readonly string[] =>
  value
    .replace(/\([^)]*\)/g, '')
    .split(/\s*,\s*|\s+(?:och|samt|&)\s+/)
    .map(name => name.trim())
    .filter(name => name !== '')

/** Whom an owner of an action means: a person (a first name alone only when it fits one), an organisation, a group, or several. */
export function resolveOwner(written: string, document: Document, archive: Archive): Resolved {
  const person = archive.register.person(written)
  if (person !== undefined) return { is: 'person', name: person.name }
  const known = knownIn(document, archive)
  const exact = known.find(name => folded(name) === folded(written))
  if (exact !== undefined) return { is: 'person', name: exact }
  const near = namesOf(known.map(name => ({ name }))).near(written) ?? registeredNames(archive.register).near(written)
  if (near !== undefined) return { is: 'person', name: near.name }
  if (archive.register.isOrganisation(written)) return { is: 'organisation', name: written }
  const group = archive.ofKind('grupp').find(each => isGroupName(written, each))
  if (group !== undefined) return { is: 'group', name: groupOf(group).name }
  if (/^\p{Lu}[\p{L}-]+$/u.test(written)) {
    const mentioned = peopleMentionedIn(document, archive)
    const candidates = [...new Set([...known, ...mentioned])].filter(
      name => folded(firstNameOf(name)) === folded(written),
    )
    if (candidates.length > 1) return { is: 'ambiguous', candidates }
    if (candidates[0] !== undefined) return { is: 'person', name: candidates[0] }
  }
  if (COLLECTIVE.test(written)) return { is: 'collective', name: written }
  return { is: 'unknown', name: written }
}

/** People of the register who are named in full somewhere in the text of a document. */
export function peopleMentionedIn(document: Document, archive: Archive): readonly string[] {
  const known = mentioned.get(document)
  if (known !== undefined) return known
  const names = registeredNames(archive.register)
  const found = document.body.prose.flatMap(({ text }) =>
    capitalisedIn(text).flatMap(({ words }) => partedBy(words, names).found),
  )
  const people = [...new Set(found)]
  mentioned.set(document, people)
  return people
}

const knownPeople = new WeakMap<Document, readonly string[]>()
const mentioned = new WeakMap<Document, readonly string[]>()

const isGroupName = (written: string, document: Document): boolean => {
  const { slug, name } = groupOf(document)
  return [slug, name, document.id ?? ''].some(each => folded(each) === folded(written))
}

const COLLECTIVE =
  /(?:ledamöter|ledamot|gruppen|grupperna|grupp|deltagare|deltagarna|samtliga|alla|representant|representanter|parterna|parter|verksamheter|verksamheterna|enhet|kommun|kommunen|kommunerna|regionen|skolan|skolorna|rektorer|chefer|sekreterare|sekreteraren|ordförande|ordföranden|e-hälsa)/iu
