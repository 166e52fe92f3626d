import { daysAfter } from '../model/day.js'
import { nameOf } from '../model/document.js'
import { textOf } from '../model/fields.js'
import { groupsWith } from '../model/handover.js'
import { dayIn } from '../model/meeting.js'
import type { Reminder } from '../model/reminder.js'

/** Whoever reported a deviation gets an answer within the days that the archive has set. */
export const reminder: Reminder = {
  name: 'avvikelse-utan-svar',
  watches: {
    sv: 'avvikelser som närmar sig gränsen för svar',
    en: 'deviations near the limit for an answer',
  },
  *find(archive) {
    const limit = archive.settings.answerDays
    for (const deviation of archive.ofKind('avvikelse')) {
      const { fields, stage } = deviation
      const reported = dayIn(textOf(fields, 'rapporterad')) ?? dayIn(textOf(fields, 'mottagen'))
      if (reported === undefined || stage === 'final' || textOf(fields, 'återkopplad') !== undefined) continue
      const id = nameOf(deviation)
      yield {
        due: daysAfter(reported, limit),
        groups: groupsWith(fields),
        people: [],
        concerns: id,
        says: {
          sv: `${id} rapporterades ${reported} och har inte fått svar; gränsen är ${limit} dagar.`,
          en: `${id} was reported on ${reported} and has had no answer; the limit is ${limit} days.`,
        },
        command: `samverkan advance ${id}`,
      }
    }
  },
}
