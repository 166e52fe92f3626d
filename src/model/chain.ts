import type { Archive } from './archive.js'
import type { Day } from './day.js'
import type { Document } from './document.js'
import { textOf } from './fields.js'
import { dayOfMeeting } from './meeting.js'
import { RECORDS } from './rule.js'

/**
 * The record that a group made of its meeting before this one; absent when this is the first in the archive.
 */
export function recordBefore(document: Document, archive: Archive): Document | undefined {
  const { meetings, days, position, day } = standing(document, archive)
  if (day === undefined) return undefined
  for (let at = position - 1; at >= 0; at--) {
    const earlier = meetings[at]
    const own = days[at]
    if (earlier !== undefined && own !== undefined && own < day && isRecord(earlier)) return earlier
  }
  return undefined
}

/** The other meeting documents of the same group and day. */
export function sameDayAs(document: Document, archive: Archive): readonly Document[] {
  const { meetings, days, position, day } = standing(document, archive)
  if (day === undefined) return NONE
  let first = position
  while (first > 0 && days[first - 1] === day) first--
  let after = position + 1
  while (after < days.length && days[after] === day) after++
  return after - first === 1 ? NONE : meetings.slice(first, after).filter(each => each !== document)
}

/** True when the group has a meeting document of a later day. */
export function hasLaterMeeting(document: Document, archive: Archive): boolean {
  const { days, day } = standing(document, archive)
  const last = days[days.length - 1]
  return day !== undefined && last !== undefined && last > day
}

/** `2` of an id that ends in `-2` after its date: the second meeting of the group on that day. */
export const meetingNumberOf = ({ id = '' }: Document): string | undefined =>
  /-\d{4}-\d{2}-\d{2}-(\d+)$/.exec(id)?.[1]

const isRecord = ({ typ }: Document): boolean => (RECORDS as readonly string[]).includes(typ ?? '')

/** The meeting documents of a group in their order, with their days beside them. */
interface Chain {
  readonly meetings: readonly Document[]
  readonly days: readonly (Day | undefined)[]
  readonly positions: ReadonlyMap<Document, number>
}

/** Where a meeting document stands among those of its group; without a day where it does not stand there. */
interface Standing extends Omit<Chain, 'positions'> {
  readonly position: number
  readonly day: Day | undefined
}

function standing(document: Document, archive: Archive): Standing {
  const group = textOf(document.fields, 'grupp')
  const chain = chainOf(group === undefined ? NONE : archive.meetingsOf(group))
  const position = chain.positions.get(document)
  return {
    meetings: chain.meetings,
    days: chain.days,
    position: position ?? 0,
    day: position === undefined ? undefined : chain.days[position],
  }
}

function chainOf(meetings: readonly Document[]): Chain {
  const known = chains.get(meetings)
  if (known !== undefined) return known
  const chain = {
    meetings,
    days: meetings.map(dayOfMeeting),
    positions: new Map(meetings.map((each, index) => [each, index] as const)),
  }
  chains.set(meetings, chain)
  return chain
}

const NONE: readonly Document[] = []
const chains = new WeakMap<readonly Document[], Chain>()
