import { deviationOf, type Measure } from '../../model/deviation.js'
import type { Finding } from '../../model/diagnostic.js'
import type { Rule } from '../../model/rule.js'
import { enumerated } from '../../model/said.js'

/**
 * Every decided measure has somebody who sees to it and a day, and is done by that day and before the deviation is closed.
 * That none at all is done in a closed one is said by `krav-uppfyllt-ej`.
 */
export const rule: Rule = {
  name: 'avvikelse-atgard',
  level: 'warning',
  states: {
    sv: 'Varje beslutad åtgärd har `ansvarig` och `senast`, är klar i tid, och är klar när avvikelsen avslutas.',
    en: 'Every decided measure has `ansvarig` and `senast`, is done in time, and is done when the deviation is closed.',
  },
  because: {
    sv: 'En åtgärd som ingen ansvarar för blir inte gjord, och då händer samma sak igen.',
    en: 'A measure that nobody answers for is not carried out, and then the same thing happens again.',
  },
  kinds: ['avvikelse'],
  *check(document, { today }) {
    const { measures, status } = deviationOf(document)
    const isClosed = status === 'avslutad' && measures.some(({ isDone }) => isDone)
    for (const measure of measures) {
      yield* incomplete(measure)
      if (measure.isDone) continue
      if (isClosed) yield open(measure)
      else if (status !== 'avslutad' && measure.due !== undefined && measure.due < today) yield late(measure)
    }
  },
  examples: [
    {
      shows: { sv: 'En åtgärd utan ansvarig och datum', en: 'A measure with neither owner nor date' },
      typ: 'avvikelse',
      front: { status: 'beslutad', åtgärder: '\n  - {vad: Ta fram en checklista}\n  - Sprida den' },
      finds: ['- {vad: Ta fram en checklista}', '- Sprida den'],
    },
    {
      shows: { sv: 'Avslutad med en öppen åtgärd', en: 'Closed with an open measure' },
      typ: 'avvikelse',
      front: {
        status: 'avslutad',
        åtgärder:
          '\n  - {vad: Ta fram en checklista, ansvarig: Cia Dahl, senast: 2024-05-30, klar: 2024-05-28}\n  - {vad: Sprida den, ansvarig: Bo Berg, senast: 2024-09-01}',
      },
      finds: ['- {vad: Sprida den'],
    },
    {
      shows: { sv: 'Dagen har passerat', en: 'The day has passed' },
      typ: 'avvikelse',
      front: {
        status: 'beslutad',
        åtgärder: '\n  - {vad: Ta fram en checklista, ansvarig: Cia Dahl, senast: 2024-06-09}',
      },
      finds: ['- {vad: Ta fram en checklista'],
    },
    {
      shows: {
        sv: 'En åtgärd som har tid kvar, och en som blev klar utan att ha fått någon dag',
        en: 'A measure that has time left, and one that was done without having had a day',
      },
      typ: 'avvikelse',
      front: {
        status: 'beslutad',
        åtgärder:
          '\n  - {vad: Ta fram en checklista, ansvarig: Cia Dahl, senast: 2024-06-10}\n  - {vad: Sprida den, ansvarig: {namn: Åke Ström}, klar: 2024-06-01}',
      },
      finds: [],
    },
    {
      shows: { sv: 'Inga åtgärder', en: 'No measures' },
      typ: 'avvikelse',
      finds: [],
    },
  ],
}

function* incomplete({ index, hasOwner, due, isDone }: Measure): Iterable<Finding> {
  const lacking = [...(hasOwner ? [] : ['`ansvarig`']), ...(due === undefined && !isDone ? ['`senast`'] : [])]
  if (lacking.length === 0) return
  const lacks = enumerated(lacking)
  yield {
    at: { field: ['åtgärder', index] },
    says: { sv: `Åtgärd ${index + 1} saknar ${lacks.sv}.`, en: `Measure ${index + 1} lacks ${lacks.en}.` },
    advice: {
      sv: 'Skriv `{vad: …, ansvarig: Förnamn Efternamn, senast: ÅÅÅÅ-MM-DD}`.',
      en: 'Write `{vad: …, ansvarig: First Last, senast: YYYY-MM-DD}`.',
    },
  }
}

const open = ({ index }: Measure): Finding => ({
  at: { field: ['åtgärder', index] },
  says: {
    sv: `Avvikelsen är avslutad, men åtgärd ${index + 1} är inte klar.`,
    en: `The deviation is closed, but measure ${index + 1} is not done.`,
  },
  advice: {
    sv: 'Skriv `klar: ÅÅÅÅ-MM-DD` om den är gjord. Vänta annars med att avsluta.',
    en: 'Write `klar: YYYY-MM-DD` if it is done. If not, wait with closing.',
  },
})

const late = ({ index, due }: Measure): Finding => ({
  at: { field: ['åtgärder', index] },
  says: {
    sv: `Åtgärd ${index + 1} skulle vara klar ${due} och är inte klar.`,
    en: `Measure ${index + 1} was to be done by ${due} and is not done.`,
  },
  advice: {
    sv: 'Skriv `klar: ÅÅÅÅ-MM-DD` om den är gjord. Fråga annars den som ansvarar, och ta upp vid nästa möte vad som behövs.',
    en: 'Write `klar: YYYY-MM-DD` if it is done. If not, ask whoever answers for it, and take up at the next meeting what is needed.',
  },
})
