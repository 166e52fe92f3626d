import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openArchive } from '../src/archive/open.js'
import type { World } from '../src/model/ports.js'
import { realWorld } from '../src/system/world.js'
import { ROOT } from './demonstration.js'

let home = ''
let folder = ''
const at = (path: string) => join(folder, path)
const kept = () => at('.git/samverkan/documents')
const gitEnvironment = () => ({ PATH: process.env['PATH'] ?? '', HOME: home, LC_ALL: 'C.UTF-8' })
const environment = () => ({ ...gitEnvironment(), SAMVERKAN_AS_OF: '2024-12-20', SAMVERKAN_CACHE: 'always' })
const git = (...words: readonly string[]) =>
  execFileSync('git', words, { cwd: folder, env: gitEnvironment(), encoding: 'utf8', stdio: 'pipe' })

/** Runs the program as a process of its own; gives what it printed. */
const run = (...words: readonly string[]) =>
  new Promise<string>((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'bin/samverkan.js'), ...words], {
      cwd: folder,
      env: environment(),
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (output += part))
    child.on('error', reject)
    child.on('close', code => resolve(`${output}exit ${code}`))
  })

const VALIDATE = ['validate', '--format', 'json']
const REPORT = ['report', 'deviations', '--year', '2024', '--list']

/** What the world has read of the archive's documents while it was opened and all of it was looked at. */
async function readWhenOpened(): Promise<readonly string[]> {
  const read: string[] = []
  const world = await realWorld(
    {
      directory: folder,
      environment: environment(),
      programFolder: ROOT,
      version: '0',
      columns: undefined,
      isInteractive: false,
      writeOut: () => undefined,
      writeError: () => undefined,
    },
    'sv',
    undefined,
  )
  const listening: World = Object.create(world, {
    disk: {
      value: {
        ...world.disk,
        read: (path: string, most?: number) => {
          read.push(path.slice(folder.length + 1))
          return world.disk.read(path, most)
        },
      },
    },
  })
  const { archive } = await openArchive(listening, undefined)
  for (const { fields, body } of archive.documents)
    if (fields['titel'] === '' || body.actions.length < 0) throw new Error()
  return read.filter(path => /^(?:moten|avvikelser)\//.test(path))
}

beforeEach(() => {
  home = realpathSync(mkdtempSync('/tmp/samverkan-'))
  folder = join(home, 'arkiv')
  mkdirSync(folder)
  cpSync(join(ROOT, 'examples'), folder, { recursive: true })
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Nina')
  git('config', 'user.email', 'nina@example.org')
  git('add', '--all')
  git('commit', '--quiet', '-m', 'start')
})

afterEach(() => {
  rmSync(home, { recursive: true, force: true })
})

describe('what is remembered', () => {
  test('is not read again, and lies in .git for the user alone', async () => {
    expect((await readWhenOpened()).length).toBeGreaterThan(20)
    expect(await readWhenOpened()).toEqual([])
    writeFileSync(at('moten/lansgruppen/2024/ny.md'), '---\ntyp: protokoll\n---\n')
    const [changed = ''] = readdirSync(at('avvikelser/2024')).map(name => `avvikelser/2024/${name}`)
    writeFileSync(at(changed), `${readFileSync(at(changed), 'utf8')}\nMer.\n`)
    expect(new Set(await readWhenOpened())).toEqual(new Set(['moten/lansgruppen/2024/ny.md', changed]))
    expect(statSync(kept()).mode & 0o777).toBe(0o600)
    git('checkout', '--quiet', '--', '.')
    rmSync(at('moten/lansgruppen/2024/ny.md'))
    expect(git('status', '--porcelain', '--ignored')).toBe('')
  })

  test('is of all files in an archive that is a folder of the work tree, and in a linked work tree', async () => {
    folder = join(home, 'allt')
    mkdirSync(folder)
    cpSync(join(home, 'arkiv'), join(folder, 'län'), {
      recursive: true,
      filter: path => !path.endsWith('/.git'),
    })
    git('init', '--quiet', '--initial-branch=main')
    git('config', 'user.name', 'Nina')
    git('config', 'user.email', 'nina@example.org')
    git('add', '--all')
    git('commit', '--quiet', '-m', 'start')
    git('worktree', 'add', '--quiet', '-b', 'sida', '../vid sidan')
    for (const place of [join(folder, 'län'), join(home, 'vid sidan/län')]) {
      folder = place
      expect((await readWhenOpened()).length).toBeGreaterThan(20)
      expect(await readWhenOpened()).toEqual([])
      expect(git('status', '--porcelain')).toBe('')
    }
  })

  test('is ignored when it is damaged, cut off, or kept by something else', async () => {
    const truth = [await run(...VALIDATE, '--no-cache'), await run(...REPORT, '--no-cache')]
    expect(existsSync(kept())).toBe(false)
    await run(...VALIDATE)
    const whole = readFileSync(kept())
    const damages: readonly Buffer[] = [
      Buffer.alloc(0),
      Buffer.from('något annat'),
      whole.subarray(0, 40),
      whole.subarray(0, whole.length - 1),
      Buffer.concat([whole, Buffer.from('x')]),
      Buffer.from(whole).fill(0x20, 60, 90),
      ...[3, 5, 7, 9].map(tenths => {
        const from = Math.floor((whole.length * tenths) / 10)
        return Buffer.from(whole).fill(0x31, from, from + 9)
      }),
      Buffer.from(whole).fill(0x31, whole.length - 30_000, whole.length),
    ]
    for (const damaged of damages) {
      writeFileSync(kept(), damaged)
      expect(await run(...REPORT)).toBe(truth[1])
      writeFileSync(kept(), damaged)
      expect(await run(...VALIDATE)).toBe(truth[0])
    }
  }, 120_000)

  test('holds no text that is under secrecy, and of what is not open no text of a body', async () => {
    const secret = 'Kalle på Storgatan'
    const protocol = 'moten/lansgruppen/2024/hemligt.md'
    const head =
      '---\nid: PROT-lansgruppen-2024-09-09\ntyp: protokoll\ntitel: Ett möte\nsekretess: GRAD\n---\n'
    const write = (grade: string, body: string) =>
      writeFileSync(at(protocol), `${head.replace('GRAD', grade)}\n# Ett möte\n\n${body}\n`)
    for (const [grade, body] of [
      ['sekretess', `## § 1 Om ${secret}\n\n- [ ] Nina: ring ${secret}`],
      [
        'intern',
        `## § 1 Om ${secret}\n\n### Beslut\n\n**att** hjälpa ${secret}\n\n- [ ] Nina: ring ${secret}\n\n<!-- ${secret} -->`,
      ],
      [
        'öppen',
        `## § 1 Ett fall\n\n:::sekretess{grund="OSL 26:1"}\n**att** hjälpa ${secret}\n\n- [ ] Nina: ring ${secret}\n:::`,
      ],
      ['öppen', `## § 1 Om ${secret}\n\n*Sekretess: OSL 26:1*\n\n- [ ] Nina: ring ${secret}`],
      ['öppen', `## § 1 Fall\n\nOm ${secret}\n\n\`\`\`age\n${secret}\n\`\`\``],
      ['öppen', `## § 1 Om ${secret}\n\n${secret}, 20121212-1212\n`],
      ['intern', `En rubrik om ${secret}\n=====\n\n<div>${secret}</div>`],
    ] as const) {
      rmSync(kept(), { force: true })
      write(grade, body)
      await run(...VALIDATE)
      await run(...REPORT)
      expect(readFileSync(kept(), 'latin1').includes(secret.replaceAll('å', 'Ã¥'))).toBe(false)
      expect(readFileSync(kept(), 'latin1')).not.toContain('Storgatan')
    }
    rmSync(kept())
    write('öppen', '## § 1 Storgatan')
    await run(...VALIDATE)
    expect(readFileSync(kept(), 'latin1')).toContain('Storgatan')
  })

  test('is left out where it cannot be written, where there is no git, and where nobody wants it', async () => {
    const truth = await run(...VALIDATE, '--no-cache')
    expect(existsSync(kept())).toBe(false)
    writeFileSync(at('.git/samverkan'), 'i vägen')
    expect(await run(...VALIDATE)).toBe(truth)
    rmSync(at('.git/samverkan'))
    mkdirSync(join(home, 'annanstans'))
    symlinkSync(join(home, 'annanstans'), at('.git/samverkan'))
    expect(await run(...VALIDATE)).toBe(truth)
    expect(readdirSync(join(home, 'annanstans'))).toEqual([])
    rmSync(at('.git/samverkan'))
    chmodSync(at('.git'), 0o500)
    expect(await run(...VALIDATE)).toBe(truth)
    chmodSync(at('.git'), 0o700)
    rmSync(at('.git'), { recursive: true })
    expect(await run(...VALIDATE)).toBe(truth)
    expect(existsSync(at('.git'))).toBe(false)
  })

  test('is whole when several write it at the same time', async () => {
    const truth = await run(...VALIDATE, '--no-cache')
    const said = await Promise.all([run(...VALIDATE), run(...VALIDATE), run(...VALIDATE)])
    expect(said).toEqual([truth, truth, truth])
    expect(readdirSync(at('.git/samverkan'))).toEqual(['documents'])
    expect(await readWhenOpened()).not.toEqual([])
    expect(await readWhenOpened()).toEqual([])
  })

  test('runs nothing that a repository names', async () => {
    const ran = join(home, 'kördes')
    writeFileSync(at('.gitattributes'), '* filter=ond\n')
    for (const name of ['clean', 'smudge', 'process']) git('config', `filter.ond.${name}`, `touch ${ran}`)
    git('config', 'core.fsmonitor', `touch ${ran}`)
    for (const path of ['samverkan.yaml', 'register/personer.yaml'])
      writeFileSync(at(path), readFileSync(at(path)))
    const truth = await run(...VALIDATE, '--no-cache')
    expect(await run(...VALIDATE)).toBe(truth)
    expect(await run(...VALIDATE)).toBe(truth)
    expect(existsSync(ran)).toBe(false)
  })
})
