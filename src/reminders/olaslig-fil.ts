import type { Reminder } from '../model/reminder.js'
import { shellWord } from '../model/shell-word.js'

/** Every document can be read: what stands in one that cannot is missing from this list. */
export const reminder: Reminder = {
  name: 'olaslig-fil',
  watches: { sv: 'filer som inte går att läsa', en: 'files that cannot be read' },
  *find(archive) {
    for (const { path, unreadable } of archive.documents) {
      if (!unreadable) continue
      yield {
        due: archive.today,
        groups: archive.groups.flatMap(({ id }) => {
          const slug = (id ?? '').replace(/^GRP-/, '')
          return path.includes(`/${slug}/`) ? [slug] : []
        }),
        people: [],
        concerns: path,
        says: {
          sv: `\`${path}\` går inte att läsa; det som står där är inte med här.`,
          en: `\`${path}\` cannot be read; what stands in it is not counted here.`,
        },
        command: `samverkan validate ${shellWord(path)}`,
      }
    }
  },
}
