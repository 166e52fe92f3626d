import { daysAfter } from '../model/day.js'
import { nameOf } from '../model/document.js'
import { groupOf, USUAL_ADJUSTMENT_DAYS } from '../model/group.js'
import { meetingOf } from '../model/meeting.js'
import { properName } from '../model/people.js'
import type { Reminder } from '../model/reminder.js'
import { shellWord } from '../model/shell-word.js'

/** Minutes do not stay a draft: those who were there get to read them while they remember. */
export const reminder: Reminder = {
  name: 'anteckningar-ej-klara',
  watches: { sv: 'anteckningar som ännu är utkast', en: 'minutes that are still a draft' },
  *find(archive) {
    for (const minutes of archive.ofKind('mötesanteckningar')) {
      const { day, group, secretary } = meetingOf(minutes)
      if (minutes.stage !== 'draft' || day === undefined || day > archive.today) continue
      const own = group === undefined ? undefined : archive.group(group)
      const days = own === undefined ? undefined : groupOf(own).rhythm.adjustmentDays
      yield {
        due: daysAfter(day, days ?? USUAL_ADJUSTMENT_DAYS),
        groups: group === undefined ? [] : [group],
        people: secretary === undefined ? [] : [properName(archive, secretary.name)],
        concerns: nameOf(minutes),
        says: {
          sv: `${nameOf(minutes)} är ännu ett utkast och inte utskickat.`,
          en: `${nameOf(minutes)} is still a draft and has not been sent.`,
        },
        command: `samverkan validate ${shellWord(minutes.path)}`,
      }
    }
  },
}
