import { sameId } from '../../model/address.js'
import { meetingNumberOf, sameDayAs } from '../../model/chain.js'
import { type Document, nameOf } from '../../model/document.js'
import { fieldsOf, textsOf } from '../../model/fields.js'
import { meetingOf } from '../../model/meeting.js'
import { MEETINGS, type Rule } from '../../model/rule.js'

/**
 * A meeting has one document of each kind; a second meeting on the same day has the suffix `-2` (archive
 * format § 2).
 */
export const rule: Rule = {
  name: 'mote-dubblett',
  reach: 'archive',
  level: 'warning',
  states: {
    sv: 'Ett möte har en kallelse och ett protokoll eller en anteckning; ett andra möte samma dag har `-2` sist i sitt id.',
    en: 'A meeting has one agenda and one record; a second meeting on the same day has `-2` at the end of its id.',
  },
  because: {
    sv: 'Med två protokoll från samma möte vet ingen vilket som gäller, och varje uppdrag räknas två gånger.',
    en: 'With two protocols of one meeting nobody knows which one holds, and every action is counted twice.',
  },
  kinds: MEETINGS,
  *check(document, archive) {
    const twin = sameDayAs(document, archive).find(
      other => isTwin(document, other) && other.path < document.path,
    )
    if (twin === undefined) return
    const { day } = meetingOf(document)
    yield {
      at: { field: ['datum'] },
      says: {
        sv: `Gruppen har redan ett dokument av samma slag från ${day}: \`${nameOf(twin)}\`.`,
        en: `The group already has a document of this kind from ${day}: \`${nameOf(twin)}\`.`,
      },
      advice: {
        sv: `Ta bort det ena, skriv \`ersätter: ${nameOf(twin)}\` om det är en rättelse, eller ge ett andra möte samma dag ett id som slutar på \`-2\`.`,
        en: `Take one of them away, write \`ersätter: ${nameOf(twin)}\` if this is a correction, or give a second meeting of the day an id that ends in \`-2\`.`,
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Två protokoll från samma möte', en: 'Two protocols of one meeting' },
      front: { datum: '2024-03-21' },
      finds: ['datum: 2024-03-21'],
    },
    {
      shows: {
        sv: 'Ett andra möte samma dag har `-2` i sitt id',
        en: 'A second meeting on the same day has `-2` in its id',
      },
      front: { id: 'PROT-demo-2024-03-21-2', datum: '2024-03-21' },
      finds: [],
    },
    {
      shows: {
        sv: 'En rättelse ersätter det första protokollet',
        en: 'A correction replaces the first protocol',
      },
      front: { datum: '2024-03-21', ersätter: 'PROT-demo-2024-03-21' },
      finds: [],
    },
    {
      shows: { sv: 'Kallelse och protokoll från samma dag', en: 'Agenda and protocol of the same day' },
      finds: [],
    },
  ],
}

/**
 * Two of a kind with different ids that neither count as first and second meeting nor replace one another.
 */
const isTwin = (document: Document, other: Document): boolean =>
  other.typ === document.typ &&
  (document.id === undefined || other.id === undefined || !sameId(document.id, other.id)) &&
  meetingNumberOf(document) === meetingNumberOf(other) &&
  !replaces(document, other) &&
  !replaces(other, document)

const replaces = ({ fields }: Document, other: Document): boolean =>
  [...textsOf(fields, 'ersätter'), ...textsOf(fieldsOf(fields, 'länkar'), 'ersätter')].some(id =>
    sameId(id, other.id ?? ''),
  )
