import { type Day, daysAfter, readDay } from '../../model/day.js'
import { groupOf, membersOn } from '../../model/group.js'
import { quotation } from '../../model/quotation.js'
import type { Rule } from '../../model/rule.js'
import { folded } from '../../model/text.js'
import { memberItems } from '../../model/wheel-members.js'

/** A member whose time in a group is over has somebody after, or a new time; and does not lead the group meanwhile. */
export const rule: Rule = {
  name: 'mandat-utgatt',
  reach: 'archive',
  level: 'warning',
  states: {
    sv: 'En ledamot vars tid är slut (`till`) har en efterträdare eller en ny tid.',
    en: 'A member whose time is over (`till`) has a successor or a new time.',
  },
  because: {
    sv: 'Annars står en stol tom utan att någon har bestämt det, och parten får varken kallelse eller röst.',
    en: 'Otherwise a seat is empty without anybody having decided so, and the party gets neither notice nor voice.',
  },
  kinds: ['grupp'],
  *check(document, archive) {
    if (document.status === 'upphörd' || document.status === 'ersatt') return
    const { today } = archive
    const group = groupOf(document)
    if (FIRST === undefined || group.members.every(({ to }) => to === undefined || to >= today)) return
    const sits = new Set(membersOn(group, today).map(({ name }) => folded(name)))
    const past = { from: FIRST, to: daysAfter(today, -1) }
    for (const { state, title, due, field } of memberItems(document, archive, past)) {
      if (state !== 'missing' || (title !== undefined && sits.has(folded(title)))) continue
      yield finding(title === undefined ? undefined : quotation(title, document), due, field)
    }
  },
  examples: [
    {
      shows: { sv: 'Tiden gick ut vid årsskiftet', en: 'The time ended at the turn of the year' },
      typ: 'grupp',
      front: {
        ledamöter:
          '\n  - {person: Alva Ask, organisation: Ekmo kommun, från: 2023-01-01}\n  - {person: Dan Ek, organisation: Polisen, från: 2023-01-01, till: 2023-12-31}',
      },
      finds: ['person: Dan Ek'],
    },
    {
      shows: { sv: 'En efterträdare företräder detsamma', en: 'A successor speaks for the same' },
      typ: 'grupp',
      front: {
        ledamöter:
          '\n  - {person: Alva Ask, organisation: Ekmo kommun, företräder: skolan, till: 2023-12-31}\n  - {person: Fia Gran, organisation: Ekmo kommun, företräder: skolan, från: 2024-01-01}',
      },
      finds: [],
    },
    {
      shows: { sv: 'Tiden är inte slut', en: 'The time is not over' },
      typ: 'grupp',
      front: { ledamöter: '[{person: Dan Ek, organisation: Polisen, till: 2024-12-31}]' },
      finds: [],
    },
  ],
}

const FIRST = readDay('1900-01-01')

const finding = (named: string | undefined, due: Day, field: readonly (string | number)[]) => ({
  at: { field },
  says: {
    sv: `${named === undefined ? 'Ledamotens tid' : `Tiden för ${named}`} i gruppen gick ut ${due}, och ingen har kommit efter.`,
    en: `The time ${named === undefined ? 'of the member' : `of ${named}`} in the group ended on ${due}, and nobody has come after.`,
  },
  advice: {
    sv: 'Lägg till efterträdaren med samma `företräder`, eller en ny dag i `till`. Ska platsen inte finnas kvar: ta bort ledamoten.',
    en: 'Add the successor with the same `företräder`, or a new day in `till`. If the seat is to go, take the member away.',
  },
})
