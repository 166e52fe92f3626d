import { createHash } from 'node:crypto'
import { questionFor } from '../kinds/question.js'
import type { Archive } from '../model/archive.js'
import { yearOf } from '../model/day.js'
import type { Document } from '../model/document.js'
import { type FieldValue, fieldsOf, textOf } from '../model/fields.js'
import type { MappedColumn } from '../model/import-columns.js'
import { type ReadRow, readRow } from '../model/import-row.js'
import type { HeadedTable } from '../model/import-table.js'
import type { Reader } from '../model/import-value.js'
import type { DocumentKind, JsonSchema } from '../model/kind.js'
import type { Said } from '../model/said.js'
import { folded } from '../model/text.js'
import { draftOf, writtenDraft } from './import-document.js'

/** What becomes of a row of a list. Every row has exactly one fate. */
export type RowFate =
  | {
      readonly is: 'created' | 'draft'
      readonly number: number
      readonly id: string
      readonly path: string
      readonly text: string
      readonly needs: readonly Said[]
    }
  | { readonly is: 'existing'; readonly number: number; readonly document: Document }
  | { readonly is: 'left'; readonly number: number; readonly needs: readonly Said[] }

/** What a list is imported into, and as what. */
export interface Importing {
  readonly archive: Archive
  readonly kind: DocumentKind
  readonly common: JsonSchema
  readonly table: HeadedTable
  readonly columns: readonly MappedColumn[]
  /** Name of the file, without its folder. */
  readonly file: string
  /** The year of dates that are written without one. */
  readonly year?: number
  /** The group of rows that name none. */
  readonly group?: string
  /** Makes the random part of an id: four characters of Crockford's base32. */
  readonly randomPart: () => string
}

/** The fate of every row, in the order of the list. Writes nothing. */
export function plannedRows(importing: Importing): readonly RowFate[] {
  const { archive, kind, table, columns, file, group } = importing
  const reader = readerOf(importing)
  const known = marksIn(archive, kind)
  const seen = new Map<string, number>()
  const taken = new Set<string>()
  return table.rows.map((row): RowFate => {
    const { number } = row
    const read = readRow(row, columns, reader)
    if ('refused' in read) return { is: 'left', number, needs: [read.refused] }
    const named = archive.byId(read.texts.get('listnummer') ?? '')
    if (named?.typ === kind.typ) return { is: 'existing', number, document: named }
    const same = identityOf(read)
    const times = (seen.get(same) ?? 0) + 1
    seen.set(same, times)
    const mark = markOf(same, times)
    const there = known.get(mark)
    if (there !== undefined) return { is: 'existing', number, document: there }
    const grouped = group === undefined || read.fields.has('grupp') ? read : withGroup(read, group)
    const draft = draftOf(grouped, kind, archive, { file, mark })
    const id = idFor(draft.fields, importing, taken)
    taken.add(id)
    return {
      is: draft.isDraft ? 'draft' : 'created',
      number,
      id,
      path: kind.pathPattern.replace('<år>', id.slice(4, 8)).replace('<id>', id.toLowerCase()),
      text: writtenDraft(draft, id, kind),
      needs: times === 1 ? draft.needs : [ALIKE, ...draft.needs],
    }
  })
}

const withGroup = (read: ReadRow, group: string): ReadRow => ({
  ...read,
  fields: new Map([...read.fields, ['grupp', group]]),
})

const ALIKE: Said = {
  sv: 'Raden är likadan som en tidigare rad.',
  en: 'The row is the same as an earlier one.',
}

/** Reads cells by the closed lists of the kind, with what samverkan.yaml adds to them. */
function readerOf({ archive, kind, common, year }: Importing): Reader {
  const lists = new Map<string, readonly string[]>()
  return {
    archive,
    ...(year !== undefined && { year }),
    wordsOf: field => {
      const own =
        lists.get(field) ??
        (field === 'status'
          ? kind.statuses.map(({ name }) => name)
          : [...questionFor(kind, common, field).choices, ...(archive.settings.vocabulary.get(field) ?? [])])
      lists.set(field, own)
      return own
    },
  }
}

/** The deviations that have been made of rows, by the mark of the row. */
const marksIn = (archive: Archive, kind: DocumentKind): ReadonlyMap<string, Document> =>
  new Map(
    archive.ofKind(kind.typ).flatMap(document => {
      const mark = textOf(fieldsOf(document.fields, 'källa'), 'märke')
      return mark === undefined ? [] : [[mark, document] as const]
    }),
  )

/**
 * What makes a row the same row when the list is imported again: its number in the list with its first date and party;
 * else what was reported, but not how far it has come since.
 */
function identityOf({ texts }: ReadRow): string {
  const of = (names: readonly string[]) =>
    names.flatMap(name => (texts.has(name) ? [[name, folded(texts.get(name) ?? '')]] : []))
  const numbered = texts.has('listnummer') ? of(['listnummer', 'händelsedatum', 'rapporterad', 'från']) : []
  const reported = of(REPORTED)
  const all = [...texts].map(([name, text]) => [name, folded(text)])
  return JSON.stringify(numbered.length > 0 ? numbered : reported.length > 0 ? reported : all)
}

const REPORTED = [
  'händelsedatum',
  'rapporterad',
  'från',
  'berör',
  'område',
  'typ_av_avvikelse',
  'titel',
  'beskrivning',
  'konsekvenser för barnet/den unge',
  'konsekvenser för verksamheterna',
  'förslag till åtgärder',
]

const markOf = (identity: string, times: number): string =>
  createHash('sha256').update(`${identity}\n${times}`).digest('hex').slice(0, 16)

/** An id that no document of the archive and no other row has; its year is that of the first date. */
function idFor(
  fields: ReadonlyMap<string, FieldValue>,
  { archive, kind, randomPart, year: ofList }: Importing,
  taken: ReadonlySet<string>,
): string {
  const days = STEPS.flatMap(step => fields.get(step) ?? []).filter(day => typeof day === 'string')
  const [first] = days.toSorted()
  const year = first?.slice(0, 4) ?? String(ofList ?? yearOf(archive.today))
  for (let tries = 0; ; tries++) {
    const id = kind.idPattern.replace('<år>', year).replace('<slump>', randomPart())
    const path = kind.pathPattern.replace('<år>', year).replace('<id>', id.toLowerCase())
    if (!taken.has(id) && archive.byId(id) === undefined && !archive.files.has(path)) return id
    if (tries > 1000) throw new Error(`No id of ${kind.idPattern} is free.`)
  }
}

const STEPS = ['händelsedatum', 'rapporterad', 'mottagen', 'chefskontakt', 'beslutad', 'avslutad']
