import fc from 'fast-check'
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'

/** What `yaml` reads, as lists, texts and entries; absent where it finds fault. */
export function readByYaml(text: string): unknown {
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
export function inOrderOfKeys(value: unknown): unknown {
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
export function entriesOf(value: unknown): unknown {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(entriesOf)
  return { entries: Object.entries(value as object).map(([key, inner]) => [key, entriesOf(inner)]) }
}

/** True when no map has a key twice, or one that is no text. */
export const keysOnce = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.every(keysOnce)
  if (typeof value !== 'object' || value === null) return true
  const { entries } = value as { entries: readonly (readonly [unknown, unknown])[] }
  return (
    new Set(entries.map(([key]) => key)).size === entries.length &&
    entries.every(([key, inner]) => key !== undefined && keysOnce(inner))
  )
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
/** Front matter, ordinary and hostile. */
export const ANY_YAML = fc
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
