import { meetingOf } from '../../model/meeting.js'
import { someone } from '../../model/names.js'
import { presenceAt } from '../../model/presence.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** Who wrote the minutes was at the meeting. Seeds S0 and S1: the secretary stands in no list. */
export const rule: Rule = {
  name: 'sekreterare-ej-narvarande',
  level: 'warning',
  states: {
    sv: 'Sekreteraren står bland dem som var med på mötet.',
    en: 'The secretary is among those who were at the meeting.',
  },
  because: {
    sv: 'Den som skrev var väl där: står hen inte i närvaron är antingen listan eller sekreteraren fel.',
    en: 'Who wrote the minutes was surely there: if they are not in the attendance, either the list or the secretary is wrong.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const { secretary } = meetingOf(document)
    const presence = presenceAt(document, surroundings)
    if (secretary === undefined || !presence.isStated || presence.participant(secretary.name) !== undefined)
      return
    const isAbsent = presence.absentee(secretary.name) !== undefined
    const who = someone(document, secretary.name)
    yield {
      at: { field: ['sekreterare'] },
      says: isAbsent
        ? {
            sv: `${who.sv} var sekreterare men står som frånvarande.`,
            en: `${who.en} was the secretary but is listed as absent.`,
          }
        : {
            sv: `${who.sv} var sekreterare men står inte i närvaron.`,
            en: `${who.en} was the secretary but is not in the attendance.`,
          },
      advice: {
        sv: 'Skriv sekreteraren under `närvarande` eller `övriga`, eller rätta vem som var sekreterare.',
        en: 'Write the secretary under `närvarande` or `övriga`, or correct who was the secretary.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Sekreteraren står inte i någon lista', en: 'The secretary stands in no list' },
      front: { sekreterare: 'Gun Hall' },
      finds: ['sekreterare: Gun Hall'],
    },
    {
      shows: { sv: 'Sekreteraren står som frånvarande', en: 'The secretary is listed as absent' },
      front: { sekreterare: 'Dan Ek' },
      finds: ['sekreterare: Dan Ek'],
    },
    {
      shows: { sv: 'Sekreteraren är närvarande', en: 'The secretary is present' },
      finds: [],
    },
    {
      shows: { sv: 'Ordföranden skriver själv', en: 'The chair writes the minutes' },
      front: { sekreterare: 'Alva Ask', närvarande: '[Bo Berg, Cia Dahl]' },
      finds: [],
    },
    {
      shows: {
        sv: 'Sekreteraren sitter med utan att vara ledamot',
        en: 'The secretary attends without being a member',
      },
      front: { sekreterare: 'Gun Hall', övriga: '[{person: Eva Falk, roll: föredragande}, Gun Hall]' },
      finds: [],
    },
  ],
}
