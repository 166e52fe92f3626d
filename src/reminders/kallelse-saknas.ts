import { daysAfter } from '../model/day.js'
import { groupOf } from '../model/group.js'
import { meetingOf } from '../model/meeting.js'
import type { Reminder } from '../model/reminder.js'

/** A meeting that is planned gets its agenda. */
export const reminder: Reminder = {
  name: 'kallelse-saknas',
  watches: { sv: 'planerade möten utan kallelse', en: 'planned meetings without an agenda' },
  *find(archive) {
    for (const document of archive.groups) {
      const { slug, rhythm } = groupOf(document)
      const meetings = archive.meetingsOf(slug)
      const planned = new Set(
        meetings.flatMap(each => (each.typ === 'kallelse' ? [] : (meetingOf(each).next?.day ?? []))),
      )
      for (const day of planned) {
        if (day < archive.today || meetings.some(each => meetingOf(each).day === day)) continue
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
