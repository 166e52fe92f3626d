import { deviationOf } from '../../model/deviation.js'
import { backwardDates, futureDates } from '../../model/deviation-dates.js'
import type { Rule } from '../../model/rule.js'

/** The dates of a deviation come in the order of its steps, and none of them lies ahead. */
export const rule: Rule = {
  name: 'avvikelse-datum',
  level: 'warning',
  states: {
    sv: 'Avvikelsens datum kommer i stegens ordning: händelse, rapport, mottagande, analys, svar, uppföljning, avslut. Inget av dem ligger i framtiden.',
    en: 'The dates of a deviation come in the order of its steps: event, report, receipt, analysis, answer, follow-up, closure. None of them lies ahead.',
  },
  because: {
    sv: 'Ett felskrivet år gör att svarstiden inte kan räknas, och avvikelsen hamnar under fel år i sammanställningen.',
    en: 'A mistyped year keeps the time to answer from being counted, and puts the deviation under the wrong year in the report.',
  },
  kinds: ['avvikelse'],
  *check(document, { today }) {
    const deviation = deviationOf(document)
    for (const { field, after, day, first } of backwardDates(deviation)) {
      const name = field.join('.')
      yield {
        at: { field },
        says: {
          sv: `\`${name}\` (${day}) ligger före \`${after}\` (${first}).`,
          en: `\`${name}\` (${day}) lies before \`${after}\` (${first}).`,
        },
        advice: {
          sv: 'Rätta den dag som är felskriven; se särskilt efter året.',
          en: 'Correct the day that is mistyped; look at the year above all.',
        },
      }
    }
    const [ahead] = futureDates(deviation, today)
    if (ahead !== undefined) {
      const { field, day } = ahead
      yield {
        at: { field },
        says: {
          sv: `\`${field.join('.')}\` är ${day}, som inte har varit än.`,
          en: `\`${field.join('.')}\` is ${day}, which has not been yet.`,
        },
        advice: {
          sv: 'Rätta dagen, eller ta bort den tills steget är taget.',
          en: 'Correct the day, or take it away until the step is taken.',
        },
      }
    }
  },
  examples: [
    {
      shows: {
        sv: 'Rapporterad innan det hände, och undertecknad året före',
        en: 'Reported before it happened, and signed the year before',
      },
      typ: 'avvikelse',
      front: { rapporterad: '2024-03-04', rapportör_underskrift: '2023-04-04' },
      finds: ['rapporterad: 2024-03-04', 'rapportör_underskrift: 2023-04-04'],
    },
    {
      shows: { sv: 'Mottagen ett år fram', en: 'Received a year ahead' },
      typ: 'avvikelse',
      front: { mottagen: '2025-04-05' },
      finds: ['mottagen: 2025-04-05'],
    },
    {
      shows: { sv: 'Avslutad före svaret', en: 'Closed before the answer' },
      typ: 'avvikelse',
      front: {
        status: 'avslutad',
        analyserad: '2024-04-20',
        återkopplad: '2024-05-24',
        avslutad: '2024-05-02',
      },
      finds: ['avslutad: 2024-05-02'],
    },
    {
      shows: {
        sv: 'Cheferna talades vid före rapporten, och svaret kom före beslutet',
        en: 'The managers talked before the report, and the answer came before the decision',
      },
      typ: 'avvikelse',
      front: {
        status: 'återkopplad',
        chefskontakt: '2024-04-03',
        analyserad: '2024-04-20',
        återkopplad: '2024-05-02',
        beslutad: '2024-05-23',
      },
      finds: [],
    },
    {
      shows: { sv: 'Rätt ordning', en: 'The right order' },
      typ: 'avvikelse',
      finds: [],
    },
  ],
}
