import type { Rule } from '../../model/rule.js'

/** Front matter is YAML behind a bare `---`; nothing in it is ever run (gray-matter #131). Archive format § 3. */
export const rule: Rule = {
  name: 'front-matter-korbar',
  level: 'error',
  unreadable: true,
  exempt: 'never',
  states: {
    sv: 'Första raden är `---` och ingenting mer.',
    en: 'The first line is `---` and nothing more.',
  },
  because: {
    sv: 'Ett ord efter strecken kan få andra program att köra huvudet som ett program. Här läses det aldrig, och filen får inte finnas i arkivet.',
    en: 'A word after the hyphens can make other programs run the front matter as a program. Here it is never read, and the file may not be in the archive.',
  },
  *check({ faults }) {
    for (const { name, at } of faults) {
      if (name !== 'front-matter-executable') continue
      yield {
        at,
        says: {
          sv: 'Första raden säger att huvudet är skrivet i något annat än YAML. Det läses inte och körs inte.',
          en: 'The first line says that the front matter is something other than YAML. It is neither read nor run.',
        },
        advice: {
          sv: 'Skriv `---` ensamt på första raden. Vet du inte var raden kommer ifrån: fråga den som lade in filen innan du öppnar den i något annat program.',
          en: 'Write `---` alone on the first line. If you do not know where the line comes from, ask whoever added the file before opening it in another program.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Ett huvud i JavaScript', en: 'Front matter in JavaScript' },
      text: '---js\n{ id: "PROT-demo-2024-05-23" }\n---\n',
      finds: ['---js'],
    },
    {
      shows: { sv: 'Ett huvud i TOML', en: 'Front matter in TOML' },
      text: '+++\nid = "PROT-demo-2024-05-23"\n+++\n',
      finds: ['+++'],
    },
    {
      shows: { sv: 'Bara streck på första raden', en: 'Nothing but hyphens on the first line' },
      finds: [],
    },
  ],
}
