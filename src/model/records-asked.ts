import type { Archive } from './archive.js'
import { type Document, nameOf } from './document.js'
import { dayOfMeeting, meetingOf } from './meeting.js'
import { contains, type Period } from './period.js'
import type { Scope } from './report.js'
import { RECORDS } from './rule.js'
import { enumerated, type Said } from './said.js'
import { stretchBefore } from './stretch-before.js'

/** The minutes and protocols that a question is about, in the order of their days. */
export interface RecordsAsked {
  readonly records: readonly Document[]
  /**
   * Those of the stretch before; absent when no comparison is asked for or the archive has nothing from then.
   */
  readonly before?: readonly Document[]
  /** Those left out because they have no day. */
  readonly undated: readonly Document[]
}

/** Picks the minutes and protocols of a group and a period. */
export function recordsAsked(archive: Archive, scope: Scope): RecordsAsked {
  const { group, period } = scope
  const before = stretchBefore(scope)
  const all = archive
    .ofKind(...RECORDS)
    .filter(document => !document.unreadable && (group === undefined || meetingOf(document).group === group))
    .toSorted((a, b) => compared(dayOfMeeting(a) ?? '', dayOfMeeting(b) ?? '') || compared(a.path, b.path))
  const within = (stretch: Period) =>
    all.filter(document => {
      const day = dayOfMeeting(document)
      return day !== undefined && contains(stretch, day)
    })
  const earlier = before === undefined ? [] : within(before)
  return {
    records: period === undefined ? all : within(period),
    ...(earlier.length > 0 && { before: earlier }),
    undated: period === undefined ? [] : all.filter(document => dayOfMeeting(document) === undefined),
  }
}

/** A note that names the records left out for want of a day. */
export const undatedNote = ({ undated }: RecordsAsked): readonly Said[] => {
  if (undated.length === 0) return []
  const names = enumerated(undated.map(nameOf))
  return [
    {
      sv: `Räknas inte, för att dagen för mötet inte framgår: ${names.sv}.`,
      en: `Not counted, because the day of the meeting is not stated: ${names.en}.`,
    },
  ]
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
