// What is found, in every format: valid whatever it says, the same bytes each time, and silent about what is not open.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../src/archive/judge.js'
import { knownOfFindings } from '../../src/archive/known-of-findings.js'
import { format as codeclimate } from '../../src/formats/diagnostics/codeclimate.js'
import { format as github } from '../../src/formats/diagnostics/github.js'
import { format as json } from '../../src/formats/diagnostics/json.js'
import { format as junit } from '../../src/formats/diagnostics/junit.js'
import { format as rdjson } from '../../src/formats/diagnostics/rdjson.js'
import { format as sarif } from '../../src/formats/diagnostics/sarif.js'
import { format as text } from '../../src/formats/diagnostics/text.js'
import { type Diagnostic, LEVELS } from '../../src/model/diagnostic.js'
import type { Format, Shown, Surface } from '../../src/model/format.js'
import { RULES } from '../../src/rules/index.js'
import { realDisk } from '../../src/system/disk.js'
import { archiveOfTexts, DEMONSTRATION, ROOT } from '../demonstration.js'
import { PLAIN } from '../plain-paint.js'
import { type Element, readXml } from '../xml-read.js'

const FORMATS: readonly Format[] = [codeclimate, github, json, junit, rdjson, sarif, text]
const SURFACE: Surface = { language: 'sv', columns: 80, paint: PLAIN }
const written = (format: Format, shown: Shown, surface = SURFACE): string =>
  format.diagnostics?.(shown, surface) ?? ''

const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { uri: true } })
const schemaOf = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(join(ROOT, 'test/schemas', `${name}.json`), 'utf8')))
const SCHEMAS = [
  [sarif, schemaOf('sarif-2.1.0')],
  [rdjson, schemaOf('rdjson')],
  [codeclimate, schemaOf('codeclimate')],
] as const

/** Words that somebody could have written to be taken for something else. */
const HOSTILE = fc.constantFrom(
  '\n::error file=x::y',
  '##[add-mask]e',
  ']]>',
  '<a b="c">&amp;',
  '\u001b]52;c;x\u0007',
  '\u202etxt',
  '\ud800',
  '\u0000',
  '\r\n::stop-commands::x',
  '](https://ond.example)',
  '````',
  'å\u{1f600}ö',
  '%0A, :',
)
const WORDS = fc
  .array(fc.oneof(HOSTILE, fc.string({ unit: 'binary' })), { maxLength: 4 })
  .map(all => all.join(''))
const PATHS = fc
  .array(fc.oneof(fc.constantFrom('moten', 'å b', '100%', 'a:b', '#?'), fc.string({ minLength: 1 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map(parts => parts.map(part => part.replaceAll('/', '-')).join('/'))

const DIAGNOSTICS: fc.Arbitrary<readonly Diagnostic[]> = fc
  .array(
    fc.record({
      path: PATHS,
      rule: fc.constantFrom('paragraf-lucka', 'datumform', 'tid-omvand'),
      level: fc.constantFrom(...LEVELS),
      line: fc.integer({ min: 1, max: 400 }),
      column: fc.integer({ min: 1, max: 60 }),
      words: WORDS,
      puts: fc.option(WORDS, { nil: undefined }),
    }),
    { maxLength: 30 },
  )
  .map(all =>
    all.map(({ path, rule, level, line, column, words, puts }) => {
      const span = { line, column, endLine: line, endColumn: column + 3 }
      const said = { sv: words, en: words }
      const fix =
        puts === undefined
          ? {}
          : { fix: { does: 'put', text: puts, insteadOf: '', safety: 'safe', span } as const }
      return { path, rule, level, span, at: { span }, says: said, advice: said, ...fix }
    }),
  )

const shownOf = (diagnostics: readonly Diagnostic[], line: string): Shown => ({
  verdict: {
    diagnostics,
    files: 3,
    checked: 2,
    unreadable: 0,
    skipped: [{ path: line, reason: { sv: line, en: line } }],
    exempted: [],
  },
  diagnostics,
  excerpt: () => [line],
  rules: RULES,
  version: '1',
  base: 'arkiv/',
  nameAt: path => path,
  isMendable: ({ fix }) => fix !== undefined,
})

describe('whatever is found', () => {
  test('JSON is as its schema says', () => {
    fc.assert(
      fc.property(DIAGNOSTICS, WORDS, (diagnostics, line) => {
        const shown = shownOf(diagnostics, line)
        for (const [format, isAsSaid] of SCHEMAS) {
          const output = written(format, shown)
          isAsSaid(JSON.parse(output))
          expect(isAsSaid.errors ?? []).toEqual([])
          expect(output).not.toContain('##[')
        }
      }),
    )
  })

  test('a schema refuses what it should', () => {
    const [, isAsSaid] = SCHEMAS[0]
    const log = JSON.parse(
      written(
        sarif,
        shownOf(
          fc.sample(
            DIAGNOSTICS.filter(all => all.length > 0),
            1,
          )[0] ?? [],
          '',
        ),
      ),
    )
    expect(isAsSaid(log)).toBe(true)
    log.runs[0].results[0].level = 'fatal'
    expect(isAsSaid(log)).toBe(false)
  })

  test('JUnit is XML in which every finding is a test, and errors are the ones that fail', () => {
    fc.assert(
      fc.property(DIAGNOSTICS, WORDS, (diagnostics, line) => {
        const output = written(junit, shownOf(diagnostics, line))
        const tests = elements(readXml(output)).filter(({ name }) => name === 'testcase')
        expect(tests.length).toBe(diagnostics.length + 1)
        const failed = tests.filter(test => elements(test).some(({ name }) => name === 'failure'))
        expect(failed.length).toBe(diagnostics.filter(({ level }) => level === 'error').length)
        expect(new Set(tests.map(test => JSON.stringify(test.attributes))).size).toBe(tests.length)
        expect(output).not.toMatch(/##\[|^\s*::/m)
      }),
    )
  })

  test('GitHub gets one command a finding, ten of a level at most, and the summary the rest', () => {
    fc.assert(
      fc.property(DIAGNOSTICS, WORDS, (diagnostics, line) => {
        const shown = shownOf(diagnostics, line)
        const lines = written(github, shown).split(/\r\n|\r|\n/)
        const commands = lines.filter(each => each.trimStart().startsWith('::'))
        const most = LEVELS.map(level =>
          Math.min(10, diagnostics.filter(each => each.level === level).length),
        )
        expect(commands.length).toBe(most.reduce((sum, count) => sum + count, 0))
        for (const command of commands)
          expect(command).toMatch(/^::(?:error|warning|notice) file=[^:,]*,line=/)
        const rest = github.jobSummary?.(shown, SURFACE)
        expect(rest === undefined).toBe(commands.length === diagnostics.length)
        expect(rest ?? '').not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/)
      }),
    )
  })

  test('fingerprints differ within a run and stay when lines move', () => {
    fc.assert(
      fc.property(DIAGNOSTICS, WORDS, fc.integer({ min: 1, max: 50 }), (diagnostics, line, down) => {
        const moved = diagnostics.map(each => ({
          ...each,
          span: { ...each.span, line: each.span.line + down, endLine: each.span.endLine + down },
        }))
        const before = fingerprintsIn(written(codeclimate, shownOf(diagnostics, line)))
        expect(fingerprintsIn(written(codeclimate, shownOf(moved, line)))).toEqual(before)
        expect(new Set(before).size).toBe(before.length)
      }),
    )
  })

  test('the same gives the same', () => {
    fc.assert(
      fc.property(DIAGNOSTICS, WORDS, (diagnostics, line) => {
        for (const format of FORMATS)
          expect(written(format, shownOf(structuredClone(diagnostics), line))).toBe(
            written(format, shownOf(diagnostics, line)),
          )
      }),
      { numRuns: 30 },
    )
  })
})

test('what stands on changed lines is annotated first, within its level', () => {
  const diagnostics = Array.from({ length: 12 }, (_, index) => findingAt('moten/a.md', index + 1))
  const shown = { ...shownOf(diagnostics, 'x'), isChanged: ({ span }: Diagnostic) => span.line > 10 }
  const lines = [...written(github, shown).matchAll(/,line=(\d+),/g)].map(([, line]) => Number(line))
  expect(lines).toEqual([11, 12, 1, 2, 3, 4, 5, 6, 7, 8])
})

test('columns of reviewdog are bytes of UTF-8', () => {
  const diagnostic = { ...findingAt('a.md', 1), span: { line: 1, column: 4, endLine: 1, endColumn: 5 } }
  const output = JSON.parse(written(rdjson, shownOf([diagnostic], 'å\u{1f600}ö')))
  expect(output.diagnostics[0].location.range).toEqual({
    start: { line: 1, column: 7 },
    end: { line: 1, column: 9 },
  })
})

test('nothing of what is not open is repeated, not even as a fingerprint', async () => {
  const path = 'avvikelser/2024/avv-2024-c3d4.md'
  const outputs = async (word: string) => {
    const spoilt = (DEMONSTRATION[path] ?? '')
      .replace(/^område: .*/m, `område: ${word}`)
      .replace(/^titel: .*/m, `titel: ${word} 240523`)
      .replace(/^rapporterad: .*/m, 'rapporterad: 240404')
      .replace('## Konsekvenser för verksamheterna', `### ${word}\n\n- [ ] ${word}: ringa`)
    const files: Readonly<Record<string, string>> = { ...DEMONSTRATION, [path]: spoilt }
    const archive = await archiveOfTexts(files)
    const textOf = (asked: string) => files[asked]
    const verdict = judge({ archive, rules: RULES, judges: asked => asked === path, textOf })
    expect(verdict.diagnostics.length).toBeGreaterThan(2)
    const known = knownOfFindings(archive, RULES, '/arkiv', {
      directory: '/arkiv',
      environment: {},
      version: '1',
      disk: realDisk(),
    })
    const shown: Shown = { verdict, diagnostics: verdict.diagnostics, excerpt: () => undefined, ...known }
    return FORMATS.flatMap(format => [written(format, shown), format.jobSummary?.(shown, SURFACE) ?? ''])
  }
  const [secret, other] = [await outputs('HEMLIGT'), await outputs('DOLTARE')]
  expect(secret.join('\n')).not.toContain('HEMLIGT')
  expect(secret).toEqual(other)
})

const findingAt = (path: string, line: number): Diagnostic => {
  const span = { line, column: 1, endLine: line, endColumn: 2 }
  const said = { sv: 'Fel.', en: 'Wrong.' }
  return { path, rule: 'datumform', level: 'error', span, at: { span }, says: said, advice: said }
}

const elements = (element: Element): readonly Element[] =>
  element.inside.flatMap(inside => (typeof inside === 'string' ? [] : [inside, ...elements(inside)]))

const fingerprintsIn = (output: string): readonly string[] =>
  [...output.matchAll(/"fingerprint": "(\w+)"/g)].map(([, hash = '']) => hash)
