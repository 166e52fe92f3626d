import { type Day, yearOf } from './day.js'
import { deviationOf, timeOf } from './deviation.js'
import { type Document, mayBeQuoted, titleOf } from './document.js'
import { textOf } from './fields.js'
import { dayIn } from './meeting.js'
import { readId } from './naming.js'
import type { Period } from './period.js'
import { DOCUMENT_FIELDS, type TidyRow, type TidyTable, type Told } from './tidy-table.js'
import { groupTold, isSealedOff, OUTSIDE, statusTold } from './told.js'

/** Every document, also one that could not be read. */
export const documents: TidyTable = {
  name: 'documents',
  title: { sv: 'Dokument', en: 'Documents' },
  about: {
    sv: 'Alla dokument. Titeln står bara där dokumentet är öppet; under sekretess står bara slag, status och år.',
    en: 'All documents. The title stands only where the document is open; under secrecy only kind, status and year.',
  },
  fields: [
    ...DOCUMENT_FIELDS,
    { name: 'kind', type: 'string', title: { sv: 'Slag', en: 'Kind' } },
    { name: 'status', type: 'string', title: { sv: 'Status', en: 'Status' } },
    {
      name: 'confidentiality',
      type: 'string',
      title: { sv: 'Sekretess', en: 'Confidentiality' },
      presence: 'required',
      values: ['öppen', 'intern', 'sekretess'],
    },
    { name: 'group_slug', type: 'string', title: { sv: 'Grupp', en: 'Group' } },
    {
      name: 'date',
      type: 'date',
      title: { sv: 'Datum', en: 'Date' },
      about: {
        sv: 'Mötets dag, eller den dag då dokumentet kom in, beslutades eller började gälla.',
        en: 'Day of the meeting, or when the document came in, was decided or came into force.',
      },
    },
    { name: 'year', type: 'integer', title: { sv: 'År', en: 'Year' } },
    { name: 'title', type: 'string', title: { sv: 'Titel', en: 'Title' } },
    {
      name: 'readable',
      type: 'boolean',
      title: { sv: 'Gick att läsa', en: 'Could be read' },
      presence: 'required',
    },
  ],
  key: ['archive', 'document'],
  references: [],
  rowsOf: told => told.archive.documents.map(document => rowOf(document, told)),
}

function rowOf(document: Document, told: Told): TidyRow {
  const { typ, grade, fields, unreadable } = document
  const time = timeOfDocument(document, told)
  return {
    archive: told.name,
    document: told.keyOf(document),
    kind: typ === undefined ? undefined : told.archive.kinds.has(typ) ? typ : OUTSIDE,
    status: statusTold(told, document),
    confidentiality: grade,
    group_slug: isSealedOff(document) ? undefined : groupTold(told, textOf(fields, 'grupp')),
    date: isSealedOff(document) ? undefined : dayWithin(time),
    year: time === undefined ? undefined : yearOf(time.from),
    title: mayBeQuoted(document) && !unreadable ? titleOf(document) : undefined,
    readable: !unreadable,
  }
}

/** The one day of a stretch of time. */
export const dayWithin = (time: Period | undefined): Day | undefined =>
  time !== undefined && time.from === time.to ? time.from : undefined

/** When a document belongs in time: its day, or the year in its id. */
function timeOfDocument(document: Document, { archive }: Told): Period | undefined {
  if (document.typ === 'avvikelse') return timeOf(deviationOf(document), archive)
  const [day] = DAYS.flatMap(field => dayIn(textOf(document.fields, field)) ?? [])
  if (day !== undefined) return { from: day, to: day }
  const { id } = document
  const kind = archive.kindOf(document)
  const year = id === undefined || kind === undefined ? undefined : readId(kind.idPattern, id)?.('år')
  const [first, last] = year === undefined ? [] : [dayIn(`${year}-01-01`), dayIn(`${year}-12-31`)]
  return first === undefined || last === undefined ? undefined : { from: first, to: last }
}

const DAYS = ['datum', 'inkom', 'beslutad', 'gäller_från'] as const
