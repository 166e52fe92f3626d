import { type Fields, type FieldValue, isList } from './fields.js'
import { LastAsked } from './last-asked.js'
import type { FieldPath } from './place.js'
import type { Said } from './said.js'

/** A text somewhere in the fields of a document. */
export interface PlacedText {
  readonly text: string
  readonly field: FieldPath
}

/** What stands at a place in the fields; absent when nothing does. */
export function valueAt(fields: Fields, path: FieldPath): FieldValue | undefined {
  let value: FieldValue | undefined = fields
  for (const step of path) {
    if (value === undefined || typeof value === 'string') return undefined
    value = isList(value) ? value[Number(step)] : value[String(step)]
  }
  return value
}

/** A place in the fields in words: `` `datum` i `nästa` ``, `` punkt 2 av `närvarande` ``. */
export function fieldNamed(path: FieldPath): Said {
  const steps = [...path].reverse()
  return { sv: inWords(steps, 'i', 'punkt', 'av'), en: inWords(steps, 'in', 'item', 'of') }
}

/** Every text in the fields of a document, with its place, in the order of the file. */
export function textsWithin(fields: Fields): readonly PlacedText[] {
  const known = read.get(fields)
  if (known !== undefined) return known
  const texts: PlacedText[] = []
  gather(fields, [], texts)
  read.set(fields, texts)
  return texts
}

const read = new LastAsked<Fields, readonly PlacedText[]>()

function gather(value: FieldValue, field: FieldPath, into: PlacedText[]): void {
  if (typeof value === 'string') into.push({ text: value, field })
  else if (isList(value)) for (const [index, each] of value.entries()) gather(each, [...field, index], into)
  else for (const key in value) gather(value[key] ?? '', [...field, key], into)
}

const inWords = (steps: FieldPath, within: string, item: string, of: string): string =>
  steps
    .map((step, index) => {
      const isLast = index === steps.length - 1
      if (typeof step === 'number') return `${item} ${step + 1} ${of} `
      return `\`${step}\`${isLast ? '' : ` ${within} `}`
    })
    .join('')
