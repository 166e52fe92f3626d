import { FAILSAFE_SCHEMA, load } from 'js-yaml'
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml'
import type { Fault } from '../model/document.js'
import { type Fields, type FieldValue, NO_FIELDS } from '../model/fields.js'
import type { FieldPath, Span } from '../model/place.js'

/** Fields read from YAML; `broken` when something in it could not be read. */
export interface ReadFields {
  readonly fields: Fields
  readonly faults: readonly Fault[]
  readonly broken: boolean
}

/**
 * Reads YAML 1.2 with every scalar as the text that stands there. The fast reader (js-yaml, failsafe) takes what it
 * knows; anchors, tags and whatever it refuses go to `yaml`, which says where the fault is.
 * `firstLine` is the line of the file on which the YAML begins.
 */
export function readYaml(text: string, firstLine: number): ReadFields {
  if (!NEEDS_CARE.test(text)) {
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

/** Anchors, aliases, tags, merges, directives and names that an object has by birth. */
const NEEDS_CARE = /(?:^|[\s[{,:?-])[&*!][^\s]|^%|<<|__proto__|constructor|prototype|\t/m

/** Reads data of the program's own kind.yaml files and schemas: numbers and booleans as YAML 1.2 has them. */
export function readYamlData(text: string): unknown {
  const document = parseDocument(text, { version: '1.2', schema: 'core', strict: true, uniqueKeys: true, prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined) throw new Error(error.code, { cause: error })
  return document.toJS({ maxAliasCount: 0 })
}

/** Finds where fields stand in YAML that begins on `firstLine`. Keeps one parsed document while it is asked. */
export function positionsIn(text: string, firstLine: number): (path: FieldPath, part: 'key' | 'value') => Span | undefined {
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
  return (path, part) => {
    let node: Node | null = document.contents
    let found: Span | undefined
    for (const [depth, step] of path.entries()) {
      if (isMap(node)) {
        const pair = node.items.find(item => isScalar(item.key) && String(item.key.value).normalize('NFC') === step)
        if (pair === undefined || !isPair(pair)) return found
        const key = pair.key as ParsedNode
        const value = pair.value as ParsedNode | null
        const keySpan = spanOf(key.range[0], key.range[1])
        const hasValue = value?.range !== undefined && value.range[1] > value.range[0]
        found = hasValue && !(part === 'key' && depth === path.length - 1) ? spanOf(value.range[0], value.range[1]) : keySpan
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

const CAREFUL = {
  version: '1.2',
  schema: 'failsafe',
  strict: true,
  uniqueKeys: true,
  merge: false,
  stringKeys: false,
  prettyErrors: false,
} as const

function readCarefully(text: string, firstLine: number): ReadFields {
  const lines = new LineCounter()
  const document = parseDocument(text, { ...CAREFUL, lineCounter: lines })
  const faults: Fault[] = []
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    const at = line + firstLine - 1
    return { span: { line: at, column: col, endLine: at, endColumn: col + 1 } }
  }
  let broken = false
  for (const problem of [...document.errors, ...document.warnings]) {
    const duplicate = problem.code === 'DUPLICATE_KEY'
    const at = place(problem.pos[0])
    if (duplicate) faults.push({ name: 'duplicate-key', at, detail: wordAt(text, problem.pos[0]) })
    else {
      broken = true
      if (faults.length < 10) faults.push({ name: 'yaml', at, detail: problem.code })
    }
  }
  const refusal = text.search(/(?:^|[\s[{,:?-])[&*][^\s]/m)
  if (refusal >= 0 && hasAliases(document.contents)) {
    broken = true
    faults.push({ name: 'yaml', at: place(refusal + 1), detail: 'ALIAS' })
    return { fields: NO_FIELDS, faults, broken }
  }
  const fields = plain(document.contents)
  const isFieldMap = typeof fields === 'object' && !Array.isArray(fields)
  if (!isFieldMap && !broken && text.trim() !== '') {
    broken = true
    faults.push({ name: 'yaml', at: place(0), detail: 'NOT_A_MAP' })
  }
  return { fields: isFieldMap ? (fields as Fields) : NO_FIELDS, faults, broken }
}

/** Turns what js-yaml read into objects without prototype, keys in NFC. */
function clean(value: unknown): FieldValue {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(clean)
  if (!isRecord(value)) return ''
  const fields = Object.create(null) as Record<string, FieldValue>
  for (const key of Object.keys(value)) fields[key.normalize('NFC')] = clean(value[key])
  return fields
}

function plain(node: unknown): FieldValue {
  if (isScalar(node)) return node.value === null ? '' : String(node.value)
  if (isSeq(node)) return node.items.map(plain)
  if (!isMap(node)) return ''
  const fields = Object.create(null) as Record<string, FieldValue>
  for (const pair of node.items) {
    const key = isScalar(pair.key) ? String(pair.key.value).normalize('NFC') : undefined
    if (key !== undefined && !(key in fields)) fields[key] = plain(pair.value)
  }
  return fields
}

const hasAliases = (node: unknown): boolean => {
  if (isSeq(node)) return node.anchor !== undefined || node.items.some(hasAliases)
  if (isMap(node)) return node.anchor !== undefined || node.items.some(pair => hasAliases(pair.key) || hasAliases(pair.value))
  return isScalar(node) ? node.anchor !== undefined : node !== null && typeof node === 'object'
}

const wordAt = (text: string, offset: number): string => /^[\p{L}\p{N}_-]*/u.exec(text.slice(offset))?.[0] ?? ''

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
