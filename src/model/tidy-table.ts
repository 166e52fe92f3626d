import type { Archive } from './archive.js'
import type { Document } from './document.js'
import type { Said } from './said.js'

/** A value in a tidy table: absent where nothing is known or may be told. */
export type TidyValue = string | number | boolean | undefined

/** A field of a tidy table. */
export interface TidyField {
  /** ASCII, `snake_case`: the column in CSV, Parquet and SQL. */
  readonly name: string
  readonly type: 'string' | 'date' | 'integer' | 'boolean'
  /** What it is called, and what has to be known of it. */
  readonly title: Said
  readonly about?: Said
  /** `required`: always has a value. */
  readonly presence?: 'required'
  /** The only values that it can have. */
  readonly values?: readonly string[]
}

/** Fields of one table that name a row of another. */
export interface TidyReference {
  readonly fields: readonly string[]
  readonly table: string
  readonly to: readonly string[]
}

/** A tidy table: one row for each thing, one column for each fact, what may be told of it and no more. */
export interface TidyTable {
  /** ASCII: name of the file. */
  readonly name: string
  readonly title: Said
  readonly about: Said
  readonly fields: readonly TidyField[]
  /** The fields that tell the rows apart. */
  readonly key: readonly string[]
  readonly references: readonly TidyReference[]
  /** The rows of one archive among those of the dataset, by the names of the fields; in the order of the archive. */
  rowsOf(of: Told, all: readonly Told[]): readonly TidyRow[]
}

/** One row. */
export type TidyRow = Readonly<Record<string, TidyValue>>

/** An archive, and what may be told of it. */
export interface Told {
  /** Its name, each once in a dataset. */
  readonly name: string
  readonly archive: Archive
  /** What a document is called in the dataset: its id, where that is nothing but its kind's form; else a number. */
  keyOf(document: Document): string
}

/** The two fields that every table begins with. */
export const DOCUMENT_FIELDS: readonly TidyField[] = [
  {
    name: 'archive',
    type: 'string',
    title: { sv: 'Arkiv', en: 'Archive' },
    about: { sv: 'Arkivets namn.', en: 'Name of the archive.' },
    presence: 'required',
  },
  {
    name: 'document',
    type: 'string',
    title: { sv: 'Dokument', en: 'Document' },
    about: {
      sv: 'Dokumentets id. Ett nummer där id:t saknas, är taget eller har en annan form än slaget ska ha.',
      en: 'The id of the document. A number where there is none, it is taken or has not the form of its kind.',
    },
    presence: 'required',
  },
]

/** The row of the table of documents that a row belongs to. */
export const OF_DOCUMENT: TidyReference = {
  fields: ['archive', 'document'],
  table: 'documents',
  to: ['archive', 'document'],
}
