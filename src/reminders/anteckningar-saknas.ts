import { nameOf } from '../model/document.js'
import { groupOf } from '../model/group.js'
import type { Reminder } from '../model/reminder.js'
import { scheduledMeetings } from '../model/scheduled-meeting.js'

/** A meeting that was held leaves minutes or a protocol. Seed S2: the meeting of 13 June is known by its day alone. */
export const reminder: Reminder = {
  name: 'anteckningar-saknas',
  watches: {
    sv: 'möten som har hållits utan anteckningar eller protokoll',
    en: 'meetings held without minutes or a protocol',
  },
  *find(archive) {
    for (const document of archive.groups) {
      const { slug } = groupOf(document)
      const meetings = scheduledMeetings(archive, slug)
      const last = meetings.flatMap(({ records }) => records).at(-1)
      const kind = last?.typ === 'mötesanteckningar' ? 'anteckningar' : 'protokoll'
      for (const { day, agenda, records, announcements, isCalledOff } of meetings) {
        const source = agenda ?? announcements[0]
        if (day >= archive.today || records.length > 0 || isCalledOff || source === undefined) continue
        // A file that cannot be read may be the very minutes; it has an errand of its own.
        if (archive.documents.some(({ unreadable, path }) => unreadable && path.includes(`/${day}-`)))
          continue
        yield {
          due: day,
          groups: [slug],
          people: [],
          concerns: nameOf(source),
          says: {
            sv: `Mötet ${day} (${nameOf(source)}) har varken anteckningar eller protokoll.`,
            en: `The meeting on ${day} (${nameOf(source)}) has neither minutes nor a protocol.`,
          },
          command: `samverkan new ${kind} --group ${slug} --date ${day}`,
        }
      }
    }
  },
}
