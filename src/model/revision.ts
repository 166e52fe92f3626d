import { type Day, dayOf, daysAfter, daysInMonth, monthOf, yearOf } from './day.js'
import type { Document } from './document.js'
import { stated, textOf } from './fields.js'
import { dayIn } from './meeting.js'
import { readWrittenDate } from './period.js'

/** When a routine or an agreement is to be revised (`revideras`). */
export interface Revision {
  /** The last day in time: the date itself, or so long after the last decision. */
  readonly due: Day
  /** The last decision, from which an interval is counted. */
  readonly decided?: Day
  /** `once`: on a date; `repeatedly`: so long after each decision. */
  readonly comes: 'once' | 'repeatedly'
  /** The days on which it comes round again, `due` first; one alone where a date is given. */
  onwards(until: Day): readonly Day[]
}

/** Reads `revideras` of a document; absent where it says nothing, or an interval that begins nowhere. */
export function revisionOf({ fields }: Document): Revision | undefined {
  const written = textOf(fields, 'revideras')?.toLowerCase()
  if (written === undefined) return undefined
  const decided = dayIn(textOf(fields, 'beslutad')) ?? dayIn(textOf(fields, 'gäller_från'))
  const step = stepOf(written)
  if (step === undefined) {
    const due = readWrittenDate(written)?.period.to
    return (
      due && {
        due,
        ...stated('decided', decided),
        comes: 'once',
        onwards: until => (due <= until ? [due] : []),
      }
    )
  }
  const due = decided && later(decided, step, 1)
  if (decided === undefined || due === undefined) return undefined
  return { due, decided, comes: 'repeatedly', onwards: until => rounds(decided, step, until) }
}

interface Step {
  readonly count: number
  readonly unit: 'months' | 'days'
}

const FIXED: ReadonlyMap<string, Step> = new Map([
  ['årligen', { count: 12, unit: 'months' }],
  ['vartannat år', { count: 24, unit: 'months' }],
  ['varje termin', { count: 6, unit: 'months' }],
])

function stepOf(written: string): Step | undefined {
  const [, number, unit] = /^(\d{1,3}) (månader|år|dagar)$/.exec(written) ?? []
  if (number === undefined) return FIXED.get(written)
  const count = Number(number) * (unit === 'år' ? 12 : 1)
  return count > 0 ? { count, unit: unit === 'dagar' ? 'days' : 'months' } : undefined
}

function rounds(from: Day, step: Step, until: Day): readonly Day[] {
  const days: Day[] = []
  for (let round = 1; ; round++) {
    const day = later(from, step, round)
    if (day === undefined || day > until) return days
    days.push(day)
  }
}

function later(from: Day, { count, unit }: Step, times: number): Day | undefined {
  if (unit === 'days') return daysAfter(from, count * times)
  const months = monthOf(from) - 1 + count * times
  const year = yearOf(from) + Math.floor(months / 12)
  const month = (months % 12) + 1
  return dayOf(year, month, Math.min(Number(from.slice(8)), daysInMonth(year, month)))
}
