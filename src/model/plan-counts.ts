import type { Archive } from './archive.js'
import { yearOf } from './day.js'
import { dimensionColumn, timesOf } from './dimension.js'
import type { Period } from './period.js'
import type { PlansAsked } from './plan-asked.js'
import { CONSENTS } from './plan-consent.js'
import type { Plan } from './plan-facts.js'
import { FOLLOW_UPS } from './plan-follow-up.js'
import { metBy, PLAN_MEASURES } from './plan-measures.js'
import { FIRST_MEETINGS } from './plan-meeting.js'
import { asWritten, type Said } from './said.js'
import type { Column, Table } from './sheet.js'
import { COUNT, type Tallied, tallied, tallyTable } from './tally.js'
import { column, NOT_STATED } from './worded-column.js'

/** How many plans there are, by their form. */
export const formsTable = ({ compared, notes }: PlansAsked): Table =>
  tallyTable(
    compared,
    tallied(compared, ({ form }) => form),
    {
      name: 'forms',
      title: { sv: 'Hur många planer', en: 'How many plans' },
      columns: [column('form', 'text', 'Form', 'Form', { words: FORMS, absent: NOT_STATED })],
      cells: ({ value }) => [value],
      idOf: ({ name }) => name,
      notes,
    },
  )

/** How it stands with the consents. */
export const consentsTable = (asked: PlansAsked): Table =>
  statesTable(asked, ({ consent }) => consent, CONSENTS, {
    name: 'consents',
    title: { sv: 'Samtycken', en: 'Consents' },
    label: column('consent', 'text', 'Samtycke', 'Consent', { words: CONSENTS }),
    notes: [
      {
        sv: 'Ett samtycke ska gälla den dag då planen upprättades, och i dag om planen inte är avslutad.',
        en: 'A consent is to hold on the day on which the plan was made, and today where the plan is not closed.',
      },
    ],
  })

/** Whether the first meetings were held in time. */
export const meetingsTable = (asked: PlansAsked, { settings }: Archive): Table =>
  statesTable(asked, ({ firstMeeting }) => firstMeeting, FIRST_MEETINGS, {
    name: 'meetings',
    title: { sv: 'Första mötet', en: 'First meeting' },
    label: column('meeting', 'text', 'Mötet', 'Meeting', { words: FIRST_MEETINGS }),
    notes: [
      {
        sv: `Tiden, ${settings.planMeetingDays} dagar, räknas från den dag då behovet togs upp. En plan med egen frist prövas mot den.`,
        en: `The time, ${settings.planMeetingDays} days, runs from the day on which the need was raised. A plan with a limit of its own is held to that.`,
      },
    ],
  })

/** Whether the plans are followed up. */
export const followUpsTable = (asked: PlansAsked): Table =>
  statesTable(asked, ({ followUp }) => followUp, FOLLOW_UPS, {
    name: 'follow-ups',
    title: { sv: 'Uppföljning', en: 'Follow-up' },
    label: column('follow_up', 'text', 'Uppföljning', 'Follow-up', { words: FOLLOW_UPS }),
  })

/** By the organisation with the overall responsibility: how many plans, and how many of them meet what is asked. */
export function organisationsTable({ compared }: PlansAsked): Table {
  const { items } = compared
  const measures = MEASURE_COLUMNS.flatMap(([key]) => PLAN_MEASURES.find(each => each.key === key) ?? [])
  const figures = (plans: readonly Plan[]) => [
    plans.length,
    ...measures.map(measure => metBy(plans, measure).met.length),
  ]
  return {
    name: 'organisations',
    title: { sv: 'Per organisation', en: 'By organisation' },
    columns: [
      column('organisation', 'text', 'Huvudansvar', 'Responsible', { absent: NOT_IN_REGISTER }),
      COUNT,
      ...MEASURE_COLUMNS.map(([, measured]) => measured),
    ],
    rows: tallied({ items }, ({ organisation }) => organisation).map(({ value, items: plans }) => ({
      cells: [value, ...figures(plans)],
      documents: plans.map(({ name }) => name),
    })),
    totals: [undefined, ...figures(items)],
    chart: { kind: 'bars', labels: 'organisation', figures: ['count'] },
  }
}

/** When the plans were made: by quarter within a year, else by year. */
export function timesTable(
  { compared: { items } }: PlansAsked,
  period: Period | undefined,
  archive: Archive,
): Table {
  const isWithinYear = period !== undefined && yearOf(period.from) === yearOf(period.to)
  const stretch = PLAN_TIMES.find(({ name }) => name === (isWithinYear ? 'kvartal' : 'år'))
  const rows = tallied({ items }, plan => stretch?.valueOf(plan, archive))
  const order = stretch?.order?.(archive, period) ?? []
  const known = rows.flatMap(({ value }) => value ?? []).filter(value => !order.includes(value))
  const inTime = [...order, ...known.toSorted()].map(
    (value): Tallied<Plan> => rows.find(row => row.value === value) ?? { value, items: [], before: [] },
  )
  const shown = [...inTime, ...rows.filter(({ value }) => value === undefined)]
  return {
    ...tallyTable({ items }, shown, {
      name: 'times',
      title: { sv: 'När de upprättades', en: 'When they were made' },
      columns:
        stretch === undefined
          ? []
          : [
              dimensionColumn(
                'time',
                stretch,
                shown.map(({ value }) => value),
                archive,
              ),
            ],
      cells: ({ value }) => [value],
      idOf: ({ name }) => name,
    }),
    chart: { kind: 'lines', labels: 'time', figures: ['count'] },
  }
}

/** Those that are left out because nothing shows when they were: their ids, where ids are shown. */
export const unplacedTable = ({ unplaced }: PlansAsked): readonly Table[] =>
  unplaced.length === 0
    ? []
    : [
        {
          name: 'unplaced',
          title: { sv: 'Räknas inte', en: 'Not counted' },
          columns: [column('why', 'text', 'Varför', 'Why', { words: UNPLACED }), COUNT],
          rows: [{ cells: ['time', unplaced.length], documents: unplaced.map(({ name }) => name) }],
          shownWith: 'documents',
        },
      ]

/** Month, quarter, half-year and year of a plan. */
export const PLAN_TIMES = timesOf<Plan>(({ time }) =>
  time !== undefined && time.from === time.to ? time.from : undefined,
)

/** What the forms are called. */
export const FORMS: ReadonlyMap<string, Said> = new Map([
  ['genomförandeplan', { sv: 'genomförandeplan', en: 'joint plan (genomförandeplan)' }],
  ['SIP', asWritten('SIP')],
])

/** What stands for an organisation that may not be repeated, because the register does not have it. */
const NOT_IN_REGISTER: Said = { sv: 'ej angivet i registret', en: 'not in the register' }

/** Every state of a fixed list in its order, also those that no plan has. */
function statesTable(
  { compared }: PlansAsked,
  stateOf: (plan: Plan) => string,
  states: ReadonlyMap<string, Said>,
  { name, title, label, notes }: Pick<Table, 'name' | 'title' | 'notes'> & { readonly label: Column },
): Table {
  const found = tallied(compared, stateOf)
  return tallyTable(
    compared,
    [...states.keys()].map(
      (value): Tallied<Plan> => found.find(row => row.value === value) ?? { value, items: [], before: [] },
    ),
    {
      name,
      title,
      columns: [label],
      cells: ({ value }) => [value],
      idOf: plan => plan.name,
      ...(notes !== undefined && { notes }),
    },
  )
}

const UNPLACED: ReadonlyMap<string, Said> = new Map([
  ['time', { sv: 'det framgår inte när den upprättades', en: 'nothing shows when it was made' }],
])

/** The measures that organisations are told apart by: those that a coordinator alone cannot see to. */
const MEASURE_COLUMNS: readonly (readonly [string, Column])[] = [
  ['consent', column('consent', 'number', 'Samtycke', 'Consent')],
  ['meeting-in-time', column('meeting_in_time', 'number', 'Möte i tid', 'Met in time')],
  ['childs-view', column('childs_view', 'number', 'Barnets röst', 'Child’s view')],
  ['followed-up', column('followed_up', 'number', 'Uppföljd', 'Followed up')],
]
