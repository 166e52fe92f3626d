import type { Call } from './command.js'
import { type Day, readDay, whyNotADay } from './day.js'
import { UserError } from './failure.js'

/**
 * The day that an option names; absent when it is not given.
 * @throws UserError for what is no day.
 */
export function dayAsked(call: Call, option: string): Day | undefined {
  const given = call.value(option)
  const day = readDay(given)
  if (given === undefined || day !== undefined) return day
  throw notADay(option, given)
}

/** What an option is answered that should have been a day. */
export function notADay(option: string, given: string): UserError {
  const why = whyNotADay(given)
  return new UserError(
    {
      sv: `\`--${option} ${given}\` är inget datum${why === undefined ? '' : `: ${why.sv}`}.`,
      en: `\`--${option} ${given}\` is not a date${why === undefined ? '' : `: ${why.en}`}.`,
    },
    { sv: 'Skriv det som `2024-05-31`.', en: 'Write it like `2024-05-31`.' },
  )
}
