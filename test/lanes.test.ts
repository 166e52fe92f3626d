import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from './demonstration.js'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samverkan-lanes-'))
  cpSync(join(ROOT, 'examples'), folder, { recursive: true })
  const documents = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path =>
    path.endsWith('.md'),
  )
  for (const [index, path] of documents.sort().entries())
    writeFileSync(
      join(folder, path),
      BREAKS[index % BREAKS.length]?.(readFileSync(join(folder, path), 'utf8')) ?? '',
    )
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Ways to break a document: some that it shows by itself, some that only others show. */
const BREAKS: readonly ((text: string) => string)[] = [
  text => text,
  text => text.replace(/^titel: .*$/m, 'titel: [fyll i]'),
  text => text.replace(/^datum: .*$/m, 'datum: 2024-02-30'),
  text => text.replace(/^id: .*$/m, 'id: AVV-2024-7k3f'),
  text => `${text}\n\nSe även RUT-finns-inte och MA-ekmo-2099-01-01 § 4.\n`,
  text => text.replace('---', '---js'),
  text => text.replace(/^grupp: .*$/m, 'grupp: ingen'),
]

/** What `validate` says of the broken archive with so many processors. */
function verdictWith(jobs: number): string {
  const run = spawnSync(
    process.execPath,
    [join(ROOT, 'bin/samverkan.js'), 'validate', '--format', 'json', '--jobs', String(jobs)],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], SAMVERKAN_AS_OF: '2024-12-20' },
    },
  )
  expect(run.stderr).toBe('')
  expect(run.status).toBe(1)
  return run.stdout
}

describe('several processors', () => {
  test.each([2, 3, 5])('%i say what one says', jobs => {
    const alone = verdictWith(1)
    expect((JSON.parse(alone) as { findings: unknown[] }).findings.length).toBeGreaterThan(60)
    expect(verdictWith(jobs)).toBe(alone)
  })
})
