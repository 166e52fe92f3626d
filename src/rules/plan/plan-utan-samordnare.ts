import { hasCoordinator } from '../../model/plan-facts.js'
import type { Rule } from '../../model/rule.js'

/** Somebody coordinates a plan that holds. Seed S3: "En samordnare utses." */
export const rule: Rule = {
  name: 'plan-utan-samordnare',
  level: { draft: undefined, review: 'warning', final: 'warning' },
  states: {
    sv: 'En gällande plan har en samordnare i `samordnare`.',
    en: 'A plan that holds has a coordinator in `samordnare`.',
  },
  because: {
    sv: 'Utan samordnare får familjen ringa runt själv, och uppföljningen blir av när någon råkar minnas den.',
    en: 'Without a coordinator the family has to ring round by itself, and the follow-up happens when somebody chances to remember it.',
  },
  kinds: ['genomförandeplan'],
  *check(document) {
    if (hasCoordinator(document)) return
    yield {
      at: { field: ['samordnare'] },
      says: { sv: 'Planen har ingen samordnare.', en: 'The plan has no coordinator.' },
      advice: {
        sv: 'Utse en samordnare och skriv `samordnare: Förnamn Efternamn`.',
        en: 'Appoint a coordinator and write `samordnare: First Last`.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Ingen samordnare', en: 'No coordinator' },
      typ: 'genomförandeplan',
      front: { samordnare: undefined },
      finds: ['---'],
    },
    {
      shows: { sv: 'Planen har en samordnare', en: 'The plan has a coordinator' },
      typ: 'genomförandeplan',
      finds: [],
    },
    {
      shows: { sv: 'Ett utkast får vänta', en: 'A draft may wait' },
      typ: 'genomförandeplan',
      front: { status: 'utkast', samordnare: undefined },
      finds: [],
    },
  ],
}
