import type { Archive } from './archive.js'
import type { Call } from './command.js'
import { type Day, dayOf, daysInMonth, monthOf, yearOf } from './day.js'
import { UserError } from './failure.js'
import { groupOf } from './group.js'
import { groupAsked } from './group-asked.js'
import { type Period, readWrittenDate, yearPeriod } from './period.js'
import type { Scope } from './report.js'
import { type Said, saidTogether } from './said.js'

/**
 * What a period is asked about: `--year`, or `--from` and `--to`, and `--group`.
 * @throws UserError for what is no date, a period that ends before it begins, and a group that does not exist.
 */
export const scopeOf = (archive: Archive, call: Call, end: OpenEnd = 'today'): Scope =>
  scopeWithin(archive, call, periodAsked(archive, call, end))

/**
 * What a report is asked about: also `--text` and `--in-force`.
 * @throws UserError as `scopeOf` does.
 */
export function scopeOfReport(archive: Archive, call: Call): Scope {
  const scope = scopeOf(archive, call)
  const text = call.value('text')
  const inForce = call.has('in-force')
  return {
    ...scope,
    ...(text !== undefined && { text }),
    ...(inForce && { standing: 'in-force' as const }),
    words: saidTogether([
      scope.words,
      ...(inForce ? [{ sv: 'Bara det som gäller.', en: 'Only what is in force.' }] : []),
      ...(text === undefined ? [] : [{ sv: `Med orden »${text}».`, en: `With the words “${text}”.` }]),
    ]),
    data: {
      ...scope.data,
      ...(text !== undefined && { text }),
      ...(inForce && { standing: 'in-force' }),
    },
  }
}

/**
 * What a list of all times is asked about: `--group`.
 * @throws UserError for a group that does not exist.
 */
export const timelessScope = (archive: Archive, call: Call): Scope => scopeWithin(archive, call, undefined)

function scopeWithin(archive: Archive, call: Call, period: Period | undefined): Scope {
  const before = period === undefined ? undefined : yearBefore(period)
  const group = call.value('group')
  const document = group === undefined ? undefined : groupAsked(archive, group)
  const words = [
    periodInWords(period),
    document === undefined
      ? ALL_GROUPS
      : { sv: `${groupOf(document).name}.`, en: `${groupOf(document).name}.` },
  ]
  return {
    ...(period !== undefined && { period }),
    ...(before !== undefined && { before }),
    ...(group !== undefined && { group }),
    words: saidTogether(words),
    data: {
      ...(period !== undefined && { from: period.from, to: period.to }),
      ...(group !== undefined && { group }),
    },
  }
}

/** Where a period ends that is given only its beginning. */
type OpenEnd = 'today' | 'never'

const ALL_GROUPS: Said = { sv: 'Alla grupper.', en: 'All groups.' }

function periodAsked(archive: Archive, call: Call, end: OpenEnd): Period | undefined {
  const year = call.value('year')
  const from = call.value('from')
  const to = call.value('to')
  if (year !== undefined && (from !== undefined || to !== undefined)) {
    throw new UserError(
      {
        sv: '`--year` går inte ihop med `--from` och `--to`.',
        en: '`--year` does not go with `--from` and `--to`.',
      },
      { sv: 'Välj ett av sätten.', en: 'Choose one of the ways.' },
    )
  }
  if (year !== undefined) {
    const period = /^\d{4}$/.test(year) ? yearPeriod(Number(year)) : undefined
    if (period === undefined)
      throw notATime('--year', year, {
        sv: 'Skriv fyra siffror, till exempel `2024`.',
        en: 'Write four digits, such as `2024`.',
      })
    return period
  }
  if (from === undefined && to === undefined) return undefined
  const begins = from === undefined ? ('1900-01-01' as Day) : timeAsked('--from', from).from
  const open = end === 'today' ? archive.today : ('2999-12-31' as Day)
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

/** The same stretch of days one year before; a leap day becomes the 28th. */
function yearBefore({ from, to }: Period): Period | undefined {
  const begins = dayYearBefore(from)
  const ends = dayYearBefore(to)
  return begins && ends && { from: begins, to: ends }
}

function dayYearBefore(day: Day): Day | undefined {
  const year = yearOf(day) - 1
  const isLast = Number(day.slice(8)) === daysInMonth(yearOf(day), monthOf(day))
  return dayOf(year, monthOf(day), isLast ? daysInMonth(year, monthOf(day)) : Number(day.slice(8)))
}

function periodInWords(period: Period | undefined): Said {
  if (period === undefined) return { sv: 'Hela arkivets tid.', en: 'All the time of the archive.' }
  const { from, to } = period
  if (from.slice(5) === '01-01' && to.slice(5) === '12-31' && yearOf(from) === yearOf(to)) {
    return { sv: `Hela året ${yearOf(from)}.`, en: `The whole year ${yearOf(from)}.` }
  }
  if (to === '2999-12-31') return { sv: `Från och med ${from}.`, en: `From ${from}.` }
  if (from === '1900-01-01') return { sv: `Till och med ${to}.`, en: `Until ${to}.` }
  return { sv: `${from}–${to}.`, en: `${from} to ${to}.` }
}
