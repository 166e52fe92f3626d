import type { Requirement } from './compliance-duty.js'
import type { Said } from './said.js'
import type { Sheet } from './sheet.js'
import {
  cellAt,
  lineOfRows,
  rowsWhere,
  type SteeringLine,
  type SteeringPart,
  type SteeringQuestion,
  tableNamed,
} from './steering-part.js'

/** What a steering group is told of how the groups keep to what they have set themselves. */
export const complianceInSteeringPack: SteeringPart = {
  place: 70,
  sentences: 2,
  tables: ['requirements', 'groups'],
  ownWords: {
    sv: 'Vad hindrar grupperna från att hålla sina tider, och vad vill styrgruppen ändra?',
    en: 'What keeps the groups from holding their times, and what does the steering group wish to change?',
  },
  lines: answer => [
    ...held(answer),
    missing(answer, 'meetings', 'late', {
      sv: 'möten som inte har hållits',
      en: 'meetings not held',
    }),
    missing(answer, 'minutes', 'late', {
      sv: 'möten utan färdiga anteckningar',
      en: 'meetings without finished minutes',
    }),
    missing(answer, 'adjustment', 'late', {
      sv: 'protokoll som inte är justerade',
      en: 'protocols not adjusted',
    }),
    missing(answer, 'standing-items', 'late', {
      sv: 'punkter i årshjulet som inte har tagits upp',
      en: 'items of the year not taken up',
    }),
    missing(answer, 'follow-ups', 'late', {
      sv: 'texter som inte har följts upp',
      en: 'texts not followed up',
    }),
    missing(answer, 'revisions', 'to-decide', {
      sv: 'rutiner och överenskommelser som ska revideras',
      en: 'routines and agreements to be revised',
    }),
    missing(answer, 'terms', 'to-decide', {
      sv: 'ledamöter vars tid har gått ut utan efterträdare',
      en: 'members whose time has run out with nobody after them',
    }),
  ],
}

/** How many meetings were held: those that were not are in the same row, and among what is missing. */
function held(answer: Sheet): readonly SteeringLine[] {
  const table = tableNamed(answer, 'requirements')
  const row = table?.rows.find(({ cells }) => cells[0] === 'meetings')
  if (table === undefined || row === undefined) return []
  const lacking = rowsWhere(answer, 'missing', cell => cell('requirement') === 'meetings')
  const without = new Set(lacking.flatMap(({ documents = [] }) => documents))
  const kept = cellAt(table, row, 'kept')
  return [
    {
      answers: 'happened',
      key: 'meetings-held',
      counts: { sv: 'möten hållna', en: 'meetings held' },
      count: typeof kept === 'number' ? kept : 0,
      documents: (row.documents ?? []).filter(address => !without.has(address)),
    },
  ]
}

const missing = (
  answer: Sheet,
  requirement: Requirement,
  answers: SteeringQuestion,
  counts: Said,
): SteeringLine =>
  lineOfRows(
    { answers, key: `${requirement}-missing`, counts },
    rowsWhere(answer, 'missing', cell => cell('requirement') === requirement),
  )
