import { readAddress } from './address.js'
import { closedList } from './closed-list.js'
import { type FieldValue, fieldsOf, isFields, isList, textOf } from './fields.js'
import { quotation } from './quotation.js'
import type { Version, Versions } from './review-change.js'
import { alike, areOpen } from './review-words.js'

/**
 * A value of front matter as a sentence shows it: statuses, days, addresses and words of the kind's own lists as they
 * are, others in backticks where they may be repeated; absent for what may not, or is no text.
 */
export function shownValue(
  versions: Versions,
  version: Version,
  field: string,
  value: FieldValue,
): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = alike(value)
  if (isVocabulary(version, field, text)) return text
  if (/^(?:sigill|signatur|nyckel)/.test(field)) return undefined
  return areOpen(versions) ? quotation(value, version.document) : undefined
}

function isVocabulary({ document, archive }: Version, field: string, text: string): boolean {
  if (/^\d{4}(?:-\d\d){0,2}$/.test(text)) return true
  if (field === 'status') return archive.kindOf(document)?.statuses.some(({ name }) => name === text) ?? false
  if (field === 'sekretess') return ['öppen', 'intern', 'sekretess'].includes(text)
  if (field === 'typ') return archive.kinds.has(text)
  if (field === 'grupp' || field === 'lyft_till') return archive.group(text) !== undefined
  if (readAddress(text) !== undefined && /\d|^[A-ZÅÄÖ]{2,6}-/.test(text) && !/"/.test(text)) return true
  return closedList(archive, document.typ ?? '', field).has(text)
}

/** What an entry of a list is known by: its text, or the person, party, title or id that it is about. */
export function nameOfEntry(entry: FieldValue): string | undefined {
  if (typeof entry === 'string') return alike(entry)
  if (!isFields(entry)) return undefined
  for (const key of NAMING) {
    const text = textOf(entry, key)
    if (text !== undefined) return alike(text)
    const person = textOf(fieldsOf(entry, key), 'person')
    if (person !== undefined) return alike(person)
  }
  return undefined
}

/** A value made comparable: the same for what means the same, however it is set. */
export function valueKey(value: FieldValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return alike(value)
  if (isList(value)) return value.length === 0 ? '' : JSON.stringify(value.map(valueKey))
  const entries = Object.entries(value).map(([key, inner]) => [key, valueKey(inner)] as const)
  return entries.length === 0 ? '' : JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const NAMING = [
  'person',
  'namn',
  'organisation',
  'titel',
  'id',
  'till',
  'part',
  'enhet',
  'paragraf',
  'avsnitt',
] as const
