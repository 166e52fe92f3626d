import type { Archive } from '../../model/archive.js'
import type { Finding } from '../../model/diagnostic.js'
import type { Document } from '../../model/document.js'
import { textOf } from '../../model/fields.js'
import { meetingOf } from '../../model/meeting.js'
import { readWrittenDate } from '../../model/period.js'
import { periodWords } from '../../model/period-words.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import { documentsOf, isPlanned } from '../../model/sitting.js'

/** What was put off comes back when it said that it would. Seed S2 § 6: a matter that was to come back in September. */
export const rule: Rule = {
  name: 'aterkommer-glomd',
  reach: 'archive',
  level: 'error',
  states: {
    sv: 'Det som skulle komma tillbaka finns med vid mötet då det skulle tas upp.',
    en: 'What was to come back is there at the meeting at which it was to be taken up.',
  },
  because: {
    sv: 'Den som fick vänta litar på att frågan kommer tillbaka, och ingen annan bevakar den.',
    en: 'Whoever was told to wait trusts that the question comes back, and nobody else keeps watch over it.',
  },
  kinds: [...RECORDS, 'ärende'],
  *check(document, archive) {
    if (document.typ === 'ärende') yield* forgottenMatter(document, archive)
    else yield* forgottenItems(document, archive)
  },
  examples: [
    {
      shows: { sv: 'Mötet i juni har inte punkten', en: 'The meeting in June does not have the item' },
      front: { nästa: '{datum: 2024-06-05}' },
      body: '## § 1 Skolfrånvaro\n\n*Återkommer: 2024-06*\n\nFrågan får vänta.\n\n## § 2 Budget\n\n### Demogruppen beslutar\n\n**att** bordlägga ärendet (återkommer nästa möte).\n',
      files: minutes('Platser'),
      finds: ['*Återkommer: 2024-06*', 'återkommer nästa möte'],
    },
    {
      shows: { sv: 'Mötet har punkten', en: 'The meeting has the item' },
      body: '## § 1 Skolfrånvaro\n\n*Återkommer: 2024-06*\n\nFrågan får vänta.\n',
      files: minutes('Skolfrånvaro'),
      finds: [],
    },
    {
      shows: {
        sv: 'Tiden är inte inne, eller inget möte har hållits',
        en: 'The time has not come, or no meeting has been held',
      },
      body: '## § 1 Skolfrånvaro\n\n*Återkommer: 2024-12*\n\nFrågan får vänta.\n\n## § 2 Budget\n\n*Återkommer: HT2024*\n\nFrågan får vänta.\n',
      files: minutes('Platser'),
      finds: [],
    },
    {
      shows: { sv: 'Ärendet skulle ha kommit tillbaka i maj', en: 'The matter was to come back in May' },
      typ: 'ärende',
      front: { återkommer: '2024-05', länkar: '{behandlas_i: [PROT-demo-2024-03-21 § 2]}' },
      files: {
        'moten/demo/2024/2024-05-23-protokoll.md': undefined,
        'moten/demo/2024/2024-05-23-kallelse.md': undefined,
      },
      finds: ['återkommer: 2024-05'],
    },
    {
      shows: { sv: 'Ett möte i maj har ärendet', en: 'A meeting in May has the matter' },
      typ: 'ärende',
      front: { återkommer: '2024-05' },
      finds: [],
    },
    {
      shows: { sv: 'Ärendet är avslutat', en: 'The matter is closed' },
      typ: 'ärende',
      front: { återkommer: '2024-04', status: 'avslutat', länkar: undefined },
      finds: [],
    },
  ],
}

/** Items and decisions of a meeting that were put off to a time at which the group has met without them. */
function* forgottenItems(document: Document, archive: Archive): Iterable<Finding> {
  const { group } = meetingOf(document)
  if (group === undefined || archive.leftOpenBy(document).length === 0) return
  for (const { waiting, fate } of archive.fatesFrom(document, group)) {
    if (waiting.what !== 'deferred' || fate.is !== 'lost') continue
    const { at } = fate
    yield {
      at: { line: waiting.line },
      ...(isPlanned(at) && { level: 'warning' }),
      says: {
        sv: `Det här skulle komma tillbaka, men mötet ${at.day} (${documentsOf(at)}) tar inte upp det.`,
        en: `This was to come back, but the meeting on ${at.day} (${documentsOf(at)}) does not take it up.`,
      },
      advice: {
        sv: `Ta upp det på nästa möte under samma rubrik eller med adressen \`${document.id ?? ''}\` och paragrafens nummer, också om det bara är för att släppa det.`,
        en: `Take it up at the next meeting under the same heading or with the address \`${document.id ?? ''}\` and the number of the paragraph, even if only to drop it.`,
      },
    }
  }
}

/** A matter whose `återkommer` has passed without a meeting of its group that had it. */
function* forgottenMatter(matter: Document, archive: Archive): Iterable<Finding> {
  const group = textOf(matter.fields, 'grupp')
  const period = readWrittenDate(textOf(matter.fields, 'återkommer') ?? '')?.period
  if (group === undefined || period === undefined || period.to >= archive.today) return
  const fate = archive.fatesFrom(matter, group)[0]?.fate
  if (fate?.is !== 'lost' && fate?.is !== 'put off') return
  const when = periodWords(period)
  yield {
    at: { field: ['återkommer'] },
    level: 'warning',
    says: {
      sv: `Ärendet skulle komma tillbaka ${when.sv}, men inget möte i gruppen har tagit upp det sedan dess.`,
      en: `The matter was to come back ${when.en}, but no meeting of the group has taken it up since.`,
    },
    advice: {
      sv: 'Sätt upp det på nästa dagordning och skriv ny dag i `återkommer`, eller sätt `status: avslutat` eller `status: lyft`.',
      en: 'Put it on the next agenda and write a new day in `återkommer`, or set `status: avslutat` or `status: lyft`.',
    },
  }
}

/** The minutes of the meeting after that of the example, with one item. */
function minutes(title: string): Readonly<Record<string, string>> {
  return {
    'moten/demo/2024/2024-06-05-anteckningar.md': `---\nid: MA-demo-2024-06-05\ntyp: mötesanteckningar\ntitel: Möte\nstatus: granskning\nsekretess: öppen\ngrupp: demo\ndatum: 2024-06-05\n---\n\n# Möte\n\n## 1. ${title}\n\nInget nytt.\n`,
  }
}
