import type { Archive } from './archive.js'
import { daysAfter, daysBetween } from './day.js'
import { type Deviation, handlingsOf } from './deviation.js'
import type { Step } from './deviation-step.js'
import type { DeviationsAsked } from './deviations-asked.js'
import { isBetweenMunicipalities } from './party.js'
import type { Said } from './said.js'
import type { Table } from './sheet.js'
import { COUNT, SHARE, shareOf, spreadOf } from './tally.js'
import { column } from './worded-column.js'

/** Days from report to answer; absent where a date is missing or the answer comes first. */
export const answerDays = (deviation: Deviation): number | undefined =>
  daysFrom(deviation, 'rapporterad', 'återkopplad')

/**
 * The reports whose time for an answer can be judged: answered, or the limit has passed. Days of the limit
 * from the settings.
 */
export function answering(received: readonly Deviation[], { settings, today }: Archive) {
  const judged = received.filter(({ dates }) => {
    const { rapporterad, återkopplad } = dates
    return (
      rapporterad !== undefined &&
      (återkopplad !== undefined || daysAfter(rapporterad, settings.answerDays) < today)
    )
  })
  return {
    judged,
    inTime: judged.filter(
      deviation => (answerDays(deviation) ?? Number.POSITIVE_INFINITY) <= settings.answerDays,
    ),
    waiting: judged.filter(({ dates }) => dates.återkopplad === undefined),
  }
}

/**
 * True when the managers had been in contact before the group got it: before it was received or first dealt
 * with (Seed S0).
 */
export function hadContactBefore(deviation: Deviation, archive: Archive): boolean {
  const { chefskontakt, mottagen } = deviation.dates
  if (chefskontakt === undefined) return false
  if (mottagen !== undefined && chefskontakt <= mottagen) return true
  const first = handlingsOf(deviation, archive).find(({ day }) => day !== undefined)?.day
  return first === undefined || chefskontakt <= first
}

/** True when one municipality has reported another. */
export const isBetweenTwo = ({ from, concerns }: Deviation, archive: Archive): boolean =>
  isBetweenMunicipalities(from, concerns, archive)

/** Whether the reports were treated as the routine says. */
export function processTable({ compared }: DeviationsAsked, archive: Archive): Table {
  const { items } = compared
  const received = items.filter(({ origin }) => origin === 'inkommen')
  const { judged, inTime, waiting } = answering(received, archive)
  const undated = received.filter(({ dates }) => dates.rapporterad === undefined)
  const days = archive.settings.answerDays
  const figure = (key: string, found: readonly Deviation[], of: readonly Deviation[]) => ({
    cells: [key, of.length === 0 ? undefined : found.length, of.length, shareOf(found.length, of.length)],
    documents: found.map(({ name }) => name),
  })
  const words: ReadonlyMap<string, Said> = new Map([
    ['answered', { sv: 'har fått svar', en: 'have been answered' }],
    ['answered-in-time', { sv: `fick svar inom ${days} dagar`, en: `were answered within ${days} days` }],
    ['unanswered-late', { sv: `väntar på svar efter ${days} dagar`, en: `still wait after ${days} days` }],
    [
      'contact-before',
      { sv: 'kontakt mellan cheferna före behandling', en: 'managers in contact before hand-over' },
    ],
    ['proposal', { sv: 'förslag till åtgärder från rapportören', en: 'measures proposed by the reporter' }],
    ['between-municipalities', { sv: 'mellan två kommuner', en: 'between two municipalities' }],
  ])
  return {
    name: 'process',
    title: { sv: 'Hur de har tagits om hand', en: 'How they were taken care of' },
    columns: [
      column('figure', 'text', 'Mått', 'Figure', { words }),
      COUNT,
      column('of', 'number', 'Av', 'Of'),
      SHARE,
    ],
    rows: [
      figure(
        'answered',
        received.filter(({ dates }) => dates.återkopplad !== undefined),
        received,
      ),
      figure('answered-in-time', inTime, judged),
      figure('unanswered-late', waiting, judged),
      figure(
        'contact-before',
        received.filter(each => hadContactBefore(each, archive)),
        received,
      ),
      figure(
        'proposal',
        received.filter(({ hasProposal }) => hasProposal),
        received,
      ),
      figure(
        'between-municipalities',
        items.filter(each => isBetweenTwo(each, archive)),
        items,
      ),
    ],
    notes: [
      {
        sv: `Tiden för svar räknas från rapportens dag. Den prövas när svaret har kommit eller ${days} dagar har gått.`,
        en: `Time to answer runs from the day of the report. It is judged when the answer has come or ${days} days have passed.`,
      },
      ...(undated.length === 0
        ? []
        : [
            {
              sv: `${undated.length} av ${received.length} inkomna saknar rapportdatum och kan inte prövas mot fristen.`,
              en: `${undated.length} of ${received.length} received have no date of report and cannot be held to the limit.`,
            },
          ]),
    ],
  }
}

/** How many days the steps took. */
export function daysTable({ compared: { items } }: DeviationsAsked): Table {
  const rows = SPANS.map(([key, from, to]) => {
    const timed = items.filter(deviation => daysFrom(deviation, from, to) !== undefined)
    const spread = spreadOf(timed.flatMap(deviation => daysFrom(deviation, from, to) ?? []))
    return {
      cells: [key, timed.length, spread?.median, spread?.longest],
      documents: timed.map(({ name }) => name),
    }
  })
  const backwards = items.filter(({ dates }) =>
    SPANS.some(([, from, to]) => (dates[from] ?? '') > (dates[to] ?? '9999')),
  )
  return {
    name: 'days',
    title: { sv: 'Hur många dagar stegen tog', en: 'How many days the steps took' },
    columns: [
      column('span', 'text', 'Steg', 'Step', {
        words: new Map(SPANS.map(([key, , , words]) => [key, words])),
      }),
      COUNT,
      column('median', 'days', 'Median', 'Median'),
      column('longest', 'days', 'Längst', 'Longest'),
    ],
    rows,
    notes: [
      {
        sv: 'Antalet är de avvikelser som har båda datumen.',
        en: 'The number is of deviations with both dates.',
      },
      ...(backwards.length === 0
        ? []
        : [
            {
              sv: `Datum i fel ordning räknas inte: ${backwards.map(({ name }) => name).join(', ')}.`,
              en: `Dates in the wrong order are not counted: ${backwards.map(({ name }) => name).join(', ')}.`,
            },
          ]),
    ],
  }
}

const daysFrom = ({ dates }: Deviation, from: Step, to: Step): number | undefined => {
  const start = dates[from]
  const end = dates[to]
  return start === undefined || end === undefined || end < start ? undefined : daysBetween(start, end)
}

const SPANS: readonly (readonly [string, Step, Step, Said])[] = [
  [
    'event-report',
    'händelsedatum',
    'rapporterad',
    { sv: 'från händelse till rapport', en: 'from event to report' },
  ],
  [
    'report-answer',
    'rapporterad',
    'återkopplad',
    { sv: 'från rapport till svar', en: 'from report to answer' },
  ],
  [
    'report-closure',
    'rapporterad',
    'avslutad',
    { sv: 'från rapport till avslut', en: 'from report to closure' },
  ],
]
