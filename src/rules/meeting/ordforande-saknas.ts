import { mayBeQuoted } from '../../model/document.js'
import { groupOf } from '../../model/group.js'
import { meetingOf } from '../../model/meeting.js'
import { TOP } from '../../model/place.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** The minutes say who led the meeting. Who called it (`sammankallande`) stands in for a chair. Seeds S0 and S1. */
export const rule: Rule = {
  name: 'ordforande-saknas',
  level: { draft: 'note', review: 'warning', final: 'error' },
  states: {
    sv: 'Det står vem som var ordförande.',
    en: 'It says who chaired the meeting.',
  },
  because: {
    sv: 'Ordföranden svarar för att mötet gick rätt till, och är den som andra vänder sig till.',
    en: 'The chair answers for the meeting being held properly, and is the one whom others turn to.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const meeting = meetingOf(document)
    if (meeting.chair !== undefined) return
    const own = meeting.group === undefined ? undefined : surroundings.group(meeting.group)
    const group = own === undefined ? undefined : groupOf(own)
    const isConvened =
      meeting.convener !== undefined ||
      group?.members.some(({ role }) => role !== undefined && /sammankallande/i.test(role)) === true
    const level = isConvened ? 'note' : document.typ === 'protokoll' ? undefined : 'warning'
    yield {
      at: TOP,
      ...(level !== undefined && { level }),
      says:
        meeting.convener !== undefined
          ? {
              sv: 'Det står inte vem som var ordförande, bara vem som sammankallade.',
              en: 'It does not say who chaired the meeting, only who called it.',
            }
          : { sv: 'Det står inte vem som var ordförande.', en: 'It does not say who chaired the meeting.' },
      advice:
        group?.chair === undefined || !mayBeQuoted(document)
          ? {
              sv: 'Skriv `ordförande: Förnamn Efternamn`, eller `sammankallande:` om mötet inte hade någon ordförande.',
              en: 'Write `ordförande: First Last`, or `sammankallande:` if the meeting had no chair.',
            }
          : {
              sv: `Skriv \`ordförande: ${group.chair}\`, eller den som ledde mötet den här gången.`,
              en: `Write \`ordförande: ${group.chair}\`, or who led the meeting this time.`,
            },
    }
  },
  examples: [
    {
      shows: { sv: 'Ett protokoll utan ordförande', en: 'A protocol without a chair' },
      front: { ordförande: undefined },
      finds: ['---'],
    },
    {
      shows: { sv: 'Bara en sammankallande: en anmärkning', en: 'Only a convener: a note' },
      typ: 'mötesanteckningar',
      front: { ordförande: undefined, sammankallande: 'Fia Gran' },
      finds: ['---'],
    },
    {
      shows: { sv: 'Ordföranden är nämnd', en: 'The chair is named' },
      finds: [],
    },
  ],
}
