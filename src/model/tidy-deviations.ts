import { yearOf } from './day.js'
import { type Deviation, deviationOf, timeOf } from './deviation.js'
import type { Step } from './deviation-step.js'
import type { Said } from './said.js'
import { dayWithin } from './tidy-documents.js'
import {
  DOCUMENT_FIELDS,
  OF_DOCUMENT,
  type TidyField,
  type TidyRow,
  type TidyTable,
  type Told,
} from './tidy-table.js'
import { groupTold, isSealedOff, listed, partyTold, statusTold } from './told.js'

const STEPS: readonly (readonly [string, Step, Said])[] = [
  ['event', 'händelsedatum', { sv: 'Händelsen', en: 'Event' }],
  ['reported', 'rapporterad', { sv: 'Rapporterad', en: 'Reported' }],
  ['received', 'mottagen', { sv: 'Mottagen', en: 'Received' }],
  ['contact', 'chefskontakt', { sv: 'Chefskontakt', en: 'Manager contact' }],
  ['analysed', 'analyserad', { sv: 'Analyserad', en: 'Analysed' }],
  ['decided', 'beslutad', { sv: 'Beslutad', en: 'Decided' }],
  ['answered', 'återkopplad', { sv: 'Återkopplad', en: 'Answered' }],
  ['followed_up', 'uppföljd', { sv: 'Uppföljd', en: 'Followed up' }],
  ['closed', 'avslutad', { sv: 'Avslutad', en: 'Closed' }],
]

/** One row for each deviation: what its lists say, and its dates. */
export const deviations: TidyTable = {
  name: 'deviations',
  title: { sv: 'Avvikelser', en: 'Deviations' },
  about: {
    sv: 'Avvikelser i samverkan, som `samverkan report deviations` räknar dem. Aldrig titel, text eller barnets beteckning; under sekretess inga dagar. Ett värde utanför listan eller registret är »annat».',
    en: 'Deviations in collaboration, as `samverkan report deviations` counts them. Never title, text or what the child is called; no days under secrecy. A value outside the list or register is »annat».',
  },
  fields: [
    ...DOCUMENT_FIELDS,
    {
      name: 'year',
      type: 'integer',
      title: { sv: 'År', en: 'Year' },
      about: { sv: 'Året för den första dagen.', en: 'The year of the first day.' },
    },
    { name: 'first_day', type: 'date', title: { sv: 'Första dagen', en: 'First day' } },
    { name: 'status', type: 'string', title: { sv: 'Status', en: 'Status' } },
    {
      name: 'origin',
      type: 'string',
      title: { sv: 'Ursprung', en: 'Origin' },
      values: ['inkommen', 'observerad'],
    },
    { name: 'from_party', type: 'string', title: { sv: 'Från', en: 'From' } },
    {
      name: 'concerns',
      type: 'string',
      title: { sv: 'Berör', en: 'Concerns' },
      about: {
        sv: 'Flera parter står med komma emellan.',
        en: 'Several parties stand with a comma between.',
      },
    },
    { name: 'area', type: 'string', title: { sv: 'Område', en: 'Area' } },
    { name: 'type', type: 'string', title: { sv: 'Typ', en: 'Type' } },
    { name: 'solved', type: 'string', title: { sv: 'Löses', en: 'Solved' } },
    { name: 'group_slug', type: 'string', title: { sv: 'Grupp', en: 'Group' } },
    ...STEPS.map(([name, , title]): TidyField => ({ name, type: 'date', title })),
    {
      name: 'proposal',
      type: 'boolean',
      title: { sv: 'Har förslag till åtgärder', en: 'Has proposed measures' },
      presence: 'required',
    },
    {
      name: 'measures',
      type: 'integer',
      title: { sv: 'Beslutade åtgärder', en: 'Decided measures' },
      presence: 'required',
    },
    {
      name: 'measures_done',
      type: 'integer',
      title: { sv: 'Genomförda åtgärder', en: 'Measures done' },
      presence: 'required',
    },
  ],
  key: ['archive', 'document'],
  references: [OF_DOCUMENT],
  rowsOf: told =>
    told.archive
      .ofKind('avvikelse')
      .filter(({ unreadable }) => !unreadable)
      .map(document => rowOf(deviationOf(document), told)),
}

function rowOf(deviation: Deviation, told: Told): TidyRow {
  const { document, origin, from, concerns, area, type, solved, group, dates, hasProposal, measures } =
    deviation
  const time = timeOf(deviation, told.archive)
  const daysTold = isSealedOff(document) ? {} : dates
  const parties = new Set(concerns.flatMap(party => partyTold(told, party) ?? []))
  return {
    archive: told.name,
    document: told.keyOf(document),
    year: time === undefined ? undefined : yearOf(time.from),
    first_day: isSealedOff(document) ? undefined : dayWithin(time),
    status: statusTold(told, document),
    origin,
    from_party: partyTold(told, from),
    concerns: parties.size === 0 ? undefined : [...parties].join(', '),
    area: listed(told, 'avvikelse', 'område', area),
    type: listed(told, 'avvikelse', 'typ_av_avvikelse', type),
    solved: listed(told, 'avvikelse', 'löses', solved),
    group_slug: groupTold(told, group),
    ...Object.fromEntries(STEPS.map(([name, step]) => [name, daysTold[step]])),
    proposal: hasProposal,
    measures: measures.length,
    measures_done: measures.filter(({ isDone }) => isDone).length,
  }
}
