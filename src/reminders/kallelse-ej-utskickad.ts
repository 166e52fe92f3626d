import { daysAfter } from '../model/day.js'
import { nameOf } from '../model/document.js'
import { groupOf } from '../model/group.js'
import { meetingOf } from '../model/meeting.js'
import { properName } from '../model/people.js'
import type { Reminder } from '../model/reminder.js'

/** An agenda is sent out in time. */
export const reminder: Reminder = {
  name: 'kallelse-ej-utskickad',
  watches: { sv: 'kallelser som inte är utskickade', en: 'agendas that have not been sent' },
  *find(archive) {
    for (const agenda of archive.ofKind('kallelse')) {
      const { day, group, secretary } = meetingOf(agenda)
      if (agenda.status !== 'utkast' || day === undefined || day < archive.today) continue
      const own = group === undefined ? undefined : archive.group(group)
      const ahead = own === undefined ? undefined : groupOf(own).rhythm.noticeDays
      yield {
        due: daysAfter(day, -(ahead ?? 0)),
        groups: group === undefined ? [] : [group],
        people: secretary === undefined ? [] : [properName(archive, secretary.name)],
        concerns: nameOf(agenda),
        says: {
          sv: `Kallelsen ${nameOf(agenda)} är ett utkast; mötet är ${day}.`,
          en: `The agenda ${nameOf(agenda)} is a draft; the meeting is on ${day}.`,
        },
        command: `samverkan invite ${nameOf(agenda)}`,
      }
    }
  },
}
