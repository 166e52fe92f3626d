import { actionName } from '../../model/action-name.js'
import type { Action } from '../../model/body.js'
import { type Document, mayBeQuoted } from '../../model/document.js'
import { dueIn, isNextMeeting } from '../../model/due.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'

/** Every action has a day on which it is to be done. Seed S0 § 6 b: somebody is to make contact, and nothing says when. */
export const rule: Rule = {
  name: 'uppdrag-utan-datum',
  level: { draft: 'note', review: 'warning', final: 'error' },
  states: {
    sv: 'Varje uppdrag har en dag då det ska vara klart.',
    en: 'Every action has a day by which it is to be done.',
  },
  because: {
    sv: 'Utan dag är uppdraget aldrig försenat, och då påminner ingenting om det.',
    en: 'Without a day the action is never late, and then nothing reminds anybody of it.',
  },
  kinds: RECORDS,
  *check(document) {
    for (const action of document.body.actions) {
      if (action.done) continue
      const says = wrongWith(action, document)
      if (says === undefined) continue
      yield {
        at: { line: action.line },
        says,
        advice: {
          sv: 'Skriv dagen sist på raden, till exempel `(senast 2024-11-13)`; en månad, en termin som `VT2025` eller `nästa möte` går också bra.',
          en: 'Write the day last on the line, for example `(senast 2024-11-13)`; a month, a term such as `VT2025` or `nästa möte` will do too.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Ingen dag alls', en: 'No day at all' },
      body: '## § 1 Skolfrånvaro\n\n- [ ] Bo Berg: ringa skolorna\n',
      finds: ['Bo Berg: ringa'],
    },
    {
      shows: { sv: 'Något som inte är en dag', en: 'Something that is not a day' },
      body: '## § 1 Skolfrånvaro\n\n- [ ] Bo Berg: ringa skolorna (senast vid tillfälle)\n- [ ] Cia Dahl: skriva till regionen (senast 2024-09-31)\n',
      finds: ['vid tillfälle', '2024-09-31'],
    },
    {
      shows: {
        sv: 'En dag, en månad, en termin eller nästa möte',
        en: 'A day, a month, a term or the next meeting',
      },
      body: '## § 1 Skolfrånvaro\n\n- [ ] Bo Berg: ringa (senast 2024-08-30)\n- [ ] Bo Berg: skriva (senast augusti 2024)\n- [ ] Bo Berg: följa upp (senast VT2025)\n- [ ] Bo Berg: berätta (senast nästa möte)\n- [ ] Bo Berg: bjuda in (senast 3 september)\n',
      finds: [],
    },
    {
      shows: { sv: 'Det som är gjort', en: 'What is done' },
      body: '## § 1 Skolfrånvaro\n\n- [x] Bo Berg: skicka ut enkäten\n',
      finds: [],
    },
  ],
}

function wrongWith(action: Action, document: Document): Said | undefined {
  const { due } = action
  const name = actionName(action, document)
  if (due === undefined)
    return {
      sv: `${name.sv} har ingen dag då det ska vara klart.`,
      en: `${name.en} has no day by which it is to be done.`,
    }
  if (isNextMeeting(due) || dueIn(due, document) !== undefined) return undefined
  const written = mayBeQuoted(document) ? `\`${due}\`` : undefined
  return {
    sv: `${name.sv} har ${written ?? 'något'} där dagen ska stå, och det går inte att läsa som en dag.`,
    en: `${name.en} has ${written ?? 'something'} where the day should be, and it cannot be read as a day.`,
  }
}
