import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withAdjustment } from '../src/archive/write-fields.js'
import { UserError } from '../src/model/failure.js'
import { partFrontMatter } from '../src/parse/front-matter.js'
import { ROOT } from './demonstration.js'
import { inThisProcess } from './in-process.js'

const ID = 'PROT-demo-2024-05-23'
const PROTOCOL = 'moten/demo/2024/2024-05-23-protokoll.md'
const PLACES = 'justering:\n  # första justeraren\n  # andra justeraren\n  # ordföranden\n'

let folder = ''
const environment = () => ({
  PATH: process.env['PATH'] ?? '',
  HOME: folder,
  LC_ALL: 'C.UTF-8',
  SAMVERKAN_AS_OF: '2024-06-01',
})
const gitEnds = (...words: readonly string[]) =>
  spawnSync('git', ['-c', 'user.name=S', '-c', 'user.email=s@ekmo.example', ...words], {
    cwd: folder,
    env: environment(),
    encoding: 'utf8',
  }).status
const git = (...words: readonly string[]) => expect([words, gitEnds(...words)]).toEqual([words, 0])
const read = () => readFileSync(join(folder, PROTOCOL), 'utf8')
const write = (text: string) => writeFileSync(join(folder, PROTOCOL), text)
const adjustmentIn = (text: string) => /^justering:.*\n(?:[ <=>].*\n)*/m.exec(text)?.[0]

/** Runs the program in the archive; gives what it printed and how it ended. */
async function run(...words: readonly string[]) {
  const { output, code } = await inThisProcess(words, folder, environment())
  return { output: output.replace(/\n\s*/g, ' '), code }
}

/** A protocol that waits for two adjusters, saved on `main` with its field `justering` written in a certain way. */
function waiting(adjustment: string): void {
  write(
    read()
      .replace('status: granskning', 'status: justering')
      .replace('justerare: [Cia Dahl]', 'justerare: [Cia Dahl, Bo Berg]')
      .replace('justering: []\n', adjustment),
  )
  git('init', '--quiet', '--initial-branch', 'main')
  git('add', '.')
  git('commit', '--quiet', '--message', 'Protokollet')
}

/** Everybody adjusts on a branch of their own, all of them from `main`. */
async function adjustApart(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    git('checkout', '--quiet', '-b', name.toLowerCase().replace(' ', '-'), 'main')
    expect(await run('approve', ID, '--as', name)).toMatchObject({ code: 0 })
    git('commit', '--quiet', '--all', '--message', `${name} justerar`)
  }
  git('checkout', '--quiet', 'main')
}

beforeEach(() => {
  folder = realpathSync(mkdtempSync('/tmp/samverkan-'))
  cpSync(join(ROOT, 'templates/demonstration'), folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('those who adjust at the same time, each on a branch', () => {
  test.each([
    [['Bo Berg', 'Cia Dahl', 'Alva Ask']],
    [['Alva Ask', 'Bo Berg', 'Cia Dahl']],
    [['Cia Dahl', 'Alva Ask', 'Bo Berg']],
  ])('are joined by a plain merge where the protocol keeps places: %s', async names => {
    waiting(PLACES)
    await adjustApart(...names)
    for (const name of names) git('merge', '--quiet', '--no-edit', name.toLowerCase().replace(' ', '-'))
    expect(await run('verify', ID)).toMatchObject({
      code: 0,
      output: expect.stringMatching(
        /Cia Dahl, justerare.*Bo Berg, justerare.*Alva Ask, ordförande.*3 justeringar: allt håller/,
      ),
    })
    expect(adjustmentIn(read())).toMatch(/# första.*\n.*Cia.*\n.*# andra.*\n.*Bo.*\n.*# ordf.*\n.*Alva.*\n$/)
    expect(await run('approve', ID, '--final')).toMatchObject({ code: 0 })
  })

  test('conflict where a list written by hand keeps none; that is explained, and both lines hold', async () => {
    waiting('justering: []\n')
    await adjustApart('Cia Dahl', 'Bo Berg')
    git('merge', '--quiet', '--no-edit', 'cia-dahl')
    expect(gitEnds('merge', '--quiet', '--no-edit', 'bo-berg')).toBe(1)
    expect(await run('validate', PROTOCOL)).toMatchObject({
      code: 1,
      output: expect.stringMatching(/Två har justerat var för sig.*Behåll bådas rader/),
    })
    expect(await run('verify', ID)).toMatchObject({
      code: 2,
      output: expect.stringContaining('som inte går att läsa'),
    })
    write(read().replace(/^(?:<{7}|={7}|>{7}).*\n/gm, ''))
    git('commit', '--quiet', '--all', '--message', 'Båda har justerat')
    expect(await run('verify', ID)).toMatchObject({
      code: 0,
      output: expect.stringMatching(/Cia Dahl.*håller.*Bo Berg.*håller.*2 justeringar: allt håller/),
    })
  })

  test('leave the places when they take their lines back', async () => {
    waiting(PLACES)
    for (const name of ['Alva Ask', 'Cia Dahl', 'Bo Berg']) await run('approve', ID, '--as', name)
    const before = read()
    await run('unapprove', ID, '--as', 'Cia Dahl', '--reason', 'x')
    await run('approve', ID, '--as', 'Cia Dahl')
    expect(adjustmentIn(read())).toBe(adjustmentIn(before))
    for (const name of ['Cia Dahl', 'Bo Berg', 'Alva Ask'])
      expect(await run('unapprove', ID, '--as', name, '--reason', 'x')).toMatchObject({ code: 0 })
    expect(adjustmentIn(read())).toBe(PLACES)
  })
})

test.each([
  ['justering:\n  # en anteckning\n  # en till\n'],
  [
    'justering: # var och en för sig\n  - # först\n    person: Ada Bo\n    datum: 2024-05-24\n    # mitt i\n    sigill: "sha256:11"\n',
  ],
  ['justering:\n- {person: Ada Bo, datum: 2024-05-24}\n# Resten står längre ned\n'],
  ['justering:\n    # först\n    - {person: Ada Bo, datum: 2024-05-24}\n'],
  ['justering:\n  - {person: Ada Bo}\n  # sist\n'],
])('a line is written where YAML lets it stand: %j', adjustment => {
  const before = `---\n${adjustment}datum: 2024-05-23\n---\n\n# Protokoll\n`
  const after = withAdjustment(withAdjustment(before, '{person: Bo Berg}', 1), '{person: Cia Dahl}', 'chair')
  const { fields, broken } = partFrontMatter(after)
  expect([broken, fields['datum']]).toEqual([false, '2024-05-23'])
  expect(JSON.stringify(fields['justering'])).toMatch(/"Bo Berg".*"Cia Dahl"/)
  expect(after.replace(/^ *- \{person: (?:Bo|Cia).*\n/gm, '')).toBe(before)
})

test.each(['null', '~', '[]', '', '# ingen än'])('a list that is empty (%j) gets its first line', empty => {
  const after = withAdjustment(
    `---\njusterare: [Bo Berg]\njustering: ${empty}\nid: x\n---\n`,
    '{person: Bo Berg}',
    0,
  )
  const { fields, broken } = partFrontMatter(after)
  expect([broken, fields['id'], fields['justering']]).toEqual([false, 'x', [{ person: 'Bo Berg' }]])
})

test('a line is refused in words where something else stands in the field', () => {
  expect(() => withAdjustment('---\njustering: hej\n---\n', '{person: Bo Berg}', 0)).toThrow(UserError)
})
