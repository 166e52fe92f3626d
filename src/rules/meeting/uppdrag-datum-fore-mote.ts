import { actionName } from '../../model/action-name.js'
import type { Archive } from '../../model/archive.js'
import type { Action } from '../../model/body.js'
import type { Document } from '../../model/document.js'
import { dueIn } from '../../model/due.js'
import { dayOfMeeting, meetingOf } from '../../model/meeting.js'
import { periodWords } from '../../model/period-words.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import { tasksOf } from '../../model/tasks.js'
import { folded } from '../../model/text.js'

/** What is given at a meeting is due on the day of the meeting or later; an action that lives on from before keeps its day. */
export const rule: Rule = {
  name: 'uppdrag-datum-fore-mote',
  reach: 'archive',
  level: 'error',
  states: {
    sv: 'Ett uppdrag ska vara klart tidigast samma dag som mötet där det ges.',
    en: 'An action is due no earlier than the day of the meeting at which it is given.',
  },
  because: {
    sv: 'En dag före mötet är nästan alltid fel år eller fel månad, och uppdraget räknas genast som försenat.',
    en: 'A day before the meeting is nearly always the wrong year or month, and the action counts as late at once.',
  },
  kinds: RECORDS,
  *check(document, archive) {
    const { day } = meetingOf(document)
    if (day === undefined) return
    for (const action of document.body.actions) {
      const due = action.done || action.due === undefined ? undefined : dueIn(action.due, document)
      if (due === undefined || due.to >= day || isOlder(action, document, archive)) continue
      const name = actionName(action, document)
      const when = periodWords(due)
      yield {
        at: { line: action.line },
        says: {
          sv: `${name.sv} ska vara klart ${when.sv}, men gavs först vid mötet ${day}.`,
          en: `${name.en} is due ${when.en}, but was given only at the meeting on ${day}.`,
        },
        advice: {
          sv: 'Rätta dagen efter `senast`; se särskilt på året.',
          en: 'Correct the day after `senast`; look at the year first.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Fel år', en: 'The wrong year' },
      body: '## § 1 Skolfrånvaro\n\n- [ ] Bo Berg: ringa skolorna (senast 2023-08-30)\n',
      finds: ['2023-08-30'],
    },
    {
      shows: {
        sv: 'Samma dag, senare, eller en månad som inte är slut',
        en: 'The same day, later, or a month that is not over',
      },
      body: '## § 1 Skolfrånvaro\n\n- [ ] Bo Berg: ringa (senast 2024-05-23)\n- [ ] Bo Berg: skriva (senast maj 2024)\n- [ ] Bo Berg: bjuda in (senast 15 januari)\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Ett uppdrag som lever kvar från ett tidigare möte',
        en: 'An action that lives on from an earlier meeting',
      },
      body: '## § 1 Skolfrånvaro\n\n- [ ] Bo Berg: räkna platserna (senast 2024-04-30)\n',
      files: {
        'moten/demo/2024/2024-04-11-anteckningar.md':
          '---\nid: MA-demo-2024-04-11\ntyp: mötesanteckningar\ntitel: Möte\nstatus: granskning\nsekretess: öppen\ngrupp: demo\ndatum: 2024-04-11\n---\n\n# Möte\n\n## 1. Platser\n\n- [ ] Bo Berg: räkna platserna (senast 2024-04-30)\n',
      },
      finds: [],
    },
  ],
}

/** True of an action that cites an earlier meeting, or that an earlier meeting of the group gave in the same words. */
function isOlder(action: Action, document: Document, archive: Archive): boolean {
  const { group, day } = meetingOf(document)
  const cites = document.body.mentions.some(
    ({ address, line }) => line >= action.line && line <= action.endLine && / u\d+$/.test(address),
  )
  if (cites || group === undefined || day === undefined) return cites
  const task = folded(action.task)
  return archive
    .meetingsOf(group)
    .some(earlier => (dayOfMeeting(earlier) ?? '9999') < day && tasksOf(earlier).has(task))
}
