import { mayBeQuoted } from '../../model/document.js'
import { groupOf } from '../../model/group.js'
import { meetingOf } from '../../model/meeting.js'
import { TOP } from '../../model/place.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** The minutes say who wrote them. */
export const rule: Rule = {
  name: 'sekreterare-saknas',
  level: { draft: 'note', review: 'warning', final: 'error' },
  states: {
    sv: 'Det står vem som var sekreterare.',
    en: 'It says who was the secretary.',
  },
  because: {
    sv: 'Den som har en fråga om anteckningarna behöver veta vem som skrev dem.',
    en: 'Whoever has a question about the minutes needs to know who wrote them.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const { secretary, group } = meetingOf(document)
    if (secretary !== undefined) return
    const own = group === undefined ? undefined : surroundings.group(group)
    const usual = own === undefined ? undefined : groupOf(own).secretary
    yield {
      at: TOP,
      says: { sv: 'Det står inte vem som var sekreterare.', en: 'It does not say who was the secretary.' },
      advice:
        usual === undefined || !mayBeQuoted(document)
          ? { sv: 'Skriv `sekreterare: Förnamn Efternamn`.', en: 'Write `sekreterare: First Last`.' }
          : {
              sv: `Skriv \`sekreterare: ${usual}\`, eller den som skrev den här gången.`,
              en: `Write \`sekreterare: ${usual}\`, or who wrote this time.`,
            },
    }
  },
  examples: [
    {
      shows: { sv: 'Ingen sekreterare', en: 'No secretary' },
      front: { sekreterare: undefined },
      finds: ['---'],
    },
    {
      shows: { sv: 'Anteckningar utan sekreterare', en: 'Minutes without a secretary' },
      typ: 'mötesanteckningar',
      front: { sekreterare: '' },
      finds: ['---'],
    },
    {
      shows: { sv: 'Sekreteraren är nämnd', en: 'The secretary is named' },
      finds: [],
    },
  ],
}
