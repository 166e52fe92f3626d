import { spawnSync } from 'node:child_process'
import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { type CasePage, isAsSaid, readCasePage, type Step, wordsOf } from './case-page.js'
import { ROOT } from './demonstration.js'
import { inThisProcess } from './in-process.js'
import { writtenFile } from './written-file.js'

const CASES = join(ROOT, 'test/cases')
const VERSION = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version

/** The case pages by name, each with its file. */
export const PAGES: readonly (readonly [name: string, file: string])[] = readdirSync(CASES)
  .filter(name => name.endsWith('.md'))
  .sort()
  .map(name => [name, join(CASES, name)] as const)

/** What a command really printed, and how it ended. */
export interface Result {
  readonly output: string
  readonly code: number
}

/** How a command of a page is run: by calling `main`, or as a process of its own. */
export type Player = (
  command: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
) => Promise<Result>

/** As a process of its own, in a shell. */
export const asProcess: Player = async (command, folder, environment) => {
  const file = join(folder, '..', 'output')
  const out = openSync(file, 'w')
  const run = spawnSync(
    '/bin/sh',
    ['-c', command.replace(/(^|[|;&] *|= *\S+ )samverkan\b/g, `$1node ${ROOT}/bin/samverkan.js`)],
    {
      cwd: folder,
      env: environment,
      stdio: ['ignore', out, out],
    },
  )
  closeSync(out)
  return { output: readFileSync(file, 'utf8'), code: run.status ?? -1 }
}

/** By calling `main`, where the command is the program alone. */
export const inProcess: Player = async (command, folder, environment) => {
  const { environment: own, words } = wordsOf(command)
  if (words[0] !== 'samverkan' || /[|;&><]/.test(command.replace(/"[^"]*"|'[^']*'/g, '')))
    return asProcess(command, folder, environment)
  return inThisProcess(words.slice(1), folder, { ...environment, ...own }, VERSION)
}

/** Plays a page in a folder of its own and gives what each command really printed. */
export async function played(page: CasePage, player: Player): Promise<readonly Result[]> {
  const home = realpathSync(mkdtempSync('/tmp/samverkan-'))
  const folder = join(home, 'arkiv')
  mkdirSync(folder)
  writeFileSync(
    join(home, '.gitconfig'),
    '[user]\n\tname = Sekreteraren\n\temail = sekreteraren@ekmo.example\n[init]\n\tdefaultBranch = main\n',
  )
  const source = {
    demonstration: join(ROOT, 'templates/demonstration'),
    exempel: join(ROOT, 'examples'),
    inget: undefined,
  }[page.archive]
  if (source !== undefined) cpSync(source, folder, { recursive: true })
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    SAMVERKAN_AS_OF: page.day,
    LC_ALL: 'C.UTF-8',
  }
  const results = []
  try {
    for (const step of page.steps) {
      if (step.does === 'write') {
        mkdirSync(dirname(join(folder, step.path)), { recursive: true })
        writeFileSync(join(folder, step.path), await writtenFile(step.language, step.text))
      } else {
        const { output, code } = await player(step.command, folder, environment)
        results.push({
          output: output
            .replaceAll('\r\n', '\n')
            .replaceAll(folder, '/arkiv')
            .replaceAll(home, '/hem')
            .replace(/\n$/, ''),
          code,
        })
      }
    }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
  return results
}

/** The commands of a page, in order. */
export const commandsOf = (page: CasePage): readonly Extract<Step, { does: 'run' }>[] =>
  page.steps.filter(step => step.does === 'run')

/** Plays a page and expects what it says. */
export async function expectAsSaid(file: string, player: Player): Promise<void> {
  const page = readCasePage(readFileSync(file, 'utf8'))
  const results = await played(page, player)
  for (const [index, step] of commandsOf(page).entries()) {
    const { output = '', code } = results[index] ?? {}
    if (!isAsSaid(output, step.output)) expect(output, `$ ${step.command}`).toBe(step.output)
    expect(code, `exit code of ${step.command}`).toBe(step.code)
  }
}
