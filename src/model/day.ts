import type { Said } from './said.js'

/** A calendar day, `2024-05-31` (ISO 8601). Minutes have no time zone, so it is never a `Date`. */
export type Day = string & { readonly brand: 'Day' }

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const ISO_LENGTH = 10

/** Reads an ISO day that exists in the calendar; anything else is absent. */
export function readDay(text: string | undefined): Day | undefined {
  if (text === undefined || text.length !== ISO_LENGTH || !ISO_DAY.test(text)) return undefined
  const isThere = isDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
  return isThere ? (text as Day) : undefined
}

/** Makes a day of its numbers (month 1–12); absent when there is no such day. */
export const dayOf = (year: number, month: number, day: number): Day | undefined =>
  isDate(year, month, day) ? (`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day) : undefined

/** Days in a month (1–12), leap years counted. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0)

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Gregorian: every fourth year, not every hundredth, but every four hundredth. */
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Why a text in ISO form is no day, in words; absent when it is a day or has another form. */
export function whyNotADay(text: string): Said | undefined {
  const match = ISO_DAY.exec(text)
  if (match === null) return undefined
  const year = Number(match[1])
  const month = Number(match[2])
  const day = Number(match[3])
  if (isDate(year, month, day)) return undefined
  if (month < 1 || month > 12) {
    return { sv: `någon månad ${match[2]} finns inte`, en: `there is no month ${match[2]}` }
  }
  const days = daysInMonth(year, month)
  return {
    sv: `${MONTHS.sv[month - 1]} ${year} har ${days} dagar`,
    en: `${MONTHS.en[month - 1]} ${year} has ${days} days`,
  }
}

/** Whole days from one day to another; negative when the second comes first. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / 86_400_000)

/** The day that comes a number of days after (or, negative, before) another. */
export const daysAfter = (day: Day, days: number): Day => {
  const at = new Date(utc(day) + days * 86_400_000)
  return `${pad(at.getUTCFullYear(), 4)}-${pad(at.getUTCMonth() + 1, 2)}-${pad(at.getUTCDate(), 2)}` as Day
}

/** Day of the week, 0 = Monday … 6 = Sunday (ISO 8601 counts from Monday). */
export const weekdayOf = (day: Day): number => (new Date(utc(day)).getUTCDay() + 6) % 7

/** Year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** Month of a day, 1–12. */
export const monthOf = (day: Day): number => Number(day.slice(5, 7))

/** The names of the months, January first. */
export const MONTHS: Readonly<Record<'sv' | 'en', readonly string[]>> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** The names of the days of the week, Monday first. */
export const WEEKDAYS: Readonly<Record<'sv' | 'en', readonly string[]>> = {
  sv: 'måndag tisdag onsdag torsdag fredag lördag söndag'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
}

const utc = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))

const isDate = (year: number, month: number, day: number): boolean =>
  year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

const pad = (number: number, width: number): string => String(number).padStart(width, '0')
