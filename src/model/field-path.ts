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
  const texts: PlacedText[] = []
  place(fields, [], texts)
  return texts
}

function place(value: FieldValue, field: FieldPath, into: PlacedText[]): void {
  if (typeof value === 'string') into.push({ text: value, field })
  else if (isList(value)) for (const [index, each] of value.entries()) place(each, [...field, index], into)
  else for (const key in value) place(value[key] ?? '', [...field, key], into)
}

/** The texts in the fields of a document without their places: for a first look, which is all that most need. */
export interface NamedTexts {
  /** In the order of the file. */
  readonly texts: readonly string[]
  /** For each text the name of the field that it stands in, the innermost. */
  readonly names: readonly string[]
  /** All the texts, one after the other, a line feed between. */
  readonly together: string
}

/** Every text in the fields of a document with the name of its field, in the order of `textsWithin`. */
export function namedTexts(fields: Fields): NamedTexts {
  const known = read.get(fields)
  if (known !== undefined) return known
  const texts: string[] = []
  const names: string[] = []
  gather(fields, '', texts, names)
  const made = { texts, names, together: texts.join('\n') }
  read.set(fields, made)
  return made
}

const read = new LastAsked<Fields, NamedTexts>()

function gather(value: FieldValue, name: string, texts: string[], names: string[]): void {
  if (typeof value === 'string') {
    texts.push(value)
    names.push(name)
  } else if (isList(value)) for (const each of value) gather(each, name, texts, names)
  else for (const key in value) gather(value[key] ?? '', key, texts, names)
}

const inWords = (steps: FieldPath, within: string, item: string, of: string): string =>
  steps
    .map((step, index) => {
      const isLast = index === steps.length - 1
      if (typeof step === 'number') return `${item} ${step + 1} ${of} `
      return `\`${step}\`${isLast ? '' : ` ${within} `}`
    })
    .join('')
