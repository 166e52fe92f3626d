import { daysAfter, yearOf } from '../../model/day.js'
import { groupOf } from '../../model/group.js'
import { quotation } from '../../model/quotation.js'
import type { Rule } from '../../model/rule.js'
import { scheduledMeetings } from '../../model/scheduled-meeting.js'
import { standingItems } from '../../model/wheel-standing.js'

/**
 * What a group takes up in certain months it takes up. Seed S2: the deviations, in May and December. Judged in the years
 * that the archive holds a meeting of the group from.
 */
export const rule: Rule = {
  name: 'arshjul-punkt-saknas',
  reach: 'archive',
  level: { draft: 'warning', review: 'warning', final: 'warning' },
  states: {
    sv: 'En stående punkt som hör till vissa månader har tagits upp i dem.',
    en: 'A standing item that belongs to certain months has been taken up in them.',
  },
  because: {
    sv: 'Det som bara kommer upp två gånger om året är borta ett halvår när det glöms en gång.',
    en: 'What comes up only twice a year is gone for half a year when it is forgotten once.',
  },
  kinds: ['grupp'],
  *check(document, archive) {
    const { slug, standingItems: all } = groupOf(document)
    if (document.status === 'upphörd' || document.status === 'ersatt') return
    if (all.every(({ months }) => months.length === 0)) return
    const held = scheduledMeetings(archive, slug).filter(({ records }) => records.length > 0)
    const [first] = held
    const years = new Set(held.map(({ day }) => yearOf(day)))
    if (first === undefined) return
    // A month is known by its last day, which for the month of a meeting lies ahead.
    const period = { from: first.day, to: daysAfter(archive.today, 31) }
    const items = standingItems(document, archive, period)
    for (const { state, title = '', due, field } of items) {
      if (state !== 'missing' || !years.has(yearOf(due))) continue
      const named = quotation(title, document)
      const month = due.slice(0, 7)
      yield {
        at: { field },
        says: {
          sv: `${named === undefined ? 'Den stående punkten' : `Punkten ${named}`} skulle ha tagits upp ${month}, och inget möte den månaden har den.`,
          en: `${named === undefined ? 'The standing item' : `The item ${named}`} should have been taken up in ${month}, and no meeting of that month has it.`,
        },
        advice: {
          sv: 'Ta upp den vid nästa möte. Togs den upp: skriv dit punkten under sin rubrik, eller lägg in mötet om det saknas.',
          en: 'Take it up at the next meeting. If it was taken up, write the item under its heading, or add the meeting if it is missing.',
        },
      }
    }
  },
  examples: [
    {
      shows: {
        sv: 'Uppföljningen i december blev inte av',
        en: 'The follow-up in December did not come about',
      },
      typ: 'grupp',
      today: '2025-02-01',
      finds: ['grupper/demo.md: titel: Uppföljning av avvikelser'],
    },
    {
      shows: { sv: 'December har inte varit än', en: 'December is still to come' },
      typ: 'grupp',
      finds: [],
    },
    {
      shows: {
        sv: 'En punkt vid varje möte hör inte till en månad',
        en: 'An item of every meeting belongs to no month',
      },
      typ: 'grupp',
      front: { stående_punkter: '[Läget i kommunerna]' },
      files: { 'grupper/demo.md': undefined },
      today: '2025-02-01',
      finds: [],
    },
  ],
}
