import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
  type Document as YamlDocument,
} from 'yaml'
import type { Fault } from '../model/document.js'
import { type Fields, type FieldValue, NO_FIELDS } from '../model/fields.js'

/** Fields read from YAML; `broken` when something in it could not be read. */
export interface ReadFields {
  readonly fields: Fields
  readonly faults: readonly Fault[]
  readonly broken: boolean
}

/** How `yaml` is asked to read: YAML 1.2, every scalar as text. */
export const CAREFUL = {
  version: '1.2',
  schema: 'failsafe',
  strict: true,
  // Found below: yaml compares every key with every other, minutes for a map of a hundred thousand.
  uniqueKeys: false,
  merge: false,
  stringKeys: false,
  prettyErrors: false,
} as const

/** Reads YAML with `yaml`, which knows all of it and says where the faults are. `firstLine` is the line of the file on which it begins. */
export function readCarefully(text: string, firstLine: number): ReadFields {
  const lines = new LineCounter()
  const document = parseDocument(text, { ...CAREFUL, lineCounter: lines })
  const faults: Fault[] = []
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    const at = line + firstLine - 1
    return { span: { line: at, column: col, endLine: at, endColumn: col + 1 } }
  }
  let broken = false
  const conflict = text.search(CONFLICT)
  if (conflict >= 0)
    return {
      fields: NO_FIELDS,
      faults: [
        {
          name: 'yaml',
          at: place(conflict),
          detail: ADJUSTED_APART.test(text.slice(conflict)) ? 'CONFLICT_OF_ADJUSTMENTS' : 'CONFLICT',
        },
      ],
      broken: true,
    }
  for (const problem of [...document.errors, ...document.warnings].slice(0, MOST_FAULTS)) {
    const { code, offset } = causeOf(problem, document)
    broken = true
    faults.push({ name: 'yaml', at: place(offset), detail: code, written: lineAround(text, offset) })
  }
  for (const offset of repeatedKeys(document.contents).slice(0, MOST_FAULTS)) {
    faults.push({ name: 'duplicate-key', at: place(offset), detail: wordAt(text, offset) })
  }
  const refusal = text.search(/(?:^|[\s[{,:?-])[&*][^\s]/m)
  if (refusal >= 0 && hasAliases(document.contents)) {
    broken = true
    const offset = text.slice(refusal).search(/[&*]/) + refusal
    faults.push({ name: 'yaml', at: place(offset), detail: 'ALIAS', written: lineAround(text, offset) })
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

/** Faults of each sort that are told. */
const MOST_FAULTS = 10

/** Offsets of keys that stand twice in the same map. */
function repeatedKeys(contents: unknown): readonly number[] {
  const repeated: number[] = []
  visit(contents as Node | null, {
    Map: (_, { items }) => {
      const keys = new Set<string>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        const name = String(key.value).normalize('NFC')
        if (keys.has(name)) repeated.push(key.range?.[0] ?? 0)
        keys.add(name)
      }
    },
  })
  return repeated
}

/** Marks that git leaves where two versions could not be joined. */
const CONFLICT = /^(?:<{7}|>{7})(?: |$)/m

/** A conflict that holds nothing but lines of `justering`: two have adjusted at the same time. */
const ADJUSTED_APART = /^<{7}.*\n(?:(?:={7}| *- \{person: .*sigill.*| *#.*|justering:)\n)+>{7}/

/**
 * What a fault is and where it begins. A quote or bracket that is never closed is noticed at the end of the text:
 * the fault lies where it was opened.
 */
function causeOf(
  { code, message, pos }: YAMLError,
  document: YamlDocument,
): { readonly code: string; readonly offset: number } {
  const isQuote = code === 'MISSING_CHAR' && /closing ["']?quote/.test(message)
  const isBracket = code === 'BAD_INDENT' && message.startsWith('Flow ')
  if (!isQuote && !isBracket) return { code, offset: pos[0] }
  let opened: number | undefined
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (isQuote && type?.startsWith('QUOTE') === true) opened = range?.[0] ?? opened
    },
    Collection: (_, { flow, range }) => {
      if (isBracket && flow === true && (range?.[0] ?? pos[0]) < pos[0]) opened = range?.[0] ?? opened
    },
  })
  return { code: isQuote ? 'MISSING_QUOTE' : 'MISSING_BRACKET', offset: opened ?? pos[0] }
}

const lineAround = (text: string, offset: number): string => {
  const end = text.indexOf('\n', offset)
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end)
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
  if (isMap(node))
    return (
      node.anchor !== undefined || node.items.some(pair => hasAliases(pair.key) || hasAliases(pair.value))
    )
  return isScalar(node) ? node.anchor !== undefined : node !== null && typeof node === 'object'
}

const wordAt = (text: string, offset: number): string =>
  /^[\p{L}\p{N}_-]*/u.exec(text.slice(offset))?.[0] ?? ''
