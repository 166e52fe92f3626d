import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lineChanges } from '../src/model/line-changes.js'
import { keyOf, readPublicKey, withArmour } from '../src/model/signature.js'
import { ROOT } from './demonstration.js'
import { inThisProcess } from './in-process.js'

const ID = 'PROT-demo-2024-05-23'
const PROTOCOL = 'moten/demo/2024/2024-05-23-protokoll.md'

let home = ''
let folder = ''
const at = (path: string) => join(folder, path)
const read = (path: string) => readFileSync(at(path), 'utf8')
const change = (path: string, from: string, to: string) => {
  const text = read(path)
  if (!text.includes(from)) throw new Error(`${path} has no «${from}».`)
  writeFileSync(at(path), text.replace(from, to))
}
const gitEnvironment = () => ({ PATH: process.env['PATH'] ?? '', HOME: home, LC_ALL: 'C.UTF-8' })
const git = (...words: readonly string[]) =>
  execFileSync('git', words, { cwd: folder, env: gitEnvironment(), encoding: 'utf8', stdio: 'pipe' })
const save = (message: string) => {
  git('add', '.')
  git('commit', '--quiet', '-m', message)
}

/** Runs the program in the archive; gives what it printed and how it ended. */
async function run(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { output, code } = await inThisProcess(words, folder, {
    ...gitEnvironment(),
    SAMVERKAN_AS_OF: '2024-06-01',
    ...environment,
  })
  return { output: output.replace(/\n\s*/g, ' '), code }
}

const approve = (name: string, ...more: readonly string[]) => run(['approve', ID, '--as', name, ...more])

/** Makes a key pair without passphrase and gives the path of the private one. */
function newKey(name: string): string {
  const file = join(home, name)
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', `${name}@ekmo`, '-f', file])
  return file
}
const publicKey = (file: string) => readFileSync(`${file}.pub`, 'utf8').trim()

/** Puts the public key of a file in the register. */
const register = (person: string, file: string) =>
  change('register/personer.yaml', `id: ${person}, `, `id: ${person}, nycklar: ["${publicKey(file)}"], `)

beforeEach(() => {
  home = realpathSync(mkdtempSync('/tmp/samverkan-'))
  folder = join(home, 'arkiv')
  mkdirSync(folder)
  cpSync(join(ROOT, 'templates/demonstration'), folder, { recursive: true })
  change(PROTOCOL, 'status: granskning', 'status: justering')
  change(PROTOCOL, 'justerare: [Cia Dahl]', 'justerare: [Cia Dahl, Bo Berg]')
  writeFileSync(
    join(home, '.gitconfig'),
    '[user]\n\tname = Sekreteraren\n\temail = sekreteraren@ekmo.example\n[init]\n\tdefaultBranch = main\n',
  )
  git('init', '--quiet')
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

describe('a signature', () => {
  test('is made with a key of the register and holds, also for ssh-keygen by itself', async () => {
    const key = newKey('cia')
    register('cia-dahl', key)
    expect(await approve('Cia Dahl', '--key', key)).toMatchObject({
      code: 0,
      output: expect.stringContaining('har justerat och signerat'),
    })
    expect(await run(['verify', ID])).toMatchObject({
      code: 0,
      output: expect.stringContaining('sigillet håller, signaturen är äkta.'),
    })
    const [, seal = '', signature = ''] = /sigill: "([^"]+)", signatur: "([^"]+)"/.exec(read(PROTOCOL)) ?? []
    writeFileSync(join(home, 'signers'), `cia-dahl namespaces="samverkan" ${publicKey(key)}\n`)
    writeFileSync(
      join(home, 'one-line'),
      `-----BEGIN SSH SIGNATURE-----\n${signature}\n-----END SSH SIGNATURE-----\n`,
    )
    const words = ['-Y', 'verify', '-f', join(home, 'signers'), '-I', 'cia-dahl', '-n', 'samverkan', '-s']
    expect(spawnSync('ssh-keygen', [...words, join(home, 'one-line')], { input: seal }).status).toBe(0)
    writeFileSync(join(home, 'wrapped'), withArmour(signature))
    expect(spawnSync('ssh-keygen', [...words, join(home, 'wrapped')], { input: seal }).status).toBe(0)
    expect(keyOf(signature)).toBe(readPublicKey(publicKey(key)))
  })

  test('with a key that is not in the register is refused, and nothing is written', async () => {
    const before = read(PROTOCOL)
    const [own, other] = [newKey('cia'), newKey('other')]
    expect(await approve('Cia Dahl', '--key', own)).toMatchObject({
      code: 2,
      output: expect.stringContaining('har ingen SSH-nyckel i registret'),
    })
    register('cia-dahl', own)
    expect(await approve('Cia Dahl', '--key', other)).toMatchObject({
      code: 2,
      output: expect.stringContaining('inte en av dem som registret har för Cia Dahl'),
    })
    expect(await approve('Cia Dahl', '--key', '-oProxyCommand=x')).toMatchObject({ code: 2 })
    expect(await approve('Cia Dahl', '--key', join(home, 'none'))).toMatchObject({
      code: 2,
      output: expect.stringContaining('finns inte'),
    })
    expect(read(PROTOCOL)).toBe(before)
  })

  test('that has been tampered with, moved or made by an unknown key does not hold', async () => {
    const [key, bo] = [newKey('cia'), newKey('bo')]
    register('cia-dahl', key)
    register('bo-berg', bo)
    await approve('Cia Dahl', '--key', key)
    await approve('Bo Berg', '--key', bo)
    const whole = read(PROTOCOL)
    const [ciasLine, bosLine] = [...whole.matchAll(/signatur: "([^"]+)"/g)].map(
      ([, signature = '']) => signature,
    )
    if (ciasLine === undefined || bosLine === undefined) throw new Error('Both have signed.')
    const changed = `${ciasLine.slice(0, -12)}${ciasLine.at(-12) === 'A' ? 'B' : 'A'}${ciasLine.slice(-11)}`
    writeFileSync(at(PROTOCOL), whole.replace(ciasLine, changed))
    expect(await run(['verify', ID])).toMatchObject({ code: 1, output: expect.stringContaining('ogiltig') })
    writeFileSync(at(PROTOCOL), whole.replace(ciasLine, bosLine))
    expect(await run(['verify', ID])).toMatchObject({
      code: 1,
      output: expect.stringContaining('står inte hos personen i registret'),
    })
    writeFileSync(at(PROTOCOL), whole)
    change('register/personer.yaml', publicKey(key), publicKey(newKey('new')))
    const { output, code } = await run(['verify', ID, '--format', 'json'])
    expect(code).toBe(1)
    expect(output).toContain('"signature": "key not in the register"')
    expect(output).toContain('"signature": "valid"')
  })

  test('is of this very text: that of an older version does not hold', async () => {
    const key = newKey('cia')
    register('cia-dahl', key)
    await approve('Cia Dahl', '--key', key)
    const old = /signatur: "([^"]+)"/.exec(read(PROTOCOL))?.[1] ?? ''
    await run(['unapprove', ID, '--as', 'Cia Dahl', '--reason', 'Ett ord var fel'])
    change(PROTOCOL, 'öppnar mötet', 'hälsar välkommen')
    await approve('Cia Dahl', '--key', key)
    change(PROTOCOL, /signatur: "([^"]+)"/.exec(read(PROTOCOL))?.[1] ?? '', old)
    expect(await run(['verify', ID])).toMatchObject({ code: 1, output: expect.stringContaining('ogiltig') })
  })

  test('cannot be let in by a register that breaks a line of allowed signers', async () => {
    const [key, evil] = [newKey('cia'), newKey('evil')]
    register('cia-dahl', key)
    change('register/personer.yaml', publicKey(key), `${publicKey(key)}\\n* ${publicKey(evil)}`)
    expect(await approve('Cia Dahl', '--key', evil)).toMatchObject({ code: 2 })
  })

  test('is made without being asked for when git or ssh-agent has the key', async () => {
    const key = newKey('cia')
    register('cia-dahl', key)
    git('config', 'user.signingkey', `${key}.pub`)
    expect(await approve('Cia Dahl')).toMatchObject({ output: expect.stringContaining('och signerat') })
    await run(['unapprove', ID, '--as', 'Cia Dahl', '--reason', 'En gång till'])
    git('config', '--unset', 'user.signingkey')
    expect(await approve('Cia Dahl', '--sign')).toMatchObject({
      code: 2,
      output: expect.stringContaining('--key'),
    })
    const socket = join(home, 'agent')
    const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'pipe' })
    try {
      await new Promise(started => agent.stdout.once('data', started))
      execFileSync('ssh-add', ['-q', key], {
        env: { ...gitEnvironment(), SSH_AUTH_SOCK: socket },
        stdio: 'pipe',
      })
      rmSync(key)
      const words = ['approve', ID, '--as', 'Cia Dahl', '--sign']
      expect(await run(words, { SSH_AUTH_SOCK: socket })).toMatchObject({
        code: 0,
        output: expect.stringContaining('och signerat'),
      })
    } finally {
      agent.kill()
    }
    expect(await run(['verify', ID])).toMatchObject({ code: 0, output: expect.stringContaining('äkta') })
  })

  test('that OpenSSH cannot make is refused in the words of the reader', async () => {
    const [key, locked] = [newKey('cia'), join(home, 'locked')]
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', 'hemligt', '-f', locked])
    register('cia-dahl', key)
    const before = read(PROTOCOL)
    const [loose, alone, junk] = [join(home, 'loose'), join(home, 'alone.pub'), join(home, 'junk')]
    writeFileSync(loose, readFileSync(key), { mode: 0o644 })
    writeFileSync(`${loose}.pub`, publicKey(key))
    writeFileSync(alone, publicKey(key))
    writeFileSync(junk, 'hej')
    const ask = join(home, 'ask')
    writeFileSync(ask, '#!/bin/sh\necho fel\n', { mode: 0o755 })
    const asking = { SSH_ASKPASS: ask, SSH_ASKPASS_REQUIRE: 'force' }
    const refusals: readonly (readonly [string, RegExp])[] = [
      [loose, /^Andra än du kan läsa nyckelfilen.*`chmod 600 \S*loose`/],
      [alone, /^Filen är den öppna halvan av en nyckel/],
      [junk, /^I filen finns ingen privat SSH-nyckel/],
      [home, /^I filen finns ingen privat SSH-nyckel/],
      [locked, /^Nyckelns lösenord var fel.*`ssh-add \S*locked`/],
    ]
    for (const [file, says] of refusals) {
      const { output, code } = await run(['approve', ID, '--as', 'Cia Dahl', '--key', file], asking)
      expect(code).toBe(2)
      expect(output).toMatch(says)
      expect(output).toContain('Ingenting har skrivits.')
      expect(output).not.toMatch(/load|found|passphrase|permissions|no such/i)
    }
    expect(read(PROTOCOL)).toBe(before)
  })

  test('cannot be made or checked without ssh-keygen, and that is said', async () => {
    const key = newKey('cia')
    register('cia-dahl', key)
    await approve('Cia Dahl', '--key', key)
    const bin = join(home, 'bin')
    mkdirSync(bin)
    writeFileSync(
      join(bin, 'git'),
      `#!/bin/sh\nexec ${execFileSync('which', ['git'], { encoding: 'utf8' }).trim()} "$@"\n`,
    )
    chmodSync(join(bin, 'git'), 0o755)
    expect(await run(['verify', ID], { PATH: bin })).toMatchObject({
      code: 1,
      output: expect.stringMatching(/kunde inte prövas.*`ssh-keygen` finns inte på den här datorn/),
    })
    const bo = newKey('bo')
    register('bo-berg', bo)
    expect(await run(['approve', ID, '--as', 'Bo Berg', '--key', bo], { PATH: bin })).toMatchObject({
      code: 2,
      output: expect.stringContaining('`ssh-keygen` finns inte'),
    })
  })
})

describe('what was adjusted', () => {
  test('is found in history although the file has moved, and what is secret in it is not shown', async () => {
    change(PROTOCOL, '## § 4', ':::sekretess{grund="OSL 26:1"}\nHemlig rad.\n:::\n\n## § 4')
    await approve('Cia Dahl')
    save('Justerat')
    mkdirSync(dirname(at('moten/demo/2025/x')), { recursive: true })
    git('mv', PROTOCOL, 'moten/demo/2025/2024-05-23-protokoll.md')
    save('Flyttat')
    change('moten/demo/2025/2024-05-23-protokoll.md', 'Hemlig rad.', 'Hemligare rad.')
    change('moten/demo/2025/2024-05-23-protokoll.md', 'anta rutinen', 'avslå rutinen')
    const { output, code } = await run(['verify', ID])
    expect(code).toBe(1)
    expect(output).toContain(
      '- **att** anta rutinen för överlämning. + **att** avslå rutinen för överlämning.',
    )
    expect(output).toContain('- (sekretess: visas inte)')
    expect(output).not.toMatch(/Hemlig/)
  })

  test('may be ticked but not changed, reopened or lose an adjustment in a change', async () => {
    await approve('Cia Dahl')
    await approve('Bo Berg', '--final')
    save('Justerat')
    git('checkout', '--quiet', '-b', 'andring')
    change(PROTOCOL, '- [ ] Cia Dahl', '- [x] Cia Dahl')
    save('Avbockat')
    const whole = read(PROTOCOL)
    expect(await run(['verify', '--changed'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('1 dokument som var justerat är ändrat, och alla justeringar håller'),
    })
    const cases: readonly (readonly [RegExp | string, string, string])[] = [
      ['anta rutinen', 'avslå rutinen', '2 av 2 justerare har inte justerat den nya'],
      ['status: justerat', 'status: utkast', 'har nu status `utkast`'],
      [/ {2}- \{person: Bo Berg.*\n/, '', 'är borttagen eller ändrad'],
      ['justerare: [Cia Dahl, Bo Berg]', 'justerare: [Cia Dahl]', '2 av 2 justerare'],
    ]
    for (const [from, to, says] of cases) {
      writeFileSync(at(PROTOCOL), whole.replace(from, to))
      save('En ändring')
      expect(await run(['verify', '--changed'])).toMatchObject({
        code: 1,
        output: expect.stringContaining(says),
      })
    }
    expect(await run(['verify', '--changed', '--base', '--output=x'])).toMatchObject({ code: 2 })
  })

  test('has the seals of everybody who was to adjust when a change makes it adjusted', async () => {
    await approve('Cia Dahl')
    save('Cia Dahl justerar')
    git('checkout', '--quiet', '-b', 'klart')
    change(PROTOCOL, 'status: justering', 'status: justerat')
    expect(await run(['verify', '--changed'])).toMatchObject({
      code: 1,
      output: expect.stringMatching(
        /utan att alla justerare har sigill.*1 dokument blir justerat, och 1 av dem/,
      ),
    })
    change(PROTOCOL, 'status: justerat', 'status: justering')
    await approve('Bo Berg', '--final')
    expect(await run(['verify', '--changed'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('1 dokument blir justerat, och alla justeringar håller'),
    })
  })

  test('needs new signatures by the keys that were in the register before the change', async () => {
    const [key, forged] = [newKey('cia'), newKey('forged')]
    register('cia-dahl', key)
    await approve('Cia Dahl', '--key', key)
    await approve('Bo Berg', '--final')
    save('Justerat')
    git('checkout', '--quiet', '-b', 'forfalskning')
    change(PROTOCOL, 'anta rutinen', 'avslå rutinen')
    change(PROTOCOL, 'status: justerat', 'status: justering')
    change('register/personer.yaml', publicKey(key), publicKey(forged))
    for (const line of read(PROTOCOL).match(/^ {2}- \{person.*sigill.*\n/gm) ?? []) change(PROTOCOL, line, '')
    await approve('Cia Dahl', '--key', forged)
    await approve('Bo Berg', '--final')
    save('Förfalskat')
    expect(await run(['verify', ID])).toMatchObject({ code: 0 })
    expect(await run(['verify', '--changed'])).toMatchObject({
      code: 1,
      output: expect.stringContaining('en justerare som har en nyckel i registret har inte signerat'),
    })
  })

  test('is not compared in a clone without history, and that is said', async () => {
    save('Ett')
    change(PROTOCOL, 'öppnar mötet', 'hälsar')
    save('Två')
    const shallow = join(home, 'grund')
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${folder}`, shallow], {
      env: gitEnvironment(),
    })
    folder = shallow
    expect(await run(['verify', '--changed', '--base', 'HEAD~1'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('är utelämnad'),
    })
    git('remote', 'remove', 'origin')
    git('branch', '--move', 'forslag')
    expect(await run(['verify', '--changed'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('fetch-depth: 0'),
    })
  })
})

describe('a line that is taken back', () => {
  test('leaves every other character as it was, in all the ways to write the list', async () => {
    await approve('Cia Dahl')
    const before = read(PROTOCOL)
    await approve('Bo Berg')
    await run(['unapprove', ID, '--as', 'Bo Berg', '--reason', 'x'])
    const trace = '  - {person: Bo Berg, datum: 2024-06-01, återtaget: 2024-06-01, skäl: "x"}\n'
    expect(read(PROTOCOL).replace(`återtagna:\n${trace}`, '')).toBe(before)
    await run(['unapprove', ID, '--as', 'Cia Dahl', '--reason', 'y'])
    expect(read(PROTOCOL)).toContain('\njustering: []\n')
    expect(read(PROTOCOL)).toContain(trace)
    await approve('Cia Dahl')
    await approve('Bo Berg')
    const lines = [...read(PROTOCOL).matchAll(/^ {2}- (\{person.*sigill.*\})\n/gm)].map(([, line]) => line)
    writeFileSync(
      at(PROTOCOL),
      read(PROTOCOL).replace(
        /justering:\n(?: {2}- \{person.*sigill.*\n)+/,
        `justering: [${lines.join(', ')}] # båda\n`,
      ),
    )
    await run(['unapprove', ID, '--as', 'Cia Dahl', '--reason', 'z'])
    expect(read(PROTOCOL)).toContain(`justering: [${lines[1]}] # båda\n`)
    await run(['unapprove', ID, '--as', 'Bo Berg', '--reason', 'z'])
    expect(read(PROTOCOL)).toContain('justering: [] # båda\n')
  })
})

test('line changes are the fewest that make the one text the other', () => {
  const shown = (before: string, after: string) =>
    lineChanges([...before], [...after]).map(({ sign, line }) => `${sign}${line}`)
  expect(shown('abc', 'abc')).toEqual([])
  expect(shown('abcd', 'axcd')).toEqual(['-1', '+1'])
  expect(shown('abcd', 'bcde')).toEqual(['-0', '+3'])
  expect(shown('', 'ab')).toEqual(['+0', '+1'])
})
