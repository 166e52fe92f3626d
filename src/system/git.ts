import { lstatSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { simpleGit } from 'simple-git'
import { UserError } from '../model/failure.js'
import type { History } from '../model/ports.js'

/**
 * Git as the program uses it: always at the top of a work tree found by walking up, never with a program that the
 * repository names, never over the network.
 */
export function realHistory(environment: Readonly<Record<string, string | undefined>>): History {
  const at = (folder: string, hooks: 'with hooks' | 'without hooks' = 'without hooks') =>
    simpleGit({
      baseDir: folder,
      config: [
        'core.fsmonitor=false',
        'safe.bareRepository=explicit',
        'protocol.ext.allow=never',
        'core.pager=cat',
        'credential.helper=',
        'log.showSignature=false',
        ...(hooks === 'with hooks' ? [] : ['core.hooksPath=/dev/null']),
      ],
      unsafe: {
        allowUnsafeFsMonitor: true,
        allowUnsafeHooksPath: true,
        allowUnsafePager: true,
        allowUnsafeProtocolOverride: true,
        allowUnsafeCredentialHelper: true,
      },
    }).env(plainEnvironment(environment))
  return {
    topOf: async folder => topOf(folder),
    isInstalled: async () => (await simpleGit().version()).installed,
    start: async folder => {
      await run('git init', () => at(folder).raw('init', '--quiet', '--initial-branch=main'))
    },
    atHead: async (top, path) => {
      try {
        return await at(top).raw('show', '--no-ext-diff', '--no-textconv', '--end-of-options', `HEAD:${path}`)
      } catch {
        return undefined
      }
    },
    timesChanged: async (top, folders, pattern) => {
      const git = at(top)
      const head = await git.raw('rev-list', '--max-count=1', '--all')
      if (head.trim() === '' || folders.length === 0) return new Map()
      const plain = [
        '--no-ext-diff',
        '--no-textconv',
        '--no-renames',
        '-z',
        '--diff-filter=M',
        `-G${pattern}`,
      ]
      const log = ['log', '--first-parent', '-m', '--format=', '--name-only', ...plain, '--', ...folders]
      const now = ['diff', '--name-only', ...plain, 'HEAD', '--', ...folders]
      const changed = await run('git log', async () => `${await git.raw(...log)}\0${await git.raw(...now)}`)
      const times = new Map<string, number>()
      for (const path of changed.split(/[\0\n]/).filter(each => each !== ''))
        times.set(path, (times.get(path) ?? 0) + 1)
      return times
    },
    commit: async (top, paths, message) =>
      run('git commit', async () => {
        await at(top).raw('add', '--', ...paths)
        await at(top, 'with hooks').raw('commit', '--quiet', '-m', message, '--', ...paths)
        return (await at(top).raw('rev-parse', '--short', 'HEAD')).trim()
      }),
    useHooks: async (top, folder) => {
      await run('git config', () => at(top).raw('config', 'core.hooksPath', folder))
    },
  }
}

/** simple-git refuses an environment with editors and askers in it; git needs no more than these. */
const plainEnvironment = (
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'TMPDIR', 'SYSTEMROOT', 'USERPROFILE']
      .flatMap(name => (environment[name] === undefined ? [] : [[name, environment[name]] as const]))
      .concat([['LC_ALL', 'C.UTF-8'] as const]),
  )

/** The nearest folder upwards that has a `.git`, a folder or (in a worktree) a file. */
function topOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    try {
      const state = lstatSync(join(at, '.git'))
      if (state.isDirectory() || state.isFile()) return at
    } catch {
      // Not here: one step up.
    }
    if (dirname(at) === at) return undefined
  }
}

async function run<Value>(what: string, action: () => Promise<Value>): Promise<Value> {
  try {
    return await action()
  } catch (cause) {
    const said = cause instanceof Error ? (cause.message.trim().split('\n').at(-1) ?? '') : ''
    const unknownName = /tell me who you are|empty ident|user\.name/i.test(
      cause instanceof Error ? cause.message : '',
    )
    throw new UserError(
      {
        sv: `\`${what}\` gick inte: ${said || 'okänt skäl'}.`,
        en: `\`${what}\` failed: ${said || 'unknown reason'}.`,
      },
      unknownName
        ? {
            sv: 'Tala om vem du är: `git config --global user.name "Ditt Namn"` och `user.email`. Filerna är skrivna.',
            en: 'Say who you are: `git config --global user.name "Your Name"` and `user.email`. The files are written.',
          }
        : {
            sv: 'Filerna är skrivna. Spara dem med git när felet är rättat.',
            en: 'The files are written. Commit them when the fault is mended.',
          },
      { cause },
    )
  }
}
