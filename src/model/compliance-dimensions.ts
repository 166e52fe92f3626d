import { complianceAsked } from './compliance-asked.js'
import { type Duty, OUTCOMES, REQUIREMENTS } from './compliance-duty.js'
import { partedBy } from './counting.js'
import { timesOf } from './dimension.js'
import { groupDimension } from './group-dimension.js'
import { asWritten } from './said.js'

/** What groups were to do, to be parted by one or two dimensions. */
export const partedCompliance = partedBy<Duty>({
  report: 'compliance',
  title: { sv: 'Efterlevnad', en: 'Compliance' },
  counts: { sv: 'saker att göra', en: 'things to do' },
  dimensions: [
    groupDimension<Duty>(),
    {
      name: 'krav',
      aliases: ['requirement'],
      label: { sv: 'Krav', en: 'Requirement' },
      valueOf: ({ requirement }) => requirement,
      wordOf: value => REQUIREMENTS.get(value) ?? asWritten(value),
      order: () => [...REQUIREMENTS.keys()],
    },
    {
      name: 'utfall',
      aliases: ['outcome'],
      label: { sv: 'Utfall', en: 'Outcome' },
      valueOf: ({ outcome }) => outcome,
      wordOf: value => OUTCOMES.get(value) ?? asWritten(value),
      order: () => [...OUTCOMES.keys()],
    },
    ...timesOf<Duty>(({ due }) => due),
  ],
  asked: (archive, scope) => ({ ...complianceAsked(archive, scope), notes: [] }),
  idOf: ({ address }) => address,
})
