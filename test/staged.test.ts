// What a hook judges is what git saves, whichever way the commit is made.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROOT } from './demonstration.js'

const FILE = 'grupp/moten/lansgruppen/2024/2024-09-18-protokoll.md'
let home = ''

const run = (program: string, words: readonly string[]) => {
  const { status, stderr } = spawnSync(program, words, {
    cwd: join(home, 'arkiv'),
    env: { PATH: process.env['PATH'], HOME: home, SAMVERKAN_AS_OF: '2024-12-20' },
    encoding: 'utf8',
  })
  return { status, stderr }
}
const git = (...words: readonly string[]) =>
  run('git', ['-c', 'user.name=S', '-c', 'user.email=s@ekmo.example', ...words])
const setTime = (time: string) => {
  const path = join(home, 'arkiv', FILE)
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^tid: .*$/m, `tid: ${time}`))
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'samverkan-staged-'))
  cpSync(join(ROOT, 'examples'), join(home, 'arkiv/grupp'), { recursive: true })
  git('init', '--quiet', '--initial-branch=main')
  git('add', '.')
  git('commit', '--quiet', '--message=Arkivet')
  const hook = join(home, 'arkiv/.git/hooks/pre-commit')
  writeFileSync(
    hook,
    `#!/bin/sh\nexec node "${ROOT}/bin/samverkan.js" validate --staged --quiet --archive grupp >&2\n`,
  )
  chmodSync(hook, 0o755)
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

test('a fault that is staged stops the commit, though the file on disk is mended', () => {
  setTime('11.30–09.00')
  git('add', '.')
  setTime('09.00–11.30')
  const { status, stderr } = git('commit', '--quiet', '--message=Tiden')
  expect(stderr).toMatch(/tid-omvand/)
  expect(status).toBe(1)
})

test('a fault that is not staged does not stop the commit', () => {
  writeFileSync(join(home, 'arkiv/grupp/moten/README.md'), 'Läs mig.\n')
  git('add', '.')
  setTime('11.30–09.00')
  const { status, stderr } = git('commit', '--quiet', '--message=Läsanvisning')
  expect(stderr).not.toMatch(/tid-omvand/)
  expect(status).toBe(0)
})

test.each([
  ['git commit --all', ['--all']],
  ['git commit of one file', ['--', FILE]],
])('%s is judged though its index is another', (_, words) => {
  setTime('11.30–09.00')
  const { status, stderr } = git('commit', '--quiet', '--message=Tiden', ...words)
  expect(stderr).toMatch(/tid-omvand/)
  expect(status).toBe(1)
})

test('nothing is written: neither the index nor the files', () => {
  setTime('11.30–09.00')
  git('add', '.')
  const index = readFileSync(join(home, 'arkiv/.git/index'))
  run('node', [join(ROOT, 'bin/samverkan.js'), 'validate', '--staged', '--archive', 'grupp'])
  expect(readFileSync(join(home, 'arkiv/.git/index')).equals(index)).toBe(true)
})
