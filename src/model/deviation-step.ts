import type { Day } from './day.js'
import { type Fields, textOf } from './fields.js'
import { dayIn } from './meeting.js'

/** The dates of a deviation in the order in which they come; all but the first are also statuses. */
export const STEPS = [
  'händelsedatum',
  'rapporterad',
  'mottagen',
  'chefskontakt',
  'analyserad',
  'beslutad',
  'återkopplad',
  'uppföljd',
  'avslutad',
] as const

/** One of the dates of a deviation. */
export type Step = (typeof STEPS)[number]

/** The place of a step among the dates; -1 for what is no step. */
export const stepNumber = (status: string | undefined): number => NAMES.indexOf(status ?? '')
const NAMES: readonly string[] = STEPS

/** The first of the days that the fields of a deviation state; absent when they state none. */
export function beganOn(fields: Fields): Day | undefined {
  let first: Day | undefined
  for (const step of STEPS) {
    const day = dayIn(textOf(fields, step))
    if (day !== undefined && (first === undefined || day < first)) first = day
  }
  return first
}
