/** What can stand in front matter. Every scalar is the text that stands there; the schema decides what it means. */
export type FieldValue = string | readonly FieldValue[] | Fields

/** Front matter as it was read: an object without a prototype, in the order of the file. A key without a value is `''`. */
export interface Fields {
  readonly [key: string]: FieldValue
}

/** No fields at all. */
export const NO_FIELDS: Fields = Object.freeze(Object.create(null))

/** The text of a field, trimmed; absent if there is none or it is a list or a group of fields. */
export function textOf(fields: Fields, key: string): string | undefined {
  const value = fields[key]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** A field as a list: a lone value counts as a list of one, an absent or empty one as none. */
export function listOf(fields: Fields, key: string): readonly FieldValue[] {
  const value = fields[key]
  if (value === undefined || value === '') return []
  return isList(value) ? value : [value]
}

/** The texts of a list field; what is not text is left out. */
export const textsOf = (fields: Fields, key: string): readonly string[] =>
  listOf(fields, key).filter(value => typeof value === 'string')

/** The fields inside a field; none if it is text or a list. */
export function fieldsOf(fields: Fields, key: string): Fields {
  const value = fields[key]
  return value !== undefined && isFields(value) ? value : NO_FIELDS
}

/** True of a list. */
export const isList = (value: FieldValue): value is readonly FieldValue[] => Array.isArray(value)

/** True of a group of fields. */
export const isFields = (value: FieldValue): value is Fields =>
  typeof value === 'object' && !Array.isArray(value)

/** True when nothing is said: absent, empty text, an empty list or an empty group. */
export function saysNothing(value: FieldValue | undefined): boolean {
  if (value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  return isList(value) ? value.length === 0 : Object.keys(value).length === 0
}

/** A property that is there only when it has a value: absent means absent, never `undefined`. */
export const stated = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [key in Name]?: Value } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [key in Name]?: Value }
