import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withDone } from '../../src/archive/write-done.js'
import { writtenText } from '../../src/archive/written-text.js'
import type { Body } from '../../src/model/body.js'
import type { Day } from '../../src/model/day.js'
import { archiveOfTexts, DEMONSTRATION } from '../demonstration.js'

const PATH = 'moten/demo/2024/2024-05-23-protokoll.md'
const HEAD = (DEMONSTRATION[PATH] ?? '').split('\n---\n')[0]
const DAY = '2024-06-03' as Day
const NOTE = '2024-06-03: Skolan har svarat.'

/** The protocol of the demonstration archive with another body, as it stands in the file. */
async function protocol(text: string) {
  const archive = await archiveOfTexts({ ...DEMONSTRATION, [PATH]: text })
  const document = archive.byPath(PATH)
  if (document === undefined) throw new Error('The demonstration archive has no protocol.')
  return { document, seal: archive.sealOf(document) }
}

/** The facts of a body without their places, and without what may differ of one action. */
const factsBut = (body: Body, address: string) => ({
  sections: body.sections.map(({ title, number, isEmpty }) => ({ title, number, isEmpty })),
  decisions: body.decisions.map(({ address: own, text }) => ({ own, text })),
  code: body.code.length,
  actions: body.actions.map(({ line: _, endLine: __, ...action }) => {
    const { done, doneOn, notes, text, ...rest } = action
    return action.address === address ? rest : action
  }),
})

/** Ticks every action of a text in turn, each in the text as it was, and says what is wrong. */
async function faultsOf(text: string, note: string | undefined): Promise<readonly string[]> {
  const { document, seal } = await protocol(text)
  const faults: string[] = []
  for (const action of document.body.actions) {
    const fault = (what: string) => faults.push(`${action.address}: ${what}`)
    const changed = withDone(text, document, action, {
      ...(!action.done && { day: DAY }),
      ...(note !== undefined && { note }),
    })
    if (changed === undefined) {
      fault('refused')
      continue
    }
    const after = await protocol(changed)
    const now = after.document.body.actions.find(({ address }) => address === action.address)
    if (after.seal !== seal) fault('the seal is broken')
    if (now?.done !== true) fault('not done')
    if (!action.done && action.doneOn === undefined && now?.doneOn !== DAY) fault('no day')
    if (note !== undefined && now?.notes.at(-1) !== note) fault('no note')
    if (now?.notes.length !== action.notes.length + (note === undefined ? 0 : 1)) fault('other notes')
    if (
      JSON.stringify(factsBut(after.document.body, action.address)) !==
      JSON.stringify(factsBut(document.body, action.address))
    )
      fault('other facts have changed')
    if (!differsOnlyBy(text, changed, note)) fault('other bytes have changed')
  }
  return faults
}

/** True when the second text without what was written is the first. */
function differsOnlyBy(before: string, after: string, note: string | undefined): boolean {
  let text = after
  if (note !== undefined) {
    const line = new RegExp(
      `(?:^|(\\r\\n|\\n))[ \\t]*[-*+][ \\t]+${note.replaceAll('.', '\\.')}(\\r\\n|\\n|$)`,
    )
    text = text.replace(line, (_, first = '', last = '') => (last === '' ? '' : first))
  }
  text = text.replace(` (klart ${DAY})`, '')
  let differing = 0
  for (let at = 0; at < before.length; at++) if (before[at] !== text[at]) differing++
  return text.length === before.length && differing <= 1
}

const words = fc
  .array(
    fc.constantFrom(
      'ringa',
      'skolan',
      'åter',
      '(se § 4)',
      '**nu**',
      '`kod`',
      'AVV-2024-7k3f',
      'kl. 9',
      '–',
      'https://a.se/x',
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map(all => all.join(' '))
const owner = fc.constantFrom('', 'Bo Berg: ', 'Alva Ask & Cia Dahl: ')
const bracket = fc.constantFrom(
  '',
  ' (senast 2024-06-13)',
  ' (klart senast 2024-08-01)',
  ' (klart till nästa möte)',
  ' (klart 2024-05-30)',
)
const mark = fc.constantFrom('- ', '* ', '+ ', '-   ', '1. ', '12) ', '-\t')
const box = fc.constantFrom('[ ] ', '[x] ', '[ ] ', '[ ]   ')
const notes = fc.constantFrom(0, 0, 1, 2)

/** A task item: wrapped or not, with notes and a task below it or not, indented by spaces or a tab. */
const item = fc
  .record({
    mark,
    box,
    owner,
    words,
    more: fc.option(words),
    bracket,
    notes,
    nested: fc.boolean(),
    tail: fc.constantFrom('', '  '),
    lazy: fc.boolean(),
  })
  .map(({ mark, box, owner, words, more, bracket, notes, nested, tail, lazy }) => {
    const indent = ' '.repeat(mark === '-\t' ? 4 : mark.length)
    return [
      `${mark}${box}${owner}${words}${more === null ? `${bracket}${tail}` : ''}`,
      ...(more === null ? [] : [`${lazy ? '' : indent}${more}${bracket}${tail}`]),
      ...Array.from({ length: notes }, (_, index) => `${indent}- 2024-05-2${index + 4}: ${words}`),
      ...(nested ? [`${indent}- [ ] Cia Dahl: läsa ${words}`] : []),
    ]
  })
const between = fc.constantFrom(
  [],
  [''],
  ['', 'Läget är bra.', ''],
  ['', '## § 2 Planen', '', '### Demogruppen beslutar', '', '**att** anta planen', ''],
)

const document = fc
  .record({
    parts: fc.array(fc.tuple(item, between), { minLength: 1, maxLength: 4 }),
    end: fc.constantFrom('\n', '\r\n'),
    isEnded: fc.boolean(),
    bom: fc.constantFrom('', '\ufeff'),
  })
  .map(({ parts, end, isEnded, bom }) => {
    const lines = [
      ...(HEAD ?? '').split('\n'),
      '---',
      '',
      '# Protokoll',
      '',
      '## § 1 Rutinen',
      '',
      ...parts.flat(2),
    ]
    return `${bom}${lines.join(end)}${isEnded ? end : ''}`
  })

describe('an action that is done', () => {
  test.each([undefined, NOTE])(
    'changes those bytes and no other fact, and the seal holds (note: %s)',
    async note => {
      await fc.assert(
        fc.asyncProperty(document, async text => {
          expect(await faultsOf(text, note)).toEqual([])
        }),
        { numRuns: 40 },
      )
    },
  )

  test('a file is read with the line ends and the byte order mark that it has', () => {
    const text = '\ufeff---\r\nid: x\r\n---\r\n'
    expect(writtenText({ bytes: new TextEncoder().encode(text) })).toBe(text)
    expect(writtenText({ problem: 'missing' })).toBeUndefined()
  })
})
