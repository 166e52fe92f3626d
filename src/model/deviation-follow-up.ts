import type { Archive } from './archive.js'
import { MONTHS, monthOf, yearOf } from './day.js'
import { handlingsOf } from './deviation.js'
import type { DeviationsAsked } from './deviations-asked.js'
import type { Said } from './said.js'
import type { Table } from './sheet.js'
import { COUNT } from './tally.js'
import { column } from './worded-column.js'

/** What has become of the decided measures. A deviation may have several, so there are no totals. */
export function measuresTable({ compared: { items } }: DeviationsAsked, { today }: Archive): Table {
  const measured = items.flatMap(deviation => deviation.measures.map(measure => ({ deviation, measure })))
  const states: readonly (readonly [string, typeof measured])[] = [
    ['decided', measured],
    ['done', measured.filter(({ measure }) => measure.isDone)],
    [
      'overdue',
      measured.filter(({ measure: { due, isDone } }) => !isDone && due !== undefined && due < today),
    ],
    [
      'in-time',
      measured.filter(({ measure: { due, isDone } }) => !isDone && due !== undefined && due >= today),
    ],
    ['undated', measured.filter(({ measure: { due, isDone } }) => !isDone && due === undefined)],
  ]
  return {
    name: 'measures',
    title: { sv: 'Beslutade åtgärder', en: 'Decided measures' },
    columns: [
      column('state', 'text', 'Läge', 'State', { words: MEASURES }),
      column('measures', 'number', 'Åtgärder', 'Measures'),
      column('count', 'number', 'Avvikelser', 'Deviations'),
    ],
    rows: states.map(([state, found]) => {
      const documents = [...new Set(found.map(({ deviation }) => deviation.name))]
      return { cells: [state, found.length, documents.length], documents }
    }),
  }
}

/** In which months meetings dealt with them. */
export function monthsTable({ compared: { items } }: DeviationsAsked, archive: Archive): Table {
  const months = new Map<string, Set<string>>()
  const words = new Map<string, Said>([['none', { sv: 'inte behandlade', en: 'not dealt with' }]])
  const add = (month: string, name: string) => months.set(month, (months.get(month) ?? new Set()).add(name))
  for (const deviation of items) {
    const days = handlingsOf(deviation, archive).flatMap(({ day }) => day ?? [])
    for (const day of days) {
      const name = (language: 'sv' | 'en') => `${MONTHS[language][monthOf(day) - 1]} ${yearOf(day)}`
      words.set(day.slice(0, 7), { sv: name('sv'), en: name('en') })
      add(day.slice(0, 7), deviation.name)
    }
    if (days.length === 0) add('none', deviation.name)
  }
  return {
    name: 'meetings',
    title: { sv: 'När de har behandlats', en: 'When they were dealt with' },
    columns: [column('month', 'text', 'Månad', 'Month', { words }), COUNT],
    chart: { kind: 'lines', labels: 'month', figures: ['count'] },
    rows: [...months]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, names]) => ({ cells: [month, names.size], documents: [...names] })),
    notes: [
      {
        sv: 'En avvikelse som har tagits upp i flera månader räknas i var och en av dem.',
        en: 'A deviation that was taken up in several months counts in each of them.',
      },
    ],
  }
}

const MEASURES: ReadonlyMap<string, Said> = new Map([
  ['decided', { sv: 'beslutade', en: 'decided' }],
  ['done', { sv: 'därav genomförda', en: 'of which done' }],
  ['overdue', { sv: 'därav försenade', en: 'of which overdue' }],
  ['in-time', { sv: 'därav inom utsatt tid', en: 'of which not yet due' }],
  ['undated', { sv: 'därav utan datum', en: 'of which without a date' }],
])
