import type { Archive } from '../../model/archive.js'
import { daysAfter } from '../../model/day.js'
import type { Document } from '../../model/document.js'
import { textOf } from '../../model/fields.js'
import { groupOf } from '../../model/group.js'
import { dayIn, meetingOf } from '../../model/meeting.js'
import type { Place } from '../../model/place.js'
import type { Rule } from '../../model/rule.js'

/**
 * Matters on an agenda came in as many days before the meeting as the group has said (`ärenden_in_dagar`).
 * Seed S1: a month.
 */
export const rule: Rule = {
  name: 'arenden-in-sen',
  reach: 'archive',
  level: 'warning',
  states: {
    sv: 'De ärenden som står i kallelsen kom in så många dagar före mötet som gruppen har bestämt (`ärenden_in_dagar`).',
    en: 'The matters on the agenda came in as many days before the meeting as the group has decided (`ärenden_in_dagar`).',
  },
  because: {
    sv: 'Ett ärende som kommer in sent är inte berett, och mötet ägnas åt att förstå frågan i stället för att svara på den.',
    en: 'A matter that comes in late is not prepared, and the meeting is spent on understanding it instead of answering it.',
  },
  kinds: ['kallelse'],
  *check(document, archive) {
    const { group, day } = meetingOf(document)
    const home = group === undefined ? undefined : archive.group(group)
    const wanted = home === undefined ? undefined : groupOf(home).rhythm.mattersInDays
    if (wanted === undefined || day === undefined) return
    const last = daysAfter(day, -wanted)
    for (const [matter, at] of mattersOn(document, archive)) {
      const cameIn = dayIn(textOf(matter.fields, 'inkom'))
      if (cameIn === undefined || cameIn <= last) continue
      yield {
        at,
        says: {
          sv: `${matter.id} kom in ${cameIn}; till det här mötet skulle ärenden vara inne senast ${last}.`,
          en: `${matter.id} came in on ${cameIn}; for this meeting matters were to be in by ${last}.`,
        },
        advice: {
          sv: 'Flytta ärendet till nästa möte, eller skriv under ärendet varför det inte kan vänta.',
          en: 'Move the matter to the next meeting, or write under it why it cannot wait.',
        },
      }
    }
  },
  examples: [
    {
      shows: {
        sv: 'Ett ärende kom in tre veckor före mötet',
        en: 'A matter came in three weeks before the meeting',
      },
      typ: 'kallelse',
      files: {
        'arenden/2024/are-2024-k2m3.md':
          '---\nid: ARE-2024-k2m3\ntyp: ärende\ntitel: Skolskjuts\nstatus: berett\ngrupp: demo\ninkom: 2024-05-02\n---\n',
      },
      body: '## § 1 Skolskjuts\n\n*Slag: diskussion*\n\n*Förväntan: Läs underlaget.*\n\n*Ärende: ARE-2024-k2m3*\n\n## § 2 Överlämning\n\n*Ärende: ARE-2024-a1b2*\n',
      finds: ['*Ärende: ARE-2024-k2m3*'],
    },
    {
      shows: { sv: 'Ärendet kom in i tid', en: 'The matter came in in time' },
      typ: 'kallelse',
      finds: [],
    },
    {
      shows: {
        sv: 'Gruppen har inte bestämt något antal dagar',
        en: 'The group has decided on no number of days',
      },
      typ: 'kallelse',
      front: { datum: '2024-04-18', grupp: 'demolag' },
      finds: [],
    },
  ],
}

/** The matters that an agenda takes up, each with the first place that names it. */
function mattersOn(document: Document, archive: Archive): ReadonlyMap<Document, Place> {
  const matters = new Map<Document, Place>()
  for (const { id, section, at } of archive.pointersOf(document)) {
    const matter = section === undefined ? undefined : archive.byId(id)
    if (matter?.typ === 'ärende' && !matters.has(matter)) matters.set(matter, at)
  }
  return matters
}
