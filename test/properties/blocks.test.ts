import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyOf } from '../../src/parse/body.js'
import { bodyStartOf } from '../../src/parse/front-matter.js'
import { tooIntricateAt } from '../../src/parse/intricate.js'
import { readMarkdown } from '../../src/parse/markdown.js'
import { readDocument } from '../../src/parse/read-document.js'
import { scan } from '../../src/parse/scan.js'
import { asRead } from '../../src/parse/slim-text.js'
import { ROOT, textsIn } from '../demonstration.js'

const require = createRequire(import.meta.url)
const RUNS = Number(process.env.RUNS ?? 4000)

/** What the scanner answers, if it does, is what remark answers, to the last line number. */
function holdAgainstRemark(text: string, firstLine = 1): 'read' | 'declined' {
  const scanned = scan(asRead(text), 0, firstLine)
  if (scanned === undefined) return 'declined'
  const read = readMarkdown(text, firstLine)
  expect(scanned, JSON.stringify(text)).toEqual(read)
  expect(bodyOf(scanned)).toEqual(bodyOf(read))
  return 'read'
}

describe('the scanner agrees with remark', () => {
  const { tests } = require('commonmark-spec') as {
    tests: readonly { readonly number: number; readonly markdown: string }[]
  }

  test('on the examples of CommonMark', () => {
    const read = tests.filter(
      ({ markdown }) => holdAgainstRemark(markdown.replaceAll('→', '\t'), 7) === 'read',
    )
    expect(tests.length).toBeGreaterThan(600)
    expect(read.length).toBeGreaterThan(350)
  })

  test('on hostile and ordinary pieces in any order', () => {
    let read = 0
    fc.assert(
      fc.property(ANY_TEXT, text => {
        if (holdAgainstRemark(text) === 'read') read++
      }),
      { numRuns: RUNS },
    )
    expect(read).toBeGreaterThan(RUNS / 4)
  })

  test('on ordinary minutes, which it never declines', () => {
    fc.assert(
      fc.property(MINUTES, text => {
        expect(holdAgainstRemark(text), text).toBe('read')
      }),
      { numRuns: Math.ceil(RUNS / 10) },
    )
  })

  const folders = ['examples', 'templates/demonstration', '../shared/real-archive'].map(folder =>
    join(ROOT, folder),
  )
  test.each(folders.filter(existsSync))('on every document of %s, none of which it declines', folder => {
    for (const [path, text] of Object.entries(textsIn(folder))) {
      if (path.endsWith('.md')) expect(holdAgainstRemark(text.slice(bodyStartOf(text))), path).toBe('read')
    }
  })
})

describe('no body takes long', () => {
  const most = 295_000
  const written = (unit: string) => unit.repeat(Math.floor(most / unit.length))
  const inLines = (unit: string) => written(`${unit.repeat(20)}\n`)
  const units = [
    ...[
      '- ',
      '1. ',
      '> ',
      '*a _b ',
      'a**b_c* ',
      'a<!--',
      'a<!A ',
      'a<![CDATA[',
      'a<?',
      '[a](',
      '[a](<',
      '[',
      '](',
      '**a ',
    ],
    ...[
      'a **b',
      '`',
      '<http:',
      '(återkommer ',
      '(senast x',
      'AB-1 "',
      'beslutar ',
      'Beslutar att a. ',
      'a.',
      'a@',
      '|a',
      '\\',
    ],
    ...[
      '# ',
      ' ',
      '\u00a0',
      '*Ärende: ',
      'Se 4a, ',
      '- a\n',
      '> a\nb\n',
      'b\n',
      'a\n===\n\n',
      '[a]: b\n\n',
      '[^a]: b\n\n',
      '## a\n',
    ],
    ...[
      '| a | b |\n|---|---|\n',
      '<!-- a -->\n',
      '<!-- a\n',
      '```\n',
      ':::sekretess\n\n',
      '- [ ] Bo: a (senast 2024)\n',
      '\ta\n',
    ],
  ]
  test.each(
    units
      .flatMap(unit => [written(unit), inLines(unit)])
      .map(text => [JSON.stringify(text.slice(0, 24)), text]),
  )('%s …', (_, text) => {
    const start = performance.now()
    const blocks = scan(asRead(text), 0, 1)
    if (blocks !== undefined) bodyOf(blocks)
    const turnedAway = tooIntricateAt(text)
    // Linear work takes a fifth of this; what is quadratic takes minutes.
    expect(performance.now() - start).toBeLessThan(5000)
    if (blocks === undefined) expect(turnedAway).toBeDefined()
  })

  test.each(units.map(unit => [JSON.stringify(unit), unit]))(
    '%s in a body that remark is given',
    (_, unit) => {
      const text = unit.repeat(Math.floor(20_000 / unit.length))
      if (tooIntricateAt(text) !== undefined) return
      const start = performance.now()
      bodyOf(readMarkdown(text, 1))
      expect(performance.now() - start).toBeLessThan(10_000)
    },
  )

  test('what is too intricate becomes a fault of the document', () => {
    const head = '---\nid: A\ntyp: protokoll\n---\n\n'
    const faultsOf = (body: string) => {
      const { faults, unreadable } = readDocument({ bytes: new TextEncoder().encode(head + body) })
      return { faults: faults.map(({ name, at }) => ({ name, at })), unreadable }
    }
    const turnedAway = (line: number) => ({
      faults: [{ name: 'too-intricate', at: { line } }],
      unreadable: true,
    })
    expect(faultsOf(`# A\n\n${'1. '.repeat(20_000)}`)).toEqual(turnedAway(8))
    expect(faultsOf('a'.repeat(301_000))).toEqual(turnedAway(5))
    expect(faultsOf('> a\n> b\nc\n')).toEqual({ faults: [], unreadable: false })
  })
})

const PIECES = [
  ...[
    'ord',
    'Ett stycke med ord.',
    '**att** godkänna planen,',
    'att tacka',
    'Länsgruppen beslutar',
    '*Föredragande: Nina*',
  ],
  ...[
    '[ ] Bo Ek: ring (senast 2024-10-01)',
    '[x] Bo Ek: ring (klart 2024-10-01)',
    '[ ]',
    '[ ] ',
    '[x]',
    '[x]  två',
    '[ ] [a]: b',
  ],
  ...[
    '# Rubrik',
    '## § 4 Rubrik',
    '### 4 a. Under ##',
    '#',
    '#hashtag',
    '#### ',
    '####### sju',
    '### ###',
    '===',
    '---',
    '- - -',
  ],
  ...[
    '***',
    '_ _ _',
    '* * *',
    '--',
    '-',
    '=',
    '+',
    '*',
    '1.',
    '2)',
    '1. ett',
    '3. tre',
    '12) tolv',
    '007. noll',
    '1234567890. lång',
  ],
  ...[
    '- punkt',
    '* punkt',
    '+ punkt',
    '-punkt',
    '- - inre',
    '- 1. inre',
    '> citat',
    '>citat',
    '>',
    '> > två',
    '```',
    '```js',
    '~~~',
  ],
  ...[
    '~~~~ age',
    '```` md',
    '``` a`b',
    '``` a\\b&amp;',
    '`kod`',
    ':::sekretess{grund="OSL 26:1"}',
    ':::',
    ':::: note',
    '::: a: b',
    '::',
  ],
  ...[
    '<!-- dold -->',
    '<!-- börjar',
    'slutar -->',
    '<!-->',
    '<div>',
    '</div>',
    '<b>fet</b> text',
    '<https://a.se>',
    '<a@b.se>',
  ],
  ...[
    '<?php',
    '<!A',
    '<![CDATA[',
    'a | b',
    '| a | b |',
    '| --- | --- |',
    '--- | ---',
    '|---|',
    '| a |',
    '|:-:|',
    '| a \\| b | c |',
  ],
  ...[
    '| `a|b` | c |',
    '|',
    '[a](b)',
    '[a](b(c)d)',
    '[a]: http://b.se',
    '[a]: <b> "t"',
    '[a]:',
    '[a\\]]: b',
    '[a',
    ']: b',
    '[^1]: fotnot',
  ],
  ...[
    'text[^1]',
    '\\# ej',
    '\\- ej',
    '&amp; &nbsp;',
    'ord  ',
    'ord\\',
    'ett\ttab',
    '\ttab',
    '\u00a0',
    'å ä ö 🎉',
    'a  b',
    '[ ]\u00a0x',
  ],
  ...[
    '**fet',
    '*a _b',
    'x:',
    'se § 4 a',
    'AVV-2024-7k3f',
    'www.a.se',
    'a@b.se',
    '~~x~~',
    '[a][b]',
    '1986. Ett bra år',
    '20) x',
    '\f',
  ],
]
const spaces = fc.nat(9).map(count => ' '.repeat(count))
const containers = fc.constantFrom(
  '> ',
  '>',
  '>  ',
  '> > ',
  '- ',
  '1. ',
  '10. ',
  '-   ',
  '-     ',
  '* ',
  '   - ',
  '\t',
  ' \t',
  '- \t',
)
const margin = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  { weight: 4, arbitrary: spaces },
  containers,
)
const typing = fc.string({ unit: fc.constantFrom(...' -*#>[]()|:`~_ab\t=+1.<!x\\'), maxLength: 8 })
const content = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, typing, fc.constant(''))
const line = fc
  .tuple(fc.array(margin, { maxLength: 2 }), content, fc.constantFrom('', '', '', ' ', '  '))
  .map(([margins, words, trailing]) => `${margins.join('')}${words}${trailing}`)
const ANY_TEXT = fc
  .array(fc.oneof({ weight: 4, arbitrary: line }, fc.constant('')), { maxLength: 9 })
  .map(lines => lines.join('\n'))

const words = fc
  .array(
    fc.constantFrom(
      ...[
        'Gruppen',
        'skolan',
        'BUP',
        'beslutar',
        'att',
        'kallelse',
        'till',
        'SIP,',
        'och',
        'barnets',
        'plan.',
        'Elevhälsan',
        '12:30',
      ],
      ...[
        '(se § 4)',
        '[rutinen](../rutiner/sip.md)',
        '**viktigt**',
        '*Nina*',
        '1 345',
        '30 %',
        '–',
        '”så”',
        'AVV-2024-7k3f',
        'åäö',
      ],
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map(each => `Ord ${each.join(' ')}`)
const wrapped = fc.array(words, { minLength: 1, maxLength: 3 })
const paragraph = wrapped.map(lines => lines.join('\n'))
const list = fc
  .array(fc.tuple(fc.constantFrom('- ', '- [ ] Bo Ek: ', '- [x] Bo Ek, BUP: ', '  - '), wrapped), {
    minLength: 1,
    maxLength: 5,
  })
  .map(items =>
    items.map(([mark, lines], index) => itemOf(index === 0 ? mark.trimStart() : mark, lines)).join('\n'),
  )
const numbered = fc
  .array(wrapped, { minLength: 1, maxLength: 5 })
  .map(items => items.map((lines, index) => itemOf(`${index + 1}. `, lines)).join('\n'))
const itemOf = (mark: string, lines: readonly string[]): string =>
  `${mark}${lines.join(`\n${' '.repeat(mark.search(/\S/) + 3)}`)}`
const quotation = wrapped.map(lines => lines.map(each => `> ${each}`).join('\n'))
const table = fc
  .array(fc.tuple(words, words), { minLength: 1, maxLength: 4 })
  .map(rows =>
    ['| Vem | Vad |', '| --- | :-- |', ...rows.map(([who, what]) => `| ${who} | ${what} |`)].join('\n'),
  )
const decision = fc
  .array(words, { minLength: 1, maxLength: 3 })
  .map(each => ['Länsgruppen beslutar', ...each.map(said => `**att** ${said}.`)].join('\n\n'))
const heading = fc
  .tuple(fc.constantFrom('## § 4 ', '## 4. ', '### 4 a. ', '## ', '#### '), words)
  .map(([mark, said]) => mark + said)
const secret = paragraph.map(said => `:::sekretess{grund="OSL 26:1"}\n${said}\n:::`)
const MINUTES = fc
  .array(
    fc.oneof(
      heading,
      paragraph,
      list,
      numbered,
      quotation,
      table,
      decision,
      secret,
      fc.constantFrom(
        '*Föredragande: Nina Bjelke*\n*Slag:* beslut',
        '---',
        '<!-- att göra -->',
        '```age\nhemligt\n```',
      ),
    ),
    { maxLength: 12 },
  )
  .map(blocks => `# Protokoll\n\n${blocks.join('\n\n')}\n`)
