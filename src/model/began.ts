import type { Day } from './day.js'
import { beganOn } from './deviation-step.js'
import { type Fields, textOf } from './fields.js'
import { dayIn } from './meeting.js'
import { MEETINGS } from './rule.js'

/** The day of a meeting, or the first of the days that a deviation goes through, from the fields of a document. */
export const began = (typ: string | undefined, fields: Fields): Day | undefined =>
  MEETINGS.some(meeting => meeting === typ) ? dayIn(textOf(fields, 'datum')) : beganOn(fields)
