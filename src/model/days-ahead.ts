import { type Day, dayOf, daysAfter, daysInMonth, monthOf, yearOf } from './day.js'
import { UserError } from './failure.js'

/**
 * The last day of a stretch from today on, as an option says it: `30d` or `30` days, `2v` or `2w` weeks, `3m` months.
 * @throws UserError for what is no stretch.
 */
export function daysAhead(option: string, written: string, today: Day): Day {
  const [, number = '', unit = ''] = /^(\d{1,4})\s*([dvwm]?)[a-zåäö]*$/i.exec(written.trim()) ?? []
  if (number === '') {
    throw new UserError(
      { sv: `\`--${option} ${written}\` är ingen tid.`, en: `\`--${option} ${written}\` is not a time.` },
      {
        sv: 'Skriv dagar, veckor eller månader: `30d`, `2v` eller `3m`.',
        en: 'Write days, weeks or months: `30d`, `2w` or `3m`.',
      },
    )
  }
  const count = Number(number)
  const shape = unit.toLowerCase()
  if (shape === 'm') return monthsAfter(today, count)
  return daysAfter(today, shape === 'v' || shape === 'w' ? count * 7 : count)
}

/** The same day so many months later; the last of a month that is too short for it. */
function monthsAfter(day: Day, months: number): Day {
  const all = yearOf(day) * 12 + monthOf(day) - 1 + months
  const [year, month] = [Math.floor(all / 12), (all % 12) + 1]
  const date = Math.min(Number(day.slice(8)), daysInMonth(year, month))
  return dayOf(year, month, date) ?? day
}
