import type { Archive } from './archive.js'
import { type Attendance, type MeetingAttended, meetingAttended } from './attendance.js'
import { meetingNumberOf } from './chain.js'
import { type Document, nameOf } from './document.js'
import { groupOf } from './group.js'
import { meetingOf } from './meeting.js'
import { presenceAt } from './presence.js'
import { recordsAsked, undatedNote } from './records-asked.js'
import type { Scope } from './report.js'
import { enumerated, type Said } from './said.js'
import type { Sheet } from './sheet.js'
import { unreadIn } from './sources.js'
import { stretchBefore } from './stretch-before.js'
import type { Compared } from './tally.js'

/** The meetings that a question is about, with who was there. */
export interface AttendanceAsked {
  /** One for each meeting: where both minutes and a protocol were written, the protocol. */
  readonly meetings: readonly MeetingAttended[]
  /** The members at these meetings, and at those of the stretch before. */
  readonly compared: Compared<Attendance>
  /** What was left out, and why. */
  readonly notes: readonly Said[]
  readonly sources: Sheet['sources']
}

/** Picks the meetings of a group and a period, and what they tell about one organisation where one is asked about. */
export function attendanceAsked(archive: Archive, scope: Scope): AttendanceAsked {
  const asked = recordsAsked(archive, scope)
  const now = told(asked.records, archive, scope)
  const period = stretchBefore(scope)
  const earlier = asked.before === undefined ? undefined : told(asked.before, archive, scope).meetings
  return {
    meetings: now.meetings,
    compared: {
      items: now.meetings.flatMap(({ attendances }) => attendances),
      ...(period !== undefined && {
        before: {
          period,
          ...(earlier !== undefined && { items: earlier.flatMap(({ attendances }) => attendances) }),
        },
      }),
    },
    notes: [...undatedNote(asked), ...now.notes],
    sources: {
      documents: asked.records.length,
      unreadable: unreadIn(archive, 'protokoll', 'mötesanteckningar'),
    },
  }
}

/** What records tell, one for each meeting, and the notes about those that tell nothing. */
function told(
  records: readonly Document[],
  archive: Archive,
  { organisation }: Scope,
): { readonly meetings: readonly MeetingAttended[]; readonly notes: readonly Said[] } {
  const { chosen, twice, silent } = oneForEachMeeting(records, archive)
  const meetings = chosen.map(({ document, group }) =>
    meetingAttended(document, group, archive.homeOf(document)),
  )
  const memberless = new Set(
    meetings.filter(({ attendances }) => attendances.length === 0).map(({ group }) => group),
  )
  return {
    meetings:
      organisation === undefined ? meetings : meetings.flatMap(each => onlyOf(organisation, each) ?? []),
    notes: [
      ...note(silent.map(nameOf), {
        sv: 'Räknas inte, för där framgår inte vilka som var med',
        en: 'Not counted, because they do not tell who was there',
      }),
      ...note(twice.map(nameOf), {
        sv: 'Räknas inte, för samma möte är redan räknat',
        en: 'Not counted, because the same meeting is counted already',
      }),
      ...note([...memberless], {
        sv: 'Har inga ledamöter i gruppens dokument den dagen, så ingen kan saknas',
        en: 'Has no members in the document of the group on that day, so nobody can be missed',
      }),
    ],
  }
}

interface Chosen {
  readonly document: Document
  readonly group: string
}

/** The record of each meeting that tells who was there: the protocol, else the minutes. */
function oneForEachMeeting(records: readonly Document[], archive: Archive) {
  const homes = new Map<Archive, number>()
  const keyOf = (document: Document, group: string, index: number): string => {
    const home = archive.homeOf(document)
    const place = homes.get(home) ?? homes.size
    homes.set(home, place)
    const { day = `#${index}` } = meetingOf(document)
    return [place, group, day, meetingNumberOf(document) ?? ''].join(' ')
  }
  const chosen = new Map<string, Chosen>()
  const twice: Document[] = []
  const silent: Document[] = []
  for (const [index, document] of records.entries()) {
    const { group } = meetingOf(document)
    if (group === undefined || !presenceAt(document, archive.homeOf(document)).isStated) {
      silent.push(document)
      continue
    }
    const slug = slugIn(group, document, archive)
    const key = keyOf(document, slug, index)
    const known = chosen.get(key)
    const isBetter = known?.document.typ !== 'protokoll' && document.typ === 'protokoll'
    if (known === undefined || isBetter) chosen.set(key, { document, group: slug })
    if (known !== undefined) twice.push(isBetter ? known.document : document)
  }
  return { chosen: [...chosen.values()], twice, silent }
}

/** The slug of a group as its own document has it. */
function slugIn(group: string, document: Document, archive: Archive): string {
  const home = archive.homeOf(document).group(group)
  return home === undefined ? group : groupOf(home).slug
}

/** What a meeting tells about one organisation; absent where that is nothing. */
function onlyOf(wanted: string, meeting: MeetingAttended): MeetingAttended | undefined {
  const isWanted = ({ organisation }: { readonly organisation?: string }) => organisation === wanted
  const [attendances, parties, guests] = [
    meeting.attendances.filter(isWanted),
    meeting.parties.filter(isWanted),
    meeting.guests.filter(isWanted),
  ]
  return attendances.length + guests.length === 0
    ? undefined
    : { ...meeting, attendances, parties, guests, items: [] }
}

function note(names: readonly string[], words: Said): readonly Said[] {
  if (names.length === 0) return []
  const { sv, en } = enumerated(names)
  return [{ sv: `${words.sv}: ${sv}.`, en: `${words.en}: ${en}.` }]
}
