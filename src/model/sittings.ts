import type { Archive } from './archive.js'
import type { Day } from './day.js'
import type { Document } from './document.js'
import { dayOfMeeting } from './meeting.js'
import type { Sitting } from './sitting.js'

/** The meetings of a group in the order of their days, read once. */
export function sittingsOf(archive: Archive, slug: string): readonly Sitting[] {
  const meetings = archive.meetingsOf(slug)
  const known = read.get(meetings)
  if (known !== undefined) return known
  const days = new Map<Day, Document[]>()
  for (const document of meetings) {
    const day = dayOfMeeting(document)
    if (day === undefined) continue
    const same = days.get(day)
    if (same === undefined) days.set(day, [document])
    else same.push(document)
  }
  const sittings = [...days].map(([day, documents]) => ({ day, documents }))
  read.set(meetings, sittings)
  return sittings
}

const read = new WeakMap<readonly Document[], readonly Sitting[]>()
