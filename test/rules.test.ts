import { describe, expect, test } from 'vitest'
import { chosenRules } from './chosen-rules.js'
import { outcome } from './demonstration.js'

const RULES = await chosenRules()

describe.each(RULES.map(rule => [rule.name, rule] as const))('%s', (_, rule) => {
  test('has a good and a bad example', () => {
    expect(rule.examples.some(({ finds }) => finds.length > 0)).toBe(true)
    expect(rule.examples.some(({ finds }) => finds.length === 0)).toBe(true)
  })

  test.each(rule.examples.map(example => [example.shows.sv, example] as const))(
    '%s',
    async (_shows, example) => {
      const { found, wanted, diagnostics } = await outcome(rule, example)
      expect(found, diagnostics.map(({ says }) => says.sv).join('\n')).toEqual(wanted)
      for (const { says, advice } of diagnostics) {
        for (const text of [says.sv, says.en, advice.sv, advice.en]) {
          expect(text).toMatch(/^[\p{Lu}\d§`”"»«(].*[.!?]$/su)
          expect(text).not.toMatch(/undefined|\[object|NaN/)
        }
      }
    },
  )
})
