// What the commands really write as JSON is what the schemas that ship say.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { format as json } from '../src/formats/sheets/json.js'
import { main } from '../src/main.js'
import { REPORTS } from '../src/reports/index.js'
import { ROOT } from './demonstration.js'
import { PACK } from './pack-sheet.js'
import { PLAIN } from './plain-paint.js'

const FOLDER = join(ROOT, 'templates/schemas/output')
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true })
const names = readdirSync(FOLDER).map(file => file.replace('.json', ''))
const schemas = new Map(
  names.map(
    name => [name, ajv.compile(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')))] as const,
  ),
)

const home = mkdtempSync(join(tmpdir(), 'samverkan-schemas-'))
const archive = join(home, 'arkiv')
beforeAll(() => {
  cpSync(join(ROOT, 'examples'), archive, { recursive: true })
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=S', '-c', 'user.email=s@ekmo.example', ...words], { cwd: archive })
  git('init', '--quiet', '--initial-branch=main')
  git('add', '.')
  git('commit', '--quiet', '--message=Arkivet')
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function written(words: readonly string[]): Promise<unknown> {
  let output = ''
  await main([...words, '--format', 'json', '--archive', archive], {
    directory: home,
    environment: { PATH: process.env['PATH'] ?? '', HOME: home, SAMVERKAN_AS_OF: '2024-12-20' },
    programFolder: ROOT,
    version: '0',
    columns: undefined,
    isInteractive: false,
    writeOut: content => {
      output += String(content)
    },
    writeError: () => undefined,
  })
  return JSON.parse(output)
}

function expectAsSaid(name: string, content: unknown): void {
  const isAsSaid = schemas.get(name)
  if (isAsSaid === undefined) throw new Error(`There is no schema ${name}.`)
  isAsSaid(content)
  expect(isAsSaid.errors ?? []).toEqual([])
}

const CALLS: readonly (readonly [string, readonly string[]])[] = [
  ...REPORTS.flatMap(({ name }) => [
    ['report', ['report', name, '--year', '2024']] as const,
    ['report', ['report', name, '--year', '2024', '--list', '--lang', 'en']] as const,
  ]),
  ['report', ['report', 'deviations', '--year', '2024', '--by', 'månad,från', '--list']],
  ['report', ['wheel']],
  ['report', ['history', 'AVV-2024-abyw']],
  ['report', ['history', 'ARE-2023-v7w6']],
  ['validate', ['validate']],
  ['explain', ['explain']],
  ['explain', ['explain', 'datumform']],
  ['explain', ['explain', 'lank-bruten', '--lang', 'en']],
  ['list', ['list']],
  ['show', ['show', 'PROT-lansgruppen-2024-09-18']],
  ['show', ['show', 'PROT-lansgruppen-2024-09-18 § 5:1']],
  ['show', ['show', 'PROT-lansgruppen-2024-09-18 § 9 u2']],
  ['links', ['links', 'PROT-lansgruppen-2024-09-18']],
  ['actions', ['actions']],
  ['actions', ['actions', '--done']],
  ['status', ['status']],
  ['verify', ['verify']],
  ['verify-changed', ['verify', '--changed', '--base', 'main']],
  ['calendar', ['calendar']],
  ['review', ['review', 'main']],
]

describe('JSON is as its schema says', () => {
  test.each(CALLS)('%s: %j', async (name, words) => {
    expectAsSaid(name, await written(words))
  })

  test('report: chapters and notes', async () => {
    const text = await json.sheet?.(
      PACK,
      { language: 'sv', columns: 80, paint: PLAIN },
      { shows: 'documents' },
    )
    expectAsSaid('report', JSON.parse(String(text)))
  })

  test('every schema has a call', () => {
    expect(new Set(CALLS.map(([name]) => name))).toEqual(new Set(names))
  })
})
