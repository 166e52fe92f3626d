import type { Archive } from './archive.js'
import type { Day } from './day.js'
import type { Document } from './document.js'
import { textOf } from './fields.js'
import { meetingOf } from './meeting.js'
import { RECORDS } from './rule.js'

/**
 * The record that a group made of its meeting before this one; absent when this is the first in the archive.
 */
export function recordBefore(document: Document, archive: Archive): Document | undefined {
  const { meetings, position, day } = standing(document, archive)
  if (day === undefined) return undefined
  for (let at = position - 1; at >= 0; at--) {
    const earlier = meetings[at]
    if (earlier !== undefined && isRecord(earlier) && isBefore(earlier, day)) return earlier
  }
  return undefined
}

/** The other meeting documents of the same group and day. */
export function sameDayAs(document: Document, archive: Archive): readonly Document[] {
  const { meetings, position, day } = standing(document, archive)
  if (day === undefined) return []
  let first = position
  while (first > 0 && dayAt(meetings, first - 1) === day) first--
  let after = position + 1
  while (after < meetings.length && dayAt(meetings, after) === day) after++
  return meetings.slice(first, after).filter(each => each !== document)
}

/** True when the group has a meeting document of a later day. */
export function hasLaterMeeting(document: Document, archive: Archive): boolean {
  const { meetings, day } = standing(document, archive)
  const last = dayAt(meetings, meetings.length - 1)
  return day !== undefined && last !== undefined && last > day
}

/** `2` of an id that ends in `-2` after its date: the second meeting of the group on that day. */
export const meetingNumberOf = ({ id = '' }: Document): string | undefined =>
  /-\d{4}-\d{2}-\d{2}-(\d+)$/.exec(id)?.[1]

const isRecord = ({ typ }: Document): boolean => (RECORDS as readonly string[]).includes(typ ?? '')

const isBefore = (document: Document, day: Day): boolean => {
  const own = meetingOf(document).day
  return own !== undefined && own < day
}

const dayAt = (meetings: readonly Document[], at: number): Day | undefined => {
  const document = meetings[at]
  return document === undefined ? undefined : meetingOf(document).day
}

/** Where a meeting document stands among those of its group. */
function standing(document: Document, archive: Archive) {
  const group = textOf(document.fields, 'grupp')
  const meetings = group === undefined ? [] : archive.meetingsOf(group)
  let known = positions.get(meetings)
  if (known === undefined) {
    known = new Map(meetings.map((each, index) => [each, index] as const))
    positions.set(meetings, known)
  }
  const position = known.get(document)
  return {
    meetings,
    position: position ?? 0,
    day: position === undefined ? undefined : meetingOf(document).day,
  }
}

const positions = new WeakMap<readonly Document[], ReadonlyMap<Document, number>>()
