import type { Archive } from './archive.js'
import type { Assignment } from './assignment.js'
import { ownerName } from './assignment-table.js'
import { UserError } from './failure.js'
import { groupOf } from './group.js'
import { namesOf } from './names.js'
import { partyOf } from './party.js'
import { isSamePerson, type Resolved, resolveAmong } from './people.js'
import { choices } from './said.js'
import { folded, nearest } from './text.js'

/** Somebody whose actions are asked for. */
export interface OwnerAsked {
  readonly name: string
  /** True of an action that is given to them, or to a first name that may be theirs. */
  has(assignment: Assignment): boolean
}

/**
 * Whom `--owner` means: a person (a first name alone only when it fits one), an organisation, a group, or others as the
 * minutes write them.
 * @throws UserError for a first name that fits several, and for a name that nobody has.
 */
export function ownerAsked(written: string, archive: Archive, all: readonly Assignment[]): OwnerAsked {
  const owners = all.flatMap(each => (each.task === undefined ? [] : each.owners))
  const people = peopleOf(archive, owners)
  const named = resolveAmong(written, people, archive)
  const meant = isKnown(named) ? named : resolveAmong(capitalised(written), people, archive)
  if (meant.is === 'ambiguous') throw severalFit(written, meant.candidates)
  const found = owners.some(owner => isMeant(owner, meant, archive))
  if (!isKnown(meant) && !found) throw nobody(written, archive, owners)
  return {
    name: meant.name,
    has: ({ owners: its, task }) => task !== undefined && its.some(owner => isMeant(owner, meant, archive)),
  }
}

const isKnown = ({ is }: Resolved): boolean => is !== 'unknown' && is !== 'collective'

const capitalised = (written: string): string => written.charAt(0).toUpperCase() + written.slice(1)

/** Everybody of the register, of the groups, and who has been given something. */
function peopleOf(archive: Archive, owners: readonly Resolved[]) {
  const known = [
    ...new Set([
      ...archive.register.people.map(({ name }) => name),
      ...archive.groups.flatMap(group => groupOf(group).members.map(({ name }) => name)),
      ...owners.flatMap(owner => (owner.is === 'person' ? [owner.name] : [])),
    ]),
  ]
  const names = namesOf(known.map(name => ({ name })))
  return { known: () => known, mentioned: () => [], near: (name: string) => names.near(name)?.name }
}

function isMeant(owner: Resolved, meant: Exclude<Resolved, { is: 'ambiguous' }>, archive: Archive): boolean {
  if (meant.is === 'person') {
    const may = owner.is === 'ambiguous' ? owner.candidates : owner.is === 'person' ? [owner.name] : []
    return may.some(name => isSamePerson(archive, name, meant.name))
  }
  if (owner.is === 'ambiguous') return false
  if (folded(owner.name) === folded(meant.name)) return true
  if (owner.is !== 'organisation' || meant.is !== 'organisation') return false
  // Another name of the organisation, or a unit of it; a unit that is asked for is only itself.
  const { name, organisation } = partyOf(meant.name, archive)
  const isWhole = [organisation?.name, organisation?.id, ...(organisation?.aliases ?? [])].some(
    each => each !== undefined && folded(each) === folded(meant.name),
  )
  return isWhole && partyOf(owner.name, archive).name === name
}

function severalFit(written: string, candidates: readonly string[]): UserError {
  const all = choices(candidates)
  return new UserError(
    {
      sv: `\`${written}\` kan vara flera: ${candidates.join(', ')}.`,
      en: `\`${written}\` may be several: ${candidates.join(', ')}.`,
    },
    { sv: `Skriv hela namnet: ${all.sv}.`, en: `Write the whole name: ${all.en}.` },
  )
}

function nobody(written: string, archive: Archive, owners: readonly Resolved[]): UserError {
  const names = [
    ...archive.register.people.map(({ name }) => name),
    ...archive.register.organisations.map(({ name }) => name),
    ...archive.groups.map(group => groupOf(group).name),
    ...owners.map(ownerName),
  ]
  const meant = nearest(written, names)
  return new UserError(
    {
      sv: `\`${written}\` finns varken i registret eller bland dem som har uppdrag.`,
      en: `\`${written}\` is neither in the register nor among those who have actions.`,
    },
    meant === undefined
      ? {
          sv: 'Skriv ett namn, en organisation eller en grupp; `samverkan report actions` visar vilka som har uppdrag.',
          en: 'Write a name, an organisation or a group; `samverkan report actions` shows who has actions.',
        }
      : { sv: `Menade du \`${meant}\`?`, en: `Did you mean \`${meant}\`?` },
  )
}
