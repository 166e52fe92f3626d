import { isMap, isScalar, isSeq, type ParsedNode, parseDocument, type YAMLMap } from 'yaml'
import { keepsPlaces } from './adjustment-places.js'
import type { Edit } from './edit.js'
import { headerTextOf } from './front-matter.js'

/** The change that adds a value to a list of the front matter (`justering`), making the list if it is not there. */
export function addToList(text: string, list: string, value: string): Edit | undefined {
  const yaml = headerTextOf(text)
  if (yaml === undefined) return undefined
  const root = parseDocument(yaml, { keepSourceTokens: true }).contents
  const node = isMap(root) ? valueAt(root, list) : undefined
  if (node === undefined || (isScalar(node) && node.source === '')) {
    const key = new RegExp(`^${list}:[ \\t]*(?:#.*)?\\n`, 'm').exec(yaml)
    const at = START + (key === null ? yaml.length : key.index + key[0].length)
    return { from: at, to: at, by: `${key === null ? `${list}:\n` : ''}  - ${value}\n` }
  }
  if (isScalar(node) && node.value === null)
    return { from: START + node.range[0] - 1, to: START + node.range[1], by: `\n  - ${value}` }
  if (!isSeq(node)) return undefined
  const seq = node as ParsedNode & { readonly flow?: boolean }
  if (seq.flow === true && node.items.length === 0) {
    return { from: START + seq.range[0] - 1, to: START + seq.range[1], by: `\n  - ${value}` }
  }
  if (seq.flow === true)
    return { from: START + seq.range[1] - 1, to: START + seq.range[1] - 1, by: `, ${value}` }
  const at = START + lineEnd(yaml, seq)
  return { from: at, to: at, by: `${' '.repeat(columnOf(yaml, seq.range[0]))}- ${value}\n` }
}

/**
 * The change that takes one value out of a list of the front matter; the last one leaves `[]`, or the places that the
 * list keeps. Absent when it is not there.
 */
export function takeFromList(text: string, list: string, index: number): Edit | undefined {
  const yaml = headerTextOf(text)
  if (yaml === undefined) return undefined
  const root = parseDocument(yaml, { keepSourceTokens: true }).contents
  const node = isMap(root) ? valueAt(root, list) : undefined
  if (node === undefined || !isSeq(node)) return undefined
  const seq = node as ParsedNode & { readonly flow?: boolean }
  const items = node.items as readonly ParsedNode[]
  const [item, before, after] = [items[index], items[index - 1], items[index + 1]]
  if (item === undefined) return undefined
  const taken = (from: number, to: number, by = ''): Edit => ({ from: START + from, to: START + to, by })
  if (seq.flow === true) {
    if (after !== undefined) return taken(item.range[0], after.range[0])
    return taken(before?.range[1] ?? item.range[0], item.range[1])
  }
  const start = lineStart(yaml, item)
  if (items.length > 1 || keepsPlaces(yaml, list)) return taken(start, lineEnd(yaml, item))
  return taken(yaml.lastIndexOf(':', start) + 1, lineEnd(yaml, item) - 1, ' []')
}

/** The change that gives a field of the front matter another text. Absent when the field is not there. */
export function setText(text: string, field: string, value: string): Edit | undefined {
  const yaml = headerTextOf(text)
  if (yaml === undefined) return undefined
  const root = parseDocument(yaml, { keepSourceTokens: true }).contents
  const node = isMap(root) ? valueAt(root, field) : undefined
  if (node === undefined || !isScalar(node)) return undefined
  const [from, to] = node.range
  const colon = START + yaml.lastIndexOf(':', from - 1) + 1
  if (from === to) return { from: colon, to: colon, by: ` ${value}` }
  return { from: START + from, to: START + to, by: value }
}

/** The change that gives a field a text, or adds the field after another, at the end where that one is not there. */
export function putText(text: string, field: string, value: string, after: string): Edit | undefined {
  const change = setText(text, field, value)
  const yaml = headerTextOf(text)
  if (change !== undefined || yaml === undefined) return change
  const root = parseDocument(yaml, { keepSourceTokens: true }).contents
  const before = isMap(root) ? valueAt(root, after) : undefined
  const at = START + (before === undefined ? yaml.length : lineEnd(yaml, before))
  return { from: at, to: at, by: `${field}: ${value}\n` }
}

/** The front matter begins after `---` and a line end. */
export const START = 4

/**
 * The change that adds a value to a list two levels down in the front matter (`länkar` → `behandlas_i`), making the
 * list or the group if it is not there. Comments, order and quotes elsewhere stay as they are.
 * `value` is written as YAML already. Absent when the text has no front matter.
 */
export function addToNestedList(text: string, group: string, list: string, value: string): Edit | undefined {
  const yaml = headerTextOf(text)
  if (yaml === undefined) return undefined
  const insert = (at: number, by: string): Edit => ({ from: START + at, to: START + at, by })
  const root = parseDocument(yaml, { keepSourceTokens: true }).contents
  const groupNode = isMap(root) ? valueAt(root, group) : undefined
  if (groupNode === undefined) return insert(yaml.length, `${group}:\n  ${list}: [${value}]\n`)
  if (!isMap(groupNode)) {
    const [from, to] = groupNode.range
    return { from: START + from, to: START + to, by: `\n  ${list}: [${value}]` }
  }
  const listNode = valueAt(groupNode, list)
  if (listNode === undefined) {
    if (groupNode.flow)
      return insert(groupNode.range[1] - 1, `${groupNode.items.length > 0 ? ', ' : ''}${list}: [${value}]`)
    const indent = ' '.repeat(columnOf(yaml, keyStart(groupNode)))
    return insert(lineEnd(yaml, groupNode), `${indent}${list}: [${value}]\n`)
  }
  if (isSeq(listNode)) {
    const seq = listNode as ParsedNode & { readonly flow?: boolean }
    if (seq.flow === true) return insert(seq.range[1] - 1, `${listNode.items.length > 0 ? ', ' : ''}${value}`)
    const indent = ' '.repeat(columnOf(yaml, seq.range[0]))
    return insert(lineEnd(yaml, seq), `${indent}- ${value}\n`)
  }
  const [from, to] = listNode.range
  const old = yaml.slice(from, to)
  return {
    from: START + from,
    to: START + to,
    by: `${old === '' ? ' ' : ''}[${old === '' ? '' : `${old}, `}${value}]`,
  }
}

/** The value of a key in a map of the front matter; absent when the key is not there or has none. */
export const valueAt = (map: YAMLMap | YAMLMap.Parsed, key: string): ParsedNode | undefined => {
  const pair = map.items.find(item => isScalar(item.key) && item.key.value === key)
  return (pair?.value as ParsedNode | null | undefined) ?? undefined
}

const keyStart = (map: YAMLMap.Parsed): number => (map.items[0]?.key as ParsedNode | undefined)?.range[0] ?? 0

const columnOf = (yaml: string, offset: number): number => offset - (yaml.lastIndexOf('\n', offset - 1) + 1)

/** Offset of the line on which a node begins. */
const lineStart = (yaml: string, node: ParsedNode): number => yaml.lastIndexOf('\n', node.range[0] - 1) + 1

/** Offset after the line on which the last word of a node stands, so that a comment beside it stays beside it. */
export const lineEnd = (yaml: string, node: ParsedNode): number => {
  const last = node.range[0] + yaml.slice(node.range[0], node.range[1]).trimEnd().length
  const end = yaml.indexOf('\n', last)
  return end < 0 ? yaml.length : end + 1
}
