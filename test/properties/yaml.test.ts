import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldPath, Span } from '../../src/model/place.js'
import { positionsIn, readYaml } from '../../src/parse/yaml.js'
import { ANY_YAML, entriesOf, inOrderOfKeys, keysOnce, readByYaml } from './yaml-truth.js'

const RUNS = Number(process.env.RUNS ?? 3000)

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
