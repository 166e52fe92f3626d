import type { Archive } from './archive.js'
import { partedBy } from './counting.js'
import type { LoggedDecision } from './decision-log.js'
import { FOLLOW_UPS, STANDINGS } from './decision-words.js'
import { decisionsAsked } from './decisions-asked.js'
import { type Dimension, timesOf } from './dimension.js'
import { textOf } from './fields.js'
import { groupDimension } from './group-dimension.js'
import { asWritten } from './said.js'

/** The ways to part decisions: by who made them, how they stand, what they are about and when. */
const DIMENSIONS: readonly Dimension<LoggedDecision>[] = [
  groupDimension<LoggedDecision>(),
  {
    name: 'läge',
    aliases: ['state', 'lage'],
    label: { sv: 'Läge', en: 'State' },
    valueOf: ({ standing }) => standing,
    wordOf: value => STANDINGS.get(value) ?? asWritten(value),
  },
  {
    name: 'uppföljning',
    aliases: ['follow-up', 'uppfoljning'],
    label: { sv: 'Uppföljning', en: 'Follow-up' },
    valueOf: ({ followUp }) => followUp ?? 'none',
    wordOf: value => FOLLOW_UPS.get(value) ?? asWritten(value),
  },
  {
    name: 'ärende',
    aliases: ['matter', 'arende'],
    label: { sv: 'Ärende', en: 'Matter' },
    valueOf: ({ matters }) => (matters.length === 0 ? undefined : matters.join(', ')),
  },
  {
    name: 'slag',
    aliases: ['sort'],
    label: { sv: 'Ärendets slag', en: 'Sort of matter' },
    valueOf: sortOf,
  },
  ...timesOf<LoggedDecision>(({ day }) => day),
]

/** Decisions, to be parted by one or two dimensions. */
export const partedDecisions = partedBy<LoggedDecision>({
  report: 'decisions',
  title: { sv: 'Beslutslogg', en: 'Log of decisions' },
  counts: { sv: 'beslut', en: 'decisions' },
  dimensions: DIMENSIONS,
  asked: decisionsAsked,
  idOf: ({ address }) => address,
})

/** What was expected of the group in the matter of a decision: information, discussion, a decision. */
function sortOf({ matters }: LoggedDecision, archive: Archive): string | undefined {
  const sorts = new Set(
    matters.flatMap(id => {
      const matter = archive.byId(id)
      return matter?.typ === 'ärende' ? (textOf(matter.fields, 'slag') ?? []) : []
    }),
  )
  return sorts.size === 0 ? undefined : [...sorts].toSorted((a, b) => a.localeCompare(b, 'sv')).join(', ')
}
