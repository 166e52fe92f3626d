import { formalItemOf } from '../../model/agenda-item.js'
import { hasLaterMeeting } from '../../model/chain.js'
import { yearOf } from '../../model/day.js'
import type { Document } from '../../model/document.js'
import { fieldsOf, textOf } from '../../model/fields.js'
import { meetingOf } from '../../model/meeting.js'
import { datesIn } from '../../model/mentioned-date.js'
import { TOP } from '../../model/place.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import { sentencesOf } from '../../model/sentence.js'

/**
 * A record says when the group meets next, unless that meeting is already in the archive. Seed S0: put off to
 * "kommande möte".
 */
export const rule: Rule = {
  name: 'nasta-mote-saknas',
  reach: 'archive',
  level: 'warning',
  states: {
    sv: 'Dokumentet säger när gruppen möts nästa gång (`nästa`).',
    en: 'The document says when the group meets next (`nästa`).',
  },
  because: {
    sv: 'Det som skjuts upp till nästa möte har ingen dag att komma tillbaka på när ingen vet när det är.',
    en: 'What is put off to the next meeting has no day to come back on when nobody knows when that is.',
  },
  kinds: RECORDS,
  *check(document, archive) {
    const { next, group } = meetingOf(document)
    if (next?.day !== undefined || hasLaterMeeting(document, archive) || saysNext(document)) return
    if (
      textOf(document.fields, 'nästa') !== undefined ||
      textOf(fieldsOf(document.fields, 'nästa'), 'datum') !== undefined
    )
      return
    const home = group === undefined ? undefined : archive.group(group)
    if (home?.status === 'upphörd') return
    yield {
      at: next === undefined ? TOP : { field: ['nästa'] },
      says: {
        sv: 'Det står ingenstans när gruppen möts nästa gång.',
        en: 'It does not say anywhere when the group meets next.',
      },
      advice: {
        sv: 'Skriv till exempel `nästa: {datum: 2025-03-12, tid: 13.00–15.00, plats: Teams}`.',
        en: 'Write for example `nästa: {datum: 2025-03-12, tid: 13.00–15.00, plats: Teams}`.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Inget nästa möte', en: 'No next meeting' },
      front: { nästa: undefined },
      finds: ['---'],
    },
    {
      shows: { sv: 'Ett datum som gäller något annat', en: 'A date that is of something else' },
      typ: 'mötesanteckningar',
      front: { nästa: undefined },
      body: '## 1. Läget\n\nFrågan tas upp vid kommande möte. Konferensen är den 6 november.\n',
      finds: ['---'],
    },
    {
      shows: { sv: 'Det står i texten', en: 'It stands in the text' },
      front: { nästa: undefined },
      body: '## § 1 Läget\n\nBra.\n\n## Höstens möten\n\n19 september kl. 9–11 i Ekmo.\n',
      finds: [],
    },
    {
      shows: { sv: 'Det står i en mening', en: 'It stands in a sentence' },
      front: { nästa: undefined },
      body: '## § 1 Läget\n\nNästa möte blir den 19 september.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Kallelsen till nästa möte finns redan',
        en: 'The agenda of the next meeting is already there',
      },
      front: { nästa: undefined },
      files: {
        'moten/demo/2024/2024-09-19-kallelse.md':
          '---\nid: KAL-demo-2024-09-19\ntyp: kallelse\ntitel: Kallelse\nstatus: utkast\ngrupp: demo\ndatum: 2024-09-19\nnästa: {datum: 2024-11-21}\n---\n\n# Kallelse\n',
      },
      finds: [],
    },
  ],
}

/** True when the text names a day for the next meeting, in a sentence or under a heading about it. */
function saysNext(document: Document): boolean {
  const { day } = meetingOf(document)
  const year = day === undefined ? undefined : yearOf(day)
  const { prose, sections } = document.body
  const headed = new Set(
    sections.filter(({ title }) => formalItemOf(title) === 'next').map(({ index }) => index),
  )
  if ([...headed].some(index => datesIn(sections[index]?.title ?? '', year).length > 0)) return true
  return prose.some(each => {
    if (!/\d/.test(each.text)) return false
    if (each.section !== undefined && headed.has(each.section)) return datesIn(each.text, year).length > 0
    return (
      NEXT.test(each.text) &&
      sentencesOf(each).some(({ text }) => NEXT.test(text) && datesIn(text, year).length > 0)
    )
  })
}

const NEXT =
  /(?:nästa|nästkommande|kommande)\s+(?:\p{L}{0,30}möte|\p{L}{0,30}träff|\p{L}{0,30}sammanträde|gång)/iu
