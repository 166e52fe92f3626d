import type { Stage } from './document.js'
import type { FieldPath } from './place.js'
import type { Said } from './said.js'

/** A status of a kind: how final it is, and what it may become. */
export interface Status {
  readonly name: string
  readonly stage: Stage
  readonly next: readonly string[]
}

/** A section that a document of the kind has. */
export interface RequiredSection {
  readonly title: string
  /** The stage from which it must be there; absent when it may always be left out. */
  readonly from?: Stage
}

/** A type of document, read from `templates/<kind>/`: data, never code. */
export interface DocumentKind {
  /** What `typ:` says. */
  readonly typ: string
  /** Names on the command line, the English one first: `minutes`, `anteckningar`. */
  readonly commandNames: readonly string[]
  readonly label: Said
  readonly labels: Said
  readonly about: Said
  /** `PROT-<grupp>-<datum>`, `AVV-<år>-<slump>`, `RUT-<slug>`. */
  readonly idPattern: string
  /** `moten/<grupp>/<år>/<datum>-protokoll.md`. */
  readonly pathPattern: string
  /** Default confidentiality of a new one. */
  readonly confidentiality: string
  readonly statuses: readonly Status[]
  /** Required fields from each status on, as the kind lists them. */
  readonly required: ReadonlyMap<string, readonly string[]>
  readonly sections: readonly RequiredSection[]
  /** True when sections stand under `##` in the listed order and numbering is that of a meeting. */
  readonly isMeeting: boolean
  /** The front matter as JSON Schema 2020-12. */
  readonly schema: JsonSchema
  /** Relations that `länkar` may carry, each with the kinds that it may point at (none listed = any). */
  readonly relations: ReadonlyMap<string, readonly string[]>
  /** The text of `mall.md`. */
  readonly template: string
  /** Folder it was read from, for messages. */
  readonly origin: string
}

/** A JSON Schema as data. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

/** One thing that the schema of a kind says against the front matter of a document. */
export interface FieldFault {
  readonly problem: 'unknown' | 'missing' | 'value' | 'type'
  /** Where it stands; for a missing field, where it should. */
  readonly field: FieldPath
  /** The field's Swedish title where the schema has one. */
  readonly title?: string
  /** Values or keys that are allowed there. */
  readonly allowed?: readonly string[]
  /** The name under which samverkan.yaml can add values to the list, where it can. */
  readonly vocabulary?: string
  /** Why the value will not do, in words: "februari 2024 har 29 dagar". */
  readonly why?: Said
}
