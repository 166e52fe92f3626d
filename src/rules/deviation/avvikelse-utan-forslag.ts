import { deviationOf } from '../../model/deviation.js'
import { isReported } from '../../model/deviation-steps.js'
import { TOP } from '../../model/place.js'
import type { Rule } from '../../model/rule.js'
import { folded } from '../../model/text.js'

/** Whoever reports a deviation proposes how to keep it from happening again. Seed S3: "Rapportören ska komma med förslag". */
export const rule: Rule = {
  name: 'avvikelse-utan-forslag',
  level: { draft: undefined, review: 'warning', final: 'note' },
  states: {
    sv: 'Den som rapporterar en avvikelse lämnar ett förslag, och det står under `Förslag till åtgärder`.',
    en: 'Whoever reports a deviation makes a proposal, and it stands under `Förslag till åtgärder`.',
  },
  because: {
    sv: 'Med ett förslag har cheferna något att ta ställning till. Utan det blir mötet ett samtal om vems fel det var.',
    en: 'A proposal gives the managers something to take a stand on. Without it the meeting becomes a talk about whose fault it was.',
  },
  kinds: ['avvikelse'],
  *check(document) {
    const deviation = deviationOf(document)
    if (deviation.hasProposal || !isReported(deviation)) return
    const section = document.body.sections.find(({ title }) => folded(title) === 'förslag till åtgärder')
    yield {
      at: section === undefined ? TOP : { line: section.line },
      says: {
        sv: 'Rapporten har inget förslag till åtgärder.',
        en: 'The report makes no proposal of measures.',
      },
      advice: {
        sv: 'Be den som rapporterade om ett förslag, gärna om vad den egna verksamheten kan göra, och skriv det under `## Förslag till åtgärder`.',
        en: 'Ask whoever reported it for a proposal, preferably of what their own operation can do, and write it under `## Förslag till åtgärder`.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Avsnittet saknas', en: 'The section is missing' },
      typ: 'avvikelse',
      body: '## Beskrivning\n\nSkolan kallades inte till mötet.\n',
      finds: ['---'],
    },
    {
      shows: { sv: 'Avsnittet är tomt', en: 'The section is empty' },
      typ: 'avvikelse',
      body: '## Beskrivning\n\nSkolan kallades inte till mötet.\n\n## Förslag till åtgärder\n\n<!-- Vad föreslår den som rapporterar? -->\n',
      finds: ['## Förslag till åtgärder'],
    },
    {
      shows: { sv: 'Det finns ett förslag', en: 'There is a proposal' },
      typ: 'avvikelse',
      finds: [],
    },
    {
      shows: { sv: 'Observerad: ingen har rapporterat', en: 'Observed: nobody has reported' },
      typ: 'avvikelse',
      front: { status: 'observerad', ursprung: 'observerad' },
      body: '## Beskrivning\n\nBrev har hamnat fel.\n',
      finds: [],
    },
  ],
}
