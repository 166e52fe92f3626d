import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judge } from '../../src/archive/judge.js'
import { type Daring, mended } from '../../src/archive/mend.js'
import { asRead } from '../../src/archive/written-text.js'
import { RULES } from '../../src/rules/index.js'
import { archiveOfTexts, DEMONSTRATION } from '../demonstration.js'

const PATH = 'moten/demo/2024/2024-05-23-protokoll.md'
const PROTOCOL = DEMONSTRATION[PATH] ?? ''

/** Faults as people make them, each put somewhere into a good protocol. */
const FAULTS: readonly ((text: string) => string)[] = [
  text => text.replaceAll('\n', '\r\n'),
  text => `\ufeff${text}`,
  text => text.replace('## § 2', '## §2'),
  text => text.replace('## § 3', '## 3 §'),
  text => text.replace(/^## § 4/m, '#### § 4'),
  text => text.replace('datum: 2024-05-23', 'datum: 240523'),
  text => text.replace('ö', 'o\u0308'),
  text => text.replace('Mötet', 'Mö\u200btet'),
  text => text.replace('status: granskning', 'status: gransking'),
  text => `${text}\nNästa möte är den 19 september.\n`,
]

async function fixedOnce(text: string, daring: Daring): Promise<string> {
  const files: Readonly<Record<string, string>> = { ...DEMONSTRATION, [PATH]: text }
  const archive = await archiveOfTexts(files)
  const document = archive.byPath(PATH)
  if (document === undefined) throw new Error('No protocol.')
  const { diagnostics } = judge({
    archive,
    rules: RULES,
    judges: path => path === PATH,
    textOf: path => asRead(files[path] ?? ''),
  })
  return mended(document, diagnostics, text, daring, archive)?.text ?? text
}

async function fixed(text: string, daring: Daring): Promise<string> {
  let now = text
  for (let round = 0; round < 8; round++) {
    const next = await fixedOnce(now, daring)
    if (next === now) return now
    now = next
  }
  throw new Error('Repairs chase each other.')
}

test('repairs end, twice is once, and what has no fault keeps every byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...FAULTS]),
      fc.constantFrom<Daring>('safe', 'unsafe'),
      async (faults, daring) => {
        const spoilt = faults.reduce((text, spoil) => spoil(text), PROTOCOL)
        const once = await fixed(spoilt, daring)
        expect(await fixed(once, daring)).toBe(once)
        if (faults.length === 0) expect(once).toBe(PROTOCOL)
      },
    ),
    { numRuns: 40 },
  )
})

test.each([
  [0, PROTOCOL],
  [1, PROTOCOL],
  [2, PROTOCOL],
  [3, PROTOCOL],
  [5, PROTOCOL],
  [6, PROTOCOL],
  [7, PROTOCOL],
])('fault %i is undone, and nothing else', async (index, good) => {
  const spoilt = FAULTS[index]?.(good) ?? good
  expect(spoilt).not.toBe(good)
  expect(await fixed(spoilt, 'safe')).toBe(good)
})

test('what has been adjusted is changed only in ways that its seal allows', async () => {
  const sealed = PROTOCOL.replace('## § 2', '## §2').replace(
    /^justering:.*$/m,
    'justering:\n  - {person: Cia Dahl, datum: 2024-05-30, sigill: "sha256:0"}',
  )
  expect(sealed).toContain('sha256:0')
  expect(await fixed(sealed, 'unsafe')).toBe(sealed)
  expect(await fixed(`\ufeff${sealed.replaceAll('\n', '\r\n')}`, 'safe')).toBe(sealed)
})
