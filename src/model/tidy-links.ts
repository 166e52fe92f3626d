import type { Pointer } from './archive.js'
import { stated } from './fields.js'
import { RELATIONS } from './relation.js'
import { mayBeRepeated } from './repeatable.js'
import { DOCUMENT_FIELDS, OF_DOCUMENT, type TidyRow, type TidyTable, type Told } from './tidy-table.js'
import { isSealedOff, OUTSIDE } from './told.js'

/** One row for each way in which a document points at another. */
export const links: TidyTable = {
  name: 'links',
  title: { sv: 'Länkar', en: 'Links' },
  about: {
    sv: 'Hur dokument pekar på varandra, också från ett arkiv till ett annat i datamängden. Ingenting till eller från dokument under sekretess.',
    en: 'How documents point at one another, also from one archive of the dataset to another. Nothing to or from documents under secrecy.',
  },
  fields: [
    ...DOCUMENT_FIELDS,
    { name: 'relation', type: 'string', title: { sv: 'Relation', en: 'Relation' }, presence: 'required' },
    {
      name: 'to_archive',
      type: 'string',
      title: { sv: 'Till arkiv', en: 'To archive' },
      presence: 'required',
    },
    {
      name: 'to_document',
      type: 'string',
      title: { sv: 'Till dokument', en: 'To document' },
      presence: 'required',
    },
  ],
  key: ['archive', 'document', 'relation', 'to_archive', 'to_document'],
  references: [
    OF_DOCUMENT,
    { fields: ['to_archive', 'to_document'], table: 'documents', to: ['archive', 'document'] },
  ],
  rowsOf: (told, all) => {
    const rows = told.archive.documents
      .filter(document => !isSealedOff(document))
      .flatMap(document => told.archive.pointersOf(document))
      .filter(maybeTold)
      .flatMap(pointer => rowOf(pointer, told, all))
    return [...new Map(rows.map(row => [JSON.stringify(row), row] as const)).values()]
  },
}

/** True of a link in the front matter, and of one in a passage that may be repeated. */
const maybeTold = ({ from, section, at }: Pointer): boolean =>
  'field' in at || mayBeRepeated(from, { line: at.line, ...stated('section', section) })

function rowOf({ from, relation, id }: Pointer, told: Told, all: readonly Told[]): readonly TidyRow[] {
  const home = [told, ...all].find(({ archive }) => archive.byId(id) !== undefined)
  const target = home?.archive.byId(id)
  if (home === undefined || target === undefined || target === from || isSealedOff(target)) return []
  const isKnown = RELATIONS.has(relation) || told.archive.kindOf(from)?.relations.has(relation) === true
  return [
    {
      archive: told.name,
      document: told.keyOf(from),
      relation: isKnown ? relation : OUTSIDE,
      to_archive: home.name,
      to_document: home.keyOf(target),
    },
  ]
}
