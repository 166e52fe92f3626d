import { type Place, TOP } from '../../model/place.js'
import type { Rule } from '../../model/rule.js'

/** The front matter is closed by a line that is exactly `---`, and holds no other such line. Archive format § 3. */
export const rule: Rule = {
  name: 'front-matter-oavslutad',
  level: 'error',
  unreadable: true,
  states: {
    sv: 'Huvudet slutar med en rad som är exakt `---`.',
    en: 'The front matter ends with a line that is exactly `---`.',
  },
  because: {
    sv: 'Annars går det inte att se var huvudet slutar och texten börjar, och ingenting i filen blir läst.',
    en: 'Otherwise nobody can see where the front matter ends and the text begins, and nothing in the file is read.',
  },
  *check({ faults }) {
    for (const { name, at } of faults) {
      if (name !== 'front-matter-open') continue
      yield isFirstLine(at)
        ? {
            at: TOP,
            says: {
              sv: 'Huvudet börjar med `---` men slutar aldrig.',
              en: 'The front matter begins with `---` but never ends.',
            },
            advice: {
              sv: 'Skriv `---` ensamt på en rad efter det sista fältet, utan mellanslag före eller efter.',
              en: 'Write `---` alone on a line after the last field, without spaces before or after.',
            },
          }
        : {
            at,
            says: {
              sv: 'Mitt i huvudet står en rad som börjar med `---`, `...` eller `%`, och då går huvudet inte att läsa.',
              en: 'In the midst of the front matter a line begins with `---`, `...` or `%`, and so it cannot be read.',
            },
            advice: {
              sv: 'Ta bort raden. Är det slutet på huvudet ska där stå `---` och ingenting mer.',
              en: 'Take the line out. If it is the end of the front matter it is to be `---` and nothing more.',
            },
          }
    }
  },
  examples: [
    {
      shows: { sv: 'Huvudet slutar aldrig', en: 'The front matter never ends' },
      text: '---\nid: PROT-demo-2024-05-23\ntyp: protokoll\n\n# Möte\n',
      finds: ['---'],
    },
    {
      shows: {
        sv: 'Något mer på raden som ska sluta huvudet',
        en: 'Something more on the line that is to end it',
      },
      text: '---\nid: PROT-demo-2024-05-23\ntyp: protokoll\n---- slut\n\n# Möte\n\n---\n',
      finds: ['---- slut'],
    },
    {
      shows: { sv: 'Ett streck i texten är ingen gräns', en: 'A rule in the text is no fence' },
      body: '## § 1 Öppnande\n\nMötet öppnas.\n\n---\n\n## § 2 Övrigt\n\nInget.\n',
      finds: [],
    },
  ],
}

const isFirstLine = (at: Place): boolean => 'line' in at && at.line === 1
