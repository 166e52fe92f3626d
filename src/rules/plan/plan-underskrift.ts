import { isFields, listOf, textOf } from '../../model/fields.js'
import type { Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'

/** A plan that holds is signed, each signature has its day, and the child or a guardian is among those who sign. Seed S3. */
export const rule: Rule = {
  name: 'plan-underskrift',
  level: { draft: undefined, review: 'warning', final: 'warning' },
  states: {
    sv: 'En gällande plan är undertecknad: parterna med namn, barnet eller vårdnadshavaren med roll, alla med dag.',
    en: 'A plan that holds is signed: the parties by name, the child or the guardian by role, all with a day.',
  },
  because: {
    sv: 'Underskriften är det som gör planen till ett löfte som alla har gett.',
    en: 'It is the signature that makes the plan a promise that all have given.',
  },
  kinds: ['genomförandeplan'],
  *check({ fields }) {
    const signatures = listOf(fields, 'underskrifter')
    if (signatures.length === 0) {
      yield {
        at: { field: ['underskrifter'], part: 'key' },
        says: { sv: 'Ingen har undertecknat planen.', en: 'Nobody has signed the plan.' },
        advice: ADVICE,
      }
      return
    }
    for (const [index, each] of signatures.entries()) {
      if (!isFields(each) || textOf(each, 'datum') !== undefined) continue
      yield {
        at: { field: ['underskrifter', index] },
        says: {
          sv: `Underskrift ${index + 1} har ingen dag.`,
          en: `Signature ${index + 1} has no day.`,
        },
        advice: { sv: 'Skriv `datum: ÅÅÅÅ-MM-DD`.', en: 'Write `datum: YYYY-MM-DD`.' },
      }
    }
    const roles = signatures.filter(isFields).flatMap(each => textOf(each, 'roll') ?? [])
    if (roles.some(role => FAMILY.test(role))) return
    yield {
      at: { field: ['underskrifter'], part: 'key' },
      says: {
        sv: 'Varken barnet, den unge eller någon vårdnadshavare har undertecknat planen.',
        en: 'Neither the child, the young person nor any guardian has signed the plan.',
      },
      advice: ADVICE,
    }
  },
  examples: [
    {
      shows: { sv: 'Ingen har undertecknat', en: 'Nobody has signed' },
      typ: 'genomförandeplan',
      front: { underskrifter: undefined },
      finds: ['---'],
    },
    {
      shows: {
        sv: 'Familjen har inte undertecknat, och en underskrift saknar dag',
        en: 'The family has not signed, and a signature has no day',
      },
      typ: 'genomförandeplan',
      front: { underskrifter: '\n  - {person: Bo Berg}\n  - {person: Cia Dahl, datum: 2024-03-01}' },
      finds: ['underskrifter:', '- {person: Bo Berg}'],
    },
    {
      shows: { sv: 'Parterna och vårdnadshavaren', en: 'The parties and the guardian' },
      typ: 'genomförandeplan',
      finds: [],
    },
    {
      shows: { sv: 'Den unge själv', en: 'The young person' },
      typ: 'genomförandeplan',
      front: { underskrifter: '[{person: Bo Berg, datum: 2024-03-01}, {roll: den unge, datum: 2024-03-01}]' },
      finds: [],
    },
  ],
}

const ADVICE: Said = {
  sv: 'Skriv vilka som har undertecknat: `underskrifter: [{person: Förnamn Efternamn, datum: ÅÅÅÅ-MM-DD}, {roll: vårdnadshavare, datum: ÅÅÅÅ-MM-DD}]`. Barnet och vårdnadshavarna står bara med sin roll.',
  en: 'Write who have signed: `underskrifter: [{person: First Last, datum: YYYY-MM-DD}, {roll: vårdnadshavare, datum: YYYY-MM-DD}]`. The child and the guardians stand by their roles only.',
}

const FAMILY = /barn|ung|vårdnad|förälder|mamma|pappa|mor\b|far\b|god man|myndig/i
