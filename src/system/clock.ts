import { type Day, dayOf } from '../model/day.js'

/** The day it is where the user sits. */
export function today(): Day {
  const now = new Date()
  const day = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
  if (day === undefined) throw new Error('The clock of the machine shows no day.')
  return day
}
