import type { Rule } from '../../model/rule.js'

/** An exemption says why. That its rule exists, may be exempted and has something to say, only the engine knows. */
export const rule: Rule = {
  name: 'undantag',
  level: 'warning',
  states: {
    sv: 'Ett undantag från en regel säger varför, och behövs.',
    en: 'An exemption from a rule says why, and is needed.',
  },
  because: {
    sv: 'Den som läser om ett år ska förstå varför regeln inte gäller just där; ett undantag utan skäl är bara en avstängd varning.',
    en: 'Whoever reads this in a year is to understand why the rule does not hold there; an exemption without a reason is only a silenced warning.',
  },
  *check({ body }) {
    for (const { text, line } of body.comments) {
      const written = /^samverkan-undantag\b\s*([\p{Ll}\d-]{0,60})\s*(:\s*\S)?/u.exec(text)
      if (written === null || written[2] !== undefined) continue
      const rule = written[1] || 'uppdrag-utan-datum'
      yield {
        at: { line },
        says: {
          sv: 'Undantaget har inget skäl och gäller inte.',
          en: 'The exemption has no reason and does not hold.',
        },
        advice: {
          sv: `Skriv regeln och skälet med ett kolon emellan: \`<!-- samverkan-undantag ${rule}: löpande uppdrag -->\`.`,
          en: `Write the rule and the reason with a colon between: \`<!-- samverkan-undantag ${rule}: continuous action -->\`.`,
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Ett undantag utan skäl', en: 'An exemption without a reason' },
      body: '## § 1 Läget\n\n<!-- samverkan-undantag undantag -->\n\nDan Ek berättar.\n',
      finds: ['<!-- samverkan-undantag'],
    },
    {
      shows: { sv: 'En vanlig kommentar', en: 'A common comment' },
      body: '## § 1 Läget\n\n<!-- Därför: undantag behövs inte. -->\n\nDan Ek berättar.\n',
      finds: [],
    },
  ],
}
