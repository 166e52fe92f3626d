import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import type { DocumentKind, JsonSchema } from '../model/kind.js'
import type { Said } from '../model/said.js'
import { FORMATS } from './field-formats.js'
import { recordOf } from './schema-record.js'
import { SHARED, wholeSchema } from './whole-schema.js'

/** Values that an archive adds to the closed lists of the program's kinds, by the name of the list. */
export type Vocabulary = ReadonlyMap<string, readonly string[]>

/**
 * An ajv that knows the shared definitions and the formats of fields. Scalars reach it as text and are taken for the
 * declared type (`coerceTypes`): `type: integer` accepts `12`, `type: string` leaves `0012` alone.
 */
export const schemaReader = (
  common: JsonSchema,
  vocabulary: Vocabulary,
  code: Options['code'] = {},
): Ajv2020 =>
  new Ajv2020({
    allErrors: true,
    coerceTypes: true,
    strict: false,
    messages: false,
    verbose: true,
    inlineRefs: false,
    code: { optimize: false, ...code },
    formats: Object.fromEntries([...FORMATS].map(([name, { accepts }]) => [name, accepts])),
    schemas: [{ $id: SHARED, $defs: recordOf(withVocabulary(common, vocabulary)['$defs']) }],
  })

/** Compiles schemas as they are asked for. */
export function schemaCompiler(
  common: JsonSchema,
  vocabulary: Vocabulary,
): (schema: JsonSchema) => ValidateFunction {
  const reader = schemaReader(common, vocabulary)
  return schema => reader.compile(withVocabulary(schema, vocabulary))
}

/** What is wrong with the schema of a kind, and where in it; absent when it can be used. */
export function schemaFault(kind: DocumentKind, common: JsonSchema): Said | undefined {
  try {
    schemaReader(common, new Map()).compile(wholeSchema(kind, common))
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

/** A closed list marked `utökas: <namn>` takes the archive's own values too. */
function withVocabulary(schema: JsonSchema, vocabulary: Vocabulary): JsonSchema {
  if (vocabulary.size === 0) return schema
  const widen = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(widen)
    if (typeof value !== 'object' || value === null) return value
    const widened: Record<string, unknown> = {}
    for (const [key, inner] of Object.entries(value)) widened[key] = widen(inner)
    const list = widened['utökas']
    const extra = typeof list === 'string' ? vocabulary.get(list) : undefined
    if (extra !== undefined && Array.isArray(widened['enum']))
      widened['enum'] = [...widened['enum'], ...extra]
    return widened
  }
  return widen(schema) as JsonSchema
}
