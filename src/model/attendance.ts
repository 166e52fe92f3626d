import type { Archive } from './archive.js'
import { type ItemAttended, itemsAttended } from './attendance-items.js'
import type { Day } from './day.js'
import { type Document, mayBeQuoted, nameOf } from './document.js'
import { stated } from './fields.js'
import { groupOf, type Member, membersOn } from './group.js'
import { type Attendee, meetingOf } from './meeting.js'
import { organisationOf, partyKey, spokenFor } from './parties-heard.js'
import { partyOf } from './party.js'
import { personKey, properName } from './people.js'
import { type Presence, presenceAt } from './presence.js'

/**
 * How a member took part in a meeting, each in exactly one way: for the whole of it, for some of the items, by a
 * substitute, not at all, or in no way that the document tells.
 */
export type TookPart = 'there' | 'partly' | 'replaced' | 'absent' | 'unaccounted'

/** A member at a meeting of the group. */
export interface Attendance {
  /** `PROT-demo-2024-05-23 Dan Ek`: the meeting and the member; `#4` in the place of a name that may not be repeated. */
  readonly address: string
  /** The id of the record. */
  readonly record: string
  readonly day?: Day
  /** Slug of the group. */
  readonly group: string
  /** What tells the member from others. */
  readonly key: string
  /** Absent where the group's document is not open. */
  readonly person?: string
  readonly organisation?: string
  /** The operation that the member speaks for. */
  readonly represents?: string
  readonly how: TookPart
  /** Who sat in the member's place; `NAME_WITHHELD` where that may not be repeated. */
  readonly substitute?: string
}

/** A party of a group at one of its meetings: an organisation, or an operation of one. */
export interface PartyThere {
  readonly organisation?: string
  readonly represents?: string
  readonly isHeard: boolean
}

/** Somebody who was there without a seat: an invited presenter, an observer, a chair from outside. */
export interface Guest {
  readonly key: string
  /** Absent where it may not be repeated. */
  readonly name?: string
  readonly organisation?: string
}

/** A meeting as its record tells it. */
export interface MeetingAttended {
  readonly document: Document
  readonly record: string
  readonly day?: Day
  readonly group: string
  readonly attendances: readonly Attendance[]
  readonly parties: readonly PartyThere[]
  readonly guests: readonly Guest[]
  /** Item by item, where a member or a substitute was there for a part of the meeting. */
  readonly items: readonly ItemAttended[]
}

/** Stands for a name that may not be repeated. */
export const NAME_WITHHELD = 'left-out'

/** True of a member who was there, for the whole meeting or for a part. */
export const wasThere = ({ how }: Attendance): boolean => how === 'there' || how === 'partly'

/** Who of a group was at a meeting of it, read from its minutes or protocol. `archive`: the one that the record lies in. */
export function meetingAttended(document: Document, group: string, archive: Archive): MeetingAttended {
  const { day } = meetingOf(document)
  const home = archive.group(group)
  const members = home === undefined ? [] : membersThen(home, day, archive)
  const presence = presenceAt(document, archive)
  const isOpenGroup = home !== undefined && mayBeQuoted(home)
  const record = nameOf(document)
  return {
    document,
    record,
    ...stated('day', day),
    group,
    attendances: members.map((member, index) => {
      const person = properName(archive, member.name)
      const { how, substitute } = tookPart(member, presence, archive)
      const organisation = organisationOf(member, archive)
      return {
        address: `${record} ${isOpenGroup ? person : `#${index + 1}`}`,
        record,
        ...stated('day', day),
        group,
        key: personKey(archive, member.name),
        ...stated('person', isOpenGroup ? person : undefined),
        ...stated('organisation', organisationShown(organisation, isOpenGroup, archive)),
        ...stated('represents', isOpenGroup ? member.represents : undefined),
        how,
        ...stated('substitute', substitute && (mayBeQuoted(document) ? substitute : NAME_WITHHELD)),
      }
    }),
    parties: partiesThere(members, presence, isOpenGroup, archive),
    guests: guestsAt(document, members, presence, archive),
    items: itemsAttended(document, home, archive),
  }
}

/** The organisation by its name in the register; what stands only in a document that is not open is left out. */
function organisationShown(
  written: string | undefined,
  isOpenGroup: boolean,
  archive: Archive,
): string | undefined {
  if (written === undefined) return undefined
  const { name, organisation } = partyOf(written, archive)
  return organisation !== undefined || isOpenGroup ? name : undefined
}

/** The members on the day, each once; where the day is not known, all that the group has had. */
function membersThen(home: Document, day: Day | undefined, archive: Archive): readonly Member[] {
  const group = groupOf(home)
  const members = day === undefined ? group.members : membersOn(group, day)
  return [...new Map(members.map(each => [personKey(archive, each.name), each] as const)).values()]
}

function tookPart(
  { name, substitute }: Member,
  presence: Presence,
  archive: Archive,
): Pick<Attendance, 'how' | 'substitute'> {
  const own = presence.participant(name)
  if (own !== undefined) return { how: own.items === undefined ? 'there' : 'partly' }
  const stoodIn = standIn(presence.participants, name, archive)
  const other = stoodIn ?? (substitute === undefined ? undefined : presence.participant(substitute))
  if (other !== undefined) return { how: 'replaced', substitute: properName(archive, other.name) }
  const isAbsent =
    presence.absentee(name) !== undefined || standIn(presence.absent, name, archive) !== undefined
  return { how: isAbsent ? 'absent' : 'unaccounted' }
}

/** The one in a list who stands in for a member. */
const standIn = (among: readonly Attendee[], member: string, archive: Archive): Attendee | undefined =>
  among.find(
    ({ replaces }) => replaces !== undefined && personKey(archive, replaces) === personKey(archive, member),
  )

/** The organisations of the members, and the operations that they speak for, each once. */
function partiesThere(
  members: readonly Member[],
  presence: Presence,
  isOpenGroup: boolean,
  archive: Archive,
): readonly PartyThere[] {
  const spoken = spokenFor(members, presence, archive)
  const heard = new Set(spoken.map(party => partyKey(party, archive)))
  const organisations = new Set(spoken.map(party => partyOf(party, archive).name))
  const parties = new Map<string, PartyThere>()
  for (const member of members) {
    const written = organisationOf(member, archive)
    const organisation = organisationShown(written, isOpenGroup, archive)
    if (organisation !== undefined)
      parties.set(organisation, { organisation, isHeard: organisations.has(organisation) })
    const { represents } = member
    if (represents === undefined || !isOpenGroup) continue
    parties.set(`${organisation ?? ''}\n${represents}`, {
      ...stated('organisation', organisation),
      represents,
      isHeard: heard.has(partyKey(represents, archive)),
    })
  }
  return [...parties.values()]
}

function guestsAt(
  document: Document,
  members: readonly Member[],
  presence: Presence,
  archive: Archive,
): readonly Guest[] {
  const seated = new Set<Attendee>()
  for (const { name, substitute } of members) {
    const own = presence.participant(name)
    const other = standIn(presence.participants, name, archive)
    const named = substitute === undefined ? undefined : presence.participant(substitute)
    for (const each of [own, ...(own === undefined ? [other ?? named] : [])])
      if (each !== undefined) seated.add(each)
  }
  const keys = new Set([...seated].map(({ name }) => personKey(archive, name)))
  const memberKeys = new Set(members.map(({ name }) => personKey(archive, name)))
  const guests = new Map<string, Guest>()
  for (const { name, organisation } of presence.participants) {
    const key = personKey(archive, name)
    if (keys.has(key) || memberKeys.has(key)) continue
    const from = organisation ?? archive.register.person(name)?.organisation
    guests.set(key, {
      key,
      ...(mayBeQuoted(document) && {
        name: properName(archive, name),
        ...stated('organisation', from && partyOf(from, archive).name),
      }),
    })
  }
  return [...guests.values()]
}
