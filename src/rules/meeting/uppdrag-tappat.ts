import { actionName } from '../../model/action-name.js'
import { meetingOf } from '../../model/meeting.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import { documentsOf, isPlanned } from '../../model/sitting.js'

/**
 * What is open after one meeting stands in the next: the action itself, ticked or not, or its address. An item that
 * comes back later, a note from the day of the next meeting or after, and a matter that is closed or lifted excuse it.
 */
export const rule: Rule = {
  name: 'uppdrag-tappat',
  reach: 'archive',
  level: 'error',
  states: {
    sv: 'Ett uppdrag som är öppet efter ett möte finns med vid nästa.',
    en: 'An action that is open after one meeting is there at the next.',
  },
  because: {
    sv: 'Det är mellan två möten som uppdrag försvinner, utan att någon har bestämt att de ska släppas.',
    en: 'It is between two meetings that actions vanish, without anybody having decided to drop them.',
  },
  kinds: RECORDS,
  *check(document, archive) {
    const { group } = meetingOf(document)
    if (group === undefined || document.body.actions.length === 0) return
    for (const { waiting, fate } of archive.fatesFrom(document, group)) {
      if (waiting.what !== 'action' || fate.is !== 'lost') continue
      const action = document.body.actions.find(({ line }) => line === waiting.line)
      if (action === undefined) continue
      const name = actionName(action, document)
      const where = documentsOf(fate.at)
      yield {
        at: { line: action.line },
        ...(isPlanned(fate.at) && { level: 'warning' as const }),
        says: {
          sv: `${name.sv} är öppet, men saknas vid gruppens möte ${fate.at.day} (${where}).`,
          en: `${name.en} is open, but is missing from the meeting of the group on ${fate.at.day} (${where}).`,
        },
        advice: {
          sv: 'Bocka av det om det är gjort. Ta annars med det vid nästa möte med samma ord, eller skriv där dess adress och vad ni kom fram till.',
          en: 'Tick it if it is done. If not, have it at the next meeting in the same words, or write its address there and what you arrived at.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Nästa möte har inte uppdraget', en: 'The next meeting does not have the action' },
      body: '## § 1 Skolfrånvaro\n\n- [ ] Bo Berg: ringa skolorna (senast 2024-06-20)\n- [ ] Cia Dahl: skriva till regionen (senast 2024-06-20)\n- [x] Bo Berg: mejla Ekmo\n',
      files: minutes('- [x] Cia Dahl: skriva till regionen (senast 2024-06-20)'),
      finds: ['Bo Berg: ringa skolorna'],
    },
    {
      shows: {
        sv: 'Nästa möte ger uppdraget till någon annan eller anger dess adress',
        en: 'The next meeting gives the action to somebody else, or gives its address',
      },
      body: '## § 1 Skolfrånvaro\n\n- [ ] Bo Berg: ringa skolorna (senast 2024-06-20)\n- [ ] Cia Dahl: skriva till regionen (senast 2024-06-20)\n',
      files: minutes(
        '- [ ] Fia Gran: ringa skolorna (senast 2024-09-20)\n\nPROT-demo-2024-05-23 § 1 u2 behövs inte längre.',
      ),
      finds: [],
    },
    {
      shows: {
        sv: 'Punkten återkommer senare, eller uppdraget har en anteckning',
        en: 'The item comes back later, or the action has a note',
      },
      body: '## § 1 Skolfrånvaro\n\n*Återkommer: 2024-12*\n\n- [ ] Bo Berg: ringa skolorna (senast 2024-12-01)\n\n## § 2 Budget\n\n- [ ] Cia Dahl: skriva till regionen (senast 2024-06-20)\n  - 2024-06-13 väntar på svar\n',
      files: minutes('Inget.'),
      finds: [],
    },
    {
      shows: { sv: 'En annan grupps möte räknas inte', en: 'A meeting of another group does not count' },
      body: '## § 1 Skolfrånvaro\n\n- [ ] Bo Berg: ringa skolorna (senast 2024-06-20)\n',
      finds: [],
    },
  ],
}

/** The minutes of the meeting after that of the example. */
function minutes(said: string): Readonly<Record<string, string>> {
  return {
    'moten/demo/2024/2024-06-05-anteckningar.md': `---\nid: MA-demo-2024-06-05\ntyp: mötesanteckningar\ntitel: Möte\nstatus: granskning\nsekretess: öppen\ngrupp: demo\ndatum: 2024-06-05\n---\n\n# Möte\n\n## 1. Uppdrag\n\n${said}\n`,
  }
}
