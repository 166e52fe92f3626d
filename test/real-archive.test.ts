import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { judge } from '../src/archive/judge.js'
import { loadArchive } from '../src/archive/load.js'
import { folderSource } from '../src/archive/source.js'
import type { Day } from '../src/model/day.js'
import type { Diagnostic, Level } from '../src/model/diagnostic.js'
import { realDisk } from '../src/system/disk.js'
import { chosenRules } from './chosen-rules.js'
import { KINDS, ROOT } from './demonstration.js'

/** Four real documents in the archive format, beside the project and not part of it. */
const REAL = join(ROOT, '../shared/real-archive')

interface Expected {
  readonly findings: readonly {
    readonly no: number
    readonly file: string
    readonly line: number
    readonly rule: string
    readonly accept: readonly string[]
    readonly level_at_least: Level
    readonly must: boolean
    readonly also_at: readonly (readonly [number, number])[]
    readonly mentions: readonly string[]
    readonly quote: string
    readonly why: string
  }[]
  readonly forbidden: readonly {
    readonly file: string
    readonly rules: readonly string[]
    readonly line: number | null
    readonly mentions_any: readonly string[]
    readonly by_eye: boolean
    readonly why: string
  }[]
  readonly allowed: readonly { readonly file: string; readonly rules: readonly string[] }[]
}

const RANK: Readonly<Record<Level, number>> = { note: 0, warning: 1, error: 2 }

if (!existsSync(REAL)) {
  test('the real archive was left out: ../shared/real-archive is not there', () =>
    expect(existsSync(REAL)).toBe(false))
} else {
  const expected = JSON.parse(readFileSync(join(REAL, 'expected.json'), 'utf8')) as Expected
  const source = folderSource(realDisk(), REAL)
  const rules = await chosenRules()
  const names = new Set(rules.map(({ name }) => name))
  const archive = await loadArchive(source, KINDS, '2025-01-01' as Day)
  const verdict = judge({
    archive,
    rules,
    judges: () => true,
    textOf: path => (existsSync(join(REAL, path)) ? readFileSync(join(REAL, path), 'utf8') : undefined),
  })
  const meets = (found: Diagnostic, wanted: Expected['findings'][number]): boolean =>
    found.path === wanted.file &&
    wanted.accept.includes(found.rule) &&
    (found.span.line === wanted.line ||
      wanted.also_at.some(([from, to]) => from <= found.span.line && found.span.line <= to)) &&
    RANK[found.level] >= RANK[wanted.level_at_least] &&
    wanted.mentions.every(word => `${found.says.sv} ${found.says.en} ${archiveLine(found)}`.includes(word))
  const archiveLine = ({ path, span }: Diagnostic): string =>
    readFileSync(join(REAL, path), 'utf8')
      .split('\n')
      [span.line - 1]?.slice(span.column - 1, span.endColumn - 1) ?? ''

  describe('the real archive', () => {
    test('loads whole', () => {
      const { files, checked, unreadable, skipped } = verdict
      expect({ files, checked, unreadable, skipped: skipped.length }).toEqual({
        files: 23,
        checked: 23,
        unreadable: 0,
        skipped: 0,
      })
    })

    const demanded = expected.findings.filter(
      ({ must, accept }) => must && accept.some(rule => names.has(rule)),
    )
    test.each(demanded.map(wanted => [`${wanted.file}:${wanted.line} ${wanted.rule}`, wanted] as const))(
      '%s',
      (_, wanted) => {
        const near = verdict.diagnostics.filter(
          ({ path, rule }) => path === wanted.file && wanted.accept.includes(rule),
        )
        expect(
          verdict.diagnostics.some(found => meets(found, wanted)),
          `${wanted.why}\nmentions ${wanted.mentions.join(', ')}; found: ${near.map(({ rule, span, level, says }) => `${rule} ${span.line} ${level} ${says.sv}`).join('\n')}`,
        ).toBe(true)
      },
    )

    test('nothing forbidden is said', () => {
      const broken = expected.forbidden
        .filter(({ by_eye }) => !by_eye)
        .flatMap(entry =>
          verdict.diagnostics
            .filter(
              found =>
                entry.rules.includes(found.rule) &&
                (entry.file === '**' || entry.file === found.path) &&
                (entry.line === null || entry.line === found.span.line) &&
                (entry.mentions_any.length === 0 ||
                  entry.mentions_any.some(word => found.says.sv.includes(word))) &&
                !expected.findings.some(wanted => meets(found, wanted)),
            )
            .map(
              ({ path, span, rule, says }) =>
                `${path}:${span.line} ${rule}: ${says.sv} — forbidden: ${entry.why}`,
            ),
        )
      expect(broken).toEqual([])
    })

    test('nothing else is said above a note but what is allowed', () => {
      const matches = (pattern: string, path: string) =>
        new RegExp(`^${pattern.replace(/[.]/g, '\\.').replaceAll('*', '.*')}$`).test(path)
      const rest = verdict.diagnostics.filter(
        found =>
          found.level !== 'note' &&
          !expected.findings.some(wanted => meets(found, wanted)) &&
          !expected.allowed.some(
            entry => entry.rules.includes(found.rule) && matches(entry.file, found.path),
          ),
      )
      expect(
        rest.map(({ path, span, rule, level, says }) => `${path}:${span.line} ${level} ${rule}: ${says.sv}`),
      ).toEqual([])
    })
  })
}
