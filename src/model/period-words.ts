import { dayOf, daysInMonth, MONTHS, monthOf, yearOf } from './day.js'
import type { Period } from './period.js'
import { asWritten, type Said } from './said.js'

/**
 * A period as people say it: `2024`, `maj 2024`, `januari–juni 2024`, `2024-05-31`, or its first and last
 * day.
 */
export function periodWords(period: Period): Said {
  const { from, to } = period
  if (from === to) return asWritten(from)
  const year = yearOf(from)
  const first = monthOf(from)
  const last = monthOf(to)
  const whole =
    year === yearOf(to) && from.endsWith('-01') && to === dayOf(year, last, daysInMonth(year, last))
  if (!whole) return asWritten(`${from}–${to}`)
  if (first === 1 && last === 12) return asWritten(String(year))
  const words = (language: 'sv' | 'en') =>
    [...new Set([MONTHS[language][first - 1], MONTHS[language][last - 1]])].join('–')
  return { sv: `${words('sv')} ${year}`, en: `${words('en')} ${year}` }
}
