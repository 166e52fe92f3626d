import { TOP } from '../../model/place.js'
import { guardiansViewIn } from '../../model/plan-facts.js'
import type { Rule } from '../../model/rule.js'

/** A plan says what the guardians think of it, or why that is not known. */
export const rule: Rule = {
  name: 'plan-vardnadshavarens-rost-saknas',
  level: { draft: undefined, review: 'warning', final: 'warning' },
  states: {
    sv: 'En plan berättar vad vårdnadshavarna tycker, under `Vårdnadshavarens uppfattning`.',
    en: 'A plan tells what the guardians think, under `Vårdnadshavarens uppfattning`.',
  },
  because: {
    sv: 'Det är vårdnadshavarna som ska leva med planen. Är de inte med på den blir den inte av.',
    en: 'It is the guardians who are to live with the plan. If they are not with it, it does not happen.',
  },
  kinds: ['genomförandeplan'],
  *check(document) {
    if (guardiansViewIn(document) === 'recorded') return
    yield {
      at: TOP,
      says: {
        sv: 'Det står inte vad vårdnadshavarna tycker om planen.',
        en: 'It does not say what the guardians think of the plan.',
      },
      advice: {
        sv: 'Fråga, och skriv svaret under `## Vårdnadshavarens uppfattning`. Är den unge myndig, eller har de inte kunnat nås: skriv det.',
        en: 'Ask, and write the answer under `## Vårdnadshavarens uppfattning`. If the young person is of age, or they could not be reached, write that.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Avsnittet saknas', en: 'The section is missing' },
      typ: 'genomförandeplan',
      body: '## Barnets/den unges uppfattning\n\nBarnet vill ha korta möten.\n',
      finds: ['---'],
    },
    {
      shows: { sv: 'Vårdnadshavaren har kommit till tals', en: 'The guardian has been heard' },
      typ: 'genomförandeplan',
      finds: [],
    },
    {
      shows: { sv: 'Den unge är myndig', en: 'The young person is of age' },
      typ: 'genomförandeplan',
      body: '## Vårdnadshavarens uppfattning\n\nDen unge är myndig.\n',
      finds: [],
    },
  ],
}
