import { type Day, dayOf, daysInMonth, MONTHS, readDay } from './day.js'

/** A stretch of days, both ends included: a day, a month, a term or a year. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** A date as people write it: what it means, and whether it is written as ISO 8601. */
export interface WrittenDate {
  readonly period: Period
  /** The canonical form: `2024-09-11`, `2024-09`, `2024`. */
  readonly iso: string
  readonly isIso: boolean
}

/**
 * Reads a date as Swedish minutes write it: `2024-05-31`, `240911`, `20240911`, `31 maj 2024`, `den 31 maj`, `22/3`,
 * `22/3 2024`, `2024-09`, `september 2024`, `september`, `HT2024`, `VT 2025`, `2024`.
 * `year` is the year of the document, used where the text gives none. Absent when it is not a date.
 */
export function readWrittenDate(text: string, year?: number): WrittenDate | undefined {
  const iso = oneDay(readDay(text))
  if (iso !== undefined) return { ...iso, isIso: true }
  const written = text.trim().toLowerCase()
  for (const [form, read] of FORMS) {
    const match = form.exec(written)
    if (match !== null) {
      const found = read(match, year)
      if (found !== undefined) return { ...found, isIso: found.iso === text.trim() }
    }
  }
  return undefined
}

/** True when a day lies in a period. */
export const contains = (period: Period, day: Day): boolean => period.from <= day && day <= period.to

/** The whole of a month (1–12). */
const monthPeriod = (year: number, month: number): Period | undefined => {
  const from = dayOf(year, month, 1)
  const to = from && dayOf(year, month, daysInMonth(year, month))
  return from && to && { from, to }
}

/** The whole of a year. */
export const yearPeriod = (year: number): Period | undefined => {
  const from = dayOf(year, 1, 1)
  const to = dayOf(year, 12, 31)
  return from && to && { from, to }
}

type Found = Omit<WrittenDate, 'isIso'>
type Form = readonly [RegExp, (match: RegExpExecArray, year: number | undefined) => Found | undefined]

const month = `(${MONTHS.sv.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec)\\.?`
const monthNumber = (name: string): number =>
  MONTHS.sv.findIndex(full => full.startsWith(name.replace('sept', 'sep').slice(0, 3))) + 1

const FORMS: readonly Form[] = [
  [/^(\d{4}-\d{2}-\d{2})$/, ([, iso]) => oneDay(readDay(iso))],
  [/^(\d{2})(\d{2})(\d{2})$/, ([, y, m, d]) => oneDay(dayOf(2000 + Number(y), Number(m), Number(d)))],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, y, m, d]) => oneDay(dayOf(Number(y), Number(m), Number(d)))],
  [/^(\d{4})-(\d{2})$/, ([, y, m]) => oneMonth(Number(y), Number(m))],
  [/^(\d{4})$/, ([, y]) => oneYear(Number(y))],
  [/^([hv])t[ -]?(\d{4}|\d{2})$/, ([, half, y]) => oneTerm(half ?? '', Number(y))],
  [
    new RegExp(`^(?:den )?(\\d{1,2})(?::[ae])? ${month}(?: (\\d{4}))?$`),
    ([, d, m, y], year) => oneDay(dayOf(Number(y ?? year), monthNumber(m ?? ''), Number(d))),
  ],
  [
    /^(\d{1,2})\/(\d{1,2})(?:[ -](\d{4}))?$/,
    ([, d, m, y], year) => oneDay(dayOf(Number(y ?? year), Number(m), Number(d))),
  ],
  [
    new RegExp(`^${month}(?: (\\d{4}))?$`),
    ([, m, y], year) => oneMonth(Number(y ?? year), monthNumber(m ?? '')),
  ],
]

const oneDay = (day: Day | undefined): Found | undefined =>
  day && { period: { from: day, to: day }, iso: day }

const oneMonth = (year: number, number: number): Found | undefined => {
  const period = monthPeriod(year, number)
  return period && { period, iso: period.from.slice(0, 7) }
}

const oneYear = (year: number): Found | undefined => {
  const period = year > 1900 && year < 2200 ? yearPeriod(year) : undefined
  return period && { period, iso: String(year) }
}

const oneTerm = (half: string, written: number): Found | undefined => {
  const year = written < 100 ? 2000 + written : written
  const from = half === 'v' ? dayOf(year, 1, 1) : dayOf(year, 7, 1)
  const to = half === 'v' ? dayOf(year, 6, 30) : dayOf(year, 12, 31)
  return from && to && { period: { from, to }, iso: `${half.toUpperCase()}T${year}` }
}
