import { TOP } from '../../model/place.js'
import { childsViewIn } from '../../model/plan-facts.js'
import type { Rule } from '../../model/rule.js'

/** A plan says what the child or young person thinks of it, or why that is not known. */
export const rule: Rule = {
  name: 'plan-barnets-rost-saknas',
  level: { draft: undefined, review: 'warning', final: 'warning' },
  states: {
    sv: 'En plan berättar vad barnet eller den unge tycker, under `Barnets/den unges uppfattning`.',
    en: 'A plan tells what the child or young person thinks, under `Barnets/den unges uppfattning`.',
  },
  because: {
    sv: 'Planen är till för barnet. En plan som barnet inte har kommit till tals om är de vuxnas plan.',
    en: 'The plan is for the child. A plan in which the child has had no say is the plan of the adults.',
  },
  kinds: ['genomförandeplan'],
  *check(document) {
    if (childsViewIn(document) === 'recorded') return
    yield {
      at: TOP,
      says: {
        sv: 'Det står inte vad barnet eller den unge tycker om planen.',
        en: 'It does not say what the child or young person thinks of the plan.',
      },
      advice: {
        sv: 'Fråga, och skriv svaret under `## Barnets/den unges uppfattning`. Har barnet inte kommit till tals: skriv varför. Står svaret i det förseglade blocket: skriv att det står där.',
        en: 'Ask, and write the answer under `## Barnets/den unges uppfattning`. If the child has not been heard, write why. If the answer stands in the sealed block, write that it does.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Avsnittet saknas', en: 'The section is missing' },
      typ: 'genomförandeplan',
      body: '## Mål\n\nBarnet går till skolan.\n\n## Vårdnadshavarens uppfattning\n\nDet blir bra.\n',
      finds: ['---'],
    },
    {
      shows: { sv: 'Avsnittet är tomt', en: 'The section is empty' },
      typ: 'genomförandeplan',
      body: '## Barnets/den unges uppfattning\n\n<!-- Vad tycker barnet? -->\n',
      finds: ['---'],
    },
    {
      shows: { sv: 'Barnet har kommit till tals', en: 'The child has been heard' },
      typ: 'genomförandeplan',
      finds: [],
    },
    {
      shows: { sv: 'Det står i det förseglade blocket', en: 'It stands in the sealed block' },
      typ: 'genomförandeplan',
      body: '## Den unges uppfattning\n\nStår i det förseglade blocket.\n',
      finds: [],
    },
  ],
}
