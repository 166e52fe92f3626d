import { isFields, listOf } from '../../model/fields.js'
import { followUpOf, isHeld } from '../../model/plan-follow-up.js'
import type { Rule } from '../../model/rule.js'

/** A plan that holds has a follow-up to come. Seed S3: the day of the first is set when the plan is made. */
export const rule: Rule = {
  name: 'plan-utan-uppfoljning',
  level: { draft: undefined, review: 'warning', final: 'warning' },
  states: {
    sv: 'En gällande plan har en uppföljning framför sig, med dag i `uppföljning`.',
    en: 'A plan that holds has a follow-up before it, with its day in `uppföljning`.',
  },
  because: {
    sv: 'En plan utan nästa uppföljning rinner ut i sanden, och ingen märker när insatserna upphör.',
    en: 'A plan without a next follow-up runs into the sand, and nobody notices when the measures end.',
  },
  kinds: ['genomförandeplan'],
  *check({ fields, status }, surroundings) {
    const state = status === 'gällande' ? followUpOf(fields, surroundings) : undefined
    if (state !== 'none' && state !== 'done') return
    if (state === 'done' && listOf(fields, 'uppföljning').some(each => isFields(each) && !isHeld(each)))
      return
    yield {
      at: { field: ['uppföljning'], part: 'key' },
      says:
        state === 'none'
          ? { sv: 'Planen har ingen dag för uppföljning.', en: 'The plan has no day for a follow-up.' }
          : {
              sv: 'Alla uppföljningar är genomförda, och ingen ny är bestämd.',
              en: 'All follow-ups have been held, and no new one is set.',
            },
      advice: {
        sv: 'Bestäm nästa uppföljning och skriv `uppföljning: [{datum: ÅÅÅÅ-MM-DD, sammankallande: Förnamn Efternamn}]`. Behövs planen inte längre: sätt `status: avslutad`.',
        en: 'Set the next follow-up and write `uppföljning: [{datum: YYYY-MM-DD, sammankallande: First Last}]`. If the plan is no longer needed, set `status: avslutad`.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Ingen uppföljning', en: 'No follow-up' },
      typ: 'genomförandeplan',
      front: { uppföljning: undefined },
      finds: ['---'],
    },
    {
      shows: { sv: 'Alla är genomförda', en: 'All have been held' },
      typ: 'genomförandeplan',
      front: { uppföljning: '[{datum: 2024-05-20, genomförd: true}]' },
      finds: ['uppföljning: ['],
    },
    {
      shows: { sv: 'En uppföljning återstår', en: 'One follow-up remains' },
      typ: 'genomförandeplan',
      front: { uppföljning: '[{datum: 2024-05-20, genomförd: true}, {datum: 2024-09-16, genomförd: false}]' },
      finds: [],
    },
    {
      shows: { sv: 'Planen är avslutad', en: 'The plan is closed' },
      typ: 'genomförandeplan',
      front: { status: 'avslutad', uppföljning: '[{datum: 2024-05-20, genomförd: true}]' },
      finds: [],
    },
  ],
}
