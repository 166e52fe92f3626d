import type { FieldValue } from '../model/fields.js'
import type { DocumentKind, JsonSchema } from '../model/kind.js'
import type { Said } from '../model/said.js'
import { FORMATS } from './field-formats.js'
import { recordOf } from './schema-record.js'

/** What must be known of a field to ask a person for it. */
export interface Question {
  readonly field: string
  readonly title: string
  readonly description?: string
  /** The values of a closed list. */
  readonly choices: readonly string[]
  /** What a value looks like, where its form is checked. */
  readonly wanted?: Said
  readonly isList: boolean
  /** The fields of each entry, where the list is one of entries. */
  readonly parts: readonly string[]
  /** True of an answer that the field can take. */
  accepts(answer: string): boolean
}

/** The question for a field of a kind, read from its schema. `common` holds the shared definitions. */
export function questionFor(kind: DocumentKind, common: JsonSchema, field: string): Question {
  const definitions = { ...recordOf(common['$defs']), ...recordOf(kind.schema['$defs']) }
  const resolve = (schema: unknown): Readonly<Record<string, unknown>> => {
    const record = recordOf(schema)
    const name = typeof record['$ref'] === 'string' ? record['$ref'].replace('#/$defs/', '') : undefined
    return name === undefined ? record : { ...resolve(definitions[name]), ...without$ref(record) }
  }
  const schema = resolve(recordOf(kind.schema['properties'])[field] ?? recordOf(common['properties'])[field])
  const isList = [schema['type']].flat().includes('array')
  const item = isList ? resolve(schema['items']) : schema
  const choices = Array.isArray(item['enum']) ? item['enum'].map(String) : []
  const format = typeof item['format'] === 'string' ? FORMATS.get(item['format']) : undefined
  const takesText = item['type'] === undefined || [item['type']].flat().includes('string')
  return {
    field,
    title: typeof schema['title'] === 'string' ? schema['title'] : field,
    ...(typeof schema['description'] === 'string' && { description: schema['description'] }),
    choices,
    ...(format !== undefined && { wanted: format.wanted }),
    isList,
    parts: takesText
      ? []
      : Array.isArray(item['required'])
        ? item['required'].map(String)
        : Object.keys(recordOf(item['properties'])),
    accepts: answer =>
      (choices.length === 0 || choices.includes(answer)) && (format?.accepts(answer) ?? true),
  }
}

/** The names that a kind's template may use: its own fields, the shared ones, and what `new` works out. */
export const namesOf = (kind: DocumentKind, common: JsonSchema): ReadonlySet<string> =>
  new Set([
    ...Object.keys(recordOf(common['properties'])),
    ...Object.keys(recordOf(kind.schema['properties'])),
    'idag',
    'år',
    'punkter',
    'grupp_namn',
  ])

/** What a person answered, as the field takes it: several values parted by commas make a list. */
export const answered = (question: Question, answer: string): FieldValue =>
  question.isList ? answer.split(/\s*,\s*/).filter(each => each !== '') : answer.trim()

const without$ref = ({ $ref: _, ...rest }: Readonly<Record<string, unknown>>) => rest
