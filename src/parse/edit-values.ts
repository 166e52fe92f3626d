import { isMap, isScalar, parseDocument } from 'yaml'
import type { Edit } from './edit.js'
import { lineEnd, putText, START, valueAt } from './edit-fields.js'
import { headerTextOf } from './front-matter.js'

/**
 * The change that gives a field of the front matter another value, of whatever sort; adds the field after another where
 * it is not there. `value` is written as YAML on one line already.
 */
export function putValue(text: string, field: string, value: string, after: string): Edit | undefined {
  const yaml = headerTextOf(text)
  if (yaml === undefined) return undefined
  const root = parseDocument(yaml, { keepSourceTokens: true }).contents
  const node = isMap(root) ? valueAt(root, field) : undefined
  if (node === undefined || isScalar(node)) return putText(text, field, value, after)
  const colon = yaml.lastIndexOf(':', keyLineEnd(yaml, node.range[0], field)) + 1
  const end = node.range[0] + yaml.slice(node.range[0], node.range[1]).trimEnd().length
  return { from: START + colon, to: START + end, by: ` ${value}` }
}

/**
 * The change that gives a field inside a group of fields a text (`chef` → `underskrift`). A group that is written as a
 * text becomes a group, with the text under `lone`. Absent where there is no such group.
 */
export function putWithin(
  text: string,
  group: string,
  field: string,
  value: string,
  lone: string,
): Edit | undefined {
  const yaml = headerTextOf(text)
  if (yaml === undefined) return undefined
  const root = parseDocument(yaml, { keepSourceTokens: true }).contents
  const node = isMap(root) ? valueAt(root, group) : undefined
  if (node === undefined) return undefined
  if (isScalar(node)) {
    const written = yaml.slice(node.range[0], node.range[1])
    const by = `{${lone}: ${written}, ${field}: ${value}}`
    return written === '' ? undefined : { from: START + node.range[0], to: START + node.range[1], by }
  }
  if (!isMap(node)) return undefined
  const there = valueAt(node, field)
  if (there !== undefined && isScalar(there)) {
    const [from, to] = there.range
    const colon = yaml.lastIndexOf(':', from - 1) + 1
    return from === to
      ? { from: START + colon, to: START + colon, by: ` ${value}` }
      : { from: START + from, to: START + to, by: value }
  }
  if (there !== undefined) return undefined
  if (node.flow) {
    const at = START + node.range[1] - 1
    return { from: at, to: at, by: `${node.items.length > 0 ? ', ' : ''}${field}: ${value}` }
  }
  const at = START + lineEnd(yaml, node)
  const indent = node.range[0] - (yaml.lastIndexOf('\n', node.range[0] - 1) + 1)
  return { from: at, to: at, by: `${' '.repeat(indent)}${field}: ${value}\n` }
}

/** Offset in the line of the key at top level that a value belongs to, before anything of the value that holds a colon. */
function keyLineEnd(yaml: string, value: number, field: string): number {
  const lines = yaml.slice(0, value)
  const at = Math.max(lines.lastIndexOf(`\n${field}:`) + 1, 0)
  return at + field.length
}
