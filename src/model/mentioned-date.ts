import { type Day, MONTHS, readDay } from './day.js'
import { readWrittenDate } from './period.js'

/** A day that a running text names. */
export interface MentionedDate {
  /** As it stands in the text, without "den". */
  readonly written: string
  /** Offset in the text. */
  readonly index: number
  readonly day: Day
  /** True when the year stands there and is not that of the document. */
  readonly hasYear: boolean
}

/**
 * The days that a text names: `2024-05-31`, `240531`, `31 maj`, `31 maj 2024`, `22/3`. `year` is the year
 * where none is written.
 */
export function datesIn(text: string, year: number | undefined): readonly MentionedDate[] {
  if (!mayNameADay(text)) return []
  const dates: MentionedDate[] = []
  for (const { 0: written, index } of text.matchAll(DATE)) {
    const period = readWrittenDate(written.replace(/\s+/g, ' '), year)?.period
    if (period === undefined || period.from !== period.to) continue
    dates.push({ written, index, day: period.from, hasYear: /\d{4}|\d{6}/.test(written) })
  }
  return dates
}

/** A cheap look: true of a text with figures such as a date has. */
export const mayNameADay = (text: string): boolean => MAYBE_DATE.test(text)

/**
 * True when two days are the same, or have the same month and day where one of them was written without a
 * year.
 */
export const isSameDay = (mentioned: MentionedDate, day: Day): boolean =>
  mentioned.hasYear ? mentioned.day === day : mentioned.day.slice(5) === day.slice(5)

/**
 * The day that a date means when it was written without a year and lies ahead: in the year of `from`, else
 * the next.
 */
export function dayAhead({ day, hasYear }: MentionedDate, from: Day): Day {
  if (hasYear || day > from) return day
  return readDay(`${Number(day.slice(0, 4)) + 1}${day.slice(4)}`) ?? day
}

/** Words for a date within a longer pattern, without groups of their own. */
export const DATE_WORDS = [
  '\\d{4}-\\d{2}-\\d{2}',
  '\\d{6}',
  `\\d{1,2}(?::[ae])?\\s(?:${MONTHS.sv.join('|')}|(?:jan|feb|apr|aug|sept|okt|nov|dec)\\.?)(?![\\p{L}])(?:\\s\\d{4}(?!\\d))?`,
  '\\d{1,2}\\/\\d{1,2}(?:[ -]\\d{4}(?!\\d))?',
].join('|')

const MAYBE_DATE =
  /\d(?:\d{3}-|\d{5}|\d?(?::[ae])?\s(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|\d?\/\d)/i
const DATE = new RegExp(`(?<![\\p{L}\\p{N}/._-])(?:${DATE_WORDS})(?![\\p{N}/_]|-\\d|[.]\\d)`, 'giu')
