import { daysAfter } from '../model/day.js'
import { groupOf } from '../model/group.js'
import type { Reminder } from '../model/reminder.js'
import { scheduledMeetings } from '../model/scheduled-meeting.js'

/** A meeting that is planned gets its agenda. */
export const reminder: Reminder = {
  name: 'kallelse-saknas',
  watches: { sv: 'planerade möten utan kallelse', en: 'planned meetings without an agenda' },
  *find(archive) {
    for (const document of archive.groups) {
      const { slug, rhythm } = groupOf(document)
      for (const { day, agenda, records, isCalledOff } of scheduledMeetings(archive, slug)) {
        if (day < archive.today || agenda !== undefined || records.length > 0 || isCalledOff) continue
        yield {
          due: daysAfter(day, -(rhythm.noticeDays ?? 0)),
          groups: [slug],
          people: [],
          concerns: slug,
          says: {
            sv: `Gruppen ${slug} möts ${day} och har ingen kallelse än.`,
            en: `The group ${slug} meets on ${day} and has no agenda yet.`,
          },
          command: `samverkan new kallelse --group ${slug} --date ${day}`,
        }
      }
    }
  },
}
