import { type Fields, type FieldValue, isList } from '../model/fields.js'
import type { JsonSchema } from '../model/kind.js'
import { FORMATS } from './field-formats.js'
import { recordOf } from './schema-record.js'

/** True of fields that plainly follow a schema. False says nothing: then ajv judges. */
export type PlainCheck = (fields: Fields) => boolean

/** Definitions that stand outside a schema, and the name by which it refers to them. */
export interface SharedDefinitions {
  readonly name: string
  readonly schema: JsonSchema
}

/**
 * A first look at front matter by the schema of its kind, for the documents in which all is well: nothing is copied and
 * no fault is described. It knows the keywords that our kinds use; what a schema says in others is left to ajv.
 */
export function plainCheck(schema: JsonSchema, shared: SharedDefinitions): PlainCheck {
  const common = definitionsOf(shared.schema, ref => common(ref))
  const own = definitionsOf(schema, ref => refer(ref))
  const refer: Definitions = ref =>
    ref.startsWith(`${shared.name}#`) ? common(ref.slice(shared.name.length)) : own(ref)
  const { $id: _, ...rest } = schema
  return checkOf(rest, refer)
}

/** Whether a value plainly follows a part of a schema. */
type Check = (value: FieldValue) => boolean
type Keywords = Readonly<Record<string, unknown>>
type Definitions = (ref: string) => Check

const NEVER = () => false
const ALWAYS = () => true

/** What the definitions of a schema ask, each made when it is first referred to. */
function definitionsOf(schema: JsonSchema, refer: Definitions): Definitions {
  const defined = recordOf(schema['$defs'])
  const known = new Map<string, Check>()
  return ref => {
    const name = /^#\/\$defs\/([^~%/]+)$/.exec(ref)?.[1]
    if (name === undefined || !Object.hasOwn(defined, name)) return NEVER
    const before = known.get(name)
    if (before !== undefined) return before
    // A definition may refer to itself.
    let made: Check = NEVER
    known.set(name, value => made(value))
    made = checkOf(defined[name], refer)
    known.set(name, made)
    return made
  }
}

function checkOf(schema: unknown, definitions: Definitions): Check {
  const keywords = recordOf(schema)
  const telling = Object.keys(keywords).filter(keyword => !SILENT.has(keyword))
  if (typeof schema !== 'object' || !telling.every(keyword => KNOWN.has(keyword))) return NEVER
  if (telling.includes('$ref')) return telling.length > 1 ? NEVER : definitions(String(keywords['$ref']))
  const text = textCheck(keywords)
  const list = listCheck(keywords, definitions)
  const group = groupCheck(keywords, definitions)
  const check: Check = value =>
    typeof value === 'string' ? text(value) : isList(value) ? list(value) : group(value)
  return telling.includes('if') ? ofTextOrElse(check, keywords, definitions) : check
}

/** Keywords that ask nothing. */
const SILENT: ReadonlySet<string> = new Set(['$schema', '$defs', 'title', 'description', 'x-form', 'utökas'])

const KNOWN: ReadonlySet<string> = new Set(
  '$ref type format pattern enum const minimum maximum items minItems maxItems properties required additionalProperties if then else'.split(
    ' ',
  ),
)

/** `if: {type: string}`, the one condition that our schemas make. */
function ofTextOrElse(check: Check, keywords: Keywords, definitions: Definitions): Check {
  const { if: condition, then: ofText = true, else: ofOthers = true } = keywords
  if (JSON.stringify(condition) !== '{"type":"string"}' || 'enum' in keywords || 'const' in keywords)
    return NEVER
  const text = ofText === true ? ALWAYS : checkOf(ofText, definitions)
  const others = ofOthers === true ? ALWAYS : checkOf(ofOthers, definitions)
  return value => check(value) && (typeof value === 'string' ? text(value) : others(value))
}

const allows = ({ type }: Keywords, name: string): boolean =>
  type === undefined || type === name || (Array.isArray(type) && type.includes(name))

function textCheck(keywords: Keywords): (text: string) => boolean {
  if (!allows(keywords, 'string')) return scalarCheck(keywords)
  const { format, pattern, enum: listed, const: only } = keywords
  const checks: ((text: string) => boolean)[] = []
  if (format !== undefined) checks.push(FORMATS.get(String(format))?.accepts ?? NEVER)
  if (pattern !== undefined) {
    const form = new RegExp(String(pattern), 'u')
    checks.push(text => form.test(text))
  }
  if (listed !== undefined) {
    const values = new Set(Array.isArray(listed) ? listed : [])
    checks.push(text => values.has(text))
  }
  if (only !== undefined) checks.push(text => text === only)
  const [first = ALWAYS, ...more] = checks
  return more.length === 0 ? first : text => checks.every(check => check(text))
}

/** A text that is taken for a number, or for `true` or `false`. */
function scalarCheck(keywords: Keywords): (text: string) => boolean {
  const { type, enum: listed, minimum, maximum } = keywords
  if ('format' in keywords || 'pattern' in keywords || 'const' in keywords) return NEVER
  if (type === 'boolean' && listed === undefined) return text => text === 'true' || text === 'false'
  if (type !== 'integer' && type !== 'number') return NEVER
  const form = type === 'integer' ? WHOLE_NUMBER : NUMBER
  const from = Number(minimum ?? 0)
  const to = Number(maximum ?? Number.MAX_SAFE_INTEGER)
  const values = Array.isArray(listed) ? new Set(listed) : undefined
  return text => {
    const number = Number(text)
    return form.test(text) && from <= number && number <= to && values?.has(number) !== false
  }
}

const WHOLE_NUMBER = /^\d{1,9}$/
const NUMBER = /^\d{1,9}(?:\.\d{1,6})?$/

function listCheck(keywords: Keywords, definitions: Definitions): (list: readonly FieldValue[]) => boolean {
  if (!allows(keywords, 'array') || 'enum' in keywords || 'const' in keywords) return NEVER
  const { items, minItems, maxItems } = keywords
  const least = Number(minItems ?? 0)
  const most = Number(maxItems ?? Number.POSITIVE_INFINITY)
  const each = items === undefined ? ALWAYS : checkOf(items, definitions)
  return list => {
    if (list.length < least || list.length > most) return false
    for (const item of list) if (!each(item)) return false
    return true
  }
}

function groupCheck(keywords: Keywords, definitions: Definitions): (group: Fields) => boolean {
  if (!allows(keywords, 'object') || 'enum' in keywords || 'const' in keywords) return NEVER
  const { additionalProperties: more = true, required } = keywords
  const needed: readonly string[] = Array.isArray(required) ? required.map(String) : []
  const others = more === true ? ALWAYS : more === false ? NEVER : checkOf(more, definitions)
  const named = new Map(
    Object.entries(recordOf(keywords['properties'])).map(([name, asks]) => [
      name,
      asks === true ? ALWAYS : checkOf(asks, definitions),
    ]),
  )
  return group => {
    for (const name of needed) if (isAbsent(group[name])) return false
    for (const name in group) {
      const value = group[name]
      if (value === undefined || isAbsent(value)) continue
      if (!(named.get(name) ?? others)(value)) return false
    }
    return true
  }
}

/** A key without a value is as good as none. */
const isAbsent = (value: FieldValue | undefined): boolean => value === undefined || value === ''
