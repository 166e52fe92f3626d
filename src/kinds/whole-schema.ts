import type { DocumentKind, JsonSchema } from '../model/kind.js'
import { recordOf } from './schema-record.js'

/** The name under which the shared definitions are known to every kind; each is compiled once. */
export const SHARED = 'gemensamt'

/** The schema of a whole kind: what every kind has, and what this one adds. */
export function wholeSchema(kind: DocumentKind, common: JsonSchema): JsonSchema {
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
