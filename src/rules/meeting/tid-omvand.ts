import { type TimeRange, writeTime } from '../../model/clock-time.js'
import type { Finding } from '../../model/diagnostic.js'
import { meetingOf } from '../../model/meeting.js'
import type { FieldPath } from '../../model/place.js'
import { MEETINGS, type Rule } from '../../model/rule.js'

/** A meeting ends after it has begun. */
export const rule: Rule = {
  name: 'tid-omvand',
  level: 'error',
  states: {
    sv: 'Mötet slutar efter att det har börjat.',
    en: 'The meeting ends after it has begun.',
  },
  because: {
    sv: 'Tiden hamnar i kalendrar och i mötesstatistik; omvända klockslag gör båda fel.',
    en: 'The time ends up in calendars and statistics; reversed times make both wrong.',
  },
  kinds: MEETINGS,
  *check(document) {
    const { time, next } = meetingOf(document)
    if (time !== undefined && isReversed(time)) yield finding(time, ['tid'])
    if (next?.time !== undefined && isReversed(next.time)) yield finding(next.time, ['nästa', 'tid'])
  },
  examples: [
    {
      shows: { sv: 'Mötet slutar före det börjar', en: 'The meeting ends before it begins' },
      front: { tid: '15.00–13.00' },
      finds: ['tid: 15.00–13.00'],
    },
    {
      shows: { sv: 'Nästa möte har ingen längd', en: 'The next meeting has no length' },
      front: { nästa: '{datum: 2024-09-19, tid: 09.00–09.00, plats: Ekmo}' },
      finds: ['nästa: {datum: 2024-09-19, tid: 09.00–09.00'],
    },
    {
      shows: { sv: 'Hela timmar utan minuter', en: 'Whole hours without minutes' },
      front: { tid: '9-11' },
      finds: [],
    },
    {
      shows: { sv: 'Bara en starttid', en: 'Only a time to begin' },
      front: { tid: '13.00' },
      finds: [],
    },
  ],
}

/** True of a time that ends before it begins, or as it begins. */
const isReversed = ({ from, to }: TimeRange): boolean => to !== undefined && to <= from

function finding({ from: begins, to: ends = begins }: TimeRange, field: FieldPath): Finding {
  const from = writeTime(begins)
  const to = writeTime(ends)
  return {
    at: { field },
    says: {
      sv: `Sluttiden ${to} ligger inte efter starttiden ${from}.`,
      en: `The end, ${to}, does not come after the beginning, ${from}.`,
    },
    advice:
      to === from
        ? {
            sv: 'Skriv när mötet slutar, eller bara när det börjar.',
            en: 'Write when the meeting ends, or only when it begins.',
          }
        : {
            sv: 'Byt plats på klockslagen, eller rätta ett av dem.',
            en: 'Swap the times, or correct one of them.',
          },
  }
}
