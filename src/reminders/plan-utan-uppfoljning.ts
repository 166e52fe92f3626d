import { nameOf } from '../model/document.js'
import { isFields, listOf, stated, textOf } from '../model/fields.js'
import { dayIn } from '../model/meeting.js'
import { isHeld } from '../model/plan-follow-up.js'
import type { Reminder } from '../model/reminder.js'

/** A plan that holds has a follow-up to come, and one whose day has passed was held. */
export const reminder: Reminder = {
  name: 'plan-utan-uppfoljning',
  watches: { sv: 'planer utan uppföljning', en: 'plans without a follow-up' },
  *find(archive) {
    for (const plan of archive.ofKind('genomförandeplan')) {
      if (plan.status !== 'gällande') continue
      const planned = listOf(plan.fields, 'uppföljning').filter(isFields)
      const open = planned.filter(each => !isHeld(each))
      const [due] = open.flatMap(each => dayIn(textOf(each, 'datum')) ?? []).sort()
      const id = nameOf(plan)
      yield {
        ...stated('due', due),
        groups: [],
        people: [],
        concerns: id,
        says:
          due === undefined
            ? {
                sv: `${id} gäller utan någon uppföljning framöver.`,
                en: `${id} holds with no follow-up to come.`,
              }
            : { sv: `${id} ska följas upp ${due}.`, en: `${id} is to be followed up on ${due}.` },
        command: `samverkan show ${id}`,
      }
    }
  },
}
