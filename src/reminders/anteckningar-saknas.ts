import { nameOf } from '../model/document.js'
import { groupOf } from '../model/group.js'
import { meetingOf } from '../model/meeting.js'
import type { Reminder } from '../model/reminder.js'

/** A meeting that was held leaves minutes or a protocol. */
export const reminder: Reminder = {
  name: 'anteckningar-saknas',
  watches: {
    sv: 'möten som har hållits utan anteckningar eller protokoll',
    en: 'meetings held without minutes or a protocol',
  },
  *find(archive) {
    for (const document of archive.groups) {
      const { slug } = groupOf(document)
      const meetings = archive.meetingsOf(slug)
      const records = meetings.filter(({ typ }) => typ !== 'kallelse')
      const kind = records.at(-1)?.typ === 'mötesanteckningar' ? 'anteckningar' : 'protokoll'
      for (const agenda of meetings.filter(({ typ }) => typ === 'kallelse')) {
        const { day } = meetingOf(agenda)
        if (day === undefined || day >= archive.today || agenda.status === 'inställt') continue
        if (records.some(record => meetingOf(record).day === day)) continue
        yield {
          due: day,
          groups: [slug],
          people: [],
          concerns: nameOf(agenda),
          says: {
            sv: `Mötet ${day} (${nameOf(agenda)}) har varken anteckningar eller protokoll.`,
            en: `The meeting on ${day} (${nameOf(agenda)}) has neither minutes nor a protocol.`,
          },
          command: `samverkan new ${kind} --group ${slug} --date ${day}`,
        }
      }
    }
  },
}
