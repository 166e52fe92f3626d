import { periodWords } from './period-words.js'
import type { PlansAsked } from './plan-asked.js'
import { isMade, type Plan } from './plan-facts.js'
import type { Said } from './said.js'
import type { Cell, Row, Table } from './sheet.js'
import { COUNT, SHARE, shareOf } from './tally.js'
import { column } from './worded-column.js'

/** Something that is asked of plans: of which of them, and whether it is met. */
export interface PlanMeasure {
  readonly key: string
  readonly words: Said
  /** True of the plans that it can be asked of. */
  isAsked(plan: Plan): boolean
  isMet(plan: Plan): boolean
}

/** What the parties have agreed that a plan shall have (Seed S3; SoL 2 kap. 7 §, HSL 16 kap. 4 §). */
export const PLAN_MEASURES: readonly PlanMeasure[] = [
  {
    key: 'consent',
    words: { sv: 'giltigt samtycke', en: 'valid consent' },
    isAsked: () => true,
    isMet: ({ consent }) => consent === 'valid',
  },
  {
    key: 'meeting-in-time',
    words: { sv: 'första mötet i tid', en: 'first meeting in time' },
    isAsked: ({ firstMeeting }) => ['in-time', 'late', 'not-held'].includes(firstMeeting),
    isMet: ({ firstMeeting }) => firstMeeting === 'in-time',
  },
  {
    key: 'childs-view',
    words: { sv: 'barnets uppfattning', en: 'the child’s view' },
    isAsked: isMade,
    isMet: ({ childsView }) => childsView === 'recorded',
  },
  {
    key: 'guardians-view',
    words: { sv: 'vårdnadshavarens uppfattning', en: 'the guardian’s view' },
    isAsked: isMade,
    isMet: ({ guardiansView }) => guardiansView === 'recorded',
  },
  {
    key: 'coordinator',
    words: { sv: 'samordnare', en: 'coordinator' },
    isAsked: () => true,
    isMet: ({ coordinator }) => coordinator === 'named',
  },
  {
    key: 'followed-up',
    words: { sv: 'uppföljning i tid', en: 'follow-up in time' },
    isAsked: plan => isMade(plan) && plan.followUp !== 'to-come',
    isMet: ({ followUp }) => followUp === 'done',
  },
]

/** How many of some plans a thing can be asked of, and how many meet it. */
export const metBy = (plans: readonly Plan[], { isAsked, isMet }: PlanMeasure) => {
  const asked = plans.filter(isAsked)
  return { asked, met: asked.filter(isMet) }
}

/** What is asked of the plans, and how many meet it; beside it the share of the stretch before. */
export function measuresTable({ compared, notes }: PlansAsked): Table {
  const { items, before } = compared
  const then = (measure: PlanMeasure): readonly Cell[] => {
    if (before === undefined) return []
    const { asked, met } = metBy(before.items ?? [], measure)
    return [before.items === undefined ? undefined : shareOf(met.length, asked.length)]
  }
  return {
    name: 'measures',
    title: { sv: 'Vad planerna har', en: 'What the plans have' },
    columns: [
      column('measure', 'text', 'Mått', 'Measure', {
        words: new Map(PLAN_MEASURES.map(({ key, words }) => [key, words])),
      }),
      COUNT,
      column('of', 'number', 'Av', 'Of'),
      SHARE,
      ...(before === undefined ? [] : [shareBefore(periodWords(before.period))]),
    ],
    rows: PLAN_MEASURES.map((measure): Row => {
      const { asked, met } = metBy(items, measure)
      return {
        cells: [measure.key, met.length, asked.length, shareOf(met.length, asked.length), ...then(measure)],
        documents: met.map(({ name }) => name),
      }
    }),
    notes: [
      {
        sv: 'Uppfattningar och uppföljning krävs inte av ett utkast. Det första mötet prövas när det är hållet eller tiden har gått ut, uppföljning när den första dagen har passerat.',
        en: 'Views and follow-up are not asked of a draft. The first meeting is judged when it is held or its time has run out, follow-up when its first day has passed.',
      },
      ...notes,
    ],
    chart: { kind: 'bars', labels: 'measure', figures: ['share'] },
  }
}

const shareBefore = ({ sv, en }: Said) => column('share_before', 'share', sv, en)
