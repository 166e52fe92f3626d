import { decidingWordsOf, saysWho } from '../../model/deciding.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** Every att-sats stands under words that say who decides (archive format § 4). */
export const rule: Rule = {
  name: 'beslut-utan-beslutande',
  level: 'warning',
  states: {
    sv: 'Varje att-sats står under en rubrik eller mening som säger vem som beslutar.',
    en: 'Every att-sats stands under a heading or sentence that says who decides.',
  },
  because: {
    sv: 'Utan den som beslutar kan ett förslag, en önskan och ett beslut inte skiljas åt i efterhand.',
    en: 'Without those who decide, a proposal, a wish and a decision cannot be told apart afterwards.',
  },
  kinds: RECORDS,
  *check({ body }) {
    const told = new Set<number | undefined>()
    for (const decision of body.decisions) {
      if (decision.form !== 'att' || decision.decider !== undefined || told.has(decision.section)) continue
      told.add(decision.section)
      const words = decidingWordsOf(decision, body)
      if (words !== undefined && saysWho(words.text)) continue
      yield {
        at: { line: decision.line, mark: 'att' },
        says: {
          sv: 'Här står en att-sats, men inte vem som beslutar.',
          en: 'Here is an att-sats, but not who decides.',
        },
        advice: {
          sv: 'Skriv en rubrik ovanför den, till exempel `### Samverkansgruppen beslutar`.',
          en: 'Write a heading above it, such as `### Samverkansgruppen beslutar`.',
        },
        ...(words !== undefined && { level: 'note' as const }),
      }
    }
  },
  examples: [
    {
      shows: {
        sv: 'Två att-satser direkt under paragrafen',
        en: 'Two att-satser straight under the paragraph',
      },
      body: '## § 1 Rutinen\n\nRutinen är klar.\n\n**att** anta rutinen\n\n**att** sprida den.\n',
      finds: ['**att** anta rutinen'],
    },
    {
      shows: {
        sv: 'Rubriken säger att det är ett beslut men inte vems',
        en: 'The heading says that it is a decision but not whose',
      },
      body: '## § 1 Rutinen\n\n### Beslut\n\n**att** anta rutinen.\n',
      finds: ['**att** anta rutinen'],
    },
    {
      shows: { sv: 'En rubrik och en mening säger vem', en: 'A heading and a sentence say who' },
      body: '## § 1 Rutinen\n\n### Demogruppen beslutar\n\n**att** anta rutinen.\n\n## § 2 Planen\n\nDemogruppen beslutar därför\n\n**att** anta planen.\n\n## § 3 Listan\n\n### Demogruppen beslutar att\n\n**att** anta listan.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Ett uppdrag vars ansvariga börjar på att är ingen att-sats',
        en: 'A task whose owner begins with att is no att-sats',
      },
      body: '## § 1 Rutinen\n\n- [ ] Att åldras-gruppen: läsa rutinen (senast 2024-08-30)\n\nMötet öppnas. Att mötas är viktigt.\n',
      finds: [],
    },
  ],
}
