import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carefulCheck, schemaOf } from '../../src/kinds/check-fields.js'
import { plainCheck } from '../../src/kinds/plain-check.js'
import { textsWithin } from '../../src/model/field-path.js'
import type { Fields, FieldValue } from '../../src/model/fields.js'
import type { DocumentKind, JsonSchema } from '../../src/model/kind.js'
import type { FieldPath } from '../../src/model/place.js'
import { archiveOfTexts, KINDS, ROOT, textsIn } from '../demonstration.js'

const RUNS = Number(process.env.RUNS ?? 2000)

const { documents, registers, settings } = await archiveOfTexts(textsIn(join(ROOT, 'examples')))
const careful = carefulCheck(settings, KINDS.common)
const shared = { name: 'gemensamt', schema: KINDS.common }
const lookAt = (schema: JsonSchema) => plainCheck(schema, shared)

/** What can be judged: every document and register of the example archive with its schema. */
const judged = [...documents, ...registers].flatMap(({ typ = '', fields, path }) => {
  const kind = KINDS.kinds.get(typ)
  const schema = kind === undefined ? KINDS.registers.get(path) : schemaOf(kind, KINDS.common)
  return schema === undefined ? [] : [{ path, fields, schema, isPlain: lookAt(schema) }]
})

/** What may come to stand in a field: right in some, wrong in others. */
const VALUES: readonly FieldValue[] = [
  ...['', ' ', 'x', '0', '12', '012', '1e3', '-1', '1.5', '9999999999', 'true', 'TRUE', 'null'],
  ...[
    '2024-05-31',
    '2024-02-30',
    '240531',
    '31 maj',
    '2024-09',
    'HT2024',
    'nästa möte',
    'årligen',
    '12 månader',
  ],
  ...['13.00–15.00', '25.00', 'namn@kommun.se', 'GRP-demo', 'PROT-demo-2024-05-23 § 4 u1', 'demo', 'B-7k3f'],
  ...['öppen', 'utkast', 'gällande', 'protokoll', 'skola', `sha256:${'a'.repeat(64)}`],
  [],
  ['x'],
  [''],
  ['2024-05-31', ['x']],
  [{ person: 'Bo Berg', roll: 'ordförande' }],
  {},
  { person: 'Bo Berg' },
  { grad: 'öppen', bestämmelse: 'x', datum: '2024-05-31', myndighet: 'x' },
  { toString: 'x' },
]

/** Fields with something else at a place, or with one field more. */
function changed(value: FieldValue, [step, ...rest]: FieldPath, put: FieldValue | undefined): FieldValue {
  if (step === undefined) return put ?? ''
  if (Array.isArray(value))
    return value.map((each: FieldValue, index) => (index === step ? changed(each, rest, put) : each))
  const entries = Object.entries(value as Fields)
  const others = entries.filter(([key]) => put !== undefined || rest.length > 0 || key !== step)
  const inner = (value as Fields)[String(step)] ?? ''
  const all = put === undefined && rest.length === 0 ? others : [...others, [step, changed(inner, rest, put)]]
  return Object.assign(Object.create(null), Object.fromEntries(all)) as Fields
}

const CHANGES = fc.array(
  fc.record({
    place: fc.nat(),
    depth: fc.nat(4),
    added: fc.option(fc.constantFrom('datum', 'bilagor', 'länkar', 'härlett', 'okänt', 'toString', 'nr')),
    put: fc.option(fc.constantFrom(...VALUES), { nil: undefined }),
  }),
  { maxLength: 4 },
)

describe('the first look at front matter', () => {
  test('never passes what ajv finds fault with', () => {
    let passed = 0
    let faulty = 0
    fc.assert(
      fc.property(fc.constantFrom(...judged), CHANGES, ({ fields, schema, isPlain }, changes) => {
        let made = fields
        for (const { place, depth, added, put } of changes) {
          const texts = textsWithin(made)
          const path = texts[place % Math.max(texts.length, 1)]?.field.slice(0, depth + 1) ?? ['typ']
          made = changed(made, added === null ? path : [added], put) as Fields
        }
        const faults = careful(made, schema)
        if (faults.length > 0) faulty++
        if (!isPlain(made)) return
        passed++
        expect(faults, JSON.stringify(made)).toEqual([])
      }),
      { numRuns: RUNS },
    )
    expect(passed).toBeGreaterThan(RUNS / 10)
    expect(faulty).toBeGreaterThan(RUNS / 10)
  })

  test.each(judged.map(each => [each.path, each] as const))('passes %s', (_, { fields, isPlain }) =>
    expect(isPlain(fields)).toBe(true),
  )

  test('leaves to ajv what it does not know', () => {
    const kind = KINDS.kinds.get('protokoll') as DocumentKind
    for (const asked of [
      { anyOf: [{ type: 'string' }] },
      { type: 'string', minLength: 1 },
      { type: 'string', format: 'okänt' },
      { $ref: '#/$defs/finns_inte' },
      { if: { type: 'object' }, else: { type: 'string' } },
      false,
    ]) {
      const schema = schemaOf({ ...kind, schema: { properties: { plats: asked } } }, KINDS.common)
      expect(lookAt(schema)({ plats: 'Ekmo' }), JSON.stringify(asked)).toBe(false)
      expect(lookAt(schema)({ titel: 'Möte' }), JSON.stringify(asked)).toBe(true)
    }
  })
})
