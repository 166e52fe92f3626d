import { daysBetween, MONTHS, yearOf } from './day.js'
import type { Document } from './document.js'
import { meetingOf } from './meeting.js'
import { type Period, readWrittenDate } from './period.js'

/** How far ahead of the meeting a date without a year may lie and still be read as one of the year after. */
const LOOK_AHEAD = 275

const NEXT_MEETING =
  /^(?:(?:till|vid|på|inför)\s+)?(?:nästa|nästkommande|kommande)\s+(?:\p{L}*(?:möte|sammanträde|träff))(?:t|et|en)?$/iu

/** "septembermötet", "gruppens decembermöte". */
const MEETING_OF_MONTH = new RegExp(
  `^(?:\\p{L}+s\\s+)?(${MONTHS.sv.join('|')})s?(?:möte|sammanträde|träff)(?:t|et|en)?$`,
  'iu',
)

/** True of "nästa möte", in the ways that minutes say it. */
export const isNextMeeting = (written: string): boolean => NEXT_MEETING.test(written.trim())

/**
 * The days that `(senast …)`, `(återkommer …)` or `Återkommer:` means in a meeting document: a day, a month or its meeting, a term;
 * "nästa möte" is the day that `nästa` gives. A date without a year is the first such day from the meeting on, unless
 * that is most of a year away. Absent when it cannot be read.
 */
export function dueIn(written: string, document: Document): Period | undefined {
  const { day, next } = meetingOf(document)
  if (isNextMeeting(written)) return next?.day === undefined ? undefined : { from: next.day, to: next.day }
  const bare = written
    .trim()
    .replace(/^(?:senast|före|innan|till|i|under|på|vid)\s+/i, '')
    .replace(MEETING_OF_MONTH, '$1')
  if (day === undefined) return readWrittenDate(bare)?.period
  const period = readWrittenDate(bare, yearOf(day))?.period
  if (period === undefined || period.to >= day || hasYear(bare)) return period
  const yearAfter = readWrittenDate(bare, yearOf(day) + 1)?.period
  return yearAfter !== undefined && daysBetween(day, yearAfter.from) <= LOOK_AHEAD ? yearAfter : period
}

const hasYear = (written: string): boolean => /\d{4}|\d{6}|[hv]t/i.test(written)
