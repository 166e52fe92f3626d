import { groupOf } from '../model/group.js'
import type { Reminder } from '../model/reminder.js'
import { scheduledMeetings } from '../model/scheduled-meeting.js'

/** A group that is at work has a next meeting; one that has been called off is none. */
export const reminder: Reminder = {
  name: 'nasta-mote-saknas',
  watches: { sv: 'grupper utan nästa möte', en: 'groups with no next meeting' },
  *find(archive) {
    for (const document of archive.groups) {
      const { slug } = groupOf(document)
      const days = scheduledMeetings(archive, slug).flatMap(({ day, isCalledOff }) =>
        isCalledOff ? [] : [day],
      )
      const isAtWork = document.status === 'gällande' || (document.stage !== 'final' && days.length > 0)
      if (!isAtWork || days.some(day => day >= archive.today)) continue
      const last = days.at(-1)
      yield {
        groups: [slug],
        people: [],
        concerns: slug,
        says:
          last === undefined
            ? {
                sv: `Gruppen ${slug} har inget möte, varken hållet eller planerat.`,
                en: `The group ${slug} has no meeting, neither held nor planned.`,
              }
            : {
                sv: `Gruppen ${slug} har inget möte efter ${last}.`,
                en: `The group ${slug} has no meeting after ${last}.`,
              },
        command: `samverkan new kallelse --group ${slug}`,
      }
    }
  },
}
