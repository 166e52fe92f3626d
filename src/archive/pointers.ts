import { partOf, readAddress } from '../model/address.js'
import type { Pointer } from '../model/archive.js'
import type { Document } from '../model/document.js'
import { type Fields, fieldsOf, listOf, textOf, textsOf } from '../model/fields.js'
import { handoversIn } from '../model/handover.js'
import type { DocumentKind } from '../model/kind.js'
import { resolvePath } from '../model/path.js'
import { sectionAt } from '../model/section-at.js'

/** Fields outside `länkar` that hold an id or address; the relation that they state has their name. */
const FIELDS = ['föregående', 'mot', 'samtycke', 'ersätter'] as const

/** Attributes under a heading that name other documents. */
const ATTRIBUTES: ReadonlySet<string> = new Set(['Ärende', 'Avvikelser'])

/** Everything that a document points at: its `länkar`, fields, attribute lines, and ids and links in its text. */
export function pointersOf(
  document: Document,
  prefixes: ReadonlySet<string>,
  byPath: (path: string) => Document | undefined,
): readonly Pointer[] {
  const pointers: Pointer[] = []
  const { fields, body } = document
  const add = (relation: string, written: string, at: Pointer['at'], section?: number) => {
    const address = readAddress(written)
    if (address === undefined) return
    const part = partOf(address)
    const { id } = address
    pointers.push({ from: document, relation, id, ...(part !== '' && { part }), ...inSection(section), at })
  }
  if (fields['länkar'] !== undefined) addRelations(fieldsOf(fields, 'länkar'), add)
  for (const field of FIELDS) if (fields[field] !== undefined) addField(fields, field, add)
  for (const [index, { to }] of handoversIn(fields).entries())
    add('överlämnad', `GRP-${to}`, { field: ['överlämnad', index, 'till'] })
  const attributed = new Set<string>()
  for (const section of body.sections) {
    for (const { key, value, line } of section.attributes) {
      if (!ATTRIBUTES.has(key)) continue
      for (const target of value.split(/\s*[,;]\s*/)) {
        attributed.add(`${line} ${target}`)
        add(key, target, { line, mark: target }, section.index)
      }
    }
  }
  const placeOf = (line: number) => sectionAt(body.sections, line)?.index
  for (const { address, line } of body.mentions) {
    if (!prefixes.has(address.slice(0, address.indexOf('-')))) continue
    if (attributed.size > 0 && attributed.has(`${line} ${address}`)) continue
    add('nämner', address, { line, mark: address }, placeOf(line))
  }
  for (const { target, line } of body.links) {
    const linked = byPath(resolvePath(document.path, target.replace(/#.*$/, '')))
    if (linked?.id !== undefined && linked !== document) {
      pointers.push({
        from: document,
        relation: 'nämner',
        id: linked.id,
        ...inSection(placeOf(line)),
        at: { line, mark: target },
      })
    }
  }
  return pointers
}

/** What the ids of documents of some kinds begin with. */
export const prefixesOf = (kinds: ReadonlyMap<string, DocumentKind>): ReadonlySet<string> =>
  new Set([...kinds.values()].map(({ idPattern }) => idPattern.slice(0, idPattern.indexOf('-'))))

type Add = (relation: string, written: string, at: Pointer['at'], section?: number) => void

function addRelations(links: Fields, add: Add): void {
  for (const relation of Object.keys(links)) {
    for (const [index, target] of listOf(links, relation).entries()) {
      if (typeof target === 'string') add(relation, target, { field: ['länkar', relation, index] })
    }
  }
}

function addField(fields: Fields, field: string, add: Add): void {
  const isSingle = textOf(fields, field) !== undefined
  for (const [index, target] of textsOf(fields, field).entries())
    add(field, target, { field: isSingle ? [field] : [field, index] })
}

const inSection = (section: number | undefined): { section?: number } =>
  section === undefined ? {} : { section }
