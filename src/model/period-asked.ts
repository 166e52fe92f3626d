import type { Call } from './command.js'
import { type Day, dayOf, daysInMonth, monthOf, yearOf } from './day.js'
import { UserError } from './failure.js'
import { type Period, readWrittenDate, yearPeriod } from './period.js'
import type { Said } from './said.js'

/** Where a period ends that is given only its beginning: on that day, or never. */
export type OpenEnd = Day | 'never'

/**
 * The period that `--year`, `--half`, or `--from` and `--to` name; absent when none is given.
 * @throws UserError for what is no time, a period that ends before it begins, and ways that do not go together.
 */
export function periodAsked(call: Call, end: OpenEnd): Period | undefined {
  const [year, half, from, to] = ['year', 'half', 'from', 'to'].map(option => call.value(option))
  if ((year !== undefined || half !== undefined) && (from !== undefined || to !== undefined)) {
    throw new UserError(
      {
        sv: '`--year` och `--half` går inte ihop med `--from` och `--to`.',
        en: '`--year` and `--half` do not go with `--from` and `--to`.',
      },
      { sv: 'Välj ett av sätten.', en: 'Choose one of the ways.' },
    )
  }
  if (half !== undefined) return halfAsked(half, year)
  if (year !== undefined) return yearAsked('--year', year)
  if (from === undefined && to === undefined) return undefined
  const begins = from === undefined ? ('1900-01-01' as Day) : timeAsked('--from', from).from
  const open = end === 'never' ? ('2999-12-31' as Day) : end
  const ends = to === undefined ? open : timeAsked('--to', to).to
  if (ends < begins) {
    throw new UserError(
      {
        sv: `Perioden slutar ${ends}, före den börjar ${begins}.`,
        en: `The period ends ${ends}, before it begins ${begins}.`,
      },
      { sv: 'Byt plats på datumen.', en: 'Put the dates the other way round.' },
    )
  }
  return { from: begins, to: ends }
}

/**
 * The stretch to compare a period with: the same days of the year that `--compare` names, else of the year before.
 * @throws UserError for what is no year, and for `--compare` without a period.
 */
export function comparedAsked(call: Call, period: Period | undefined): Period | undefined {
  const compare = call.value('compare')
  if (compare === undefined) return period && yearsLater(period, -1)
  const year = yearAsked('--compare', compare)
  if (period === undefined) {
    throw new UserError(
      { sv: '`--compare` behöver en period att jämföra.', en: '`--compare` needs a period to compare.' },
      { sv: 'Lägg till till exempel `--year 2024`.', en: 'Add for instance `--year 2024`.' },
    )
  }
  return yearsLater(period, yearOf(year.from) - yearOf(period.from))
}

/** `2024-1`, `2024H2`, `VT2024`, `HT 2024`; or `1` and `2` beside `--year`. */
function halfAsked(half: string, year: string | undefined): Period {
  const advice = {
    sv: 'Skriv `--half 2024-1` eller `VT2024` för januari–juni, `2024-2` eller `HT2024` för juli–december.',
    en: 'Write `--half 2024-1` or `VT2024` for January to June, `2024-2` or `HT2024` for July to December.',
  }
  const numbered = /^(?:(\d{4})\s*[-/h]?\s*)?([12])$/i.exec(half.trim())
  const term = /^[vh]t/i.test(half.trim()) ? readWrittenDate(half)?.period : undefined
  const of = numbered?.[1] ?? year
  if (term !== undefined && (year === undefined || year === term.from.slice(0, 4))) return term
  const whole = numbered === null || of === undefined ? undefined : yearAsked('--half', of)
  if (whole === undefined || (numbered?.[1] !== undefined && year !== undefined && numbered[1] !== year))
    throw notATime('--half', half, advice)
  const middle = whole.from.slice(0, 4)
  return numbered?.[2] === '1'
    ? { from: whole.from, to: `${middle}-06-30` as Day }
    : { from: `${middle}-07-01` as Day, to: whole.to }
}

function yearAsked(option: string, year: string): Period {
  const period = /^\d{4}$/.test(year) ? yearPeriod(Number(year)) : undefined
  if (period !== undefined) return period
  throw notATime(option, year, {
    sv: 'Skriv fyra siffror, till exempel `2024`.',
    en: 'Write four digits, such as `2024`.',
  })
}

function timeAsked(option: string, text: string): Period {
  const read = readWrittenDate(text)
  if (read === undefined)
    throw notATime(option, text, {
      sv: 'Skriv `2024-05-31`, `2024-05` eller `2024`.',
      en: 'Write `2024-05-31`, `2024-05` or `2024`.',
    })
  return read.period
}

const notATime = (option: string, text: string, advice: Said): UserError =>
  new UserError(
    { sv: `\`${option} ${text}\` är ingen tid.`, en: `\`${option} ${text}\` is not a time.` },
    advice,
  )

/** The same stretch of days so many years later (or, negative, before); a last day of a month stays one. */
export function yearsLater({ from, to }: Period, years: number): Period | undefined {
  const begins = dayShifted(from, years)
  const ends = dayShifted(to, years)
  return begins && ends && { from: begins, to: ends }
}

function dayShifted(day: Day, years: number): Day | undefined {
  const year = yearOf(day) + years
  const isLast = Number(day.slice(8)) === daysInMonth(yearOf(day), monthOf(day))
  return dayOf(year, monthOf(day), isLast ? daysInMonth(year, monthOf(day)) : Number(day.slice(8)))
}
