import type { Archive } from '../model/archive.js'
import type { SkippedFile } from '../model/diagnostic.js'
import type { Document } from '../model/document.js'
import type { Held } from '../model/fate.js'
import { dayOfMeeting } from '../model/meeting.js'
import { MEETINGS } from '../model/rule.js'
import type { KnownPointers } from './cache.js'
import { leftOpenBy, takesUp, waitingFor } from './carry-forward.js'
import { fatesOf } from './fates.js'
import { pointersOf, prefixesOf } from './pointers.js'
import type { Premises } from './premises.js'
import { once, remembered } from './remembered.js'

/** Puts documents and what they are judged by together; every index is made the first time somebody asks for it. */
export function archiveOf(
  premises: Premises,
  documents: readonly Document[],
  skipped: readonly SkippedFile[],
  known?: KnownPointers,
): Archive {
  const { registers, kinds } = premises
  const paths = once(
    () => new Map([...documents, ...registers].map(document => [document.path, document] as const)),
  )
  const ids = once(() => grouped(documents, ({ id }) => id?.toLowerCase()))
  const types = once(() => grouped(documents, ({ typ }) => typ))
  const meetings = once(() =>
    grouped(
      MEETINGS.flatMap(typ => types().get(typ) ?? []),
      ({ group }) => group,
      byDay,
    ),
  )
  const prefixes = once(() => prefixesOf(kinds))
  const byPath = (path: string) => paths().get(path)
  const pointers = remembered((document: Document) => pointersOf(document, prefixes(), byPath))
  /** Documents by the ids that they point at, but for those of which that is known beforehand. */
  const pointing = once(() => {
    const found = new Map<string, Document[]>()
    for (const document of documents) {
      if (known?.knows(document) === true) continue
      const ids = new Set(pointers(document).map(({ id }) => id.toLowerCase()))
      for (const id of ids) addTo(found, id, document)
    }
    return found
  })
  const incoming = remembered((id: string) =>
    [...(pointing().get(id) ?? []), ...(known?.pointing(id) ?? [])]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .flatMap(document => pointers(document).filter(pointer => pointer.id.toLowerCase() === id)),
  )
  const fates = remembered((slug: string) => fatesOf(archive, slug))
  const fatesByDocument = remembered((slug: string) => {
    const found = new Map<Document, Held[]>()
    for (const held of fates(slug)) addTo(found, held.waiting.from, held)
    return found
  })
  const archive: Archive = {
    ...premises,
    documents,
    skipped,
    homeOf: () => archive,
    byPath,
    byId: id => ids().get(id.toLowerCase())?.[0],
    sameId: id => ids().get(id.toLowerCase()) ?? [],
    ofKind: (...names) => names.flatMap(name => types().get(name) ?? []),
    meetingsOf: slug => meetings().get(slug) ?? [],
    pointingAt: id => incoming(id.toLowerCase()),
    pointersOf: pointers,
    fatesOf: fates,
    fatesFrom: (document, slug) => fatesByDocument(slug).get(document) ?? [],
    waitingFor: (slug, meeting) => waitingFor(fatesOf(archive, slug, meeting), meeting),
    leftOpenBy: remembered(leftOpenBy),
    takesUp,
  }
  return archive
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

function addTo<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [value])
  else group.push(value)
}
