import { meetingOf } from '../../model/meeting.js'
import { someone } from '../../model/names.js'
import { isSamePerson } from '../../model/people.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** Chair and secretary are two people. Seed S2: one person is chair, secretary and presenter. */
export const rule: Rule = {
  name: 'ordforande-ar-sekreterare',
  level: 'note',
  states: {
    sv: 'Ordföranden och sekreteraren är två personer.',
    en: 'The chair and the secretary are two people.',
  },
  because: {
    sv: 'Den som leder mötet hinner sällan skriva, och ingen annan ser då vad som antecknas.',
    en: 'Who leads the meeting seldom has time to write, and nobody else then sees what is noted.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const { chair, secretary } = meetingOf(document)
    if (
      chair === undefined ||
      secretary === undefined ||
      !isSamePerson(surroundings, chair.name, secretary.name)
    )
      return
    const who = someone(document, secretary.name)
    yield {
      at: { field: ['sekreterare'] },
      says: {
        sv: `${who.sv} är både ordförande och sekreterare.`,
        en: `${who.en} is both chair and secretary.`,
      },
      advice: {
        sv: 'Be någon annan skriva nästa gång. Är det en felskrivning, rätta ett av fälten.',
        en: 'Ask somebody else to write next time. If it is a slip, correct one of the fields.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Ordföranden skrev själv', en: 'The chair wrote the minutes' },
      front: { sekreterare: 'alva-ask' },
      finds: ['sekreterare: alva-ask'],
    },
    {
      shows: { sv: 'Två personer', en: 'Two people' },
      finds: [],
    },
  ],
}
