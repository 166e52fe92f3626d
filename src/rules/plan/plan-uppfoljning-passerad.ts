import { isFields, listOf, textOf } from '../../model/fields.js'
import { dayIn } from '../../model/meeting.js'
import { isHeld } from '../../model/plan-follow-up.js'
import type { Rule } from '../../model/rule.js'

/** A follow-up whose day has passed has been held. */
export const rule: Rule = {
  name: 'plan-uppfoljning-passerad',
  level: { draft: undefined, review: 'warning', final: 'warning' },
  states: {
    sv: 'En uppföljning vars dag har passerat är genomförd.',
    en: 'A follow-up whose day has passed has been held.',
  },
  because: {
    sv: 'Det är vid uppföljningen som någon ser om insatserna ges. Uteblir den kan barnet stå utan i månader.',
    en: 'It is at the follow-up that somebody sees whether the measures are given. If it is missed the child may go without for months.',
  },
  kinds: ['genomförandeplan'],
  *check({ fields, status }, { today }) {
    if (status !== 'gällande') return
    for (const [index, each] of listOf(fields, 'uppföljning').entries()) {
      const day = isFields(each) && !isHeld(each) ? dayIn(textOf(each, 'datum')) : undefined
      if (day === undefined || day >= today) continue
      yield {
        at: { field: ['uppföljning', index] },
        says: {
          sv: `Uppföljningen ${day} har passerat, men det står inte att den är genomförd.`,
          en: `The follow-up on ${day} has passed, but it does not say that it has been held.`,
        },
        advice: {
          sv: 'Skriv `genomförd: true` om den har hållits, eller bestäm en ny dag.',
          en: 'Write `genomförd: true` if it has been held, or set a new day.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Dagen har passerat', en: 'The day has passed' },
      typ: 'genomförandeplan',
      today: '2024-09-17',
      finds: ['- {datum: 2024-09-16}'],
    },
    {
      shows: { sv: 'Det är i dag', en: 'It is today' },
      typ: 'genomförandeplan',
      today: '2024-09-16',
      finds: [],
    },
    {
      shows: { sv: 'Planen är avslutad', en: 'The plan is closed' },
      typ: 'genomförandeplan',
      front: { status: 'avslutad' },
      today: '2024-09-17',
      finds: [],
    },
  ],
}
