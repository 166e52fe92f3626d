import { type Day, yearOf } from './day.js'
import type { Document } from './document.js'
import { textOf } from './fields.js'
import { dayIn } from './meeting.js'

/** The fields that place a document of any kind in time, the first that says something counts. */
const FIELDS = [
  'datum',
  'händelsedatum',
  'rapporterad',
  'mottagen',
  'inkom',
  'upprättad',
  'beslutad',
  'från',
  'gäller_från',
] as const

/** The day that a document belongs to; absent when no field gives one. */
export function dayOfDocument({ fields }: Document): Day | undefined {
  for (const field of FIELDS) {
    const day = dayIn(textOf(fields, field))
    if (day !== undefined) return day
  }
  return undefined
}

/** The year that a document belongs to: of its day, else of its id. */
export function yearOfDocument(document: Document): number | undefined {
  const day = dayOfDocument(document)
  if (day !== undefined) return yearOf(day)
  const inId = /-((?:19|20)\d{2})-/.exec(document.id ?? '')?.[1]
  return inId === undefined ? undefined : Number(inId)
}
