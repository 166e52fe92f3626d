import { type Day, daysAfter } from './day.js'
import type { Deviation } from './deviation.js'
import { STEPS, type Step } from './deviation-step.js'
import { fieldsOf, listOf, saysNothing, stated, textOf } from './fields.js'
import type { Settings } from './settings.js'

/** True when a deviation has come as far as a step, whether or not the step has its date. */
export const hasReached = ({ status }: Deviation, step: Step): boolean =>
  placeOf(status) >= STEPS.indexOf(step)

/** True when a report has come in, so that what a report must have can be asked of it. One that is observed needs none of it. */
export const isReported = (deviation: Deviation): boolean =>
  deviation.origin === 'inkommen' && hasReached(deviation, 'rapporterad')

/**
 * The steps whose dates a deviation must have at a status and has not, in their order. One that nobody has reported needs no
 * day of a report. Parties may agree on measures without a decision, so `beslutad` is asked of that status alone; the meeting
 * that dealt with it gives the day too.
 */
export function undatedSteps(deviation: Deviation, status: string | undefined): readonly Step[] {
  const { fields } = deviation.document
  return STEPS.slice(1, placeOf(status) + 1).filter(step => {
    if (!saysNothing(fields[step])) return false
    if (step === 'rapporterad') return deviation.origin !== 'observerad'
    return step !== 'beslutad' || (status === step && !saysWhereHandled(deviation))
  })
}

/** True when it names a meeting that dealt with it. */
export const saysWhereHandled = ({ document }: Deviation): boolean =>
  listOf(fieldsOf(document.fields, 'länkar'), 'behandlas_i').length > 0

/** The last day to answer a report; absent where it does not say when it came in. Days of the limit from the settings. */
export function lastDayToAnswer({ dates }: Deviation, { answerDays }: Settings): Day | undefined {
  return dates.rapporterad === undefined ? undefined : daysAfter(dates.rapporterad, answerDays)
}

/** When a report was signed, as written: by whoever wrote it and by the nearest manager (Seed S3). Absent where it is not. */
export interface Signatures {
  readonly reporter?: string
  readonly manager?: string
}

/** The signatures of a deviation. */
export const signaturesOf = ({ document: { fields } }: Deviation): Signatures => ({
  ...stated('reporter', textOf(fields, 'rapportör_underskrift')),
  ...stated('manager', textOf(fieldsOf(fields, 'chef'), 'underskrift')),
})

/** The place of a status among the steps; before them all for `observerad` and for what is no status. */
const placeOf = (status: string | undefined): number =>
  STEPS.findIndex((step, at) => at > 0 && step === status)
