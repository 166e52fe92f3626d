import { groupOf } from '../model/group.js'
import { meetingOf } from '../model/meeting.js'
import type { Reminder } from '../model/reminder.js'

/** A group that is at work has a next meeting. */
export const reminder: Reminder = {
  name: 'nasta-mote-saknas',
  watches: { sv: 'grupper utan nästa möte', en: 'groups with no next meeting' },
  *find(archive) {
    for (const document of archive.groups) {
      const { slug } = groupOf(document)
      const meetings = archive.meetingsOf(slug).map(meetingOf)
      const days = meetings.flatMap(({ day, next }) => [day, next?.day].filter(each => each !== undefined))
      if (document.status !== 'gällande' || days.length === 0 || days.some(day => day >= archive.today))
        continue
      const last = days.toSorted().at(-1) ?? ''
      yield {
        groups: [slug],
        people: [],
        concerns: slug,
        says: {
          sv: `Gruppen ${slug} har inget möte efter ${last}.`,
          en: `The group ${slug} has no meeting after ${last}.`,
        },
        command: `samverkan new kallelse --group ${slug} --date ÅÅÅÅ-MM-DD`,
      }
    }
  },
}
