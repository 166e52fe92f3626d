import type { Archive } from './archive.js'
import type { Deviation } from './deviation.js'
import { silentParties } from './deviation-outcome.js'
import { patternsSaid } from './deviation-patterns.js'
import { answerDays, answering, hadContactBefore, isBetweenTwo } from './deviation-process.js'
import type { DeviationsAsked } from './deviations-asked.js'
import { periodWords } from './period-words.js'
import { enumerated, type Said, saidTogether } from './said.js'
import { spreadOf, tallied } from './tally.js'

/** What a steering group wants to know first, in a handful of sentences. */
export function deviationSummary(asked: DeviationsAsked, archive: Archive): readonly Said[] {
  const { items } = asked.compared
  const received = items.filter(({ origin }) => origin === 'inkommen')
  return [
    saidTogether([howMany(asked, received), ...commonest(asked)]),
    ...(received.length === 0 ? [] : [answers(received, archive), preparation(received, archive)]),
    ...(items.length === 0 ? [] : [solutions(items, archive)]),
    ...patternsSaid(asked, archive),
    ...measures(items, archive),
    ...silence(asked, archive),
  ]
}

function howMany(
  { compared: { items, before }, period }: DeviationsAsked,
  received: readonly Deviation[],
): Said {
  const when = period === undefined ? undefined : periodWords(period)
  const then = before === undefined ? undefined : periodWords(before.period)
  const count = received.length
  const observed = items.filter(({ origin }) => origin === 'observerad').length
  const earlier = before?.items?.filter(({ origin }) => origin === 'inkommen').length
  const against: Said =
    then === undefined || earlier === undefined
      ? { sv: '', en: '' }
      : { sv: `, mot ${earlier} under ${then.sv}`, en: `, against ${earlier} in ${then.en}` }
  const came: Said = {
    sv: `${when === undefined ? 'I arkivet finns' : `Under ${when.sv} kom`} ${amount(count, 'avvikelse', 'avvikelser', 'ingen')}${
      when === undefined ? ` som har kommit in` : ' in'
    }${against.sv}.`,
    en: `${amount(count, 'deviation was', 'deviations were', 'no')} received${when === undefined ? '' : ` in ${when.en}`}${against.en}.`,
  }
  const seen: Said = {
    sv: `Därtill har ${observed} observerats utan att någon rapporterat ${observed === 1 ? 'den' : 'dem'}.`,
    en: `${observed} more ${observed === 1 ? 'was' : 'were'} observed without being reported.`,
  }
  return capital(observed === 0 ? came : saidTogether([came, seen]))
}

/** The commonest areas, where some come back. */
function commonest({ compared }: DeviationsAsked): readonly Said[] {
  const areas = tallied({ items: compared.items }, ({ area }) => area).filter(
    ({ value }) => value !== undefined,
  )
  const several = areas.filter(({ items }) => items.length > 1)
  const often = several.filter(({ items }) => items.length > (several[4]?.items.length ?? 0))
  if (often.length === 0) return []
  const names = enumerated(often.map(({ value, items }) => `${value} (${items.length})`))
  return [{ sv: `Vanligast är ${names.sv}.`, en: `Most common: ${names.en}.` }]
}

function answers(received: readonly Deviation[], archive: Archive): Said {
  const { judged, inTime, waiting } = answering(received, archive)
  const limit = archive.settings.answerDays
  if (judged.length === 0) {
    return received.some(({ dates }) => dates.rapporterad !== undefined)
      ? {
          sv: `Tiden för svar, ${limit} dagar, har inte gått ut för någon av dem.`,
          en: `The time to answer, ${limit} days, has not run out for any of them.`,
        }
      : {
          sv: 'Svarstiden går inte att räkna ut, för ingen av de inkomna har ett rapportdatum.',
          en: 'The time to answer cannot be worked out: none of those received has a date of report.',
        }
  }
  const spread = spreadOf(received.flatMap(deviation => answerDays(deviation) ?? []))
  const time: readonly Said[] =
    spread === undefined
      ? []
      : [
          {
            sv: `Mediantiden till svar var ${half(spread.median, 'sv')} dagar och den längsta ${spread.longest}.`,
            en: `The median time to answer was ${half(spread.median, 'en')} days and the longest ${spread.longest}.`,
          },
        ]
  const late: readonly Said[] =
    waiting.length === 0
      ? []
      : [
          {
            sv: `${waiting.length} väntar fortfarande på svar.`,
            en: `${waiting.length} still ${waiting.length === 1 ? 'waits' : 'wait'}.`,
          },
        ]
  return saidTogether([
    {
      sv: `${inTime.length} av ${judged.length} fick svar inom ${limit} dagar.`,
      en: `${inTime.length} of ${judged.length} were answered within ${limit} days.`,
    },
    ...time,
    ...late,
  ])
}

function preparation(received: readonly Deviation[], archive: Archive): Said {
  const contact = received.filter(deviation => hadContactBefore(deviation, archive)).length
  const proposals = received.filter(({ hasProposal }) => hasProposal).length
  const all = received.length
  return {
    sv: `Cheferna hade haft kontakt före behandlingen i ${contact} av ${all}, och förslag till åtgärder fanns i ${proposals} av ${all}.`,
    en: `The managers had been in contact before the group dealt with it in ${contact} of ${all}, and ${proposals} of ${all} had proposed measures.`,
  }
}

function solutions(items: readonly Deviation[], archive: Archive): Said {
  const count = (solved: string | undefined) => items.filter(each => each.solved === solved).length
  const two = items.filter(deviation => isBetweenTwo(deviation, archive)).length
  const parts: readonly (readonly [number, string, string])[] = [
    [count('lokalt'), 'löses lokalt', 'solved locally'],
    [count('gemensam ledning'), 'löses av gemensam ledning', 'solved by joint management'],
    [count('systemfel'), 'lyfts som systemfel', 'lifted as faults of the system'],
    [count(undefined), 'har inget besked om var de löses', 'without word on where they are solved'],
  ]
  const there = parts.filter(([number]) => number > 0)
  const [sv, en] = [
    enumerated(there.map(([number, words]) => `${number} ${words}`)).sv,
    enumerated(there.map(([number, , words]) => `${number} ${words}`)).en,
  ]
  return {
    sv: `${sv}. ${two === 0 ? 'Ingen' : two} gäller två kommuner.`,
    en: `${en}. ${two === 0 ? 'None is' : `${two} ${two === 1 ? 'is' : 'are'}`} between two municipalities.`,
  }
}

function measures(items: readonly Deviation[], { today }: Archive): readonly Said[] {
  const decided = items.flatMap(deviation => deviation.measures)
  if (decided.length === 0) return []
  const done = decided.filter(({ isDone }) => isDone).length
  const late = decided.filter(({ due, isDone }) => !isDone && due !== undefined && due < today).length
  return [
    {
      sv: `Av ${amount(decided.length, 'beslutad åtgärd', 'beslutade åtgärder', '0')} är ${done} genomförd${done === 1 ? '' : 'a'} och ${late} försenad${late === 1 ? '' : 'e'}.`,
      en: `Of ${amount(decided.length, 'decided measure', 'decided measures', '0')} ${done} ${done === 1 ? 'is' : 'are'} done and ${late} overdue.`,
    },
  ]
}

function silence(asked: DeviationsAsked, archive: Archive): readonly Said[] {
  const { parties, silent } = silentParties(asked, archive)
  if (parties.length === 0) return []
  if (silent.length === 0) return [{ sv: 'Alla parter har rapporterat.', en: 'Every party has reported.' }]
  const names = enumerated(silent.map(({ name }) => name))
  return [
    {
      sv: `${names.sv} har inte rapporterat någon avvikelse.`,
      en: `${names.en} ${silent.length === 1 ? 'has' : 'have'} reported no deviation.`,
    },
  ]
}

const amount = (count: number, one: string, many: string, none: string): string =>
  count === 0 && none !== '0'
    ? `${none} ${none === 'no' ? many : one}`
    : `${count} ${count === 1 ? one : many}`

const half = (days: number, language: 'sv' | 'en'): string =>
  language === 'sv' ? String(days).replace('.', ',') : String(days)

const capital = ({ sv, en }: Said): Said => ({
  sv: sv.charAt(0).toUpperCase() + sv.slice(1),
  en: en.charAt(0).toUpperCase() + en.slice(1),
})
