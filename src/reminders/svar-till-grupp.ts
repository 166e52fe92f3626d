import { nameOf } from '../model/document.js'
import { stated, textOf } from '../model/fields.js'
import { dayIn } from '../model/meeting.js'
import type { Reminder } from '../model/reminder.js'

/** A group that a matter was lifted to answers in time; both groups see it until it does. */
export const reminder: Reminder = {
  name: 'svar-till-grupp',
  watches: {
    sv: 'svar som en grupp väntar på från en annan',
    en: 'answers that one group awaits from another',
  },
  *find(archive) {
    for (const matter of archive.ofKind('ärende')) {
      if (matter.status !== 'lyft') continue
      const from = textOf(matter.fields, 'grupp')
      const to = textOf(matter.fields, 'lyft_till')
      const due = dayIn(textOf(matter.fields, 'svar_senast'))
      const id = nameOf(matter)
      const when = due === undefined ? undefined : { sv: ` senast ${due}`, en: ` by ${due}` }
      yield {
        ...stated('due', due),
        groups: [from, to].filter(group => group !== undefined),
        people: [],
        concerns: id,
        says: {
          sv: `${from ?? 'En grupp'} väntar på svar från ${to ?? 'en annan grupp'} om ${id}${when?.sv ?? ''}.`,
          en: `${from ?? 'A group'} awaits an answer from ${to ?? 'another group'} on ${id}${when?.en ?? ''}.`,
        },
        command: `samverkan show ${id}`,
      }
    }
  },
}
