import type { Call } from './command.js'
import { type Day, readDay } from './day.js'
import { UserError } from './failure.js'

/**
 * The day that an option names; absent when it is not given.
 * @throws UserError for what is no day.
 */
export function dayAsked(call: Call, option: string): Day | undefined {
  const given = call.value(option)
  const day = readDay(given)
  if (given === undefined || day !== undefined) return day
  throw new UserError(
    { sv: `\`--${option} ${given}\` är inget datum.`, en: `\`--${option} ${given}\` is not a date.` },
    { sv: 'Skriv det `2024-05-31`.', en: 'Write it `2024-05-31`.' },
  )
}
