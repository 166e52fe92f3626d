import type { Period } from './period.js'
import type { Scope } from './report.js'

/** The stretch to compare with; none when it reaches into the period itself, for then the same things would be counted twice. */
export const stretchBefore = ({ period, before }: Scope): Period | undefined =>
  period === undefined || before === undefined || before.to >= period.from ? undefined : before
