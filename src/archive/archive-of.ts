import { type FieldCheck, fieldCheck, schemaOf } from '../kinds/check-fields.js'
import type { Archive, Pointer } from '../model/archive.js'
import type { Day } from '../model/day.js'
import type { SkippedFile } from '../model/diagnostic.js'
import type { Document } from '../model/document.js'
import { textOf } from '../model/fields.js'
import type { DocumentKind, FieldFault, JsonSchema } from '../model/kind.js'
import { LastAsked } from '../model/last-asked.js'
import { dayOfMeeting } from '../model/meeting.js'
import type { Register } from '../model/register.js'
import { MEETINGS } from '../model/rule.js'
import type { Settings } from '../model/settings.js'
import { decode } from '../parse/encoding.js'
import { bodyStartOf } from '../parse/front-matter.js'
import { leftOpenBy, takesUp, waitingFor } from './carry-forward.js'
import { pointersOf } from './pointers.js'
import { sealOf } from './seal.js'
import type { Source } from './source.js'

/** What an archive is made of when all its files have been read. */
export interface Parts {
  readonly source: Source
  readonly documents: readonly Document[]
  readonly registers: readonly Document[]
  readonly skipped: readonly SkippedFile[]
  readonly files: ReadonlySet<string>
  readonly kinds: ReadonlyMap<string, DocumentKind>
  readonly common: JsonSchema
  readonly registerSchemas: ReadonlyMap<string, JsonSchema>
  readonly settings: Settings
  readonly register: Register
  readonly today: Day
}

/** Puts the parts together; every index is made the first time somebody asks for it. */
export function archiveOf(parts: Parts): Archive {
  const { documents, registers, kinds, settings } = parts
  const paths = once(
    () => new Map([...documents, ...registers].map(document => [document.path, document] as const)),
  )
  const ids = once(() => grouped(documents, ({ id }) => id?.toLowerCase()))
  const types = once(() => grouped(documents, ({ typ }) => typ))
  const meetings = once(() =>
    grouped(
      MEETINGS.flatMap(typ => types().get(typ) ?? []),
      ({ fields }) => textOf(fields, 'grupp'),
      byDay,
    ),
  )
  const prefixes = once(
    () => new Set([...kinds.values()].map(({ idPattern }) => idPattern.slice(0, idPattern.indexOf('-')))),
  )
  const byPath = (path: string) => paths().get(path)
  const pointers = remembered((document: Document) => pointersOf(document, prefixes(), byPath))
  const incoming = once(() => {
    const found = new Map<string, Pointer[]>()
    for (const document of documents) {
      for (const pointer of pointers(document)) addTo(found, pointer.id.toLowerCase(), pointer)
    }
    return found
  })
  const fieldFaults = faultsBySchema(parts)
  const archive: Archive = {
    documents,
    registers,
    skipped: parts.skipped,
    files: parts.files,
    kinds,
    settings,
    register: parts.register,
    today: parts.today,
    kindOf: document => (document.typ === undefined ? undefined : kinds.get(document.typ)),
    byPath,
    byId: id => ids().get(id.toLowerCase())?.[0],
    sameId: id => ids().get(id.toLowerCase()) ?? [],
    ofKind: (...names) => names.flatMap(name => types().get(name) ?? []),
    group: remembered((slug: string) => ids().get(`grp-${slug.toLowerCase()}`)?.[0]),
    meetingsOf: slug => meetings().get(slug) ?? [],
    pointingAt: id => incoming().get(id.toLowerCase()) ?? [],
    pointersOf: pointers,
    fieldFaults,
    sealOf: remembered((document: Document) => {
      const read = parts.source.read(document.path)
      const text = 'bytes' in read ? decode(read.bytes).text : ''
      return sealOf(document.fields, text.slice(bodyStartOf(text)))
    }),
    waitingFor: (slug, meeting) => waitingFor(archive, slug, meeting),
    leftOpenBy: remembered(leftOpenBy),
    takesUp,
  }
  return archive
}

/** Judges front matter by the schema of its kind; the schemas are compiled when the first document asks. */
function faultsBySchema({
  kinds,
  common,
  registerSchemas,
  settings,
}: Parts): (document: Document) => readonly FieldFault[] {
  const check = once((): FieldCheck => fieldCheck(settings, common))
  const schemas = remembered((kind: DocumentKind) => schemaOf(kind, common))
  const faultsIn = (document: Document): readonly FieldFault[] => {
    if (document.unreadable) return []
    if (document.role === 'register') {
      const schema = registerSchemas.get(document.path)
      return schema === undefined ? [] : check()(document.fields, schema)
    }
    const kind = document.typ === undefined ? undefined : kinds.get(document.typ)
    return kind === undefined ? [] : check()(document.fields, schemas(kind))
  }
  const last = new LastAsked<Document, readonly FieldFault[]>()
  return document => {
    const known = last.get(document)
    if (known !== undefined) return known
    const faults = faultsIn(document)
    last.set(document, faults)
    return faults
  }
}

const byDay = (a: Document, b: Document): number => {
  const first = dayOfMeeting(a) ?? ''
  const second = dayOfMeeting(b) ?? ''
  if (first !== second) return first < second ? -1 : 1
  const kinds = MEETINGS as readonly string[]
  return kinds.indexOf(a.typ ?? '') - kinds.indexOf(b.typ ?? '') || (a.path < b.path ? -1 : 1)
}

function grouped(
  documents: readonly Document[],
  key: (document: Document) => string | undefined,
  order?: (a: Document, b: Document) => number,
) {
  const groups = new Map<string, Document[]>()
  for (const document of documents) {
    const name = key(document)
    if (name !== undefined) addTo(groups, name, document)
  }
  if (order !== undefined) for (const group of groups.values()) group.sort(order)
  return groups as ReadonlyMap<string, readonly Document[]>
}

function addTo<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [value])
  else group.push(value)
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return key => {
    let known = made.get(key)
    if (known === undefined) {
      known = make(key)
      made.set(key, known)
    }
    return known
  }
}
