import type { Archive } from './archive.js'
import type { Period } from './period.js'
import { isWithin, type Plan, planOf } from './plan-facts.js'
import type { Scope } from './report.js'
import type { Said } from './said.js'
import type { Sheet } from './sheet.js'
import { unreadIn } from './sources.js'
import { stretchBefore } from './stretch-before.js'
import type { Compared } from './tally.js'

/** The plans that a question is about. */
export interface PlansAsked {
  readonly compared: Compared<Plan>
  /** Those that may belong to the period, but nothing shows whether they do. */
  readonly unplaced: readonly Plan[]
  readonly notes: readonly Said[]
  readonly sources: Sheet['sources']
}

/** Picks the plans of a period and an organisation, and those of the stretch before. */
export function plansAsked(archive: Archive, scope: Scope): PlansAsked {
  const { period, organisation, group } = scope
  const all = archive
    .ofKind('genomförandeplan')
    .filter(({ unreadable }) => !unreadable)
    .map(document => planOf(document, archive))
    .filter(({ organisations }) => organisation === undefined || organisations.includes(organisation))
  const within = (stretch: Period) => all.filter(plan => isWithin(plan, stretch))
  const items = period === undefined ? all : within(period)
  const before = stretchBefore(scope)
  const earlier = before === undefined ? [] : within(before)
  const unplaced = period === undefined ? [] : all.filter(plan => mayBeWithin(plan, period))
  return {
    compared: {
      items,
      ...(before !== undefined && {
        before: { period: before, ...(earlier.length > 0 && { items: earlier }) },
      }),
    },
    unplaced,
    notes: [...(group === undefined ? [] : [NO_GROUP]), ...unplacedNote(unplaced)],
    sources: { documents: items.length, unreadable: unreadIn(archive, 'genomförandeplan') },
  }
}

/** True when no more is known of a plan than that it may belong to a period. */
const mayBeWithin = (plan: Plan, period: Period): boolean =>
  plan.time === undefined ||
  (plan.time.from <= period.to && plan.time.to >= period.from && !isWithin(plan, period))

const NO_GROUP: Said = {
  sv: 'En plan hör inte till någon grupp: här räknas arkivets alla planer.',
  en: 'A plan belongs to no group: all plans of the archive are counted here.',
}

const unplacedNote = ({ length }: readonly Plan[]): readonly Said[] =>
  length === 0
    ? []
    : [
        {
          sv: `${length} räknas inte, för att det inte framgår om de hör till perioden. --list visar vilka.`,
          en: `${length} ${length === 1 ? 'is' : 'are'} not counted, because nothing shows whether ${length === 1 ? 'it belongs' : 'they belong'} to the period. --list shows which.`,
        },
      ]
