import { partedBy } from './counting.js'
import type { Dimension } from './dimension.js'
import { plansAsked } from './plan-asked.js'
import { CONSENTS } from './plan-consent.js'
import { FORMS, PLAN_TIMES } from './plan-counts.js'
import type { Plan } from './plan-facts.js'
import { FOLLOW_UPS } from './plan-follow-up.js'
import { FIRST_MEETINGS } from './plan-meeting.js'
import { asWritten, type Said } from './said.js'

const stateOf = (words: ReadonlyMap<string, Said>): Pick<Dimension<Plan>, 'wordOf' | 'order'> => ({
  wordOf: value => words.get(value) ?? asWritten(value),
  order: () => [...words.keys()],
})

/** Plans, to be parted by one or two dimensions: by what their fields say, and by time. */
export const partedPlans = partedBy<Plan>({
  report: 'plans',
  title: { sv: 'Planer', en: 'Plans' },
  counts: { sv: 'planer', en: 'plans' },
  dimensions: [
    {
      name: 'organisation',
      aliases: ['huvudansvar'],
      label: { sv: 'Organisation', en: 'Organisation' },
      valueOf: ({ organisation }) => organisation,
    },
    {
      name: 'form',
      aliases: [],
      label: { sv: 'Form', en: 'Form' },
      valueOf: ({ form }) => form,
      wordOf: value => FORMS.get(value) ?? asWritten(value),
    },
    {
      name: 'status',
      aliases: [],
      label: { sv: 'Status', en: 'Status' },
      valueOf: ({ status }) => status,
      order: ({ kinds }) => kinds.get('genomförandeplan')?.statuses.map(({ name }) => name) ?? [],
    },
    {
      name: 'samtycke',
      aliases: ['consent'],
      label: { sv: 'Samtycke', en: 'Consent' },
      valueOf: ({ consent }) => consent,
      ...stateOf(CONSENTS),
    },
    {
      name: 'möte',
      aliases: ['meeting', 'mote'],
      label: { sv: 'Första mötet', en: 'First meeting' },
      valueOf: ({ firstMeeting }) => firstMeeting,
      ...stateOf(FIRST_MEETINGS),
    },
    {
      name: 'uppföljning',
      aliases: ['follow-up', 'uppfoljning'],
      label: { sv: 'Uppföljning', en: 'Follow-up' },
      valueOf: ({ followUp }) => followUp,
      ...stateOf(FOLLOW_UPS),
    },
    ...PLAN_TIMES,
  ],
  asked: plansAsked,
  idOf: ({ name }) => name,
})
