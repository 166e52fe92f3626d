import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../src/archive/judge.js'
import { loadArchive } from '../../src/archive/load.js'
import { textSource } from '../../src/archive/source.js'
import type { Day } from '../../src/model/day.js'
import type { ReadResult } from '../../src/model/ports.js'
import { readMarkdown } from '../../src/parse/markdown.js'
import { isUnread, readDocument, readYamlFile } from '../../src/parse/read-document.js'
import { DEMONSTRATION, KINDS } from '../demonstration.js'

const RUNS = Number(process.env.RUNS ?? 1500)
const DOCUMENTS = Object.entries(DEMONSTRATION).filter(([path]) => path.endsWith('.md'))
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Reads bytes as a document and as a register; holds what is true of every reading. */
function holdReading(bytes: Uint8Array): void {
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/).length
  for (const read of [readDocument({ bytes }), readYamlFile({ bytes })]) {
    if (isUnread(read.body)) readMarkdown(read.body.markdown, read.body.firstLine)
    if (read.unreadable) expect(read.faults.length).toBeGreaterThan(0)
    for (const { at } of read.faults) {
      const line = 'span' in at ? at.span.line : 'line' in at ? at.line : 1
      expect(line).toBeGreaterThanOrEqual(1)
      expect(line).toBeLessThanOrEqual(lines)
    }
  }
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(globalThis).not.toHaveProperty('canary')
}

describe('reading never throws', () => {
  test('on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => holdReading(bytes)),
      { numRuns: RUNS },
    )
  })

  test('on any text after a fence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        holdReading(bytesOf(`---\n${text}`))
        holdReading(bytesOf(`---\nid: A\n---\n${text}`))
      }),
      { numRuns: RUNS },
    )
  })

  test('on the demonstration documents with something put in, taken out or doubled', () => {
    fc.assert(
      fc.property(MUTATED, text => holdReading(bytesOf(text))),
      { numRuns: RUNS },
    )
  })
})

test('every file is checked, skipped or unreadable, and none is two of them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(PATH, fc.oneof(MUTATED.map(bytesOf), fc.uint8Array({ maxLength: 100 })), { maxKeys: 12 }),
      async files => {
        const archive = await loadArchive(textSource(files), KINDS, '2024-06-10' as Day)
        const verdict = judge({ archive, rules: [], judges: () => true, textOf: () => undefined })
        const { checked, skipped, unreadable } = verdict
        expect(checked + skipped.length + unreadable).toBe(verdict.files)
        const met = [...archive.documents, ...skipped].map(({ path }) => path).sort()
        expect(met).toEqual([...new Set(met)])
        const folders = new Set([...KINDS.kinds.values()].map(({ pathPattern }) => pathPattern.split('/')[0]))
        expect(met).toEqual(
          Object.keys(files)
            .filter(path => path.includes('/') && folders.has(path.split('/')[0]))
            .sort(),
        )
      },
    ),
    { numRuns: Math.ceil(RUNS / 10) },
  )
})

describe('front matter is never executed', () => {
  const code = 'globalThis.canary = true\nmodule.exports = { id: (globalThis.canary = true) }'
  const openings = [
    ...[
      '---js',
      '---javascript',
      '---JS',
      '--- js',
      '---\tjs',
      '\ufeff---js',
      '---js\r',
      '---json',
      '---coffee',
      '---toml',
      ';;;js',
    ],
    ...[
      '---constructor',
      '---toString',
      '---__proto__',
      '---hasOwnProperty',
      '---yaml',
      '----',
      '--- ',
      '+++',
      '---js ',
      '---\u00a0js',
    ],
  ]
  test.each(openings.map(opening => [JSON.stringify(opening), opening]))('opened by %s', (_, opening) => {
    for (const text of [
      `${opening}\n${code}\n---\n\n# A\n`,
      `${opening}\n${code}`,
      `${opening}\n---\n`,
      opening,
    ]) {
      for (let times = 0; times < 2; times++) {
        const { unreadable, fields } = readDocument({ bytes: bytesOf(text) })
        expect(unreadable).toBe(true)
        expect(Object.keys(fields)).toEqual([])
        expect(globalThis).not.toHaveProperty('canary')
      }
    }
  })

  test('nor is a second one in the text', () => {
    const { unreadable } = readDocument({ bytes: bytesOf(`---\nid: A\n---\n---js\n${code}\n---\n`) })
    expect(unreadable).toBe(false)
    expect(globalThis).not.toHaveProperty('canary')
  })

  test.each(['constructor', 'toString', '__proto__', 'js', ''])(
    'a file of the one word %j is a document without front matter',
    word => {
      for (let times = 0; times < 2; times++) {
        expect(readDocument({ bytes: bytesOf(word) }).faults).toMatchObject([
          { name: 'front-matter-missing' },
        ])
      }
    },
  )

  test('what was read once reads the same again, fault and all', () => {
    const broken = bytesOf('---\na: [b\n---\n\n# A\n')
    expect(toldBy({ bytes: broken })).toEqual(toldBy({ bytes: broken }))
    expect(readDocument({ bytes: broken }).unreadable).toBe(true)
  })
})

test.each([
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x2d, 0, 0x2d, 0, 0x2d, 0]), 'utf16', true],
  [
    'Latin-1',
    new Uint8Array([0x2d, 0x2d, 0x2d, 10, 0x61, 0x3a, 0xe5, 10, 0x2d, 0x2d, 0x2d]),
    'not-utf8',
    true,
  ],
  ['NUL', bytesOf('---\nid: A\n---\n\n# A\0\n'), 'control-character', true],
  ['ESC', bytesOf('---\nid: A\u001b]0;x\u0007\n---\n'), 'control-character', true],
  ['a byte order mark', bytesOf('\ufeff---\nid: A\n---\n'), 'bom', false],
  ['CRLF', bytesOf('---\r\nid: A\r\n---\r\n\r\n# A\r\n'), 'crlf', false],
  ['CR', bytesOf('---\rid: A\r---\r\r# A\r'), 'crlf', false],
  ['a bidi override', bytesOf('---\nid: A\n---\n\nA\u202eB\n'), 'bidi', false],
  ['a zero-width space', bytesOf('---\nid: A\n---\n\nA\u200bB\n'), 'zero-width', false],
  ['a tag character', bytesOf('---\nid: A\n---\n\nA\u{e0041}B\n'), 'zero-width', false],
  ['a decomposed letter', bytesOf('---\nid: A\n---\n\na\u030a\n'), 'not-nfc', false],
  [
    'control characters after hundreds of others',
    bytesOf(`---\nid: A\n---\n\n${'\u200b\n'.repeat(300)}\u001b`),
    'zero-width',
    true,
  ],
] as const)('%s is told', (_, bytes, name, isUnreadable) => {
  const { faults, unreadable, fields } = readDocument({ bytes })
  expect(faults.map(fault => fault.name)).toContain(name)
  expect(unreadable).toBe(isUnreadable)
  if (!isUnreadable) expect(fields).toEqual({ id: 'A' })
})

test('a joiner inside an emoji is no fault', () => {
  expect(readDocument({ bytes: bytesOf('---\nid: A\n---\n\n👩\u200d👧\n') }).faults).toEqual([])
})

/** All that reading a file tells. */
const toldBy = (read: ReadResult) => {
  const file = readDocument(read)
  return { ...file, bodyText: file.bodyText() }
}

test('line ends and byte order mark change nothing but their own fault', () => {
  for (const [, text] of DOCUMENTS) {
    const plain = toldBy({ bytes: bytesOf(text) })
    const other = toldBy({ bytes: bytesOf(`\ufeff${text.replaceAll('\n', '\r\n')}`) })
    expect(other).toEqual({
      ...plain,
      faults: [
        expect.objectContaining({ name: 'bom' }),
        expect.objectContaining({ name: 'crlf' }),
        ...plain.faults,
      ],
    })
  }
})

const SPLICED = [
  ...[
    '---\n',
    '\n---\n',
    '---js\n',
    '&a ',
    '*a',
    '!x ',
    '\r',
    '\r\n',
    '\u001b[31m',
    '__proto__: ',
    'constructor: ',
    '\t',
    '\ufeff',
    '\0',
    '%YAML 1.1\n',
  ],
  ...[
    '[',
    '{',
    '"',
    "'",
    '```\n',
    ':::\n',
    ':::sekretess{grund="x"}\n',
    '<!--',
    '-->',
    '> ',
    '- [ ] ',
    '\u202e',
    '\u200b',
    '\u2028',
    ': ',
    '#',
    '|',
    '\n\n',
  ],
]
const MUTATED = fc
  .tuple(
    fc.constantFrom(...DOCUMENTS.map(([, text]) => text)),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...SPLICED), fc.nat(30)), {
      maxLength: 4,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((now, [where, put, taken]) => {
      const at = Math.floor(where * now.length)
      return now.slice(0, at) + put + now.slice(at + taken)
    }, text),
  )
const PATH = fc
  .tuple(
    fc.constantFrom('moten', 'arenden', 'avvikelser', 'grupper', 'rutiner', 'register', 'bilagor', 'annat'),
    fc.constantFrom(
      'a.md',
      'b.md',
      'c.txt',
      '.dold.md',
      'README.md',
      'readme.md',
      'd/e.md',
      'MD',
      'f.MD',
      'constructor',
      '__proto__',
    ),
  )
  .map(([folder, name]) => `${folder}/${name}`)
