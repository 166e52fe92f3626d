import { daysAfter } from '../model/day.js'
import { nameOf } from '../model/document.js'
import { groupOf } from '../model/group.js'
import { meetingOf } from '../model/meeting.js'
import { isSamePerson, properName } from '../model/people.js'
import type { Reminder } from '../model/reminder.js'
import { shellWord } from '../model/shell-word.js'

/** A protocol is adjusted within the group's days. Seed S2: adjusters were chosen, and nobody signed. */
export const reminder: Reminder = {
  name: 'justering-vantar',
  watches: { sv: 'protokoll som inte är justerade', en: 'protocols that have not been adjusted' },
  *find(archive) {
    for (const protocol of archive.ofKind('protokoll')) {
      const { day, group, adjusters, approvals } = meetingOf(protocol)
      if (protocol.stage === 'final' || day === undefined || day > archive.today) continue
      const own = group === undefined ? undefined : archive.group(group)
      const days = own === undefined ? undefined : groupOf(own).rhythm.adjustmentDays
      const left = adjusters
        .map(({ name }) => properName(archive, name))
        .filter(name => !approvals.some(({ person }) => isSamePerson(archive, person, name)))
      const id = nameOf(protocol)
      const isReady = protocol.status === 'justering' && left.length > 0
      yield {
        ...(days !== undefined && { due: daysAfter(day, days) }),
        groups: group === undefined ? [] : [group],
        people: left,
        concerns: id,
        says: isReady
          ? { sv: `${id} väntar på ${left.join(' och ')}.`, en: `${id} waits for ${left.join(' and ')}.` }
          : adjusters.length > 0 && left.length === 0
            ? {
                sv: `Alla har justerat ${id}; kvar är att sätta \`status: justerat\`.`,
                en: `All have adjusted ${id}; what is left is to set \`status: justerat\`.`,
              }
            : {
                sv: `${id} har status \`${protocol.status ?? ''}\` och är inte justerat.`,
                en: `${id} has the status \`${protocol.status ?? ''}\` and is not adjusted.`,
              },
        command: isReady
          ? `samverkan approve ${id} --as ${shellWord(left[0] ?? '')}`
          : `samverkan validate ${protocol.path}`,
      }
    }
  },
}
