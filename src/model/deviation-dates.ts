import type { Day } from './day.js'
import type { Deviation } from './deviation.js'
import type { Step } from './deviation-step.js'
import { signaturesOf } from './deviation-steps.js'
import { stated } from './fields.js'
import { dayIn } from './meeting.js'
import type { FieldPath } from './place.js'

/** A date of a deviation that comes before one that it must follow. */
export interface Backwards {
  readonly field: FieldPath
  /** The field of the date that should have come first, as it is named to people. */
  readonly after: string
  readonly day: Day
  readonly first: Day
}

/** The dates that stand in the wrong order, each once, with the nearest date that it should have followed. */
export function backwardDates(deviation: Deviation): readonly Backwards[] {
  const days = datesOf(deviation)
  const found = new Map<string, Backwards>()
  for (const chain of CHAINS) {
    const dated = chain.flatMap(name => {
      const day = days[name]
      return day === undefined ? [] : [{ name, day }]
    })
    for (const [index, { name, day }] of dated.entries()) {
      const before = dated[index - 1]
      if (before === undefined || before.day <= day || found.has(name)) continue
      found.set(name, { field: fieldOf(name), after: before.name, day, first: before.day })
    }
  }
  return [...found.values()]
}

/** The dates of what is said to have happened that lie after today, in the order of the steps. */
export const futureDates = (
  deviation: Deviation,
  today: Day,
): readonly { readonly field: FieldPath; readonly day: Day }[] =>
  Object.entries(datesOf(deviation)).flatMap(([name, day]) =>
    day > today ? [{ field: fieldOf(name), day }] : [],
  )

/** A date of a deviation by the name of its field; that of the manager's signature lies inside `chef`. */
type Dated = Step | 'rapportör_underskrift' | 'chef.underskrift'

/**
 * The orders that hold. Managers may have talked before the report was written, an answer may be given before anything is
 * decided, and signatures may follow the report.
 */
const CHAINS: readonly (readonly Dated[])[] = [
  ['händelsedatum', 'rapporterad', 'mottagen', 'analyserad', 'återkopplad', 'uppföljd', 'avslutad'],
  ['händelsedatum', 'chefskontakt', 'analyserad'],
  ['rapporterad', 'mottagen', 'analyserad', 'beslutad', 'uppföljd', 'avslutad'],
  ['händelsedatum', 'rapportör_underskrift'],
  ['händelsedatum', 'chef.underskrift'],
]

function datesOf(deviation: Deviation): Readonly<Partial<Record<Dated, Day>>> {
  const { reporter, manager } = signaturesOf(deviation)
  return {
    ...deviation.dates,
    ...stated('rapportör_underskrift', dayIn(reporter)),
    ...stated('chef.underskrift', dayIn(manager)),
  }
}

const fieldOf = (name: string): FieldPath => name.split('.')
