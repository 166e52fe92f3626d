import { daysBetween } from '../../model/day.js'
import { deviationOf } from '../../model/deviation.js'
import { hasReached, isReported, lastDayToAnswer } from '../../model/deviation-steps.js'
import type { Rule } from '../../model/rule.js'

/**
 * Whoever reported a deviation gets an answer within the days of the settings (60 unless set). One that came late is a note:
 * nobody can do it over.
 */
export const rule: Rule = {
  name: 'avvikelse-aterkoppling-sen',
  level: { draft: undefined, review: 'warning', final: 'warning' },
  states: {
    sv: 'Den som rapporterade får svar inom det antal dagar som arkivet har satt (`avvikelse_svar_dagar`, annars 60).',
    en: 'Whoever reported it gets an answer within the days that the archive has set (`avvikelse_svar_dagar`, else 60).',
  },
  because: {
    sv: 'Den som aldrig får veta vad rapporten ledde till slutar rapportera.',
    en: 'Whoever never learns what the report led to stops reporting.',
  },
  kinds: ['avvikelse'],
  *check(document, { settings, today }) {
    const deviation = deviationOf(document)
    const last = lastDayToAnswer(deviation, settings)
    if (last === undefined || last >= today || !isReported(deviation)) return
    const { rapporterad, återkopplad } = deviation.dates
    if (rapporterad === undefined) return
    const days = settings.answerDays
    if (återkopplad === undefined) {
      if (hasReached(deviation, 'återkopplad')) return
      yield {
        at: { field: ['rapporterad'] },
        says: {
          sv: `Rapporten kom ${rapporterad} och har inte fått svar; sista dagen var ${last} (${days} dagar).`,
          en: `The report came on ${rapporterad} and has had no answer; the last day was ${last} (${days} days).`,
        },
        advice: {
          sv: 'Svara den som rapporterade, även om arbetet inte är färdigt: vad har gjorts och vad är planerat? Skriv dagen i `återkopplad`.',
          en: 'Answer whoever reported it, even if the work is not finished: what has been done and what is planned? Write the day in `återkopplad`.',
        },
      }
      return
    }
    if (återkopplad <= last) return
    yield {
      at: { field: ['återkopplad'] },
      level: 'note',
      says: {
        sv: `Svaret kom ${daysBetween(rapporterad, återkopplad)} dagar efter rapporten; gränsen är ${days} dagar.`,
        en: `The answer came ${daysBetween(rapporterad, återkopplad)} days after the report; the limit is ${days} days.`,
      },
      advice: {
        sv: 'Rätta dagen om den är felskriven. Ta annars upp på ett möte varför svaret dröjde.',
        en: 'Correct the day if it is mistyped. If not, take up at a meeting why the answer took so long.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Inget svar på två månader', en: 'No answer in two months' },
      typ: 'avvikelse',
      finds: ['rapporterad: 2024-04-04'],
    },
    {
      shows: { sv: 'Svaret kom för sent', en: 'The answer came too late' },
      typ: 'avvikelse',
      front: { status: 'återkopplad', återkopplad: '2024-06-07' },
      finds: ['återkopplad: 2024-06-07'],
    },
    {
      shows: { sv: 'Arkivet har satt en kortare tid', en: 'The archive has set a shorter time' },
      typ: 'avvikelse',
      files: { 'samverkan.yaml': 'version: 1\nnamn: Demo\nfrister: {avvikelse_svar_dagar: 14}\n' },
      today: '2024-04-20',
      finds: ['rapporterad: 2024-04-04'],
    },
    {
      shows: { sv: 'Sista dagen att svara', en: 'The last day to answer' },
      typ: 'avvikelse',
      today: '2024-06-03',
      finds: [],
    },
    {
      shows: { sv: 'Svar i tid', en: 'Answered in time' },
      typ: 'avvikelse',
      front: { status: 'återkopplad', återkopplad: '2024-06-03' },
      finds: [],
    },
    {
      shows: {
        sv: 'Det står inte när rapporten kom: det går inte att räkna',
        en: 'It does not say when the report came: nothing to count from',
      },
      typ: 'avvikelse',
      front: { rapporterad: undefined },
      finds: [],
    },
  ],
}
