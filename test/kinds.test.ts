import { describe, expect, test } from 'vitest'
import { compose, type Making, neededFor } from '../src/archive/compose.js'
import { judge } from '../src/archive/judge.js'
import { answered, questionFor } from '../src/kinds/question.js'
import type { FieldValue } from '../src/model/fields.js'
import { RULES } from '../src/rules/index.js'
import { archiveOfTexts, DEMONSTRATION, KINDS } from './demonstration.js'

/** An answer that a field takes: a choice of its list, else a text of the form that is wanted. */
function anAnswer(question: ReturnType<typeof questionFor>): FieldValue {
  if (question.field === 'grupp') return 'demo'
  if (question.parts.length > 0)
    return [
      Object.fromEntries(question.parts.map(part => [part, 'Ekmo kommun'])) as Record<string, FieldValue>,
    ]
  const tried = [
    ...question.choices,
    'Ett namn',
    '2024-09-19',
    '09.00–11.00',
    'Bo Berg',
    'B-7k3f',
    'SAM-2024-j9k0',
  ]
  const taken = tried.find(answer => question.accepts(answer))
  if (taken === undefined) throw new Error(`No answer for ${question.field}.`)
  return answered(question, taken)
}

describe.each([...KINDS.kinds.values()].map(kind => [kind.typ, kind] as const))('%s', (_, kind) => {
  test('what `new` makes validates: nothing at error level, in the place that its kind says', async () => {
    const archive = await archiveOfTexts(DEMONSTRATION)
    const given = new Map<string, FieldValue>(kind.isMeeting ? [['datum', '2024-09-19']] : [])
    for (const field of neededFor({ kind, given, archive }))
      given.set(field, anAnswer(questionFor(kind, KINDS.common, field)))
    const making: Making = {
      archive,
      kind,
      common: KINDS.common,
      given,
      randomPart: () => 'q7x2',
      textOf: path => DEMONSTRATION[path],
      occasion: 'first',
    }
    const made = compose(making)
    const files = { ...DEMONSTRATION, [made.path]: made.text }
    const after = await archiveOfTexts(files)
    const { diagnostics } = judge({
      archive: after,
      rules: RULES,
      judges: path => path === made.path,
      textOf: path => files[path],
    })
    const errors = diagnostics.filter(({ level }) => level === 'error')
    expect(
      errors.map(({ rule, says }) => `${rule}: ${says.sv}`),
      made.text,
    ).toEqual([])
    expect(after.byPath(made.path)?.id).toBe(made.id)
  })

  test('says all that a kind must: statuses lead on to statuses, required fields are fields', () => {
    const statuses = kind.statuses.map(({ name }) => name)
    for (const { next } of kind.statuses) for (const name of next) expect(statuses).toContain(name)
    const fields = { ...(KINDS.common['properties'] as object), ...(kind.schema['properties'] as object) }
    for (const [status, names] of kind.required) {
      expect(statuses).toContain(status)
      for (const name of names) expect(Object.keys(fields)).toContain(name)
    }
  })
})
