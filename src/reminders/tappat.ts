import { groupOf } from '../model/group.js'
import type { Reminder } from '../model/reminder.js'
import { shellWord } from '../model/shell-word.js'
import { addressShown } from '../model/waiting.js'

/** What a meeting should have had and had not: the conservation law, broken. */
export const reminder: Reminder = {
  name: 'tappat',
  watches: {
    sv: 'det som har fallit bort mellan två möten',
    en: 'what has been lost between two meetings',
  },
  *find(archive) {
    for (const document of archive.groups) {
      const { slug } = groupOf(document)
      for (const { waiting, fate } of archive.fatesOf(slug)) {
        if (fate.is !== 'lost') continue
        const address = addressShown(waiting)
        yield {
          due: fate.at.day,
          groups: [slug],
          people: [],
          concerns: address,
          says: {
            sv: `${address} är öppet men fanns inte med vid mötet ${fate.at.day}.`,
            en: `${address} is open but was not there at the meeting on ${fate.at.day}.`,
          },
          command: `samverkan show ${shellWord(address)}`,
        }
      }
    }
  },
}
