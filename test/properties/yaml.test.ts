import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { FieldPath, Span } from '../../src/model/place.js'
import { positionsIn, readYaml } from '../../src/parse/yaml.js'

const RUNS = Number(process.env.RUNS ?? 3000)

/** What `yaml` reads, as lists, texts and entries; absent where it finds fault. */
function readByYaml(text: string): unknown {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'failsafe',
    strict: true,
    prettyErrors: false,
  })
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined
  const plain = (node: unknown): unknown => {
    if (isScalar(node)) return node.value === null ? '' : String(node.value)
    if (isSeq(node)) return node.items.map(plain)
    if (!isMap(node)) return ''
    return {
      entries: node.items.map(({ key, value }) => [
        isScalar(key) ? String(key.value).normalize('NFC') : undefined,
        plain(value),
      ]),
    }
  }
  const contents = document.contents === null ? '' : plain(document.contents)
  return contents === '' ? { entries: [] } : contents
}

/** Keys that are numbers come first in an object, wherever they stood. */
function inOrderOfKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrderOfKeys)
  if (typeof value !== 'object' || value === null) return value
  const { entries } = value as { entries: readonly (readonly [string, unknown])[] }
  const numbers = entries
    .filter(([key]) => /^(?:0|[1-9]\d{0,8})$/.test(key))
    .sort(([one], [other]) => Number(one) - Number(other))
  const others = entries.filter(entry => !numbers.includes(entry))
  return { entries: [...numbers, ...others].map(([key, inner]) => [key, inOrderOfKeys(inner)]) }
}

/** The same shape, of what the program reads. */
function entriesOf(value: unknown): unknown {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(entriesOf)
  return { entries: Object.entries(value as object).map(([key, inner]) => [key, entriesOf(inner)]) }
}

const keysOnce = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.every(keysOnce)
  if (typeof value !== 'object' || value === null) return true
  const { entries } = value as { entries: readonly (readonly [unknown, unknown])[] }
  return (
    new Set(entries.map(([key]) => key)).size === entries.length &&
    entries.every(([key, inner]) => key !== undefined && keysOnce(inner))
  )
}

describe('front matter', () => {
  test('is read as `yaml` reads it, or refused', () => {
    let read = 0
    fc.assert(
      fc.property(ANY_YAML, text => {
        const truth = readByYaml(text)
        const { fields, broken, faults } = readYaml(text, 2)
        expect(Object.keys(Object.prototype)).toEqual([])
        if (broken) return
        if (faults.length === 0) {
          expect(truth, JSON.stringify(text)).toBeDefined()
          if (!keysOnce(truth)) return
          expect(entriesOf(fields), JSON.stringify(text)).toEqual(inOrderOfKeys(truth))
          read++
        }
      }),
      { numRuns: RUNS },
    )
    expect(read).toBeGreaterThan(RUNS / 10)
  })

  test.each([
    '13:30',
    '0012',
    '12E3',
    '1.10',
    'no',
    '2024-05-31',
    '~',
    'null',
    '0x1F',
    '1_000',
    'true',
    '.inf',
    '08:30',
    '+46',
    '1e3',
  ])('leaves %s as the text that stands there', scalar => {
    for (const text of [
      `a: ${scalar}`,
      `a: [${scalar}]`,
      `a:\n  - ${scalar}`,
      `a: "${scalar}"`,
      `a: {b: ${scalar}}`,
      `a: ${scalar} # not`,
    ]) {
      const { fields, broken } = readYaml(`${text}\n`, 2)
      expect(broken).toBe(false)
      expect(JSON.stringify(fields)).toContain(`"${scalar}"`)
    }
  })

  test('names a key that stands twice, at its second place', () => {
    for (const text of ['a: 1\nb: 2\na: 3\n', 'a: {b: 1}\nb: 2\na: 1\n']) {
      const { fields, faults, broken } = readYaml(text, 2)
      expect({ broken, faults }).toMatchObject({
        broken: false,
        faults: [{ name: 'duplicate-key', detail: 'a', at: { span: { line: 4 } } }],
      })
      expect(Object.keys(fields)).toEqual(['a', 'b'])
    }
    expect(readYaml('å: 1\na\u030a: 2\n', 2).faults).toMatchObject([{ name: 'duplicate-key' }])
  })

  test.each(['a: &x 1\nb: *x\n', 'a: &x [1]\n', 'a: !!js/function x\n', 'a: !x y\n', '<<: {a: 1}\nb: *c\n'])(
    'refuses anchors and tags: %j',
    text => {
      const { broken, faults } = readYaml(text, 2)
      expect(broken).toBe(true)
      expect(faults[0]).toMatchObject({ name: 'yaml' })
    },
  )

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])(
    'takes %s for a key like any other',
    key => {
      const { fields, broken } = readYaml(`${key}: {admin: ja}\nb:\n  ${key}: {admin: ja}\n`, 2)
      expect(broken).toBe(false)
      expect(Object.getPrototypeOf(fields)).toBe(null)
      expect(Object.keys(fields)).toEqual([key, 'b'])
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(({} as { admin?: string }).admin).toBeUndefined()
      expect('admin' in fields).toBe(false)
    },
  )

  const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}: x`)
  const hostile: Readonly<Record<string, string>> = {
    'a hundred thousand keys': keys(100_000).join('\n'),
    'a hundred thousand keys and an anchor': `${keys(100_000).join('\n')}\nz: &a b`,
    'thirty thousand keys on a line': `a: {${keys(30_000).join(', ')}, *b}`,
    'a hundred thousand empty lines': `a: b\n${'\n'.repeat(100_000)}c: d`,
    'anchors upon anchors': `a: ${'&a '.repeat(15_000)}`,
    tags: '!x '.repeat(20_000),
    aliases: 'a: *a '.repeat(10_000),
    brackets: `a: ${'['.repeat(20_000)}`,
    braces: `a: ${'{a: '.repeat(15_000)}`,
    dashes: `a:\n${'- '.repeat(30_000)}`,
    questions: `a:\n${'? '.repeat(30_000)}`,
    commas: `a: [${','.repeat(30_000)}`,
    'an open quote': `a: "${'x\n  '.repeat(15_000)}`,
    colons: ':'.repeat(60_000),
  }
  test.each(Object.entries(hostile))('%s is read or refused, soon', (_, text) => {
    const start = performance.now()
    const { faults } = readYaml(text, 2)
    positionsIn(text, 2)(['a', 0], 'value')
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(faults.length).toBeLessThan(100)
    for (const { detail = '' } of faults) expect(detail).not.toMatch(/stack|Error/)
  })
})

describe('positions', () => {
  test('lie inside the text and cover the value', () => {
    fc.assert(
      fc.property(ANY_YAML, text => {
        const { fields, broken, faults } = readYaml(text, 2)
        const find = positionsIn(text, 2)
        if (broken || faults.length > 0) return
        for (const [path, value] of leavesOf(fields)) {
          for (const part of ['key', 'value'] as const) {
            const span = find(path, part)
            expect(span, `${JSON.stringify(text)} ${path.join('.')}`).toBeDefined()
            if (span === undefined) return
            const covered = textAt(text, span)
            expect(covered, JSON.stringify(text)).toBeDefined()
            if (part === 'value' && /^[a-z]+$/.test(value)) expect(covered).toContain(value)
          }
        }
        expect(find(['finns-inte'], 'value')).toBeUndefined()
      }),
      { numRuns: RUNS },
    )
  })
})

/** The text of a span in YAML that begins on line 2; absent when the span is not inside it. */
function textAt(text: string, { line, column, endLine, endColumn }: Span): string | undefined {
  const lines = text.split('\n')
  const offset = (row: number, place: number) =>
    lines.slice(0, row - 2).reduce((sum, each) => sum + each.length + 1, place - 1)
  const [from, to] = [offset(line, column), offset(endLine, endColumn)]
  return line < 2 || column < 1 || endLine - 1 > lines.length || to > text.length || from > to
    ? undefined
    : text.slice(from, to)
}

function* leavesOf(value: unknown, path: FieldPath = []): Generator<readonly [FieldPath, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (Array.isArray(value))
    for (const [index, each] of value.entries()) yield* leavesOf(each, [...path, index])
  else for (const [key, inner] of Object.entries(value as object)) yield* leavesOf(inner, [...path, key])
}

const scalar = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        'ett',
        'Bo Ek',
        '13:30',
        '0012',
        'no',
        '~',
        '"två ord"',
        "'it''s'",
        '""',
        "''",
        '2024-05-31',
        '08.30–12.00',
        '§ 4',
        '[a, b]',
        '[]',
        '{}',
      ],
      ...[
        '{a: b, c: [d]}',
        '# x',
        'a # b',
        'a: b',
        '"a\\nb"',
        '"\\u00e5"',
        '|\n  rad\n  två',
        '>-\n  vikt\n  rad',
        '- x',
        'a,b',
        '[a',
        '"a',
        '*a',
        '&a b',
      ],
      ...[
        '!t x',
        '@x',
        '`x',
        '%x',
        '? a',
        'a?',
        '-',
        '--',
        ': a',
        '[a]: b',
        '{a}',
        'fler\n  ord',
        '"fler\n  ord"',
        '<<',
        '\\',
        'ä',
      ],
    ),
  },
  fc.string({ unit: fc.constantFrom(...'ab :-[]{},#"\'|>&*!%@?~å1.\t'), maxLength: 8 }),
)
const key = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('id', 'titel', 'närvarande', 'a', 'b', 'c', 'grupp', '"q"', 'två ord', '1'),
  },
  fc.constantFrom('__proto__', 'constructor', '? x', '-', '<<', '[k]', 'a\u030a', 'å', '*', ''),
)
const blockList = fc
  .array(scalar, { minLength: 1, maxLength: 3 })
  .map(items => items.map(item => `\n  - ${item}`).join(''))
const blockMap = fc
  .array(fc.tuple(key, scalar), { minLength: 1, maxLength: 3 })
  .map(pairs => pairs.map(([name, value]) => `\n  ${name}: ${value}`).join(''))
const ANY_YAML = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple(key, scalar).map(([name, value]) => `${name}: ${value}`) },
      {
        weight: 3,
        arbitrary: fc.tuple(key, fc.oneof(blockList, blockMap)).map(([name, value]) => `${name}:${value}`),
      },
      fc.constantFrom('', '# kommentar', 'a:', '- x', '...', '   ', 'ord'),
    ),
    { maxLength: 6 },
  )
  .map(lines => `${lines.join('\n')}\n`)
