import type { Document } from './document.js'
import { mayBeQuoted } from './document.js'
import { type Attendee, dayOfMeeting, meetingOf } from './meeting.js'
import { personKey } from './people.js'
import { presenceAt } from './presence.js'
import { RECORDS } from './rule.js'
import { DOCUMENT_FIELDS, OF_DOCUMENT, type TidyRow, type TidyTable, type Told } from './tidy-table.js'
import { groupTold, isSealedOff, partyTold, personTold } from './told.js'

/** The minutes and protocols that are told of: not those under secrecy. */
export const recordsTold = ({ archive }: Told): readonly Document[] =>
  archive.ofKind(...RECORDS).filter(document => !document.unreadable && !isSealedOff(document))

/** One row for each minutes or protocol. */
export const meetings: TidyTable = {
  name: 'meetings',
  title: { sv: 'Möten', en: 'Meetings' },
  about: {
    sv: 'Anteckningar och protokoll från möten som inte är under sekretess. Plats står bara där dokumentet är öppet.',
    en: 'Minutes and protocols of meetings that are not under secrecy. The place stands only where the document is open.',
  },
  fields: [
    ...DOCUMENT_FIELDS,
    { name: 'group_slug', type: 'string', title: { sv: 'Grupp', en: 'Group' } },
    { name: 'date', type: 'date', title: { sv: 'Datum', en: 'Date' } },
    { name: 'place', type: 'string', title: { sv: 'Plats', en: 'Place' } },
    {
      name: 'present',
      type: 'integer',
      title: { sv: 'Antal närvarande', en: 'Number present' },
      about: {
        sv: 'Saknas där det inte framgår vilka som var där.',
        en: 'Absent where it is not stated who was there.',
      },
    },
    {
      name: 'sections',
      type: 'integer',
      title: { sv: 'Antal punkter', en: 'Number of items' },
      presence: 'required',
    },
    {
      name: 'decisions',
      type: 'integer',
      title: { sv: 'Antal beslut', en: 'Number of decisions' },
      presence: 'required',
    },
    {
      name: 'actions',
      type: 'integer',
      title: { sv: 'Antal uppdrag', en: 'Number of actions' },
      presence: 'required',
    },
  ],
  key: ['archive', 'document'],
  references: [OF_DOCUMENT],
  rowsOf: told =>
    recordsTold(told).map(document => {
      const { group, place } = meetingOf(document)
      const { isStated } = presenceAt(document, told.archive)
      const { sections, decisions, actions } = document.body
      return {
        archive: told.name,
        document: told.keyOf(document),
        group_slug: groupTold(told, group),
        date: dayOfMeeting(document),
        place: mayBeQuoted(document) ? place : undefined,
        present: isStated ? presentAt(document, told).length : undefined,
        sections: sections.filter(({ depth }) => depth === 2).length,
        decisions: decisions.length,
        actions: actions.length,
      }
    }),
}

/** One row for each person who was at a meeting or was missed. */
export const attendance: TidyTable = {
  name: 'attendance',
  title: { sv: 'Närvaro', en: 'Attendance' },
  about: {
    sv: 'Vilka som var med. Namn står bara på dem som finns i registret, och bara där dokumentet är öppet; av andra står organisationen, där registret har den.',
    en: 'Who took part. Names stand only of those in the register, and only where the document is open; of others the organisation, where the register has it.',
  },
  fields: [
    ...DOCUMENT_FIELDS,
    { name: 'number', type: 'integer', title: { sv: 'Nummer', en: 'Number' }, presence: 'required' },
    {
      name: 'attendance',
      type: 'string',
      title: { sv: 'Närvaro', en: 'Attendance' },
      presence: 'required',
      values: ['present', 'absent'],
    },
    { name: 'person', type: 'string', title: { sv: 'Person', en: 'Person' } },
    { name: 'organisation', type: 'string', title: { sv: 'Organisation', en: 'Organisation' } },
    {
      name: 'substitute',
      type: 'boolean',
      title: { sv: 'Ersättare', en: 'Substitute' },
      presence: 'required',
    },
    {
      name: 'whole_meeting',
      type: 'boolean',
      title: { sv: 'Hela mötet', en: 'The whole meeting' },
      presence: 'required',
    },
  ],
  key: ['archive', 'document', 'number'],
  references: [{ ...OF_DOCUMENT, table: 'meetings' }],
  rowsOf: told =>
    recordsTold(told).flatMap(document => {
      const { absent } = presenceAt(document, told.archive)
      return [
        ...presentAt(document, told).map(person => ({ person, attendance: 'present' })),
        ...absent.map(person => ({ person, attendance: 'absent' })),
      ].map(({ person, attendance: how }, index) => ({
        archive: told.name,
        document: told.keyOf(document),
        number: index + 1,
        attendance: how,
        ...attendeeTold(person, document, told),
      }))
    }),
}

/** Those who took part, each once: a chair may also be listed among those present. */
function presentAt(document: Document, { archive }: Told): readonly Attendee[] {
  const people = new Map<string, Attendee>()
  for (const person of presenceAt(document, archive).participants) {
    const key = personKey(archive, person.name)
    const before = people.get(key)
    if (before === undefined || before.items !== undefined) people.set(key, person)
  }
  return [...people.values()]
}

function attendeeTold(person: Attendee, document: Document, told: Told): TidyRow {
  const { name, organisation, replaces, items } = person
  const registered = told.archive.register.person(name)?.organisation
  const party = partyTold(told, organisation ?? registered)
  return {
    person: personTold(told, document, name),
    organisation: party,
    substitute: replaces !== undefined,
    whole_meeting: items === undefined,
  }
}
