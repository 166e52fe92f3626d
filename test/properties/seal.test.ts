import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sealedContent, sealOf } from '../../src/archive/seal.js'
import { partFrontMatter } from '../../src/parse/front-matter.js'
import { DEMONSTRATION } from '../demonstration.js'

const HEAD = `id: PROT-demo-2024-05-23
typ: protokoll
titel: Protokoll 2024-05-23
status: granskning
datum: 2024-05-23
tid: 13.00–15.00
närvarande:
  - Nina Björk
  - person: Julia Lund
    ärenden: [4, 5]
justering: []
`
const BODY = `# Protokoll

## § 1 Avvikelser

*Föredragande: Nina Björk*

Gruppen gick igenom vårens avvikelser och såg
att kallelserna kommer för sent.

> Vi fick kallelsen samma dag
> som mötet hölls.

Länsgruppen beslutar

**att** godkänna planen.

1. Första punkten
2. Andra punkten

- [ ] Bo Ek: kontakta skolan (senast 2024-09-01)
- [ ] Eva Lind: skriv till
      vårdcentralen.
  - 2024-06-01: brevet är skickat
  - [ ] Dan Ek: ring upp

| Vem | Vad |
| --- | --- |
| Bo | Ring |

\`\`\`age
hemligt  med   blanka
\`\`\`
`
const fileOf = (head: string, body: string): string => `---\n${head}---\n\n${body}`
const sealed = (text: string): string => {
  const { fields, body, faults } = partFrontMatter(text)
  expect(faults).toEqual([])
  return sealOf(fields, body)
}
const SEAL = sealed(fileOf(HEAD, BODY))
const withBody = (from: string, to: string) => {
  expect(BODY).toContain(from)
  return sealed(
    fileOf(
      HEAD,
      BODY.replace(from, () => to),
    ),
  )
}
const withHead = (from: string, to: string) => {
  expect(HEAD).toContain(from)
  return sealed(
    fileOf(
      HEAD.replace(from, () => to),
      BODY,
    ),
  )
}

test('a seal is a SHA-256', () => expect(SEAL).toMatch(/^sha256:[0-9a-f]{64}$/))

describe('the seal holds when', () => {
  test.each([
    [
      'a paragraph is wrapped elsewhere',
      'vårens avvikelser och såg\natt kallelserna',
      'vårens\navvikelser och såg att kallelserna',
    ],
    ['a paragraph is put on one line', 'såg\natt kallelserna', 'såg att kallelserna'],
    ['a wrapped line begins with a number', 'kallelserna kommer för sent.', 'kallelserna kommer\nför sent.'],
    ['a quotation is wrapped elsewhere', 'samma dag\n> som mötet', 'samma\n> dag som mötet'],
    ['an item is wrapped elsewhere', 'skriv till\n      vårdcentralen', 'skriv\n  till vårdcentralen'],
    ['a task is ticked', '- [ ] Bo Ek', '- [x] Bo Ek'],
    ['a task is ticked with a capital', '- [ ] Bo Ek', '- [X] Bo Ek'],
    ['a task says when it was done', '(senast 2024-09-01)', '(senast 2024-09-01) (klart 2024-11-02)'],
    ['a task says so before its due date', 'skolan (senast', 'skolan (klart 2024-11-02) (senast'],
    ['a task that ends in a full stop says so', 'vårdcentralen.', 'vårdcentralen. (klart 2024-11-02)'],
    ['a task says so before its full stop', 'vårdcentralen.', 'vårdcentralen (klart 2024-11-02).'],
    [
      'a note is added',
      '(senast 2024-09-01)\n',
      '(senast 2024-09-01)\n  - 2024-06-02: de svarade\n    och tackade\n',
    ],
    [
      'a note of several paragraphs is added',
      '(senast 2024-09-01)\n',
      '(senast 2024-09-01)\n  - 2024-06-02: svar\n\n    Mer om svaret.\n\n',
    ],
    ['a note with a tab is added', '(senast 2024-09-01)\n', '(senast 2024-09-01)\n\t- 2024-06-02: svar\n'],
    ['a note is taken away', '  - 2024-06-01: brevet är skickat\n', ''],
    ['a note is changed', 'brevet är skickat', 'brevet är återkallat'],
    ['a nested task is ticked', '- [ ] Dan Ek', '- [x] Dan Ek'],
    ['blank lines are added', '\n## § 1', '\n\n\n## § 1'],
    ['the items of a list are set apart', 'punkten\n2. Andra', 'punkten\n\n2. Andra'],
    ['a list has other bullets', '- [ ] Bo Ek', '* [ ] Bo Ek'],
    ['a table is laid out anew', '| Bo | Ring |', '|  Bo   |  Ring  |'],
    ['a letter is composed in another way', 'Nina Björk*', 'Nina Bjo\u0308rk*'],
    ['a line has trailing spaces', 'godkänna planen.', 'godkänna planen.   '],
  ])('%s', (_, from, to) => expect(withBody(from, to)).toBe(SEAL))

  test('line ends are CRLF', () =>
    expect(sealOf(partFrontMatter(fileOf(HEAD, BODY)).fields, BODY.replaceAll('\n', '\r\n'))).toBe(SEAL))

  test.each([
    ['the status changes', 'status: granskning', 'status: justerat'],
    ['somebody approves', 'justering: []', 'justering: [{person: Nina Björk, datum: 2024-06-01}]'],
    ['it is given a number', 'status:', 'nr: 12\nstatus:'],
    [
      'a list is written on one line',
      '\n  - Nina Björk\n  - person: Julia Lund\n    ärenden: [4, 5]',
      ' [Nina Björk, {person: Julia Lund, ärenden: [4, 5]}]',
    ],
    ['a list is written on several', 'ärenden: [4, 5]', 'ärenden:\n      - 4\n      - 5'],
    ['a value is quoted', 'titel: Protokoll 2024-05-23', 'titel: "Protokoll 2024-05-23"'],
    ['a value is quoted otherwise', 'titel: Protokoll 2024-05-23', "titel: 'Protokoll   2024-05-23' # så"],
    ['there is a comment', 'datum:', '# dagen\ndatum:'],
    [
      'fields stand in another order',
      'datum: 2024-05-23\ntid: 13.00–15.00\n',
      'tid: 13.00–15.00\ndatum: 2024-05-23\n',
    ],
    [
      'keys stand in another order',
      'person: Julia Lund\n    ärenden: [4, 5]',
      'ärenden: [4, 5]\n    person: Julia Lund',
    ],
  ])('%s', (_, from, to) => expect(withHead(from, to)).toBe(SEAL))
})

describe('the seal breaks when', () => {
  test.each([
    ['a word changes', 'kommer för sent', 'kommer i tid'],
    ['a decision changes', 'godkänna planen', 'avslå planen'],
    ['a decision is taken away', '**att** godkänna planen.\n', ''],
    ['a decision is added', 'planen.\n', 'planen.\n\n**att** riva allt.\n'],
    ['an action changes', 'kontakta skolan', 'kontakta polisen'],
    ['an action changes owner', 'Bo Ek', 'Bo Berg'],
    ['an action changes its date', 'senast 2024-09-01', 'senast 2025-09-01'],
    ['an action is no task any more', '- [ ] Bo Ek', '- Bo Ek'],
    [
      'an action is added under another',
      '(senast 2024-09-01)\n',
      '(senast 2024-09-01)\n  - [ ] Dan Ek: betala\n',
    ],
    ['a nested action changes', 'Dan Ek: ring upp', 'Dan Ek: lägg på'],
    [
      'a paragraph is added under a task',
      '(senast 2024-09-01)\n',
      '(senast 2024-09-01)\n\n  Och betala.\n\n',
    ],
    ['a paragraph is added after a note', 'brevet är skickat\n', 'brevet är skickat\n\n  Och betala.\n\n'],
    [
      'what looks like a note goes on with the task',
      '(senast 2024-09-01)\n',
      '(senast 2024-09-01)\n      - och betala\n',
    ],
    [
      'what looks like a note is an item beside the task',
      '(senast 2024-09-01)\n',
      '(senast 2024-09-01)\n - 2024-06-02: betala\n',
    ],
    ['a paragraph is parted', 'såg\natt', 'såg\n\natt'],
    ['a heading changes', '## § 1 Avvikelser', '## § 2 Avvikelser'],
    ['an attribute changes', 'Föredragande: Nina Björk', 'Föredragande: Bo Ek'],
    ['a paragraph becomes a heading', 'Länsgruppen beslutar', '### Länsgruppen beslutar'],
    ['a cell changes', '| Bo | Ring |', '| Bo | Skriv |'],
    ['a number changes', '2. Andra', '3. Andra'],
    ['code changes, be it a blank', 'med   blanka', 'med blanka'],
    ['an invisible character is put in', 'planen', 'pla\u200bnen'],
  ])('%s', (_, from, to) => expect(withBody(from, to)).not.toBe(SEAL))

  test.each([
    ['a name of those present changes', '- Nina Björk', '- Nina Bjork'],
    ['somebody is taken out', '  - Nina Björk\n', ''],
    ['somebody comes in', '  - Nina Björk\n', '  - Nina Björk\n  - Bo Ek\n'],
    ['names change places', 'ärenden: [4, 5]', 'ärenden: [5, 4]'],
    ['the date changes', 'datum: 2024-05-23', 'datum: 2024-05-24'],
    ['a field is added', 'datum:', 'plats: Teams\ndatum:'],
    ['a value moves into a list', 'titel: Protokoll 2024-05-23', 'titel: [Protokoll 2024-05-23]'],
    ['a key has a line break in it', 'datum: 2024-05-23', '"datum: \\"2024-05-23\\"\\nid": x'],
  ])('%s', (_, from, to) => expect(withHead(from, to)).not.toBe(SEAL))
})

describe('of the demonstration documents', () => {
  const bodies = Object.entries(DEMONSTRATION)
    .filter(([path]) => path.endsWith('.md'))
    .map(([, text]) => partFrontMatter(text).body)

  test('no word can change without breaking the seal, but those that live on', () => {
    for (const body of bodies) {
      for (const [line, text] of body.split('\n').entries()) {
        if (/^\s+- /.test(text)) continue
        const said = text.replace(/\(klart [^)]*\)/, '')
        const at = /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(said.replace(/^\s*- \[[ x]\]/, ''))
        if (at === null) continue
        const changed = body
          .split('\n')
          .with(
            line,
            text.replace(at[0], () => `${at[0]}X`),
          )
          .join('\n')
        expect(sealedContent({}, changed), text).not.toBe(sealedContent({}, body))
      }
    }
  })

  test('line ends, trailing and blank lines change nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bodies),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', ' ', '  '),
        (body, end, trailing) => {
          expect(sealedContent({}, body.split('\n').join(trailing + end))).toBe(sealedContent({}, body))
        },
      ),
    )
  })
})
