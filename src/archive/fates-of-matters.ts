import type { Archive } from '../model/archive.js'
import { type Day, daysAfter } from '../model/day.js'
import { type Document, titleOf } from '../model/document.js'
import { dueIn } from '../model/due.js'
import type { Fate, Held } from '../model/fate.js'
import { stated, textOf } from '../model/fields.js'
import { groupOf } from '../model/group.js'
import { groupsWith, handoversIn } from '../model/handover.js'
import { daysOfMatter } from '../model/matter.js'
import { dayIn } from '../model/meeting.js'
import { type Period, readWrittenDate } from '../model/period.js'
import type { Said } from '../model/said.js'
import type { Waiting } from '../model/waiting.js'
import type { Traces } from './traces.js'

/** The matters and deviations that a group has or had before it, and the matters lifted to it, with what became of each. */
export function fatesOfMatters(archive: Archive, slug: string, traces: Traces): readonly Held[] {
  const held: Held[] = []
  for (const matter of archive.ofKind('ärende')) {
    const isOwn = textOf(matter.fields, 'grupp') === slug
    const isLifted = textOf(matter.fields, 'lyft_till') === slug
    if ((isOwn || isLifted) && matter.id !== undefined) {
      const waiting = waitingFrom(matter, 'matter', becauseOf(matter, slug))
      held.push({ waiting, fate: fateOfMatter(waiting, slug, traces, archive) })
    }
  }
  for (const deviation of archive.ofKind('avvikelse')) {
    if (!groupsWith(deviation.fields).includes(slug) || deviation.id === undefined) continue
    const waiting = waitingFrom(deviation, 'deviation', deviationBecause(deviation, slug))
    held.push({ waiting, fate: fateOfDeviation(waiting, slug, traces, archive) })
  }
  return held
}

/** A matter that is in other hands: to which group, and when an answer is due. */
export const liftedBy = (matter: Document): Fate => ({
  is: 'lifted',
  by: matter,
  ...stated('to', textOf(matter.fields, 'lyft_till')),
  ...stated('answer', dayIn(textOf(matter.fields, 'svar_senast'))),
})

/** The fate of something that is to come back in a period: the first meeting from then on must have it. */
export function fateOfPutOff(until: Period, last: number, { sittings }: Traces): Fate {
  const at = sittings.find(({ day }, index) => index > last && day >= until.from)
  return at === undefined ? { is: 'put off', until } : { is: 'lost', at }
}

const waitingFrom = (from: Document, what: 'matter' | 'deviation', because: Said): Waiting => ({
  what,
  address: from.id ?? '',
  text: titleOf(from),
  from,
  line: 1,
  ...stated('due', textOf(from.fields, 'återkommer')),
  about: [from.id ?? ''],
  because,
})

function deviationBecause({ fields, status }: Document, slug: string): Said {
  const handed = handoversIn(fields).find(({ to }) => to === slug)
  const when = handed?.on === undefined ? '' : ` ${handed.on}`
  const from = textOf(fields, 'grupp')
  const handedOver: Said =
    handed === undefined || from === slug
      ? { sv: '', en: '' }
      : {
          sv: `, överlämnad${from === undefined ? '' : ` från ${from}`}${when}`,
          en: `, handed over${from === undefined ? '' : ` from ${from}`}${when}`,
        }
  return {
    sv: `avvikelse att hantera, ${status ?? 'utan status'}${handedOver.sv}`,
    en: `deviation to handle, ${status ?? 'without status'}${handedOver.en}`,
  }
}

function becauseOf({ fields, status }: Document, slug: string): Said {
  const returns = textOf(fields, 'återkommer')
  const from = textOf(fields, 'grupp') ?? ''
  if (status === 'lyft' && from !== slug) {
    const due = textOf(fields, 'svar_senast')
    return {
      sv: `lyft från ${from}${due === undefined ? '' : `, svar senast ${due}`}`,
      en: `lifted from ${from}${due === undefined ? '' : `, answer due by ${due}`}`,
    }
  }
  if (status === 'nytt' && returns === undefined) return { sv: 'nytt ärende', en: 'new matter' }
  return returns === undefined
    ? { sv: `öppet ärende, ${status ?? 'utan status'}`, en: `open matter, ${status ?? 'without status'}` }
    : { sv: `ärendet återkommer ${returns}`, en: `the matter comes back ${returns}` }
}

/** A matter is at every meeting of its group until it is closed or lifted; one that says when it comes back, from then on. */
function fateOfMatter(waiting: Waiting, slug: string, traces: Traces, archive: Archive): Fate {
  const { from: matter } = waiting
  if (matter.stage === 'final') return { is: 'closed', by: matter }
  const isLifted = matter.status === 'lyft'
  if (isLifted && textOf(matter.fields, 'lyft_till') !== slug) return liftedBy(matter)
  const seen = meetingsOf(waiting, slug, traces, archive)
  const returns = readWrittenDate(waiting.due ?? '')?.period
  if (returns !== undefined) return fateOfReturning(returns, seen, traces, archive)
  const last = seen.at(-1) ?? meetingBefore(cameIn(matter, slug, archive), traces)
  if (last === undefined) return { is: 'waiting' }
  const deferred = deferralAt(last, matter, traces, archive)
  if (deferred !== undefined) return fateOfPutOff(deferred, last, traces)
  const next = traces.sittings[last + 1]
  const until = next === undefined ? undefined : putOffBeyond(next.day, matter, archive)
  if (until !== undefined) return { is: 'put off', until }
  return next === undefined ? takenUpAt(seen, traces) : { is: 'lost', at: next }
}

function fateOfReturning(until: Period, seen: readonly number[], traces: Traces, archive: Archive): Fate {
  const since = seen.filter(at => (traces.sittings[at]?.day ?? '') >= until.from)
  if (since.length > 0) return takenUpAt(since, traces)
  if (until.to >= archive.today) return { is: 'put off', until }
  return fateOfPutOff(until, -1, traces)
}

/** A deviation is at the next meeting of its group after it came; from then on it has its own steps. */
function fateOfDeviation(waiting: Waiting, slug: string, traces: Traces, archive: Archive): Fate {
  const { from: deviation } = waiting
  if (deviation.stage === 'final') {
    return { is: 'closed', by: deviation, ...stated('on', dayIn(textOf(deviation.fields, 'avslutad'))) }
  }
  const seen = meetingsOf(waiting, slug, traces, archive)
  const before = seen.length > 0 ? undefined : meetingBefore(reached(deviation, slug), traces)
  const next = before === undefined ? undefined : traces.sittings[before + 1]
  return next === undefined ? takenUpAt(seen, traces) : { is: 'lost', at: next }
}

/** The day on which a deviation reached the group, as far as it says. */
const reached = ({ fields }: Document, slug: string): Day | undefined =>
  handoversIn(fields).find(({ to }) => to === slug && textOf(fields, 'grupp') !== slug)?.on ??
  dayIn(textOf(fields, 'mottagen')) ??
  dayIn(textOf(fields, 'rapporterad'))

function takenUpAt(seen: readonly number[], { sittings }: Traces): Fate {
  const at = sittings[seen.at(-1) ?? -1]
  return at === undefined ? { is: 'waiting' } : { is: 'taken up', at }
}

/** The meetings that name a matter or deviation, or that it names. */
function meetingsOf(waiting: Waiting, slug: string, traces: Traces, archive: Archive): readonly number[] {
  const days = new Set(daysOfMatter(waiting.from, slug, archive))
  const named = traces.sittings.flatMap(({ day }, index) => (days.has(day) ? [index] : []))
  return [...new Set([...traces.of(waiting), ...named])].sort((one, other) => one - other)
}

/** The last meeting on or before a day: -1 when all are later; absent when no day is known. */
const meetingBefore = (day: Day | undefined, { sittings }: Traces): number | undefined =>
  day === undefined ? undefined : sittings.findLastIndex(sitting => sitting.day <= day)

/** The day after which the next meeting is one that a matter came in time for: handed in so many days ahead, or lifted. */
function cameIn(matter: Document, slug: string, archive: Archive): Day | undefined {
  if (textOf(matter.fields, 'grupp') !== slug) return dayIn(textOf(matter.fields, 'lyft'))
  const came = dayIn(textOf(matter.fields, 'inkom'))
  const group = archive.group(slug)
  const ahead = group === undefined ? 0 : (groupOf(group).rhythm.mattersInDays ?? 0)
  return came && daysAfter(came, Math.max(0, ahead - 1))
}

/** The time to which the last meeting that had a matter put it off. */
function deferralAt(
  sitting: number,
  matter: Document,
  { sittings }: Traces,
  archive: Archive,
): Period | undefined {
  for (const document of sittings[sitting]?.documents ?? []) {
    for (const waiting of archive.leftOpenBy(document)) {
      const until = isAbout(waiting, matter) ? dueIn(waiting.due ?? '', document) : undefined
      if (until !== undefined) return until
    }
  }
  return undefined
}

/** True of an item about a matter that was put off. */
const isAbout = ({ what, about }: Waiting, { id = '' }: Document): boolean =>
  what === 'deferred' && about.some(each => each.toLowerCase() === id.toLowerCase())

/** The time beyond a day to which any meeting that had the matter put it off. */
function putOffBeyond(day: Day, matter: Document, archive: Archive): Period | undefined {
  for (const { from } of archive.pointingAt(matter.id ?? '')) {
    for (const waiting of archive.leftOpenBy(from)) {
      const until = isAbout(waiting, matter) ? dueIn(waiting.due ?? '', from) : undefined
      if (until !== undefined && until.from > day) return until
    }
  }
  return undefined
}
