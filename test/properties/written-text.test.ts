import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  withAdjustment,
  withLink,
  withStatus,
  withTexts,
  withWithdrawal,
} from '../../src/archive/write-fields.js'
import { asRead } from '../../src/archive/written-text.js'

const TEXT = `---
id: PROT-demo-2024-05-23   # en anmärkning
typ: protokoll
status: justering
länkar:
  se_även: [RUT-a]
justering:
  - {person: Cia Dahl}
  - {person: Bo Berg}
---

# Protokoll – möte

## § 1 Öppnande
`

const CHANGES: readonly (readonly [string, (text: string) => string])[] = [
  ['a link', text => withLink(text, 'se_även', 'RUT-b')],
  ['a relation', text => withLink(text, 'ersätter', 'PROT-x')],
  ['an adjustment', text => withAdjustment(text, '{person: Alva Ask}', 0)],
  ['a withdrawal', text => withWithdrawal(text, 1, '{person: Bo Berg, skäl: fel}')],
  ['a status', text => withStatus(text, 'justerat')],
  [
    'fields',
    text =>
      withTexts(text, [
        ['status', 'lyft'],
        ['lyft', '2024-06-01'],
        ['lyft_till', 'styrgruppen'],
      ]),
  ],
]

test.each([
  ['status:', 'status: justerat'],
  ['status: # inte satt', 'status: justerat # inte satt'],
  ["status: 'utkast' # än", 'status: justerat # än'],
])('a status is put into `%s`', (before, after) => {
  const change = (line: string) => `---\nid: PROT-demo-2024-05-23\n${line}\ntyp: protokoll\n---\n`
  expect(withStatus(change(before), 'justerat')).toBe(change(after))
})

test.each(CHANGES)('%s changes the same lines, whatever ends them', (_, change) => {
  fc.assert(
    fc.property(
      fc.constantFrom('', '\ufeff'),
      fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 20, maxLength: 20 }),
      (mark, ends) => {
        const each = TEXT.split('\n')
        const written =
          mark +
          each
            .map((line, index) =>
              index === each.length - 1 ? line : line + (ends[index % ends.length] ?? ''),
            )
            .join('')
        const now = change(written)
        expect(asRead(now)).toBe(change(TEXT))
        const lines = now.split(/(?<=\n)/)
        const read = new Set(change(TEXT).split(/(?<=\n)/))
        for (const line of written.split(/(?<=\n)/)) {
          if (read.has(asRead(line))) expect(lines).toContain(line)
        }
      },
    ),
  )
})
