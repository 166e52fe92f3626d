import { Buffer } from 'node:buffer'
import type { Dataset } from '../model/dataset.js'
import type { Day } from '../model/day.js'
import { asJson } from '../model/output.js'
import type { Said } from '../model/said.js'
import { slugOf } from '../model/text.js'
import type { TidyField, TidyTable } from '../model/tidy-table.js'

/** A file of a dataset. */
export interface DataFile {
  readonly table: TidyTable
  readonly rows: number
  readonly format: DataFormat
  /** File name. */
  readonly path: string
  readonly content: string | Uint8Array
}

/** How tables are written. */
export type DataFormat = 'csv' | 'parquet'

/** A licence by its name in the SPDX list. */
export interface Licence {
  readonly name: string
  readonly path: string
  readonly title: string
}

/** The licences that a public body is advised to choose among (Digg: öppna data). */
export const LICENCES: readonly Licence[] = [
  {
    name: 'CC0-1.0',
    path: 'https://creativecommons.org/publicdomain/zero/1.0/',
    title: 'CC0 1.0 Universal',
  },
  {
    name: 'CC-BY-4.0',
    path: 'https://creativecommons.org/licenses/by/4.0/',
    title: 'Creative Commons Attribution 4.0 International',
  },
]

/**
 * What describes a dataset to other programs: a Data Package (version 2), with a Table Schema for each file. What people
 * read stands in Swedish and English.
 */
export function asDataPackage(
  { archives, years }: Dataset,
  files: readonly DataFile[],
  { made, licence }: { readonly made: Day; readonly licence: Licence | undefined },
): string {
  return asJson({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: slugOf(archives.join(' ')) || 'samverkan',
    title: archives.join(', '),
    description: both(ABOUT),
    languages: ['sv', 'en'],
    created: `${made}T00:00:00Z`,
    ...(years !== undefined && { temporal: { start: String(years.first), end: String(years.last) } }),
    ...(licence !== undefined && { licenses: [licence] }),
    sources: archives.map(title => ({ title })),
    contributors: [{ title: 'samverkan', roles: ['wrangler'] }],
    resources: files.map(file => resourceOf(file)),
  })
}

const ABOUT: Said = {
  sv: 'Dokument, möten, närvaro, beslut, uppdrag, avvikelser och länkar. Ordalydelser och namn på tjänstemän finns bara ur öppna dokument; ur andra finns id, slag, dagar och värden ur listor. Ett värde utanför listan eller registret är »annat».',
  en: 'Documents, meetings, attendance, decisions, actions, deviations and links. Wordings and names of officials are from open documents only; of others there are ids, kinds, days and values of lists. A value outside the list or register is »annat».',
}

function resourceOf({ table, rows, format, path, content }: DataFile) {
  const { name, title, about, fields, key, references } = table
  return {
    name: resourceName(name, format),
    type: 'table',
    path,
    title: both(title),
    description: both(about),
    ...(format === 'csv'
      ? {
          format: 'csv',
          mediatype: 'text/csv',
          encoding: 'utf-8',
          dialect: {
            delimiter: ',',
            lineTerminator: '\r\n',
            quoteChar: '"',
            doubleQuote: true,
            header: true,
          },
        }
      : { format: 'parquet', mediatype: 'application/vnd.apache.parquet' }),
    bytes: typeof content === 'string' ? Buffer.byteLength(content) : content.length,
    rowCount: rows,
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: fields.map(fieldOf),
      missingValues: [''],
      primaryKey: key,
      ...(references.length > 0 && {
        foreignKeys: references.map(({ fields: own, table: other, to }) => ({
          fields: own,
          reference: { resource: resourceName(other, format), fields: to },
        })),
      }),
    },
  }
}

/** Names are each once among the resources: those of CSV are the plain ones. */
const resourceName = (table: string, format: DataFormat): string =>
  format === 'csv' ? table : `${table}-parquet`

const fieldOf = ({ name, type, title, about, presence, values }: TidyField) => ({
  name,
  type,
  title: both(title),
  ...(about !== undefined && { description: both(about) }),
  ...((presence !== undefined || values !== undefined) && {
    constraints: {
      ...(presence === 'required' && { required: true }),
      ...(values !== undefined && { enum: values }),
    },
  }),
})

const both = ({ sv, en }: Said): string => (sv === en ? sv : `${sv} / ${en}`)
