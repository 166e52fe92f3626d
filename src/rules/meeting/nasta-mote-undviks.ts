import { readTimeRange, type TimeRange } from '../../model/clock-time.js'
import { type Day, WEEKDAYS, weekdayOf } from '../../model/day.js'
import { groupOf } from '../../model/group.js'
import { meetingOf } from '../../model/meeting.js'
import type { Place } from '../../model/place.js'
import { MEETINGS, type Rule } from '../../model/rule.js'

/**
 * The next meeting is put at a time that suits the group (`undvik`). Seed S1 § 5: a Monday afternoon, though
 * Mondays em. are to be avoided.
 */
export const rule: Rule = {
  name: 'nasta-mote-undviks',
  level: 'note',
  states: {
    sv: 'Nästa möte läggs inte på en tid som gruppen vill undvika (`undvik`).',
    en: 'The next meeting is not put at a time that the group wants to avoid (`undvik`).',
  },
  because: {
    sv: 'De tiderna är valda för att några aldrig kan då; möten på dem blir möten utan dem.',
    en: 'Those times were chosen because some can never come then; meetings at them are meetings without them.',
  },
  kinds: MEETINGS,
  *check(document, surroundings) {
    const { group, day, time, next } = meetingOf(document)
    const home = group === undefined ? undefined : surroundings.group(group)
    const avoid = home === undefined ? [] : groupOf(home).rhythm.avoid
    if (avoid.length === 0) return
    const planned: { readonly day: Day; readonly time: TimeRange | undefined; readonly at: Place }[] = []
    if (next?.day !== undefined)
      planned.push({ day: next.day, time: next.time, at: { field: ['nästa', 'datum'] } })
    const isAhead = document.typ === 'kallelse' && day !== undefined && day >= surroundings.today
    if (isAhead) planned.push({ day, time, at: { field: ['datum'] } })
    for (const meeting of planned) {
      const avoided = avoid.find(wish => covers(wish, meeting.day, meeting.time))
      if (avoided === undefined) continue
      const weekday = weekdayOf(meeting.day)
      yield {
        at: meeting.at,
        says: {
          sv: `${meeting.day} är en ${WEEKDAYS.sv[weekday]}, och gruppen vill undvika \`${avoided}\`.`,
          en: `${meeting.day} is a ${WEEKDAYS.en[weekday]}, and the group wants to avoid \`${avoided}\`.`,
        },
        advice: {
          sv: 'Välj en annan tid, eller ändra `undvik` i gruppens dokument om önskemålet inte gäller längre.',
          en: 'Choose another time, or change `undvik` in the document of the group if the wish no longer holds.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Nästa möte på en måndag eftermiddag', en: 'The next meeting on a Monday afternoon' },
      front: { nästa: '{datum: 2024-09-16, tid: 13-15, plats: Ekmo}' },
      finds: ['nästa: {datum: 2024-09-16'],
    },
    {
      shows: { sv: 'En kallelse till en onsdag', en: 'An agenda for a Wednesday' },
      typ: 'kallelse',
      front: { datum: '2024-05-22' },
      today: '2024-05-02',
      finds: ['datum: 2024-05-22'],
    },
    {
      shows: { sv: 'Måndag förmiddag går bra', en: 'Monday morning is fine' },
      front: { nästa: '{datum: 2024-09-16, tid: 09.00–11.00, plats: Ekmo}' },
      finds: [],
    },
    {
      shows: { sv: 'Ett möte som har hållits döms inte', en: 'A meeting that has been held is not judged' },
      front: { datum: '2024-05-22' },
      finds: [],
    },
  ],
}

/**
 * True when a wish such as `måndag em.`, `tisdagar`, `onsdag fm och torsdag` or `fredag efter 15` covers a
 * meeting.
 */
const covers = (wish: string, day: Day, time: TimeRange | undefined): boolean =>
  wish
    .toLowerCase()
    .split(/[,/&]|\s(?:och|samt|eller)\s/)
    .some(words => {
      if (!NAMES[weekdayOf(day)]?.test(words)) return false
      const avoided = timeIn(words)
      if (avoided === undefined) return true
      return time !== undefined && time.from < avoided.to && (time.to ?? time.from + 1) > avoided.from
    })

/** The part of the day that a wish names, in minutes; absent for the whole day. */
function timeIn(words: string): { readonly from: number; readonly to: number } | undefined {
  const clock = /\d{1,2}(?:[.:]\d{2})?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d{2})?)?/.exec(words)?.[0]
  const range = clock === undefined ? undefined : readTimeRange(clock)
  if (range?.to !== undefined) return { from: range.from, to: range.to }
  if (range !== undefined)
    return /före|innan|till/.test(words) ? { from: 0, to: range.from } : { from: range.from, to: NIGHT }
  if (/(?<!\p{L})(?:e\.?\s?m(?!\p{L})|efterm)/u.test(words)) return { from: NOON, to: NIGHT }
  if (/(?<!\p{L})(?:f\.?\s?m(?!\p{L})|förm|morg)/u.test(words)) return { from: 0, to: NOON }
  return undefined
}

/** Each weekday however it is shortened or bent: `mån`, `måndagar`. */
const NAMES = WEEKDAYS.sv.map(name => new RegExp(`(?<!\\p{L})${name.slice(0, 3)}`, 'u'))
const NOON = 12 * 60
const NIGHT = 24 * 60
