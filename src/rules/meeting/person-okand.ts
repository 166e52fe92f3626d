import type { Document } from '../../model/document.js'
import { groupOf, type Member } from '../../model/group.js'
import { type Attendee, meetingOf } from '../../model/meeting.js'
import { registeredNames, someone } from '../../model/names.js'
import { attendanceOf, isRegistered } from '../../model/people.js'
import { MEETINGS, type Rule } from '../../model/rule.js'

/** Who is named in the attendance or as a member is in the register, or is written as someone outside it. */
export const rule: Rule = {
  name: 'person-okand',
  level: 'warning',
  states: {
    sv: 'Den som står i närvaron finns i `register/personer.yaml`, eller skrivs `{namn: …}`.',
    en: 'Who stands in the attendance is in `register/personer.yaml`, or is written `{namn: …}`.',
  },
  because: {
    sv: 'Då räknas samma person som en, hur hen än skrivs, och ett felskrivet namn märks innan protokollet justeras.',
    en: 'Then one person counts as one, however they are written, and a wrong name is seen before the protocol is adjusted.',
  },
  kinds: [...MEETINGS, 'grupp'],
  *check(document, surroundings) {
    const { register } = surroundings
    if (register.people.length === 0) return
    const seen = new Set<string>()
    for (const { name, field, isOutsider } of namedIn(document)) {
      if (isOutsider === true || seen.has(name) || isRegistered(surroundings, name)) continue
      seen.add(name)
      // A misspelt name is for `namnvariant`.
      if (registeredNames(register).near(name) !== undefined) continue
      const who = someone(document, name)
      yield {
        at: { field },
        says: {
          sv: `${who.sv} finns inte i personregistret.`,
          en: `${who.en} is not in the register of people.`,
        },
        advice: {
          sv: 'Lägg in personen i `register/personer.yaml`. Är det någon utifrån, skriv `{namn: …, organisation: …}`.',
          en: 'Add the person to `register/personer.yaml`. For someone from outside, write `{namn: …, organisation: …}`.',
        },
      }
    }
  },
  examples: [
    {
      shows: {
        sv: 'En närvarande som registret inte känner',
        en: 'Somebody present whom the register does not know',
      },
      front: { närvarande: '[Alva Ask, Bo Berg, Cia Dahl, Ines Juhl]' },
      finds: ['närvarande: [Alva Ask'],
    },
    {
      shows: { sv: 'En okänd sekreterare', en: 'An unknown secretary' },
      front: { sekreterare: 'Kim Lod' },
      finds: ['sekreterare: Kim Lod'],
    },
    {
      shows: { sv: 'Någon utifrån är skriven som det', en: 'Someone from outside is written as such' },
      front: { övriga: '[{person: Eva Falk}, {namn: Ines Juhl, organisation: Skolverket}]' },
      finds: [],
    },
    {
      shows: { sv: 'Ett alias och ett id går också bra', en: 'An alias and an id will do too' },
      front: { övriga: '[Eva Falk Lind, fia-gran]' },
      finds: [],
    },
    {
      shows: { sv: 'Ett arkiv utan personregister', en: 'An archive without a register of people' },
      front: { sekreterare: 'Kim Lod' },
      files: { 'register/personer.yaml': undefined },
      finds: [],
    },
  ],
}

const namedIn = (document: Document): readonly (Attendee | Member)[] =>
  document.typ === 'grupp' ? groupOf(document).members : attendanceOf(meetingOf(document))
