import type { Body, Prose } from '../model/body.js'
import type { Day } from '../model/day.js'
import type { Document, Fault, Grade, Stage } from '../model/document.js'
import type { Fields } from '../model/fields.js'
import {
  arePointsKnownAt,
  beganAt,
  type Columns,
  gradeAt,
  hasFaultsAt,
  idAt,
  stageAt,
  wordAt,
} from './cache-columns.js'
import { FACETS, type Facet, WITHHELD } from './cache-text.js'
import { freed } from './freed.js'
import type { Again } from './read-again.js'

/** Where the rest of kept documents comes from, by their numbers. */
export interface Rest {
  /** The row of their fields; absent when it is damaged. */
  fields(at: number): string | undefined
  /** The row of their bodies; absent when it is damaged. */
  body(at: number): string | undefined
  readonly again: Again
}

/**
 * A document that is read when it is asked for, part by part: from what was kept of it, else from its file. Its parts
 * are not its own properties, so it cannot be copied with `...`.
 */
export class KeptDocument implements Document {
  readonly role = 'document'
  readonly path: string
  readonly typ?: string
  readonly id?: string
  readonly status?: string
  readonly stage: Stage
  readonly grade: Grade
  readonly unreadable = false
  readonly began?: Day
  readonly group?: string
  private readonly at: number
  private readonly rest: Rest
  private knownFields: Fields | undefined
  private knownFaults: readonly Fault[] | undefined
  private knownBody: KeptBody | undefined

  /** True when what it points at is known without its being read. */
  readonly arePointsKnown: boolean

  constructor(columns: Columns, at: number, path: string, rest: Rest) {
    const typ = wordAt(columns, columns.typs, at)
    const id = idAt(columns, at)
    const status = wordAt(columns, columns.statuses, at)
    const began = beganAt(columns, at)
    const group = wordAt(columns, columns.groups, at)
    this.path = path
    if (typ !== undefined) this.typ = typ
    if (id !== undefined) this.id = id
    if (status !== undefined) this.status = status
    if (began !== undefined) this.began = began
    if (group !== undefined) this.group = group
    this.stage = stageAt(columns, at)
    this.grade = gradeAt(columns, at)
    this.arePointsKnown = arePointsKnownAt(columns, at)
    if (!hasFaultsAt(columns, at)) this.knownFaults = NOTHING
    this.at = at
    this.rest = rest
  }

  get fields(): Fields {
    this.knownFields ??= this.readFields()
    return this.knownFields
  }

  get faults(): readonly Fault[] {
    this.knownFaults ??= this.readFaults()
    return this.knownFaults
  }

  get body(): Body {
    this.knownBody ??= new KeptBody(this.rest.body(this.at), () => this.rest.again(this.path).body)
    return this.knownBody
  }

  private readFields(): Fields {
    const row = this.rest.fields(this.at)
    if (row === undefined) return this.rest.again(this.path).fields
    const fields: Fields = JSON.parse(row)
    freed(fields)
    return fields
  }

  private readFaults(): readonly Fault[] {
    const row = this.rest.body(this.at)
    if (row === undefined) return this.rest.again(this.path).faults
    const line = row.slice(0, row.indexOf('\n'))
    return line === '' ? NOTHING : JSON.parse(line)
  }
}

const PROSE = FACETS.length + 1
const LINE_OF: ReadonlyMap<Facet, number> = new Map(FACETS.map((facet, index) => [facet, index + 1]))

/** The body of a kept document, facet by facet. */
class KeptBody implements Body {
  private readonly lines: readonly string[]
  private readonly again: () => Body
  private readonly known: { -readonly [name in Facet]?: Body[name] } = {}

  constructor(row: string | undefined, again: () => Body) {
    this.lines = row === undefined ? [] : row.split('\n')
    this.again = again
  }

  get headings() {
    return this.facet('headings')
  }
  get sections() {
    return this.facet('sections')
  }
  get decisions() {
    return this.facet('decisions')
  }
  get actions() {
    return this.facet('actions')
  }
  get links() {
    return this.facet('links')
  }
  get mentions() {
    return this.facet('mentions')
  }
  get references() {
    return this.facet('references')
  }
  get comments() {
    return this.facet('comments')
  }
  get confidential() {
    return this.facet('confidential')
  }
  get code() {
    return this.facet('code')
  }

  get prose(): readonly Prose[] {
    const line = this.lines[PROSE]
    return line === undefined || line === '' ? this.again().prose : JSON.parse(line)
  }

  private facet<Name extends Facet>(name: Name): Body[Name] {
    const known: Body[Name] | undefined = this.known[name]
    if (known !== undefined) return known
    const line = this.lines[LINE_OF.get(name) ?? -1]
    const read: Body[Name] =
      line === undefined || line === WITHHELD ? this.again()[name] : line === '' ? NOTHING : JSON.parse(line)
    this.known[name] = read
    return read
  }
}

const NOTHING: readonly never[] = []
