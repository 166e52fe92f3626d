import { daysAfter, daysBetween } from '../../model/day.js'
import { textOf } from '../../model/fields.js'
import { groupOf } from '../../model/group.js'
import { dayIn, meetingOf } from '../../model/meeting.js'
import type { Rule } from '../../model/rule.js'

/**
 * The agenda goes out as many days before the meeting as the group has said (`kallelse_dagar`). Seed S1: two
 * weeks.
 */
export const rule: Rule = {
  name: 'kallelse-sen',
  level: { draft: 'warning', review: 'warning', final: 'warning' },
  states: {
    sv: 'Kallelsen skickas så många dagar före mötet som gruppen har bestämt (`kallelse_dagar`).',
    en: 'The agenda is sent as many days before the meeting as the group has decided (`kallelse_dagar`).',
  },
  because: {
    sv: 'Den som får kallelsen för sent hinner inte förankra frågorna hemma, och då skjuts besluten upp.',
    en: 'Whoever gets the agenda too late cannot prepare the matters at home, and then decisions are put off.',
  },
  kinds: ['kallelse'],
  *check(document, surroundings) {
    const { group, day } = meetingOf(document)
    const home = group === undefined ? undefined : surroundings.group(group)
    const wanted = home === undefined ? undefined : groupOf(home).rhythm.noticeDays
    if (wanted === undefined || day === undefined) return
    const last = daysAfter(day, -wanted)
    const sent = dayIn(textOf(document.fields, 'utskickad'))
    if (sent !== undefined && sent > last) {
      const days = daysBetween(sent, day)
      yield {
        at: { field: ['utskickad'] },
        says:
          days < 0
            ? {
                sv: `Kallelsen skickades ${sent}, efter mötet ${day}.`,
                en: `The agenda was sent on ${sent}, after the meeting on ${day}.`,
              }
            : {
                sv: `Kallelsen skickades ${sent}, ${days} dagar före mötet; gruppen har bestämt ${wanted} dagar.`,
                en: `The agenda was sent on ${sent}, ${days} days before the meeting; the group has decided on ${wanted} days.`,
              },
        advice: {
          sv: `Rätta dagen om den är felskriven. Nästa gång: skicka senast ${wanted} dagar före mötet.`,
          en: `Correct the day if it is mistyped. Next time, send it at least ${wanted} days before the meeting.`,
        },
      }
    }
    if (sent !== undefined || document.stage !== 'draft' || surroundings.today <= last) return
    yield {
      at: { field: ['status'] },
      says: {
        sv: `Kallelsen är inte skickad, fast den skulle ha gått ut senast ${last} (${wanted} dagar före mötet).`,
        en: `The agenda has not been sent, though it was to go out by ${last} (${wanted} days before the meeting).`,
      },
      advice: {
        sv: 'Skicka den i dag och skriv dagen i `utskickad`.',
        en: 'Send it today and write the day in `utskickad`.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Skickad nio dagar före mötet', en: 'Sent nine days before the meeting' },
      typ: 'kallelse',
      front: { utskickad: '2024-05-14' },
      finds: ['utskickad: 2024-05-14'],
    },
    {
      shows: { sv: 'Inte skickad, fast dagen har passerat', en: 'Not sent, though the day has passed' },
      typ: 'kallelse',
      front: { status: 'utkast', utskickad: undefined },
      today: '2024-05-10',
      finds: ['status: utkast'],
    },
    {
      shows: { sv: 'Skickad på sista dagen', en: 'Sent on the last day' },
      typ: 'kallelse',
      front: { utskickad: '2024-05-09' },
      finds: [],
    },
    {
      shows: { sv: 'Ett utkast som har tid kvar', en: 'A draft that has time left' },
      typ: 'kallelse',
      front: { status: 'utkast', utskickad: undefined },
      today: '2024-05-09',
      finds: [],
    },
    {
      shows: {
        sv: 'Gruppen har inte bestämt något antal dagar',
        en: 'The group has decided on no number of days',
      },
      typ: 'kallelse',
      front: { utskickad: '2024-05-22' },
      files: { 'grupper/demo.md': undefined },
      finds: [],
    },
  ],
}
