import { type Attendee, meetingOf, participantsOf } from '../../model/meeting.js'
import { someone } from '../../model/names.js'
import { personKey } from '../../model/people.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** Nobody is present and absent at once, and nobody is there together with the one who replaces them. */
export const rule: Rule = {
  name: 'narvaro-motsagelse',
  level: 'error',
  states: {
    sv: 'Den som står som frånvarande eller är ersatt står inte också som närvarande.',
    en: 'Whoever is listed as absent or replaced is not also listed as present.',
  },
  because: {
    sv: 'Närvaron avgör vem som var med och beslutade; en motsägelse kan ingen reda ut efteråt.',
    en: 'Attendance settles who took part in a decision; nobody can sort out a contradiction afterwards.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const meeting = meetingOf(document)
    const key = (name: string) => personKey(surroundings, name)
    const there = new Map<string, Attendee>()
    for (const person of participantsOf(meeting)) there.set(key(person.name), person)
    for (const absentee of meeting.absent) {
      // Absent for some § only: then the person was there for the others.
      if (!there.has(key(absentee.name)) || absentee.items !== undefined) continue
      const who = someone(document, absentee.name)
      yield {
        at: { field: absentee.field },
        says: {
          sv: `${who.sv} står både som närvarande och som frånvarande.`,
          en: `${who.en} is listed both as present and as absent.`,
        },
        advice: {
          sv: 'Ta bort personen ur en av listorna. Var personen med en del av mötet, skriv `{person: …, ärenden: [4, 5]}` bland de närvarande.',
          en: 'Take the person out of one of the lists. For part of the meeting, write `{person: …, ärenden: [4, 5]}` among those present.',
        },
      }
    }
    for (const substitute of participantsOf(meeting)) {
      const replaced = substitute.replaces === undefined ? undefined : there.get(key(substitute.replaces))
      if (replaced === undefined || replaced.items !== undefined || substitute.items !== undefined) continue
      const who = someone(document, replaced.name)
      yield {
        at: { field: [...substitute.field, 'ersätter'] },
        says: {
          sv: `${who.sv} är ersatt av någon annan men står också som närvarande.`,
          en: `${who.en} is replaced by somebody else but is also listed as present.`,
        },
        advice: {
          sv: 'Ta bort `ersätter`, flytta den ersatta till `frånvarande`, eller skriv vilka `ärenden` var och en var med vid.',
          en: 'Take out `ersätter`, move the replaced person to `frånvarande`, or write for which `ärenden` each of them was there.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Närvarande och frånvarande på en gång', en: 'Present and absent at once' },
      front: { frånvarande: '[Dan Ek, Cia Dahl]' },
      finds: ['frånvarande: [Dan Ek, Cia Dahl]'],
    },
    {
      shows: { sv: 'Ordföranden räknas som närvarande', en: 'The chair counts as present' },
      front: { närvarande: '[Bo Berg, Cia Dahl]', frånvarande: '[Dan Ek, Alva Ask]' },
      finds: ['frånvarande: [Dan Ek, Alva Ask]'],
    },
    {
      shows: { sv: 'Den som är ersatt sitter ändå med', en: 'The one who is replaced is there all the same' },
      front: {
        närvarande: '\n  - Alva Ask\n  - Bo Berg\n  - Cia Dahl\n  - {person: Eva Falk, ersätter: Cia Dahl}',
      },
      finds: ['ersätter: Cia Dahl'],
    },
    {
      shows: { sv: 'Var och en står på ett ställe', en: 'Everybody stands in one place' },
      front: {
        närvarande: '\n  - Alva Ask\n  - Bo Berg\n  - {person: Eva Falk, ersätter: Cia Dahl}',
        frånvarande: '[Dan Ek, Cia Dahl]',
      },
      finds: [],
    },
    {
      shows: { sv: 'Frånvarande vid ett enda ärende', en: 'Absent for one item only' },
      front: { frånvarande: '[Dan Ek, {person: Cia Dahl, ärenden: [4]}]' },
      finds: [],
    },
  ],
}
