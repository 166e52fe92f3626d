import { isFields, listOf, saysNothing, textOf } from '../../model/fields.js'
import type { Rule } from '../../model/rule.js'
import { enumerated, type Said } from '../../model/said.js'

/** Every measure of a plan says who answers for it and pays, who does it, and when it begins. */
export const rule: Rule = {
  name: 'insats-ofullstandig',
  level: { draft: undefined, review: 'warning', final: 'warning' },
  states: {
    sv: 'Varje insats har `huvudman`, `ansvarig`, `kostnadsansvar` och `start`.',
    en: 'Every measure has `huvudman`, `ansvarig`, `kostnadsansvar` and `start`.',
  },
  because: {
    sv: 'Det som ingen har tagit på sig ges inte, och frågan om vem som betalar kommer upp när barnet redan väntar.',
    en: 'What nobody has taken on is not given, and the question of who pays comes up when the child is already waiting.',
  },
  kinds: ['genomförandeplan'],
  *check({ fields }) {
    const measures = listOf(fields, 'insatser')
    if (measures.length === 0 && textOf(fields, 'form') !== 'SIP')
      yield {
        at: { field: ['insatser'], part: 'key' },
        says: { sv: 'Planen har inga insatser.', en: 'The plan has no measures.' },
        advice: ADVICE,
      }
    for (const [index, each] of measures.entries()) {
      if (!isFields(each)) continue
      const isByOther = textOf(each, 'annan_aktör') === 'true'
      const missing = ASKED.filter(
        name => saysNothing(each[name]) && !(isByOther && (name === 'huvudman' || name === 'kostnadsansvar')),
      )
      if (missing.length === 0) continue
      const names = enumerated(missing.map(name => `\`${name}\``))
      yield {
        at: { field: ['insatser', index] },
        says: {
          sv: `Insats ${index + 1} saknar ${names.sv}.`,
          en: `Measure ${index + 1} lacks ${names.en}.`,
        },
        advice: ADVICE,
      }
    }
  },
  examples: [
    {
      shows: { sv: 'En insats som ingen svarar för', en: 'A measure that nobody answers for' },
      typ: 'genomförandeplan',
      front: {
        insatser:
          '\n  - {vad: Familjestöd}\n  - {vad: Samtalskontakt, huvudman: Region Valland, ansvarig: Cia Dahl, start: 2024-03}',
      },
      finds: ['- {vad: Familjestöd}', '- {vad: Samtalskontakt'],
    },
    {
      shows: { sv: 'Inga insatser', en: 'No measures' },
      typ: 'genomförandeplan',
      front: { form: 'genomförandeplan', insatser: undefined },
      finds: ['---'],
    },
    {
      shows: { sv: 'Allt står där', en: 'All is there' },
      typ: 'genomförandeplan',
      finds: [],
    },
    {
      shows: { sv: 'Någon annan än huvudmännen', en: 'Somebody else than the principals' },
      typ: 'genomförandeplan',
      front: {
        insatser:
          '[{vad: Läxhjälp, ansvarig: {namn: Frivilligcentralen}, start: 2024-03, annan_aktör: true}]',
      },
      finds: [],
    },
    {
      shows: { sv: 'Ett utkast får vänta', en: 'A draft may wait' },
      typ: 'genomförandeplan',
      front: { status: 'utkast', insatser: '[{vad: Familjestöd}]' },
      finds: [],
    },
  ],
}

const ASKED = ['huvudman', 'ansvarig', 'kostnadsansvar', 'start'] as const

const ADVICE: Said = {
  sv: 'Skriv `{vad: …, huvudman: …, ansvarig: Förnamn Efternamn, kostnadsansvar: …, start: ÅÅÅÅ-MM-DD}`. Görs den av någon annan än kommunen eller regionen: `annan_aktör: true`.',
  en: 'Write `{vad: …, huvudman: …, ansvarig: First Last, kostnadsansvar: …, start: YYYY-MM-DD}`. If it is done by somebody else than the municipality or region: `annan_aktör: true`.',
}
