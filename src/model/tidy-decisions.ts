import { type Assignment, assignmentsOf } from './assignment.js'
import { decisionsOf } from './decision-log.js'
import { type Document, nameOf } from './document.js'
import { dayIn, dayOfMeeting, meetingOf } from './meeting.js'
import type { Resolved } from './people.js'
import { recordsTold } from './tidy-meetings.js'
import { DOCUMENT_FIELDS, OF_DOCUMENT, type TidyField, type TidyTable, type Told } from './tidy-table.js'
import { groupTold, personTold } from './told.js'

const NUMBERED: readonly TidyField[] = [
  ...DOCUMENT_FIELDS,
  {
    name: 'number',
    type: 'integer',
    title: { sv: 'Nummer i dokumentet', en: 'Number in the document' },
    presence: 'required',
  },
  { name: 'address', type: 'string', title: { sv: 'Adress', en: 'Address' } },
  { name: 'group_slug', type: 'string', title: { sv: 'Grupp', en: 'Group' } },
  { name: 'date', type: 'date', title: { sv: 'Mötets datum', en: 'Day of the meeting' } },
]

const OF_MEETING = { ...OF_DOCUMENT, table: 'meetings' }

/** One row for each decision and proposal. */
export const decisions: TidyTable = {
  name: 'decisions',
  title: { sv: 'Beslut', en: 'Decisions' },
  about: {
    sv: 'Beslut och förslag. Ordalydelsen står bara där den är öppen.',
    en: 'Decisions and proposals. The wording stands only where it is open.',
  },
  fields: [
    ...NUMBERED,
    {
      name: 'standing',
      type: 'string',
      title: { sv: 'Läge', en: 'State' },
      presence: 'required',
      values: ['in-force', 'replaced', 'proposed', 'no-mandate'],
    },
    {
      name: 'follow_up',
      type: 'string',
      title: { sv: 'Uppföljning', en: 'Follow-up' },
      values: ['taken-up', 'waiting', 'forgotten'],
    },
    { name: 'text', type: 'string', title: { sv: 'Ordalydelse', en: 'Wording' } },
  ],
  key: ['archive', 'document', 'number'],
  references: [OF_MEETING],
  rowsOf: told =>
    recordsTold(told).flatMap(document =>
      decisionsOf(document, told.archive).map(({ address, standing, followUp, text }, index) => ({
        ...numbered(told, document, index, address),
        standing,
        follow_up: followUp,
        text,
      })),
    ),
}

/** One row for each action that a meeting gave. */
export const actions: TidyTable = {
  name: 'actions',
  title: { sv: 'Uppdrag', en: 'Actions' },
  about: {
    sv: 'Uppdrag som möten har gett. Vad som ska göras och vem som har det står bara där det är öppet; namn bara på dem som finns i registret.',
    en: 'Actions that meetings gave. What is to be done and by whom stands only where it is open; names only of those in the register.',
  },
  fields: [
    ...NUMBERED,
    {
      name: 'state',
      type: 'string',
      title: { sv: 'Läge', en: 'State' },
      about: { sv: 'Den dag då datamängden skapades.', en: 'On the day when the dataset was made.' },
      presence: 'required',
      values: ['overdue', 'due-later', 'undated', 'done', 'carried'],
    },
    { name: 'due', type: 'date', title: { sv: 'Senast', en: 'Due' } },
    { name: 'done', type: 'date', title: { sv: 'Klart', en: 'Done' } },
    {
      name: 'owners',
      type: 'string',
      title: { sv: 'Ansvariga', en: 'Owners' },
      about: { sv: 'Flera står med semikolon emellan.', en: 'Several stand with a semicolon between.' },
    },
    { name: 'text', type: 'string', title: { sv: 'Vad som ska göras', en: 'What is to be done' } },
  ],
  key: ['archive', 'document', 'number'],
  references: [OF_MEETING],
  rowsOf: told =>
    recordsTold(told).flatMap(document =>
      assignmentsOf(document, told.archive).map((assignment, index) => ({
        ...numbered(told, document, index, assignment.address),
        state: assignment.state,
        due: assignment.dueDay,
        done: dayIn(assignment.doneOn),
        owners: ownersTold(assignment, document, told),
        text: assignment.task,
      })),
    ),
}

const numbered = (told: Told, document: Document, index: number, address: string) => ({
  archive: told.name,
  document: told.keyOf(document),
  number: index + 1,
  address: address.slice(nameOf(document).length).trim() || undefined,
  group_slug: groupTold(told, meetingOf(document).group),
  date: dayOfMeeting(document),
})

function ownersTold({ owners, task }: Assignment, document: Document, told: Told): string | undefined {
  if (task === undefined) return undefined
  const names = owners.flatMap(owner => ownerTold(owner, document, told) ?? [])
  return names.length === 0 ? undefined : names.join('; ')
}

function ownerTold(owner: Resolved, document: Document, told: Told): string | undefined {
  if (owner.is === 'person') return personTold(told, document, owner.name)
  return owner.is === 'organisation' || owner.is === 'group' ? owner.name : undefined
}
