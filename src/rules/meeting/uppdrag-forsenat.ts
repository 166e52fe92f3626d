import { actionName } from '../../model/action-name.js'
import type { Archive } from '../../model/archive.js'
import type { Action } from '../../model/body.js'
import type { Document } from '../../model/document.js'
import { dueIn } from '../../model/due.js'
import { meetingOf } from '../../model/meeting.js'
import { periodWords } from '../../model/period-words.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** No action is open after its day. Said where it was last given, not at each meeting that gave it anew or asked about it. */
export const rule: Rule = {
  name: 'uppdrag-forsenat',
  reach: 'archive',
  level: 'warning',
  states: {
    sv: 'Inget uppdrag är öppet efter den dag då det skulle vara klart.',
    en: 'No action is open after the day by which it was to be done.',
  },
  because: {
    sv: 'Ett försenat uppdrag är antingen gjort och inte avbockat, eller bortglömt; bara ni vet vilket.',
    en: 'A late action is either done and not ticked, or forgotten; only you know which.',
  },
  kinds: RECORDS,
  *check(document, archive) {
    for (const action of document.body.actions) {
      const due = action.done || action.due === undefined ? undefined : dueIn(action.due, document)
      if (due === undefined || due.to >= archive.today || isCarriedOn(action, document, archive)) continue
      const name = actionName(action, document)
      const when = periodWords(due)
      yield {
        at: { line: action.line },
        says: {
          sv: `${name.sv} skulle ha varit klart ${when.sv} och är fortfarande öppet.`,
          en: `${name.en} was to be done ${when.en} and is still open.`,
        },
        advice: {
          sv: 'Är det gjort: kör `samverkan done` med uppdragets adress, eller skriv `[x]` i stället för `[ ]` och `(klart ÅÅÅÅ-MM-DD)` sist. Annars: ta upp det på nästa möte med en ny dag.',
          en: 'If it is done: run `samverkan done` with the address of the action, or write `[x]` for `[ ]` and `(klart YYYY-MM-DD)` last. If not: take it up at the next meeting with a new day.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Dagen har gått', en: 'The day has passed' },
      body: '## § 1 Skolfrånvaro\n\n- [ ] Bo Berg: ringa skolorna (senast 2024-05-31)\n',
      finds: ['2024-05-31'],
    },
    {
      shows: {
        sv: 'Dagen är inte här än, eller uppdraget är gjort',
        en: 'The day is not here yet, or the action is done',
      },
      body: '## § 1 Skolfrånvaro\n\n- [ ] Bo Berg: ringa skolorna (senast 2024-06-10)\n- [ ] Bo Berg: skriva (senast juni 2024)\n- [x] Bo Berg: mejla (senast 2024-05-31) (klart 2024-06-03)\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Nästa möte har uppdraget med en ny dag',
        en: 'The next meeting has the action with a new day',
      },
      body: '## § 1 Skolfrånvaro\n\n- [ ] Bo Berg: ringa skolorna (senast 2024-05-31)\n',
      files: {
        'moten/demo/2024/2024-06-05-anteckningar.md':
          '---\nid: MA-demo-2024-06-05\ntyp: mötesanteckningar\ntitel: Möte\nstatus: granskning\nsekretess: öppen\ngrupp: demo\ndatum: 2024-06-05\n---\n\n# Möte\n\n## 1. Skolfrånvaro\n\n- [ ] Bo Berg: ringa skolorna (senast 2024-06-30)\n',
      },
      finds: [],
    },
  ],
}

/** True when a later meeting of the group gave the action anew; then it is there that it is late or done. */
function isCarriedOn(action: Action, document: Document, archive: Archive): boolean {
  const { group } = meetingOf(document)
  const held = group === undefined ? [] : archive.fatesFrom(document, group)
  return held.some(
    ({ waiting, fate }) =>
      fate.is === 'given anew' && waiting.what === 'action' && waiting.line === action.line,
  )
}
