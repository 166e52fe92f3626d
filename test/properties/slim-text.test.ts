import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from '../../src/parse/encoding.js'
import { slimText } from '../../src/parse/slim-text.js'

const RUNS = Number(process.env.RUNS ?? 3000)

const letters = fc.string({ unit: fc.constantFrom(...'abcdåäöÅÄÖé§\n   '), maxLength: 60 })
const rare = fc.oneof(
  fc.constantFrom(...'–—’”…€ŠžĄ\u2009\u3000😀\u00a0\u212b\ufffd'),
  fc.constantFrom('\u0301', '\u200b', '\u2028', '\u061c', '\ufeff', '\ufffe', '\u{e0041}', '\r', '\u0007'),
  fc.string({ unit: 'binary', maxLength: 2 }),
)
const anyText = fc.array(fc.tuple(letters, rare), { maxLength: 4 }).map(parts => parts.flat().join(''))

test('a slim text is the text that `decode` gives, or none where there is something to tell', () => {
  let slimmed = 0
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
      const bytes = new TextEncoder().encode(text)
      const decoded = decode(bytes)
      const slim = slimText(bytes)
      if (slim === undefined) return
      slimmed++
      const { length } = decoded.text
      expect(decoded.faults).toEqual([])
      expect(slim.slim).toHaveLength(length)
      expect(slim.slim).toMatch(/^[\n\t\u0020-\u00ff]*$/)
      expect(slim.between(0, length)).toBe(decoded.text)
      const [start = 0, end = 0] = [one % (length + 1), other % (length + 1)].sort((a, b) => a - b)
      expect(slim.between(start, end)).toBe(decoded.text.slice(start, end))
      expect(slim.between(0, start)).toBe(decoded.text.slice(0, start))
    }),
    { numRuns: RUNS },
  )
  expect(slimmed).toBeGreaterThan(RUNS / 10)
})

test.each([[0xff], [0xff, 0xfe, 65, 0], [0xc3], [65, 0xe2, 0x80]])(
  'bytes that are no UTF-8 give none',
  (...bytes) => {
    expect(slimText(Uint8Array.from(bytes))).toBeUndefined()
  },
)
