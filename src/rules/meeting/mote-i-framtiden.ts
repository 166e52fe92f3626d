import { meetingOf } from '../../model/meeting.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** Minutes that are under review or final are of a meeting that has been held. */
export const rule: Rule = {
  name: 'mote-i-framtiden',
  level: { draft: undefined, review: 'warning', final: 'warning' },
  states: {
    sv: 'Anteckningar och protokoll som inte längre är utkast gäller ett möte som har hållits.',
    en: 'Minutes and protocols that are no longer drafts are of a meeting that has been held.',
  },
  because: {
    sv: 'Ett felskrivet årtal lägger mötet i fel ordning, och uppdragen därifrån räknas inte som försenade.',
    en: 'A mistyped year puts the meeting in the wrong order, and its actions are never counted as late.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const { day } = meetingOf(document)
    if (day === undefined || day <= surroundings.today) return
    yield {
      at: { field: ['datum'] },
      says: {
        sv: `Mötet är daterat ${day}, men i dag är det ${surroundings.today} och dokumentet är inte längre ett utkast.`,
        en: `The meeting is dated ${day}, but today is ${surroundings.today} and the document is no longer a draft.`,
      },
      advice: {
        sv: 'Rätta `datum`, eller låt `status` vara `utkast` tills mötet har hållits.',
        en: 'Correct `datum`, or let `status` be `utkast` until the meeting has been held.',
      },
    }
  },
  examples: [
    {
      shows: {
        sv: 'Ett protokoll i granskning från ett möte som inte har varit',
        en: 'A protocol under review from a meeting yet to come',
      },
      today: '2024-05-01',
      finds: ['datum: 2024-05-23'],
    },
    {
      shows: { sv: 'Ett utkast får förberedas före mötet', en: 'A draft may be prepared before the meeting' },
      today: '2024-05-01',
      front: { status: 'utkast' },
      finds: [],
    },
    {
      shows: {
        sv: 'Protokollet skrivs samma dag som mötet',
        en: 'The protocol is written on the day of the meeting',
      },
      today: '2024-05-23',
      finds: [],
    },
  ],
}
