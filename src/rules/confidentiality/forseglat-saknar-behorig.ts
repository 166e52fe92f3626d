import type { Document } from '../../model/document.js'
import { fieldsOf, textOf } from '../../model/fields.js'
import type { Rule } from '../../model/rule.js'
import type { Surroundings } from '../../model/surroundings.js'

/**
 * Somebody who is entitled can open a sealed block: the coordinator of a plan, otherwise anybody in the register, has a
 * public age key there. Archive format § 7: the key of a case is kept sealed to those entitled.
 */
export const rule: Rule = {
  name: 'forseglat-saknar-behorig',
  level: 'warning',
  states: {
    sv: 'Den som ska kunna öppna ett förseglat block har en öppen age-nyckel i registret (`nycklar`).',
    en: 'Whoever is to open a sealed block has a public age key in the register (`nycklar`).',
  },
  because: {
    sv: 'Ett block som ingen behörig kan öppna är förlorat den dag planen ska följas upp.',
    en: 'A block that nobody entitled can open is lost on the day the plan is to be followed up.',
  },
  *check(document, surroundings) {
    const block = document.body.code.find(({ info }) => info === 'age')
    if (block === undefined || hasEntitled(document, surroundings)) return
    const isPlan = document.typ === 'genomförandeplan'
    yield {
      at: { line: block.line },
      says: isPlan
        ? {
            sv: 'Planens samordnare har ingen age-nyckel i registret, och kan inte ges rätt att öppna det förseglade blocket.',
            en: 'The coordinator of the plan has no age key in the register, and cannot be entitled to open the sealed block.',
          }
        : {
            sv: 'Ingen i registret har en age-nyckel, så ingen kan ges rätt att öppna det förseglade blocket.',
            en: 'Nobody in the register has an age key, so nobody can be entitled to open the sealed block.',
          },
      advice: {
        sv: 'Låt den som är behörig skapa en nyckel med `age-keygen`, och skriv den öppna delen (`age1…`) under `nycklar` i `register/personer.yaml`.',
        en: 'Let whoever is entitled make a key with `age-keygen`, and write the public part (`age1…`) under `nycklar` in `register/personer.yaml`.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Samordnaren har ingen nyckel', en: 'The coordinator has no key' },
      typ: 'genomförandeplan',
      body: '```age\n-----BEGIN AGE ENCRYPTED FILE-----\nZXhlbXBlbA==\n-----END AGE ENCRYPTED FILE-----\n```\n',
      finds: ['```age'],
    },
    {
      shows: { sv: 'Samordnaren har en nyckel', en: 'The coordinator has a key' },
      typ: 'genomförandeplan',
      body: '```age\n-----BEGIN AGE ENCRYPTED FILE-----\nZXhlbXBlbA==\n-----END AGE ENCRYPTED FILE-----\n```\n',
      files: {
        'register/personer.yaml':
          'personer:\n  - {id: bo-berg, namn: Bo Berg, nycklar: [age1exempel0000000000000000000000000000000000000000000000000000]}\n',
      },
      finds: [],
    },
    {
      shows: { sv: 'Inget är förseglat', en: 'Nothing is sealed' },
      typ: 'genomförandeplan',
      body: '## Mål\n\nBarnet går till skolan.\n',
      finds: [],
    },
  ],
}

function hasEntitled({ typ, fields }: Document, { register }: Surroundings): boolean {
  const hasKey = (keys: readonly string[]): boolean => keys.some(key => key.startsWith('age1'))
  if (typ !== 'genomförandeplan') return register.people.some(({ keys }) => hasKey(keys))
  const name = textOf(fields, 'samordnare') ?? textOf(fieldsOf(fields, 'samordnare'), 'person') ?? ''
  return hasKey(register.person(name)?.keys ?? [])
}
