import type { ErrorObject } from 'ajv'
import { whyNotADay } from '../model/day.js'
import { valueAt } from '../model/field-path.js'
import type { Fields, FieldValue } from '../model/fields.js'
import type { FieldFault } from '../model/kind.js'
import type { FieldPath } from '../model/place.js'
import type { Said } from '../model/said.js'
import { FORMATS } from './field-formats.js'
import { recordOf } from './schema-record.js'

/** What ajv says against the fields of a document, as faults at their fields: one for each field. */
export function faultsOf(errors: readonly ErrorObject[], fields: Fields): readonly FieldFault[] {
  const faults = new Map<string, FieldFault>()
  // A branch of anyOf/oneOf that did not fit says nothing by itself; the choice as a whole does.
  const choices = errors
    .filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
    .map(error => error.schemaPath)
  for (const error of errors) {
    // So does the `if` of a schema: what its `then` or `else` wanted is an error of its own.
    if (error.keyword === 'if' || choices.some(choice => error.schemaPath.startsWith(`${choice}/`))) continue
    const fault = faultOf(error, fields)
    const at = JSON.stringify(fault.field)
    if (!faults.has(at)) faults.set(at, fault)
  }
  return [...faults.values()]
}

function faultOf(error: ErrorObject, fields: Fields): FieldFault {
  const at = pathOf(error.instancePath)
  const schema = recordOf(error.parentSchema)
  const title = typeof schema['title'] === 'string' ? { title: schema['title'] } : {}
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = String(error.params['additionalProperty'] ?? error.params['unevaluatedProperty'])
      return { problem: 'unknown', field: [...at, key], allowed: Object.keys(recordOf(schema['properties'])) }
    }
    case 'required':
    case 'dependentRequired':
      return { problem: 'missing', field: [...at, String(error.params['missingProperty'])] }
    case 'enum':
      return {
        problem: 'value',
        field: at,
        ...title,
        allowed: (error.params['allowedValues'] as unknown[]).map(String),
        ...(typeof schema['utökas'] === 'string' && { vocabulary: schema['utökas'] }),
      }
    case 'const':
      return { problem: 'value', field: at, ...title, allowed: [String(error.params['allowedValue'])] }
    default:
      return { problem: 'type', field: at, ...title, why: whyOf(error, valueAt(fields, at)) }
  }
}

function whyOf(error: ErrorObject, value: FieldValue | undefined): Said {
  const { keyword, params } = error
  if (keyword === 'format') {
    const impossible = typeof value === 'string' ? whyNotADay(value) : undefined
    return impossible ?? FORMATS.get(String(params['format']))?.wanted ?? WRONG_FORM
  }
  if (keyword === 'type') return TYPES.get([params['type']].flat().map(String).join(' ')) ?? WRONG_FORM
  if (keyword === 'pattern') {
    const own = recordOf(error.parentSchema)['x-form']
    return typeof own === 'string' ? { sv: own, en: own } : WRONG_FORM
  }
  const limit = String(params['limit'] ?? '')
  if (keyword === 'minimum') return { sv: `minst ${limit} behövs`, en: `at least ${limit} is needed` }
  if (keyword === 'maximum') return { sv: `högst ${limit} får stå`, en: `at most ${limit} is allowed` }
  if (keyword === 'minItems')
    return { sv: `minst ${limit} behövs i listan`, en: `the list needs at least ${limit}` }
  if (keyword === 'maxItems')
    return { sv: `högst ${limit} får stå i listan`, en: `the list takes at most ${limit}` }
  if (keyword === 'uniqueItems') return { sv: 'samma sak står två gånger', en: 'the same thing stands twice' }
  if (keyword === 'minLength')
    return { sv: `minst ${limit} tecken behövs`, en: `at least ${limit} characters are needed` }
  if (keyword === 'maxLength')
    return { sv: `högst ${limit} tecken får stå`, en: `at most ${limit} characters are allowed` }
  return WRONG_FORM
}

const WRONG_FORM: Said = {
  sv: 'värdet har inte den form som fältet ska ha',
  en: 'the value does not have the form of the field',
}

const TYPES: ReadonlyMap<string, Said> = new Map([
  [
    'string',
    {
      sv: 'en text ska stå här, inte en lista eller flera uppgifter',
      en: 'a text is wanted here, not a list or several fields',
    },
  ],
  ['integer', { sv: 'ett heltal ska stå här', en: 'a whole number is wanted here' }],
  ['number', { sv: 'ett tal ska stå här', en: 'a number is wanted here' }],
  ['boolean', { sv: '`true` eller `false` ska stå här', en: '`true` or `false` is wanted here' }],
  ['array', { sv: 'en lista ska stå här', en: 'a list is wanted here' }],
  [
    'object',
    {
      sv: 'flera uppgifter ska stå här, var och en med sitt namn',
      en: 'several named fields are wanted here',
    },
  ],
  [
    'string object',
    {
      sv: 'en text eller flera uppgifter med namn ska stå här',
      en: 'a text or several named fields are wanted here',
    },
  ],
])

const pathOf = (pointer: string): FieldPath =>
  pointer
    .split('/')
    .slice(1)
    .map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map(step => (/^\d+$/.test(step) ? Number(step) : step))
