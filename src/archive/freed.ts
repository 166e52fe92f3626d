import { type Fields, type FieldValue, isList } from '../model/fields.js'

/** Takes away from fields, in place, what JSON gave them by birth. */
export function freed(value: FieldValue): void {
  if (typeof value === 'string') return
  if (isList(value)) {
    for (const each of value) freed(each)
    return
  }
  Object.setPrototypeOf(value satisfies Fields, null)
  for (const key in value) freed(value[key] ?? '')
}
