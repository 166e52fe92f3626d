import { textOf } from '../../model/fields.js'
import { readWrittenDate } from '../../model/period.js'
import type { Rule } from '../../model/rule.js'
import { documentsOf, isPlanned } from '../../model/sitting.js'

/**
 * An open matter is at the next meeting of its group after the last that had it, or after it came in in time for one,
 * until it is closed or lifted. One that says when it comes back is left to `aterkommer-glomd`.
 */
export const rule: Rule = {
  name: 'arende-tappat',
  reach: 'archive',
  level: 'error',
  states: {
    sv: 'Ett öppet ärende finns med vid gruppens nästa möte.',
    en: 'An open matter is there at the next meeting of its group.',
  },
  because: {
    sv: 'Ett ärende som inte är avslutat men inte heller tas upp har ramlat mellan två möten.',
    en: 'A matter that is not closed, but not taken up either, has fallen between two meetings.',
  },
  kinds: ['ärende'],
  *check(document, archive) {
    if (readWrittenDate(textOf(document.fields, 'återkommer') ?? '') !== undefined) return
    const { id = '' } = document
    for (const field of ['grupp', 'lyft_till']) {
      const group = textOf(document.fields, field)
      const [held] = group === undefined ? [] : archive.fatesFrom(document, group)
      if (held?.fate.is !== 'lost') continue
      const { at } = held.fate
      yield {
        at: { field: [field === 'grupp' ? 'status' : field] },
        ...(isPlanned(at) && { level: 'warning' as const }),
        says: {
          sv: `Ärendet är öppet, men saknas vid gruppens möte ${at.day} (${documentsOf(at)}).`,
          en: `The matter is open, but is missing from the meeting of the group on ${at.day} (${documentsOf(at)}).`,
        },
        advice: {
          sv: `Skriv \`*Ärende: ${id}*\` under den punkt där det togs upp. Togs det inte upp: sätt \`återkommer\`, \`status: lyft\` eller \`status: avslutat\`.`,
          en: `Write \`*Ärende: ${id}*\` under the item where it was taken up. If it was not: set \`återkommer\`, \`status: lyft\` or \`status: avslutat\`.`,
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Nästa möte har inte ärendet', en: 'The next meeting does not have the matter' },
      typ: 'ärende',
      files: minutes('Inget.'),
      finds: ['status: pågår'],
    },
    {
      shows: {
        sv: 'Ärendet kom in i god tid, men inget möte har tagit upp det',
        en: 'The matter came in in good time, but no meeting has taken it up',
      },
      typ: 'ärende',
      front: { id: 'ARE-2024-k3k3', titel: 'Nattis', länkar: undefined },
      path: 'arenden/2024/are-2024-k3k3.md',
      finds: ['status: pågår'],
    },
    {
      shows: { sv: 'Ärendet kom in för sent för mötet', en: 'The matter came in too late for the meeting' },
      typ: 'ärende',
      front: { id: 'ARE-2024-k3k3', titel: 'Nattis', länkar: undefined, inkom: '2024-05-02' },
      path: 'arenden/2024/are-2024-k3k3.md',
      finds: [],
    },
    {
      shows: { sv: 'Nästa möte har ärendet', en: 'The next meeting has the matter' },
      typ: 'ärende',
      files: minutes('*Ärende: ARE-2024-a1b2*\n\nInget nytt.'),
      finds: [],
    },
    {
      shows: { sv: 'Ärendet är avslutat', en: 'The matter is closed' },
      typ: 'ärende',
      front: { status: 'avslutat' },
      files: minutes('Inget.'),
      finds: [],
    },
    {
      shows: { sv: 'Ärendet är lyft till en annan grupp', en: 'The matter is lifted to another group' },
      typ: 'ärende',
      front: { status: 'lyft', lyft_till: 'demolag' },
      files: minutes('Inget.'),
      finds: [],
    },
    {
      shows: { sv: 'Ärendet återkommer längre fram', en: 'The matter comes back later on' },
      typ: 'ärende',
      front: { återkommer: '2024-12' },
      files: minutes('Inget.'),
      finds: [],
    },
  ],
}

/** The minutes of the meeting after that of the demonstration archive. */
function minutes(said: string): Readonly<Record<string, string>> {
  return {
    'moten/demo/2024/2024-06-05-anteckningar.md': `---\nid: MA-demo-2024-06-05\ntyp: mötesanteckningar\ntitel: Möte\nstatus: granskning\nsekretess: öppen\ngrupp: demo\ndatum: 2024-06-05\n---\n\n# Möte\n\n## 1. Läget\n\n${said}\n`,
  }
}
