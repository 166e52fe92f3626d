import { readAddress } from './address.js'
import type { Archive } from './archive.js'
import type { Document } from './document.js'
import { partIn } from './lookup.js'

/** The sections about a document, by the records that have them; `whole`: of the document itself. */
export function itemsAbout(
  document: Document,
  archive: Archive,
): ReadonlyMap<Document, ReadonlySet<number> | 'whole'> {
  const items = new Map<Document, Set<number> | 'whole'>([[document, 'whole']])
  const home = archive.homeOf(document)
  const add = (from: Document, section: number | undefined) => {
    const known = items.get(from) ?? new Set<number>()
    if (section === undefined || known === 'whole' || from.typ === 'kallelse') return
    items.set(from, known.add(section))
  }
  for (const { from, section, relation } of archive.pointingAt(document.id ?? ''))
    if (ABOUT.includes(relation)) add(from, section)
  for (const { id, part, relation } of archive.pointersOf(document)) {
    const target = relation === 'behandlas_i' ? (home.byId(id) ?? archive.byId(id)) : undefined
    const address = readAddress(`${id} ${part ?? ''}`.trim())
    if (target !== undefined && address !== undefined) add(target, partIn(target, address)?.section?.index)
  }
  return items
}

/** Relations of an item to what it is about: its attribute lines. */
const ABOUT: readonly string[] = ['Ärende', 'Avvikelser']

/** True of a section that is one of some items, or lies under one. */
export function isInside(section: number, items: ReadonlySet<number> | 'whole', { body }: Document): boolean {
  if (items === 'whole') return true
  for (let at: number | undefined = section; at !== undefined; at = body.sections[at]?.parent)
    if (items.has(at)) return true
  return false
}
