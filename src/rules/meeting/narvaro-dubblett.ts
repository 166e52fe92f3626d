import { type Attendee, meetingOf } from '../../model/meeting.js'
import { someone } from '../../model/names.js'
import { personKey } from '../../model/people.js'
import { MEETINGS, type Rule } from '../../model/rule.js'

/** Everybody stands once in the attendance, whatever name or id they are written by. */
export const rule: Rule = {
  name: 'narvaro-dubblett',
  level: 'error',
  states: {
    sv: 'Var och en står en gång i närvaron.',
    en: 'Everybody stands once in the attendance.',
  },
  because: {
    sv: 'Den som står två gånger räknas två gånger, och då stämmer varken närvaron eller beslutsmässigheten.',
    en: 'Whoever stands twice is counted twice, and then neither the attendance nor the quorum is right.',
  },
  kinds: MEETINGS,
  *check(document, surroundings) {
    const { present, others, absent, called, adjusters } = meetingOf(document)
    for (const list of [[...present, ...others], absent, called, adjusters]) {
      const seen = new Set<string>()
      for (const person of list) {
        const key = personKey(surroundings, person.name)
        if (seen.has(key)) {
          const who = someone(document, person.name)
          const where = listsOf(list, key, name => personKey(surroundings, name))
          yield {
            at: { field: person.field },
            says: {
              sv: `${who.sv} står två gånger i ${where.sv}.`,
              en: `${who.en} stands twice in ${where.en}.`,
            },
            advice: {
              sv: 'Ta bort den ena raden. Gäller de olika ärenden, skriv alla på samma rad: `ärenden: [4, 6]`.',
              en: 'Take out one of the lines. If they are for different items, write all on one line: `ärenden: [4, 6]`.',
            },
          }
        }
        seen.add(key)
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Två gånger i samma lista', en: 'Twice in the same list' },
      front: { närvarande: '[Alva Ask, Bo Berg, Cia Dahl, Bo Berg]' },
      finds: ['närvarande: [Alva Ask'],
    },
    {
      shows: {
        sv: 'Med namn i en lista och med id i en annan',
        en: 'By name in one list and by id in another',
      },
      front: { övriga: '[eva-falk, cia-dahl]' },
      finds: ['övriga: [eva-falk, cia-dahl]'],
    },
    {
      shows: {
        sv: 'Ordföranden står också bland de närvarande',
        en: 'The chair is also among those present',
      },
      finds: [],
    },
  ],
}

/** The fields in which somebody stands, in words. */
function listsOf(
  list: readonly Attendee[],
  key: string,
  keyOf: (name: string) => string,
): { readonly sv: string; readonly en: string } {
  const fields = [
    ...new Set(list.filter(({ name }) => keyOf(name) === key).map(({ field }) => `\`${field[0]}\``)),
  ]
  return { sv: fields.join(' och '), en: fields.join(' and ') }
}
