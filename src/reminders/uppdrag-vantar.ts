import { assignmentsOf, isOpen } from '../model/assignment.js'
import type { Reminder } from '../model/reminder.js'
import { RECORDS } from '../model/rule.js'
import { shellWord } from '../model/shell-word.js'

/** An action with a day is done by that day. */
export const reminder: Reminder = {
  name: 'uppdrag-vantar',
  watches: { sv: 'uppdrag vars dag har gått eller är nära', en: 'actions whose day has passed or is near' },
  *find(archive) {
    for (const document of archive.ofKind(...RECORDS)) {
      for (const assignment of assignmentsOf(document, archive)) {
        const { address, dueDay, group, owners } = assignment
        if (!isOpen(assignment) || dueDay === undefined) continue
        const people = owners.flatMap(owner => (owner.is === 'person' ? [owner.name] : []))
        const who = people.length === 0 ? '' : ` (${people.join(', ')})`
        yield {
          due: dueDay,
          groups: group === undefined ? [] : [group],
          people,
          concerns: address,
          says: {
            sv: `Uppdraget ${address}${who} ska vara klart ${dueDay}.`,
            en: `The action ${address}${who} is to be done by ${dueDay}.`,
          },
          command: `samverkan done ${shellWord(address)}`,
        }
      }
    }
  },
}
