import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { type Fields, type FieldValue, isList } from '../model/fields.js'
import type { DocumentKind, FieldFault, JsonSchema } from '../model/kind.js'
import type { Said } from '../model/said.js'
import type { Settings } from '../model/settings.js'
import { faultsOf } from './field-faults.js'
import { FORMATS } from './field-formats.js'
import { type PlainCheck, plainCheck } from './plain-check.js'
import { recordOf } from './schema-record.js'

/** Judges the front matter of documents by the JSON Schema of their kinds. */
export type FieldCheck = (fields: Fields, schema: JsonSchema) => readonly FieldFault[]

/**
 * Looks first whether fields plainly follow their schema, as nearly all do; ajv judges the others and says what is wrong.
 */
export function fieldCheck(settings: Settings, common: JsonSchema): FieldCheck {
  const careful = carefulCheck(settings, common)
  const shared = { name: SHARED, schema: withVocabulary(common, settings) }
  const plain = new Map<JsonSchema, PlainCheck>()
  return (fields, schema) => {
    let isPlain = plain.get(schema)
    if (isPlain === undefined) {
      isPlain = plainCheck(withVocabulary(schema, settings), shared)
      plain.set(schema, isPlain)
    }
    return isPlain(fields) ? [] : careful(fields, schema)
  }
}

/**
 * Compiles schemas as they are asked for and keeps them. Scalars reach the schema as text and are taken for the
 * declared type (`coerceTypes`): `type: integer` accepts `12`, `type: string` leaves `0012` alone.
 */
export function carefulCheck(settings: Settings, common: JsonSchema): FieldCheck {
  let ajv: Ajv2020 | undefined
  const compiled = new Map<JsonSchema, ValidateFunction>()
  return (fields, schema) => {
    let validate = compiled.get(schema)
    if (validate === undefined) {
      ajv ??= newAjv(withVocabulary(common, settings))
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
