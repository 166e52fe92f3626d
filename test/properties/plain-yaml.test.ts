import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headerTextOf } from '../../src/parse/front-matter.js'
import { readPlainYaml } from '../../src/parse/plain-yaml.js'
import { asRead } from '../../src/parse/slim-text.js'
import { ROOT, textsIn } from '../demonstration.js'
import { ANY_YAML, entriesOf, inOrderOfKeys, readByYaml } from './yaml-truth.js'

const RUNS = Number(process.env.RUNS ?? 3000)

const ANY_KEY = fc.constantFrom(
  'id',
  'titel',
  'närvarande',
  'per_år',
  'två ord',
  'a-b',
  'a.b',
  'constructor',
  '__proto__',
  'x1',
  'ę',
)

const readPlainly = (text: string) => readPlainYaml(asRead(text), 0, text.length)

/** What the plain reader answers, if it does, is what `yaml` answers. */
function holdAgainstYaml(text: string): 'read' | 'declined' {
  const fields = readPlainly(text)
  if (fields === undefined) return 'declined'
  expect(entriesOf(fields), JSON.stringify(text)).toEqual(inOrderOfKeys(readByYaml(text)))
  return 'read'
}

describe('the plain reader agrees with yaml', () => {
  test.each([
    ['on hostile and ordinary lines in any order', ANY_YAML, 30],
    ['on the YAML that archives are written in, laid out in every way', mapAt(0, 3), 2],
    ['on the same with something put in, taken out or doubled', disturbed(mapAt(0, 3)), 10],
  ])('%s', (_, anyText, part) => {
    let read = 0
    fc.assert(
      fc.property(anyText, text => {
        if (holdAgainstYaml(text) === 'read') read++
      }),
      { numRuns: RUNS },
    )
    expect(read).toBeGreaterThan(RUNS / part)
  })

  const folders = ['examples', 'templates/demonstration', '../shared/real-archive'].map(folder =>
    join(ROOT, folder),
  )
  test.each(folders.filter(existsSync))('on every document of %s, none of which it declines', folder => {
    for (const [path, text] of Object.entries(textsIn(folder))) {
      const yaml = path.endsWith('.md') ? headerTextOf(text) : undefined
      if (yaml !== undefined) expect(holdAgainstYaml(yaml), path).toBe('read')
    }
  })
})

test.each([
  ...['a: &x b', 'a: *x', 'a: !t b', 'a: |\n  b', 'a: >-\n  b', 'a: b\n  c', 'a: "b\n  c"', "a: 'b\n  c'"],
  ...['a: [b,\n  c]', 'a:\tb', '\ta: b', 'a: b: c', 'a: b:', 'a: @b', 'a: `b', 'a: %b', '? a\n: b', '- a'],
  ...['a: b\na: c', 'å: b\na\u030a: c', 'a:\n  - b\n - c', 'a:\n  b: c\n d: e', '  a: b\nc: d', 'a: [b]c'],
  ...['a: "b"c', 'a: "b"#c', 'a: [b]: c', 'a: [,]', 'a: [b, ]', 'a: {b}', 'a: {b: }', 'a: "\\x41"', 'a : b'],
  ...['"a": b', '[a]: b', 'a:\n  -\n  - b', '--- \na: b', 'a: b\n...', '%YAML 1.2\na: b', '<<: {a: b}', 'a'],
  ...['a: - b', 'a: [b: c]', 'a: [- b]', 'a: {b: c', 'a: [b', 'a: "b', '', '# b', `${'a'.repeat(1100)}: b`],
  ...[`a: ${'['.repeat(50)}${']'.repeat(50)}`, 'a: b\u0085c', 'a: b\ufeff', 'a:\n- b\n c: d'],
])('the plain reader leaves %j to others', text => {
  expect(readPlainly(text)).toBeUndefined()
})

function scalarIn(place: 'line' | 'brackets'): fc.Arbitrary<string> {
  const plain = fc.constantFrom(
    ...[
      'Bo Ek',
      '13.00–15.30',
      '13:30',
      'sha256:ab',
      '~',
      'no',
      '0012',
      '§ 4',
      'a - b',
      'a & b',
      'R&D',
      "d'a",
    ],
    ...[
      '2024-05-31',
      'a#b',
      '(a)',
      'a/b',
      '"två ord"',
      "'it''s'",
      '""',
      "''",
      '"a: b"',
      "'# a'",
      '"[a]"',
      'å',
    ],
  )
  return place === 'brackets'
    ? plain
    : fc.oneof({ weight: 9, arbitrary: plain }, fc.constantFrom('a, b', 'a]'))
}

function inBrackets(depth: number): fc.Arbitrary<string> {
  if (depth === 0) return scalarIn('brackets')
  const inner = inBrackets(depth - 1)
  const gap = fc.constantFrom('', ' ')
  const list = fc
    .tuple(fc.array(inner, { maxLength: 3 }), gap)
    .map(([items, space]) => `[${space}${items.join(`${space}, `)}${space}]`)
  const map = fc
    .tuple(fc.uniqueArray(ANY_KEY, { maxLength: 3 }), inner, gap)
    .map(([keys, value, space]) => `{${space}${keys.map(key => `${key}: ${value}`).join(', ')}${space}}`)
  return fc.oneof(scalarIn('brackets'), list, map)
}

function mapAt(indent: number, depth: number): fc.Arbitrary<string> {
  const pair = fc
    .tuple(
      valueAt(indent, depth),
      fc.constantFrom('', '', '', '\n', `${' '.repeat(indent)}# a: b\n`, '# a\n'),
    )
    .map(([value, after]) => ({ value, after }))
  return fc
    .tuple(
      fc.uniqueArray(ANY_KEY, { minLength: 1, maxLength: 3 }),
      fc.array(pair, { minLength: 3, maxLength: 3 }),
    )
    .map(([keys, pairs]) =>
      keys
        .map((key, at) => `${' '.repeat(indent)}${key}:${pairs[at]?.value ?? ''}\n${pairs[at]?.after ?? ''}`)
        .join(''),
    )
}

/** What stands after the colon of a key that is set in by `indent`. */
function valueAt(indent: number, depth: number): fc.Arbitrary<string> {
  const onLine = fc
    .tuple(
      fc.constantFrom(' ', '  '),
      fc.oneof(scalarIn('line'), inBrackets(2)),
      fc.constantFrom('', '', '', ' ', ' # a', '  #'),
    )
    .map(parts => parts.join(''))
  const nothing = fc.constantFrom('', ' ', ' # a')
  if (depth === 0) return fc.oneof({ weight: 5, arbitrary: onLine }, nothing)
  const below = fc
    .constantFrom(indent, indent + 2, indent + 4)
    .chain(inner =>
      inner > indent ? fc.oneof(mapAt(inner, depth - 1), listAt(inner, depth - 1)) : listAt(inner, depth - 1),
    )
    .map(text => `\n${text.trimEnd()}`)
  return fc.oneof({ weight: 4, arbitrary: onLine }, nothing, { weight: 3, arbitrary: below })
}

function listAt(indent: number, depth: number): fc.Arbitrary<string> {
  const dash = `${' '.repeat(indent)}- `
  const item = fc.oneof(
    fc.oneof(scalarIn('line'), inBrackets(1)).map(value => `${dash}${value}\n`),
    mapAt(indent + 2, depth).map(text => dash + text.slice(indent + 2)),
  )
  return fc.array(item, { minLength: 1, maxLength: 3 }).map(items => items.join(''))
}

function disturbed(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    ...[
      '"',
      "'",
      ':',
      ': ',
      '#',
      ' #',
      '- ',
      '-',
      '\n',
      ' ',
      '  ',
      '\n  ',
      ',',
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
    ],
    ...[
      '!a',
      '|',
      '>',
      '?',
      '? ',
      '%',
      '@',
      '`',
      '\t',
      '\\',
      '\u00a0',
      '\u0085',
      '\u2028',
      '---\n',
      '<<: ',
      '~',
    ],
  )
  return fc.tuple(text, fc.nat(), fc.nat(4), piece, fc.boolean()).map(([whole, place, cut, put, puts]) => {
    const at = place % (whole.length + 1)
    return whole.slice(0, at) + (puts ? put : '') + whole.slice(at + (puts ? 0 : cut))
  })
}
