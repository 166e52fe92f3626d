import type { Rule } from '../../model/rule.js'

/** Every document opens with front matter. Archive format § 3. */
export const rule: Rule = {
  name: 'front-matter-saknas',
  level: 'error',
  unreadable: true,
  states: {
    sv: 'Varje dokument börjar med ett huvud mellan två rader med `---`.',
    en: 'Every document begins with front matter between two lines of `---`.',
  },
  because: {
    sv: 'Utan huvud vet ingen vad filen är: den kan varken kontrolleras, hittas eller räknas.',
    en: 'Without front matter nobody knows what the file is: it can be neither checked, found nor counted.',
  },
  *check({ faults }) {
    for (const { name, at } of faults) {
      if (name !== 'front-matter-missing') continue
      yield {
        at,
        says: {
          sv: 'Filen börjar inte med raden `---`, så det finns inget huvud att läsa.',
          en: 'The file does not begin with the line `---`, so there is no front matter to read.',
        },
        advice: {
          sv: 'Skriv `---` ensamt på första raden, utan mellanslag, sedan fälten (`id`, `typ`, `titel` …) och `---` igen. Är filen inget dokument hör den hemma i `bilagor/`.',
          en: 'Write `---` alone on the first line, without spaces, then the fields (`id`, `typ`, `titel` …) and `---` again. A file that is no document belongs in `bilagor/`.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'En fil med bara text', en: 'A file with text alone' },
      text: '# Möte i maj\n\nAlva Ask öppnar mötet.\n',
      finds: ['# Möte i maj'],
    },
    {
      shows: { sv: 'En tom rad före huvudet', en: 'An empty line before the front matter' },
      text: '\n---\nid: PROT-demo-2024-05-23\ntyp: protokoll\n---\n',
      finds: [''],
    },
    {
      shows: { sv: 'Ett mellanslag efter strecken', en: 'A space after the hyphens' },
      text: '--- \nid: PROT-demo-2024-05-23\ntyp: protokoll\n---\n',
      finds: ['--- '],
    },
    {
      shows: { sv: 'Ett dokument med huvud', en: 'A document with front matter' },
      finds: [],
    },
  ],
}
