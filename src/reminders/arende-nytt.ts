import { textOf } from '../model/fields.js'
import { groupOf } from '../model/group.js'
import { dayIn } from '../model/meeting.js'
import type { Reminder } from '../model/reminder.js'

/** The inbox of a group: matters that were handed in and that no meeting has taken up yet. */
export const reminder: Reminder = {
  name: 'arende-nytt',
  watches: {
    sv: 'ärenden som har kommit in och inte tagits upp än',
    en: 'matters that have come in and have not been taken up yet',
  },
  *find(archive) {
    for (const document of archive.groups) {
      const { slug } = groupOf(document)
      for (const { waiting, fate } of archive.fatesOf(slug)) {
        const { what, address, from } = waiting
        if (what !== 'matter' || fate.is !== 'waiting' || from.status !== 'nytt') continue
        const came = dayIn(textOf(from.fields, 'inkom'))
        yield {
          groups: [slug],
          people: [],
          concerns: address,
          says: {
            sv: `${address} kom in${came === undefined ? '' : ` ${came}`} och har inte tagits upp av ${slug} än.`,
            en: `${address} came in${came === undefined ? '' : ` on ${came}`} and has not been taken up by ${slug} yet.`,
          },
          command: `samverkan show ${address}`,
        }
      }
    }
  },
}
