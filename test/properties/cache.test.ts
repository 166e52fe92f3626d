import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { main as program } from '../../src/main.js'
import { ROOT } from '../demonstration.js'

/** The program as it is built: it has its schemas compiled beforehand, and tells what it keeps from what others kept. */
const { main }: { main: typeof program } = await import(join(ROOT, 'dist/main.js'))

let home = ''
/** The archive: a folder of the work tree. */
let folder = ''
let today = '2024-12-20'

const environment = () => ({ PATH: process.env['PATH'] ?? '', HOME: home, LC_ALL: 'C.UTF-8' })
const git = (...words: readonly string[]) =>
  execFileSync('git', words, { cwd: home, env: environment(), encoding: 'utf8', stdio: 'pipe' })

/** What a command prints, and how it ends. */
async function said(words: readonly string[], caching: 'always' | 'never') {
  let output = ''
  const write = (content: string | Uint8Array) => {
    output += typeof content === 'string' ? content : Buffer.from(content).toString('latin1')
  }
  const code = await main(words, {
    directory: folder,
    environment: { ...environment(), SAMVERKAN_AS_OF: today, SAMVERKAN_CACHE: caching },
    programFolder: ROOT,
    version: '0',
    columns: undefined,
    isInteractive: false,
    writeOut: write,
    writeError: write,
  })
  return `${output}\nexit ${code}`
}

/** Numbers that look random and are the same every time. */
function counting(seed: number): (most: number) => number {
  let state = seed >>> 0
  return most => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

const documents = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.md') && path.includes('/'))
    .sort()

/** Ways to change the text of a document. */
const TEXTS: readonly ((text: string, number: number) => string)[] = [
  (text, number) => `${text}\n\nSe även RUT-finns-inte och AVV-2024-7k3f, rad ${number}.\n`,
  (text, number) => text.replace(/^titel: .*$/m, `titel: Ändrad ${number}`),
  text => text.replace(/^datum: .*$/m, 'datum: 2024-02-30'),
  text => text.replace(/^status: .*$/m, 'status: utkast'),
  text => text.replace(/^sekretess: .*$/m, 'sekretess: sekretess'),
  text => text.replace(/^sekretess: .*$/m, 'sekretess: intern'),
  text => text.replace(/^sekretess: .*$/m, 'sekretess: öppen'),
  text => text.replace(/^(?:mottagen|rapporterad): .*$/m, 'rapporterad: 2024-03-03'),
  text => text.replace(/^område: .*$/m, 'område: något annat'),
  text => text.replace('---', '---js'),
  text => text.replace(/\r?\n/g, '\r\n'),
  text => text.replaceAll('\r\n', '\n'),
  text => `${text}\nEn rubrik till\n=====\n\n<div>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n</div>\n`,
  text => `${text}\n:::sekretess{grund="OSL 26:1"}\nDet här står ingen annanstans.\n:::\n`,
  text => `${text}\n## Länkar\n\n- [rutin](../../rutiner/finns-inte.md)\n- [till](bilaga.pdf)\n`,
  text => `${text}\n- [ ] Nina Björk: gör detta (senast 2024-10-01)\n`,
  text => text.replace('## ', '## Avvikelser och '),
]

/** Ways to change an archive and its repository. */
const CHANGES: readonly ((choose: (most: number) => number) => void)[] = [
  ...Array.from({ length: 9 }, () => (choose: (most: number) => number) => {
    const path = one(choose)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, TEXTS[choose(TEXTS.length)]?.(text, choose(1000)) ?? text)
  }),
  choose => unlinkSync(one(choose)),
  choose => renameSync(one(choose), one(choose)),
  choose => {
    const path = one(choose)
    renameSync(path, join(dirname(path), `flyttad-${choose(1000)}.md`))
  },
  choose => {
    const path = one(choose)
    copyFileSync(path, join(dirname(path), `kopia-${choose(1000)}.md`))
  },
  choose => {
    const path = one(choose)
    const to = join(dirname(one(choose)), `ny-${choose(1000)}.md`)
    if (!existsSync(to)) renameSync(path, to)
  },
  choose => {
    const link = join(dirname(one(choose)), `lank-${choose(1000)}.md`)
    if (!existsSync(link)) symlinkSync(one(choose), link)
  },
  choose => utimesSync(one(choose), 1_700_000_000, 1_700_000_000),
  choose => writeFileSync(join(dirname(one(choose)), `ignorerad-${choose(1000)}.tmp`), 'x'),
  choose => writeFileSync(join(dirname(one(choose)), 'bilaga.pdf'), String(choose(9))),
  () => appendFileSync(join(folder, 'register/personer.yaml'), '  - {id: ny, namn: Ny Person}\n'),
  () => appendFileSync(join(folder, 'samverkan.yaml'), 'termer: [[barnkonventionen, konventionen]]\n'),
  choose => {
    today = ['2024-06-01', '2024-12-20', '2025-03-01'][choose(3)] ?? today
  },
  ...Array.from({ length: 4 }, () => () => {
    git('add', '--all')
    git('commit', '--quiet', '--allow-empty', '-m', 'mer')
  }),
  choose => git('add', '--', one(choose)),
  () => git('reset', '--quiet', '--hard'),
  () => {
    git('add', '--all')
    git('stash', '--quiet')
  },
  choose => {
    git('reset', '--quiet', '--hard')
    git('checkout', '--quiet', '--force', choose(2) === 0 ? 'main' : `main~${choose(3)}`)
  },
  choose =>
    git(
      'update-index',
      choose(2) === 0 ? '--assume-unchanged' : '--no-assume-unchanged',
      '--',
      tracked(choose),
    ),
  choose => git('update-index', '--index-version', String(2 + choose(3))),
  choose => git('config', 'core.autocrlf', choose(2) === 0 ? 'true' : 'false'),
]

const one = (choose: (most: number) => number): string => {
  const all = documents()
  return join(folder, all[choose(all.length)] ?? '')
}

const tracked = (choose: (most: number) => number): string => {
  const all = git('ls-files', '*.md').split('\n')
  return all[choose(all.length - 1)] ?? ''
}

beforeAll(() => {
  home = realpathSync(mkdtempSync('/tmp/samverkan-'))
  folder = join(home, 'län')
  mkdirSync(folder)
  cpSync(join(ROOT, 'examples'), folder, { recursive: true })
  for (const [index, path] of documents().entries()) if (index % 3 === 1) unlinkSync(join(folder, path))
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Nina')
  git('config', 'user.email', 'nina@example.org')
  for (const part of ['start', 'mer', 'mest']) {
    writeFileSync(join(home, 'läs.txt'), part)
    git('add', '--all')
    git('commit', '--quiet', '-m', part)
  }
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

const COMMANDS = [
  ['validate', '--format', 'json'],
  ['report', 'deviations', '--year', '2024', '--list'],
  ['validate', '--format', 'json'],
  ['report', 'deviations', '--year', '2024', '--list'],
  ['report', 'decisions', '--format', 'csv'],
  ['report', 'actions'],
  ['status'],
  ['list', '--format', 'json'],
] as const

test('whatever happens to an archive, what is remembered of it gives the same as reading it anew', async () => {
  const choose = counting(20241220)
  for (let turn = 0; turn < 200; turn++) {
    const change = choose(CHANGES.length)
    try {
      CHANGES[change]?.(choose)
    } catch {
      // What git or the disk refuses is no change.
    }
    for (const words of [COMMANDS[turn % COMMANDS.length] ?? COMMANDS[0]]) {
      const remembered = await said(words, 'always')
      expect({ turn, change, words, said: remembered }).toEqual({
        turn,
        change,
        words,
        said: await said(words, 'never'),
      })
    }
  }
}, 300_000)
