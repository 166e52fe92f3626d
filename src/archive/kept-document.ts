import type { Body, Prose } from '../model/body.js'
import type { Document, Fault, Grade, Stage } from '../model/document.js'
import type { Fields } from '../model/fields.js'
import { freed } from './freed.js'
import type { KeptHead } from './kept-head.js'
import { FACETS, type Facet, WITHHELD } from './kept-row.js'

/** Where the rest of a kept document comes from. */
export interface Rest {
  /** A row, by where it stands; absent when it is damaged. */
  row(at: number): string | undefined
  /** A document read from its file. */
  again(path: string): Pick<Document, 'fields' | 'faults' | 'body'>
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
  private readonly rest: Rest
  private readonly at: number
  private lines: readonly string[] | undefined
  private knownFields: Fields | undefined
  private knownFaults: readonly Fault[] | undefined
  private knownBody: Body | undefined

  /** The ids that it points at, in small letters, as far as it alone shows; absent when it also has links to files. */
  readonly points: readonly string[] | undefined

  constructor({ path, typ, id, status, stage, grade, points }: KeptHead, at: number, rest: Rest) {
    this.path = path
    if (typ !== undefined) this.typ = typ
    if (id !== undefined) this.id = id
    if (status !== undefined) this.status = status
    this.stage = stage
    this.grade = grade
    this.points = points
    this.rest = rest
    this.at = at
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
    this.knownBody ??= new KeptBody(this.row(), () => this.rest.again(this.path).body)
    return this.knownBody
  }

  private readFields(): Fields {
    const line = this.row()[FIELDS]
    if (line === undefined) return this.rest.again(this.path).fields
    const fields: Fields = JSON.parse(line)
    freed(fields)
    return fields
  }

  private readFaults(): readonly Fault[] {
    const line = this.row()[FAULTS]
    return line === undefined ? this.rest.again(this.path).faults : line === '' ? [] : JSON.parse(line)
  }

  /** The lines of the row; none when it is damaged. */
  private row(): readonly string[] {
    this.lines ??= this.rest.row(this.at)?.split('\n') ?? []
    return this.lines
  }
}

/** The ids that a kept document points at, known without its being read; absent of others. */
export const pointsKept = (document: Document): readonly string[] | undefined =>
  document instanceof KeptDocument ? document.points : undefined

const FIELDS = 0
const FAULTS = 1
const PROSE = FACETS.length + 2
const LINE_OF = new Map<Facet, number>(FACETS.map((facet, index) => [facet, index + 2]))

/** The body of a kept document, facet by facet. */
class KeptBody implements Body {
  private readonly lines: readonly string[]
  private readonly again: () => Body
  private readonly known: { -readonly [name in Facet]?: Body[name] } = {}

  constructor(lines: readonly string[], again: () => Body) {
    this.lines = lines
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
