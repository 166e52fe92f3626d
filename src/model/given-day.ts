import type { Call } from './command.js'
import { type Day, readDay } from './day.js'
import { UserError } from './failure.js'

/**
 * The day that `--date` gives; today when it is left out.
 * @throws UserError when it is no date.
 */
export function givenDay(call: Call, today: Day): Day {
  const given = call.value('date')
  const day = given === undefined ? today : readDay(given)
  if (day !== undefined) return day
  throw new UserError(
    { sv: `\`--date ${given}\` är inget datum.`, en: `\`--date ${given}\` is not a date.` },
    { sv: 'Skriv det `2024-05-31`.', en: 'Write it `2024-05-31`.' },
  )
}
