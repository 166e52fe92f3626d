// What a change means, as a table of changes and the sentences that tell of them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composedSource } from '../src/archive/composed-source.js'
import { loadArchive } from '../src/archive/load.js'
import { textSource } from '../src/archive/source.js'
import type { Day } from '../src/model/day.js'
import { whatChanged } from '../src/model/review-document.js'
import { sentence } from '../src/model/review-sheet.js'
import { DEMONSTRATION, KINDS } from './demonstration.js'
import type { ChangeFixture } from './review-fixture.js'
import { CHANGE_FIXTURES } from './review-fixtures.js'

const archiveOfTexts = (files: Readonly<Record<string, string>>) =>
  loadArchive(composedSource(textSource(files)), KINDS, '2024-06-10' as Day)

const BEFORE = archiveOfTexts(DEMONSTRATION)

async function changesOf(path: string, text: string) {
  const archives = [await BEFORE, await archiveOfTexts({ ...DEMONSTRATION, [path]: text })] as const
  const [before, after] = archives.map(archive => {
    const document = archive.byPath(path)
    if (document === undefined) throw new Error(`There is no ${path}.`)
    return { document, archive, text: archive === archives[0] ? (DEMONSTRATION[path] ?? '') : text }
  })
  if (before === undefined || after === undefined) throw new Error('Two versions are compared.')
  return whatChanged({ before, after })
}

function turned({ path, turns }: ChangeFixture): string {
  let text = DEMONSTRATION[path] ?? ''
  for (const [from, to] of turns) {
    if (!text.includes(from)) throw new Error(`${path} has no «${from}».`)
    text = text.replace(from, () => to)
  }
  return text
}

describe('a change and its sentences', () => {
  test.each(CHANGE_FIXTURES)('$name', async fixture => {
    const changes = await changesOf(fixture.path, turned(fixture))
    expect(changes.map(change => sentence(change).sv)).toEqual(fixture.says)
  })

  test('English is said as often, and without Swedish words of its own', async () => {
    for (const fixture of CHANGE_FIXTURES.slice(0, 12)) {
      const changes = await changesOf(fixture.path, turned(fixture))
      for (const change of changes) expect(sentence(change).en).not.toMatch(/tillag|borttag|ändra/)
    }
  })

  test('nothing of a document that is not open is repeated', async () => {
    for (const fixture of CHANGE_FIXTURES.filter(({ name }) => name.includes('repeated'))) {
      const changes = await changesOf(fixture.path, turned(fixture))
      expect(JSON.stringify(changes)).not.toMatch(/hemlig|Dan Ek|Bo Berg|Stödet|avslå/i)
    }
  })
})

/** Ways of writing the same thing otherwise, outside the front matter. */
const SAME: Readonly<Record<string, (text: string, at: number) => string>> = {
  wrapped: (text, at) => {
    const spaces = [...text.matchAll(/(?<=^\p{Lu}[^\n#|>*-]*) (?=\p{L})/gmu)].map(({ index }) => index)
    const place = spaces[at % Math.max(1, spaces.length)]
    return place === undefined ? text : `${text.slice(0, place)}\n${text.slice(place + 1)}`
  },
  trailing: (text, at) => {
    const lines = text.split('\n')
    const line = at % lines.length
    return lines.map((each, index) => (index === line ? `${each} ` : each)).join('\n')
  },
  decomposed: text => text.normalize('NFD'),
  'line ends': text => text.replace(/\n/g, '\r\n'),
  'blank lines': text => text.replace(/\n\n/g, '\n\n\n'),
  dashes: text => text.replace(/–/g, '-').replace(/ "/g, ' ”'),
}

test('what is only broken into lines, spaced or encoded otherwise changes nothing in substance', async () => {
  const paths = Object.keys(DEMONSTRATION).filter(path => path.endsWith('.md'))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(SAME)), fc.nat(500)), { minLength: 1, maxLength: 6 }),
      async (path, ways) => {
        const whole = DEMONSTRATION[path] ?? ''
        const start = whole.indexOf('\n---\n', 4) + 5
        let body = whole.slice(start)
        for (const [way, at] of ways.filter(([name]) => name !== 'line ends'))
          body = SAME[way]?.(body, at) ?? body
        let text = whole.slice(0, start) + body
        if (ways.some(([name]) => name === 'line ends')) text = SAME['line ends']?.(text, 0) ?? text
        expect(await changesOf(path, text)).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})
