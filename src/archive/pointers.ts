import { partOf, readAddress } from '../model/address.js'
import type { Pointer } from '../model/archive.js'
import type { Document } from '../model/document.js'
import { fieldsOf, listOf, textOf, textsOf } from '../model/fields.js'
import { resolvePath } from '../model/path.js'
import { sectionAt } from '../model/section-at.js'

/** Fields outside `länkar` that hold an id or address, with the relation that they state. */
const FIELDS: readonly (readonly [field: string, relation: string])[] = [
  ['föregående', 'föregående'],
  ['mot', 'mot'],
  ['samtycke', 'samtycke'],
  ['ersätter', 'ersätter'],
]

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
  const links = fieldsOf(fields, 'länkar')
  for (const relation of Object.keys(links)) {
    for (const [index, target] of listOf(links, relation).entries()) {
      if (typeof target === 'string')
        pointers.push(...pointer(document, relation, target, { field: ['länkar', relation, index] }))
    }
  }
  for (const [field, relation] of FIELDS) {
    const single = textOf(fields, field)
    for (const [index, target] of textsOf(fields, field).entries()) {
      pointers.push(
        ...pointer(document, relation, target, { field: single === undefined ? [field, index] : [field] }),
      )
    }
  }
  const attributed = new Set<string>()
  for (const section of body.sections) {
    for (const { key, value, line } of section.attributes) {
      if (!ATTRIBUTES.has(key)) continue
      for (const target of value.split(/\s*[,;]\s*/)) {
        attributed.add(`${line} ${target}`)
        pointers.push(...pointer(document, key, target, { line, mark: target }, section.index))
      }
    }
  }
  const placeOf = (line: number) => sectionAt(body.sections, line)?.index
  for (const { address, line } of body.mentions) {
    if (attributed.has(`${line} ${address}`) || !prefixes.has(address.slice(0, address.indexOf('-'))))
      continue
    pointers.push(...pointer(document, 'nämner', address, { line, mark: address }, placeOf(line)))
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

const inSection = (section: number | undefined): { section?: number } =>
  section === undefined ? {} : { section }

function pointer(
  from: Document,
  relation: string,
  written: string,
  at: Pointer['at'],
  section?: number,
): readonly Pointer[] {
  const address = readAddress(written)
  if (address === undefined) return []
  const part = partOf(address)
  return [{ from, relation, id: address.id, ...(part !== '' && { part }), ...inSection(section), at }]
}
