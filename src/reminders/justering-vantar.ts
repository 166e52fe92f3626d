import type { Archive } from '../model/archive.js'
import { daysAfter } from '../model/day.js'
import { type Document, nameOf } from '../model/document.js'
import { groupOf, USUAL_ADJUSTMENT_DAYS } from '../model/group.js'
import { meetingOf } from '../model/meeting.js'
import { properName } from '../model/people.js'
import type { Errand, Reminder } from '../model/reminder.js'
import { enumerated } from '../model/said.js'
import { shellWord } from '../model/shell-word.js'
import { yetToAdjust } from '../model/yet-to-adjust.js'

/**
 * A protocol is adjusted within the group's days, or fourteen where it has set none. Seed S2: adjusters were chosen,
 * and nobody signed.
 */
export const reminder: Reminder = {
  name: 'justering-vantar',
  watches: { sv: 'protokoll som inte är justerade', en: 'protocols that have not been adjusted' },
  *find(archive) {
    for (const protocol of archive.ofKind('protokoll')) {
      const { day, group } = meetingOf(protocol)
      if (protocol.stage === 'final' || day === undefined || day > archive.today) continue
      const own = group === undefined ? undefined : archive.group(group)
      const days = own === undefined ? undefined : groupOf(own).rhythm.adjustmentDays
      yield {
        due: daysAfter(day, days ?? USUAL_ADJUSTMENT_DAYS),
        groups: group === undefined ? [] : [group],
        concerns: nameOf(protocol),
        ...whatIsLeft(protocol, archive),
      }
    }
  },
}

function whatIsLeft(protocol: Document, archive: Archive): Pick<Errand, 'people' | 'says' | 'command'> {
  const left = yetToAdjust(protocol, archive).map(name => properName(archive, name))
  const [first] = left
  const id = nameOf(protocol)
  const { adjusters, secretary } = meetingOf(protocol)
  if (protocol.status !== 'justering' || adjusters.length === 0)
    return {
      people: secretary === undefined ? [] : [properName(archive, secretary.name)],
      says: {
        sv: `${id} har status \`${protocol.status ?? ''}\` och är inte justerat.`,
        en: `${id} has the status \`${protocol.status ?? ''}\` and is not adjusted.`,
      },
      command: `samverkan validate ${shellWord(protocol.path)}`,
    }
  if (first === undefined)
    return {
      people: [],
      says: {
        sv: `Alla har justerat ${id}; kvar är att sätta \`status: justerat\`.`,
        en: `All have adjusted ${id}; what is left is to set \`status: justerat\`.`,
      },
      command: `samverkan approve ${shellWord(id)} --final`,
    }
  const who = enumerated(left)
  return {
    people: left,
    says: {
      sv: `${id} är inte justerat; det väntar på ${who.sv}.`,
      en: `${id} is not adjusted; it waits for ${who.en}.`,
    },
    command: `samverkan approve ${shellWord(id)} --as ${shellWord(first)}`,
  }
}
