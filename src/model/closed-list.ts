import type { DocumentKind, JsonSchema } from './kind.js'
import type { Surroundings } from './surroundings.js'

/**
 * The values that a field of a kind may have: those of its list in the kind, and what samverkan.yaml adds to it. None for
 * a field without a list.
 */
export function closedList(
  { kinds, settings }: Surroundings,
  typ: string,
  field: string,
): ReadonlySet<string> {
  const kind = kinds.get(typ)
  const property =
    kind === undefined ? undefined : pointedAt(kind, propertyOf(kind.schema['properties'], field))
  const listed = property?.['enum']
  const added = settings.vocabulary.get(String(property?.['utökas'])) ?? []
  return new Set([
    ...(Array.isArray(listed) ? listed.filter(value => typeof value === 'string') : []),
    ...added,
  ])
}

/** The definition that a property points at in its own kind, or the property itself. */
function pointedAt({ schema }: DocumentKind, property: JsonSchema | undefined): JsonSchema | undefined {
  const pointer = property?.['$ref']
  const name = typeof pointer === 'string' ? /^#\/\$defs\/(.+)$/.exec(pointer)?.[1] : undefined
  return name === undefined ? property : propertyOf(schema['$defs'], name)
}

const propertyOf = (among: unknown, name: string): JsonSchema | undefined => {
  const found: unknown = isRecord(among) ? among[name] : undefined
  return isRecord(found) ? found : undefined
}

const isRecord = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null
