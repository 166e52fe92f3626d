import type { Document } from './document.js'
import { groupOf, membersOn } from './group.js'
import { meetingOf } from './meeting.js'
import { isSamePerson, personKey, properName } from './people.js'
import type { Surroundings } from './surroundings.js'

/** Those who are to have an agenda. Names are those of the register where it knows them. */
export interface Invited {
  /** Those who are called, and the substitutes of those who cannot come. */
  readonly called: readonly string[]
  /** Others who are asked to come. */
  readonly others: readonly string[]
  /** Those who call the meeting and may be answered: convener, secretary, chair. */
  readonly callers: readonly string[]
}

/** Whom an agenda invites: those it calls, else the members of the group on that day. */
export function invitedTo(agenda: Document, surroundings: Surroundings): Invited {
  const meeting = meetingOf(agenda)
  const home = meeting.group === undefined ? undefined : surroundings.group(meeting.group)
  const group = home === undefined ? undefined : groupOf(home)
  const members = group === undefined ? [] : membersOn(group, meeting.day ?? surroundings.today)
  const called = meeting.called.length > 0 ? meeting.called : members
  const substitutes = members
    .filter(({ name }) => meeting.absent.some(absent => isSamePerson(surroundings, absent.name, name)))
    .flatMap(({ substitute }) => substitute ?? [])
  const callers = [
    meeting.convener?.name,
    meeting.secretary?.name ?? group?.secretary,
    meeting.chair?.name ?? group?.chair,
  ]
  const names = (all: readonly (string | undefined)[]) => distinct(surroundings, all)
  const first = names([...called.map(({ name }) => name), ...substitutes, ...callers])
  const known = new Set(first.map(name => personKey(surroundings, name)))
  return {
    called: first,
    others: names(meeting.others.map(({ name }) => name)).filter(
      name => !known.has(personKey(surroundings, name)),
    ),
    callers: names(callers),
  }
}

function distinct(surroundings: Surroundings, names: readonly (string | undefined)[]): readonly string[] {
  const byKey = new Map<string, string>()
  for (const name of names) {
    if (name === undefined) continue
    const key = personKey(surroundings, name)
    if (!byKey.has(key)) byKey.set(key, properName(surroundings, name))
  }
  return [...byKey.values()]
}
