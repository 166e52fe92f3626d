import { deviationOf } from '../../model/deviation.js'
import { hasReached } from '../../model/deviation-steps.js'
import { saysNothing } from '../../model/fields.js'
import type { Rule } from '../../model/rule.js'

/** `åtgärder` holds what has been decided. What somebody proposes stands in the text, under Förslag till åtgärder. */
export const rule: Rule = {
  name: 'avvikelse-atgard-ar-forslag',
  level: 'warning',
  states: {
    sv: 'Fältet `åtgärder` har bara det som är beslutat; förslag står under `Förslag till åtgärder`.',
    en: 'The field `åtgärder` has only what is decided; proposals stand under `Förslag till åtgärder`.',
  },
  because: {
    sv: 'Sammanställningen räknar det som står i `åtgärder` som beslutat, och någon väntar sig att det blir gjort.',
    en: 'The report counts what stands in `åtgärder` as decided, and somebody expects it to be done.',
  },
  kinds: ['avvikelse'],
  *check(document) {
    const deviation = deviationOf(document)
    const { measures } = deviation
    if (measures.length === 0) return
    const isDecided = hasReached(deviation, 'beslutad') || !saysNothing(document.fields['beslutad'])
    if (!isDecided && deviation.solved !== 'lokalt' && measures.some(({ isDone }) => !isDone)) {
      yield {
        at: { field: ['åtgärder'], part: 'key' },
        says: {
          sv: 'Det står åtgärder, men avvikelsen har inte kommit till `beslutad`.',
          en: 'There are measures, but the deviation has not come to `beslutad`.',
        },
        advice: {
          sv: 'Är de beslutade: sätt `status: beslutad`. Är de förslag: flytta dem till texten under `## Förslag till åtgärder`.',
          en: 'If they are decided, set `status: beslutad`. If they are proposals, move them to the text under `## Förslag till åtgärder`.',
        },
      }
      return
    }
    for (const { index, what, isDone } of measures) {
      if (isDone || what === undefined || !PROPOSES.test(what)) continue
      yield {
        at: { field: ['åtgärder', index] },
        says: {
          sv: `Åtgärd ${index + 1} är skriven som ett förslag, inte som något som är beslutat.`,
          en: `Measure ${index + 1} is written as a proposal, not as something decided.`,
        },
        advice: {
          sv: 'Skriv vad som ska göras, till exempel "Ta fram en checklista". Är det inte beslutat: flytta det till `## Förslag till åtgärder`.',
          en: 'Write what is to be done, for example "Ta fram en checklista". If it is not decided, move it to `## Förslag till åtgärder`.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Åtgärder innan något är beslutat', en: 'Measures before anything is decided' },
      typ: 'avvikelse',
      front: { åtgärder: '[{vad: Ta fram en checklista, ansvarig: Cia Dahl, senast: 2024-09-01}]' },
      finds: ['åtgärder: ['],
    },
    {
      shows: { sv: 'Skrivet som ett förslag', en: 'Written as a proposal' },
      typ: 'avvikelse',
      front: {
        status: 'beslutad',
        åtgärder:
          '\n  - {vad: Skolan föreslår en checklista, ansvarig: Cia Dahl}\n  - {vad: Regionen bör ringa skolan, ansvarig: Cia Dahl}\n  - {vad: Ta fram ett förslag till rutin, ansvarig: Bo Berg}',
      },
      finds: ['Skolan föreslår', 'Regionen bör'],
    },
    {
      shows: {
        sv: 'Beslutat, och att ta fram ett förslag är en åtgärd',
        en: 'Decided, and drawing up a proposal is a measure',
      },
      typ: 'avvikelse',
      front: {
        status: 'beslutad',
        åtgärder: '[{vad: Ta fram ett förslag till rutin, ansvarig: Bo Berg, senast: 2024-09-01}]',
      },
      finds: [],
    },
    {
      shows: {
        sv: 'Cheferna kom överens innan gruppen hann ta upp den',
        en: 'The managers agreed before the group took it up',
      },
      typ: 'avvikelse',
      front: {
        löses: 'lokalt',
        åtgärder: '[{vad: Ringa skolan samma dag, ansvarig: Cia Dahl, senast: 2024-09-01}]',
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

/** "föreslår", "bör", "förslag: …", "eventuellt …"; not "ta fram ett förslag". */
const PROPOSES =
  /^(?:förslag(?:et)?\s*(?::|är\s|om\s|till\s|att\s)|ev(?:entuellt|\.)\s)|(?<!\p{L})(?:föreslå[rs]?|föreslås|föreslogs|bör|borde|skulle\skunna)(?!\p{L})/iu
