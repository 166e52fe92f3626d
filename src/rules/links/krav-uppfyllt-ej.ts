import { readAddress } from '../../model/address.js'
import type { Archive } from '../../model/archive.js'
import type { Finding } from '../../model/diagnostic.js'
import type { Document } from '../../model/document.js'
import { isFields, listOf, textOf } from '../../model/fields.js'
import { partIn } from '../../model/lookup.js'
import type { Rule } from '../../model/rule.js'

/**
 * What is closed has been done: of the measures decided for a closed deviation at least one is finished, and no action
 * or matter that a closed deviation or matter gave rise to (`föranleder`) is still open.
 */
export const rule: Rule = {
  name: 'krav-uppfyllt-ej',
  reach: 'archive',
  level: 'warning',
  states: {
    sv: 'Det som är avslutat är genomfört: minst en åtgärd är klar, och det som det föranledde är inte öppet.',
    en: 'What is closed has been carried out: at least one measure is finished, and what it gave rise to is not open.',
  },
  because: {
    sv: 'En avvikelse som avslutas utan att något har gjorts kommer tillbaka, och då säger arkivet att den var löst.',
    en: 'A deviation that is closed without anything having been done comes back, and then the archive says that it was solved.',
  },
  kinds: ['avvikelse', 'ärende'],
  *check(document, archive) {
    if (document.stage !== 'final') return
    yield* unfinished(document)
    for (const { relation, id, part, at } of archive.pointersOf(document)) {
      if (relation !== 'föranleder' || !isOpen(id, part, archive)) continue
      const target = part === undefined || part.includes('"') ? id : `${id} ${part}`
      yield {
        at,
        says: {
          sv: `Dokumentet är avslutat, men \`${target}\` som det föranledde är fortfarande öppet.`,
          en: `The document is closed, but \`${target}\`, which it gave rise to, is still open.`,
        },
        advice: {
          sv: 'Bocka av uppdraget eller avsluta ärendet om det är klart. Vänta annars med att avsluta.',
          en: 'Tick the action or close the matter if it is done. If not, wait with closing.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Ingen åtgärd är klar', en: 'No measure is finished' },
      typ: 'avvikelse',
      front: {
        status: 'avslutad',
        åtgärder: '\n  - {vad: Ta fram en checklista, ansvarig: Cia Dahl, senast: 2024-06-01}',
      },
      finds: ['åtgärder:'],
    },
    {
      shows: {
        sv: 'Uppdraget och ärendet som avvikelsen föranledde är öppna',
        en: 'The action and the matter that the deviation gave rise to are open',
      },
      typ: 'avvikelse',
      front: {
        status: 'avslutad',
        länkar: '\n  föranleder:\n    - PROT-demo-2024-05-23 § 4 u1\n    - ARE-2024-a1b2',
      },
      finds: ['§ 4 u1', '- ARE-2024-a1b2'],
    },
    {
      shows: { sv: 'En åtgärd är klar', en: 'One measure is finished' },
      typ: 'avvikelse',
      front: {
        status: 'avslutad',
        åtgärder:
          '\n  - {vad: Ta fram en checklista, ansvarig: Cia Dahl, klar: 2024-05-30}\n  - {vad: Sprida den, ansvarig: Bo Berg}',
        länkar: '{föranleder: [PROT-demo-2024-05-23 § 4:1, RUT-overlamning]}',
      },
      finds: [],
    },
    {
      shows: { sv: 'Avvikelsen är inte avslutad', en: 'The deviation is not closed' },
      typ: 'avvikelse',
      front: {
        status: 'beslutad',
        åtgärder: '[{vad: Ta fram en checklista, ansvarig: Cia Dahl}]',
        länkar: '{föranleder: [ARE-2024-a1b2]}',
      },
      finds: [],
    },
    {
      shows: { sv: 'Avvikelsen löstes utan åtgärd', en: 'The deviation was solved without a measure' },
      typ: 'avvikelse',
      front: { status: 'avslutad', löses: 'lokalt' },
      finds: [],
    },
  ],
}

function* unfinished({ fields }: Document): Iterable<Finding> {
  const measures = listOf(fields, 'åtgärder')
  if (measures.length === 0 || measures.some(each => isFields(each) && textOf(each, 'klar') !== undefined))
    return
  yield {
    at: { field: ['åtgärder'], part: 'key' },
    says: {
      sv: 'Avvikelsen är avslutad, men ingen av dess åtgärder är klar.',
      en: 'The deviation is closed, but none of its measures is finished.',
    },
    advice: {
      sv: 'Skriv `klar` med dagen vid det som är gjort, eller sätt tillbaka `status` tills något är gjort.',
      en: 'Write `klar` with the day at what is done, or set `status` back until something is.',
    },
  }
}

/** True of an action that is not ticked and of a matter that is not closed. */
function isOpen(id: string, part: string | undefined, archive: Archive): boolean {
  const target = archive.byId(id)
  if (target === undefined) return false
  if (part === undefined) return target.typ === 'ärende' && target.stage !== 'final'
  const address = readAddress(`${id} ${part}`)
  return address?.action !== undefined && partIn(target, address)?.action?.done === false
}
