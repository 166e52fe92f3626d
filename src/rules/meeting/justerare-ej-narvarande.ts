import { meetingOf } from '../../model/meeting.js'
import { someone } from '../../model/names.js'
import { presenceAt } from '../../model/presence.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** Who adjusts the minutes was at the meeting. */
export const rule: Rule = {
  name: 'justerare-ej-narvarande',
  level: 'error',
  states: {
    sv: 'Varje justerare var med på mötet.',
    en: 'Every adjuster was at the meeting.',
  },
  because: {
    sv: 'Justeraren intygar att protokollet stämmer, och det kan bara den som var där.',
    en: 'The adjuster certifies that the protocol is right, and only someone who was there can do that.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const { adjusters } = meetingOf(document)
    const presence = presenceAt(document, surroundings)
    if (!presence.isStated) return
    for (const { name, field } of adjusters) {
      if (presence.participant(name) !== undefined) continue
      const isAbsent = presence.absentee(name) !== undefined
      const who = someone(document, name)
      yield {
        at: { field },
        says: isAbsent
          ? {
              sv: `${who.sv} är justerare men står som frånvarande.`,
              en: `${who.en} is an adjuster but is listed as absent.`,
            }
          : {
              sv: `${who.sv} är justerare men står inte i närvaron.`,
              en: `${who.en} is an adjuster but is not in the attendance.`,
            },
        advice: {
          sv: 'Utse en justerare som var med på mötet, eller rätta närvaron.',
          en: 'Choose an adjuster who was at the meeting, or correct the attendance.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Justeraren var frånvarande', en: 'The adjuster was absent' },
      front: { justerare: '[Dan Ek]' },
      finds: ['justerare: [Dan Ek]'],
    },
    {
      shows: { sv: 'Justeraren står inte i någon lista', en: 'The adjuster stands in no list' },
      front: { justerare: '\n  - Cia Dahl\n  - Gun Hall' },
      finds: ['- Gun Hall'],
    },
    {
      shows: { sv: 'Justeraren är närvarande', en: 'The adjuster is present' },
      finds: [],
    },
    {
      shows: {
        sv: 'Justeraren är felskriven eller står med förnamn i listan',
        en: 'The adjuster is misspelt or stands by first name in the list',
      },
      front: { justerare: '[Cia Dahl, Bo Berg]', närvarande: '[Alva Ask, Bo Bergh, Cia]' },
      finds: [],
    },
  ],
}
