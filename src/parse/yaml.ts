import { CORE_SCHEMA, FAILSAFE_SCHEMA, load } from 'js-yaml'
import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
} from 'yaml'
import { type Fields, type FieldValue, NO_FIELDS } from '../model/fields.js'
import type { FieldPath, Span } from '../model/place.js'
import { CAREFUL, type ReadFields, readCarefully } from './careful-yaml.js'
import { readPlainYaml } from './plain-yaml.js'

/**
 * Reads YAML 1.2 with every scalar as the text that stands there. What is written as archives are is read at once;
 * of the rest js-yaml (failsafe) takes what it knows, and anchors, tags and whatever it refuses go to `yaml`, which
 * says where the fault is. `firstLine` is the line of the file on which the YAML begins.
 */
export function readYaml(text: string, firstLine: number): ReadFields {
  const source = { slim: text, between: (start: number, end: number) => text.slice(start, end) }
  const fields = readPlainYaml(source, 0, text.length)
  return fields === undefined ? readOddYaml(text, firstLine) : { fields, faults: [], broken: false }
}

/** Reads YAML as `readYaml` does, where the plain reader has left it. */
export function readOddYaml(text: string, firstLine: number): ReadFields {
  if (!EXPANDS.test(text) && !LENIENT.test(text) && !OPEN_QUOTE.test(text)) {
    try {
      const read = load(text, { schema: FAILSAFE_SCHEMA })
      if (isRecord(read)) return { fields: clean(read) as Fields, faults: [], broken: false }
      if (read === null || read === undefined) return { fields: NO_FIELDS, faults: [], broken: false }
    } catch {
      // The careful reader below tells what is wrong and where.
    }
  }
  return readCarefully(text, firstLine)
}

/** Anchors, aliases, tags, merges, directives, and names that an object has by birth. */
const EXPANDS = /(?:^|[\s[{,:?-])[&*!][^\s]|^%|<<|__proto__|constructor|prototype/m

/** Tabs, keys that are no text, items without value, and comments too near: js-yaml reads some of them as YAML does not. */
const LENIENT = /\t|[\]}]\s*:|(?:^|[\s{[,-])\?\s|- +-(?: |$)|^ *- *(?:#.*)?$|["'\]}]#/m

/** A quotation that goes on below: js-yaml lets it begin further to the left than YAML does. */
const OPEN_QUOTE = /(?:^|[\s:,[{-])(?:"(?:[^"\\\n]|\\.)*|'[^'\n]*)$/m

/** Reads data of kind.yaml files and schemas: numbers and booleans as YAML 1.2 has them. @throws when it is not YAML. */
export function readYamlData(text: string): unknown {
  if (!EXPANDS.test(text)) {
    try {
      return load(text, { schema: CORE_SCHEMA })
    } catch {
      // yaml tells what is wrong.
    }
  }
  const document = parseDocument(text, { ...CAREFUL, schema: 'core', uniqueKeys: true })
  const [error] = document.errors
  if (error !== undefined) throw new Error(error.code, { cause: error })
  return document.toJS({ maxAliasCount: 0 })
}

/** Finds where fields stand in YAML that begins on `firstLine`. Keeps one parsed document while it is asked. */
export function positionsIn(
  text: string,
  firstLine: number,
): (path: FieldPath, part: 'key' | 'value') => Span | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { ...CAREFUL, lineCounter: lines })
  const spanOf = (from: number, to: number): Span => {
    const start = lines.linePos(from)
    const end = lines.linePos(to)
    return {
      line: start.line + firstLine - 1,
      column: start.col,
      endLine: end.line + firstLine - 1,
      endColumn: end.col,
    }
  }
  const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>()
  const pairsOf = (map: YAMLMap): ReadonlyMap<string, Pair> => {
    const pairs = known.get(map) ?? firstOfEach(map)
    known.set(map, pairs)
    return pairs
  }
  return (path, part) => {
    let node: Node | null = document.contents
    let found: Span | undefined
    for (const [depth, step] of path.entries()) {
      if (isMap(node)) {
        const pair = pairsOf(node).get(String(step))
        if (pair === undefined || !isPair(pair)) return found
        const key = pair.key as ParsedNode
        const value = pair.value as ParsedNode | null
        const keySpan = spanOf(key.range[0], key.range[1])
        const hasValue = value?.range !== undefined && value.range[1] > value.range[0]
        found =
          hasValue && !(part === 'key' && depth === path.length - 1)
            ? spanOf(value.range[0], value.range[1])
            : keySpan
        node = value
      } else if (isSeq(node)) {
        const item = node.items[Number(step)] as ParsedNode | undefined
        if (item?.range === undefined) return found
        found = spanOf(item.range[0], item.range[1])
        node = item
      } else {
        return found
      }
    }
    return found
  }
}

/** The pairs of a map by key; the first where a key stands twice. */
function firstOfEach(map: YAMLMap): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>()
  for (const pair of map.items) {
    const key = isScalar(pair.key) ? String(pair.key.value).normalize('NFC') : undefined
    if (key !== undefined && !pairs.has(key)) pairs.set(key, pair)
  }
  return pairs
}

/** Turns what js-yaml read into objects without prototype, keys in NFC. */
function clean(value: unknown): FieldValue {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(clean)
  if (!isRecord(value)) return ''
  const fields = Object.create(null) as Record<string, FieldValue>
  for (const key of Object.keys(value)) {
    const name = key.normalize('NFC')
    if (name in fields) throw new Error('A key stands twice, composed in two ways.')
    fields[name] = clean(value[key])
  }
  return fields
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
