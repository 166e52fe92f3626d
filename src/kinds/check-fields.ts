import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { whyNotADay } from '../model/day.js'
import { type Fields, type FieldValue, isList } from '../model/fields.js'
import type { DocumentKind, FieldFault, JsonSchema } from '../model/kind.js'
import type { FieldPath } from '../model/place.js'
import type { Said } from '../model/said.js'
import type { Settings } from '../model/settings.js'
import { FORMATS } from './field-formats.js'

/** Judges the front matter of documents by the JSON Schema of their kinds. */
export type FieldCheck = (fields: Fields, schema: JsonSchema) => readonly FieldFault[]

/**
 * Compiles schemas as they are asked for and keeps them. Scalars reach the schema as text and are taken for the
 * declared type (`coerceTypes`): `type: integer` accepts `12`, `type: string` leaves `0012` alone.
 */
export function fieldCheck(settings: Settings, common: JsonSchema): FieldCheck {
  const ajv = newAjv(withVocabulary(common, settings))
  const compiled = new Map<JsonSchema, ValidateFunction>()
  return (fields, schema) => {
    let validate = compiled.get(schema)
    if (validate === undefined) {
      validate = ajv.compile(withVocabulary(schema, settings))
      compiled.set(schema, validate)
    }
    if (validate(copyOf(fields))) return []
    return faultsOf(validate.errors ?? [], fields)
  }
}

/** The name under which the shared definitions are known to every kind; each is compiled once. */
const SHARED = 'gemensamt'

const newAjv = (common: JsonSchema): Ajv2020 =>
  new Ajv2020({
    allErrors: true,
    coerceTypes: true,
    strict: false,
    messages: false,
    verbose: true,
    inlineRefs: false,
    code: { optimize: false },
    formats: Object.fromEntries([...FORMATS].map(([name, { accepts }]) => [name, accepts])),
    schemas: [{ $id: SHARED, $defs: recordOf(common['$defs']) }],
  })

/** What is wrong with the schema of a kind, and where in it; absent when it can be used. */
export function schemaFault(kind: DocumentKind, common: JsonSchema): Said | undefined {
  try {
    newAjv(common).compile(schemaOf(kind, common))
    return undefined
  } catch (cause) {
    const at = /data\/(\S+)|"([^"]+)"/.exec(cause instanceof Error ? cause.message : '')
    const where = at === null ? '' : ` (\`${at[1] ?? at[2]}\`)`
    return {
      sv: `schemat under \`fält\` följer inte JSON Schema 2020-12${where}`,
      en: `the schema under \`fält\` does not follow JSON Schema 2020-12${where}`,
    }
  }
}

/** The schema of a whole kind: what every kind has, and what this one adds. */
export function schemaOf(kind: DocumentKind, common: JsonSchema): JsonSchema {
  const shared = recordOf(common['properties'])
  const own = recordOf(kind.schema['properties'])
  const statuses = kind.statuses.map(({ name }) => name)
  const relations = [...kind.relations.keys()]
  const whole = {
    ...kind.schema,
    type: 'object',
    properties: {
      ...shared,
      ...own,
      typ: { ...recordOf(shared['typ']), const: kind.typ },
      status: { ...recordOf(shared['status']), enum: statuses },
      ...(relations.length > 0 && {
        länkar: {
          ...recordOf(shared['länkar']),
          properties: Object.fromEntries(relations.map(relation => [relation, { $ref: '#/$defs/adresser' }])),
        },
      }),
    },
    additionalProperties: kind.schema['additionalProperties'] ?? false,
  }
  return pointedAtShared(whole, recordOf(kind.schema['$defs'])) as JsonSchema
}

/** References to shared definitions, written as if they stood in the kind itself, led to where they stand. */
function pointedAtShared(value: unknown, own: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map(each => pointedAtShared(each, own))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name =
        key === '$ref' && typeof inner === 'string' ? /^#\/\$defs\/(.+)$/.exec(inner)?.[1] : undefined
      const isShared = name !== undefined && !Object.hasOwn(own, name)
      return [key, isShared ? `${SHARED}#/$defs/${name}` : pointedAtShared(inner, own)]
    }),
  )
}

/** A closed list marked `utökas: <namn>` takes the archive's own values too. */
function withVocabulary(schema: JsonSchema, settings: Settings): JsonSchema {
  if (settings.vocabulary.size === 0) return schema
  const widen = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(widen)
    if (typeof value !== 'object' || value === null) return value
    const widened: Record<string, unknown> = {}
    for (const [key, inner] of Object.entries(value)) widened[key] = widen(inner)
    const list = widened['utökas']
    const extra = typeof list === 'string' ? settings.vocabulary.get(list) : undefined
    if (extra !== undefined && Array.isArray(widened['enum']))
      widened['enum'] = [...widened['enum'], ...extra]
    return widened
  }
  return widen(schema) as JsonSchema
}

function faultsOf(errors: readonly ErrorObject[], fields: Fields): readonly FieldFault[] {
  const faults = new Map<string, FieldFault>()
  // A branch of anyOf/oneOf that did not fit says nothing by itself; the choice as a whole does.
  const choices = errors
    .filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
    .map(error => error.schemaPath)
  for (const error of errors) {
    // So does the `if` of a schema: what its `then` or `else` wanted is an error of its own.
    if (error.keyword === 'if' || choices.some(choice => error.schemaPath.startsWith(`${choice}/`))) continue
    const fault = faultOf(error, fields)
    const at = JSON.stringify(fault.field)
    if (!faults.has(at)) faults.set(at, fault)
  }
  return [...faults.values()]
}

function faultOf(error: ErrorObject, fields: Fields): FieldFault {
  const at = pathOf(error.instancePath)
  const schema = recordOf(error.parentSchema)
  const title = typeof schema['title'] === 'string' ? { title: schema['title'] } : {}
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = String(error.params['additionalProperty'] ?? error.params['unevaluatedProperty'])
      return { problem: 'unknown', field: [...at, key], allowed: Object.keys(recordOf(schema['properties'])) }
    }
    case 'required':
    case 'dependentRequired':
      return { problem: 'missing', field: [...at, String(error.params['missingProperty'])] }
    case 'enum':
      return {
        problem: 'value',
        field: at,
        ...title,
        allowed: (error.params['allowedValues'] as unknown[]).map(String),
        ...(typeof schema['utökas'] === 'string' && { vocabulary: schema['utökas'] }),
      }
    case 'const':
      return { problem: 'value', field: at, ...title, allowed: [String(error.params['allowedValue'])] }
    default:
      return { problem: 'type', field: at, ...title, why: whyOf(error, valueAt(fields, at)) }
  }
}

function whyOf(error: ErrorObject, value: FieldValue | undefined): Said {
  const { keyword, params } = error
  if (keyword === 'format') {
    const impossible = typeof value === 'string' ? whyNotADay(value) : undefined
    return impossible ?? FORMATS.get(String(params['format']))?.wanted ?? WRONG_FORM
  }
  if (keyword === 'type') return TYPES.get([params['type']].flat().map(String).join(' ')) ?? WRONG_FORM
  if (keyword === 'pattern') {
    const own = recordOf(error.parentSchema)['x-form']
    return typeof own === 'string' ? { sv: own, en: own } : WRONG_FORM
  }
  const limit = String(params['limit'] ?? '')
  if (keyword === 'minimum') return { sv: `minst ${limit} behövs`, en: `at least ${limit} is needed` }
  if (keyword === 'maximum') return { sv: `högst ${limit} får stå`, en: `at most ${limit} is allowed` }
  if (keyword === 'minItems')
    return { sv: `minst ${limit} behövs i listan`, en: `the list needs at least ${limit}` }
  if (keyword === 'maxItems')
    return { sv: `högst ${limit} får stå i listan`, en: `the list takes at most ${limit}` }
  if (keyword === 'uniqueItems') return { sv: 'samma sak står två gånger', en: 'the same thing stands twice' }
  if (keyword === 'minLength')
    return { sv: `minst ${limit} tecken behövs`, en: `at least ${limit} characters are needed` }
  if (keyword === 'maxLength')
    return { sv: `högst ${limit} tecken får stå`, en: `at most ${limit} characters are allowed` }
  return WRONG_FORM
}

const WRONG_FORM: Said = {
  sv: 'värdet har inte den form som fältet ska ha',
  en: 'the value does not have the form of the field',
}

const TYPES: ReadonlyMap<string, Said> = new Map([
  [
    'string',
    {
      sv: 'en text ska stå här, inte en lista eller flera uppgifter',
      en: 'a text is wanted here, not a list or several fields',
    },
  ],
  ['integer', { sv: 'ett heltal ska stå här', en: 'a whole number is wanted here' }],
  ['number', { sv: 'ett tal ska stå här', en: 'a number is wanted here' }],
  ['boolean', { sv: '`true` eller `false` ska stå här', en: '`true` or `false` is wanted here' }],
  ['array', { sv: 'en lista ska stå här', en: 'a list is wanted here' }],
  [
    'object',
    {
      sv: 'flera uppgifter ska stå här, var och en med sitt namn',
      en: 'several named fields are wanted here',
    },
  ],
  [
    'string object',
    {
      sv: 'en text eller flera uppgifter med namn ska stå här',
      en: 'a text or several named fields are wanted here',
    },
  ],
])

const pathOf = (pointer: string): FieldPath =>
  pointer
    .split('/')
    .slice(1)
    .map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map(step => (/^\d+$/.test(step) ? Number(step) : step))

function valueAt(fields: Fields, path: FieldPath): FieldValue | undefined {
  let value: FieldValue | undefined = fields
  for (const step of path) {
    if (value === undefined || typeof value === 'string') return undefined
    value = isList(value) ? value[Number(step)] : value[String(step)]
  }
  return value
}

/** ajv takes texts for numbers in place, so it gets a copy; a key without value is absent to it. */
function copyOf(value: FieldValue): unknown {
  if (typeof value === 'string') return value
  if (isList(value)) return value.map(copyOf)
  const copy: Record<string, unknown> = Object.create(null)
  for (const key in value) {
    const inner = value[key]
    if (inner !== undefined && inner !== '') copy[key] = copyOf(inner)
  }
  return copy
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {}
