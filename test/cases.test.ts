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
import { describe, expect, test } from 'vitest'
import { type CasePage, isAsSaid, readCasePage, wordsOf } from './case-page.js'
import { ROOT } from './demonstration.js'
import { inThisProcess } from './in-process.js'
import { writtenFile } from './written-file.js'

const CASES = join(ROOT, 'test/cases')
const VERSION = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version

/** How a command of a page is run: by calling `main`, or as a process of its own. */
type Player = (
  command: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
) => Promise<{ output: string; code: number }>

const asProcess: Player = async (command, folder, environment) => {
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

const inProcess: Player = async (command, folder, environment) => {
  const { environment: own, words } = wordsOf(command)
  if (words[0] !== 'samverkan' || /[|;&><]/.test(command.replace(/"[^"]*"|'[^']*'/g, '')))
    return asProcess(command, folder, environment)
  return inThisProcess(words.slice(1), folder, { ...environment, ...own }, VERSION)
}

/** Plays a page in a folder of its own and gives what each command really printed. */
async function played(
  page: CasePage,
  player: Player,
): Promise<readonly { readonly output: string; readonly code: number }[]> {
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

const runs = (page: CasePage) => page.steps.filter(step => step.does === 'run')

describe.each(
  readdirSync(CASES)
    .filter(name => name.endsWith('.md'))
    .sort(),
)('%s', name => {
  const text = readFileSync(join(CASES, name), 'utf8')
  const page = readCasePage(text)

  test('in this process', async () => {
    const results = await played(page, inProcess)
    if (process.env['UPDATE'] === '1') {
      writeFileSync(join(CASES, name), updated(text, page, results))
      return
    }
    for (const [index, step] of runs(page).entries()) {
      const { output = '', code } = results[index] ?? {}
      if (!isAsSaid(output, step.output)) expect(output, `$ ${step.command}`).toBe(step.output)
      expect(code, `exit code of ${step.command}`).toBe(step.code)
    }
  })

  test('as a process of its own', async () => {
    const results = await played(page, asProcess)
    for (const [index, step] of runs(page).entries()) {
      const { output = '', code } = results[index] ?? {}
      if (!isAsSaid(output, step.output)) expect(output, `$ ${step.command}`).toBe(step.output)
      expect(code, `exit code of ${step.command}`).toBe(step.code)
    }
  })
})

/** The page with what the commands really printed, where it differs from what the page said. */
function updated(
  text: string,
  page: CasePage,
  results: readonly { readonly output: string; readonly code: number }[],
): string {
  const lines = text.split('\n')
  for (const [index, step] of [...runs(page).entries()].reverse()) {
    const { output = '', code = 0 } = results[index] ?? {}
    if (isAsSaid(output, step.output) && code === step.code) continue
    const said = [...(output === '' ? [] : output.split('\n')), ...(code === 0 ? [] : [`[${code}]`])]
    lines.splice(step.from, step.to - step.from, ...said)
  }
  return lines.join('\n')
}
