import { lstatSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type SimpleGit, simpleGit } from 'simple-git'
import { UserError } from '../model/failure.js'
import type { History } from '../model/ports.js'
import type { Version } from '../model/work-tree.js'
import { snapshotOf } from './git-snapshot.js'
import { contentOf, namesIn, stagedIn } from './git-staged.js'

/**
 * Git as the program uses it: always at the top of a work tree found by walking up, never with a program that the
 * repository names, never over the network.
 */
export function realHistory(environment: Readonly<Record<string, string | undefined>>): History {
  const at = (
    folder: string,
    hooks: 'with hooks' | 'without hooks' = 'without hooks',
    settings: readonly string[] = [],
  ) =>
    simpleGit({
      baseDir: folder,
      allowEnvironment: ['GIT_INDEX_FILE'],
      config: [
        'core.fsmonitor=false',
        'safe.bareRepository=explicit',
        'protocol.ext.allow=never',
        'core.pager=cat',
        'credential.helper=',
        'log.showSignature=false',
        ...(hooks === 'with hooks' ? [] : ['core.hooksPath=/dev/null']),
        ...settings,
      ],
      unsafe: {
        allowUnsafeFilter: true,
        allowUnsafeFsMonitor: true,
        allowUnsafeHooksPath: true,
        allowUnsafePager: true,
        allowUnsafeProtocolOverride: true,
        allowUnsafeCredentialHelper: true,
      },
    }).env(plainEnvironment(environment))
  // A hook of `git commit -a` is told of another index than the usual one.
  const index = environment['GIT_INDEX_FILE']
  const atIndex = (top: string) =>
    index === undefined ? at(top) : at(top).env({ ...plainEnvironment(environment), GIT_INDEX_FILE: index })
  return {
    topOf: async folder => topOf(folder),
    isInstalled: async () => (await simpleGit().version()).installed,
    start: async folder => {
      await run('git init', () => at(folder).raw('init', '--quiet', '--initial-branch=main'))
    },
    timesChanged: async (top, folders, pattern) => {
      const git = at(top)
      const head = await reading(() => git.raw('rev-list', '--max-count=1', '--all'))
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
      const changed = await reading(async () => `${await git.raw(...log)}\0${await git.raw(...now)}`)
      const times = new Map<string, number>()
      for (const path of changed.split(/[\0\n]/).filter(each => each !== ''))
        times.set(path, (times.get(path) ?? 0) + 1)
      return times
    },
    snapshot: async folder => {
      const top = topOf(folder)
      if (top === undefined) return undefined
      try {
        return await snapshotOf(settings => at(top, 'without hooks', settings), top, folder)
      } catch {
        return undefined
      }
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
    setting: async (folder, name) => answer(() => at(folder).raw('config', '--get', name)),
    versionsOf: async (top, path) =>
      versionsIn(
        (await answer(() =>
          at(top).raw(
            'log',
            '--follow',
            '--name-only',
            `--max-count=${MOST_VERSIONS}`,
            '--format=%x01%H %cs',
            '-z',
            '--',
            path,
          ),
        )) ?? '',
      ),
    textAt: async (top, commit, path) => textAt(at(top), commit, path),
    bytesAt: async (top, commit, path) => contentOf(at(top), `${commit}:${path}`),
    commitOf: async (top, name) => commitOf(at(top), name),
    isShallow: async top =>
      (await answer(() => at(top).raw('rev-parse', '--is-shallow-repository'))) === 'true',
    commonWith: async (top, other, head = 'HEAD') => {
      const [commit, end] = [await commitOf(at(top), other), await commitOf(at(top), head)]
      return commit === undefined || end === undefined
        ? undefined
        : answer(() => at(top).raw('merge-base', commit, end))
    },
    defaultBranch: async top => {
      for (const name of ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']) {
        if ((await commitOf(at(top), name)) !== undefined) return name
      }
      return undefined
    },
    changedSince: async (top, commit) => {
      const plain = ['--name-only', '--no-renames', '--no-ext-diff', '--no-textconv', '-z', commit, '--']
      return namesIn(await reading(() => at(top).raw('diff', ...plain)))
    },
    untracked: async top =>
      namesIn(await reading(() => at(top).raw('ls-files', '--others', '--exclude-standard', '-z'))),
    staged: async top => reading(() => stagedIn(atIndex(top))),
    stagedBytes: async (top, path) => contentOf(atIndex(top), `:0:${path}`),
  }
}

/** So many versions of a file are looked at; a protocol has a handful. */
const MOST_VERSIONS = 500

/** What git answers, trimmed; absent when it has no answer: not there, no history, not in git. */
async function answer(ask: () => Promise<string>): Promise<string | undefined> {
  try {
    const said = (await ask()).trim()
    return said === '' ? undefined : said
  } catch {
    return undefined
  }
}

async function textAt(git: SimpleGit, commit: string, path: string): Promise<string | undefined> {
  try {
    return await git.raw('show', '--no-ext-diff', '--no-textconv', '--end-of-options', `${commit}:${path}`)
  } catch {
    return undefined
  }
}

/** A name that begins as an option does is none of a commit. */
const commitOf = async (git: SimpleGit, name: string): Promise<string | undefined> =>
  name.startsWith('-')
    ? undefined
    : answer(() => git.raw('rev-parse', '--verify', '--quiet', `${name}^{commit}`))

/** Reads `\u0001<commit> <day>`, a name and so on, parted by NUL. */
const versionsIn = (log: string): readonly Version[] =>
  log.split('\u0001').flatMap(entry => {
    const [head = '', ...names] = entry.split('\0').map(part => part.replace(/^\n+/, ''))
    const [commit, day] = head.trim().split(' ')
    const path = names.find(name => name !== '')
    return commit === undefined || day === undefined || path === undefined ? [] : [{ commit, day, path }]
  })

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

/**
 * What git reads, or a refusal: a history that cannot be read is never taken for an empty one.
 * @throws UserError in words of our own; git says it in English.
 */
async function reading<Read>(ask: () => Promise<Read>): Promise<Read> {
  try {
    return await ask()
  } catch (cause) {
    const isForeign = cause instanceof Error && /dubious ownership/.test(cause.message)
    throw new UserError(
      {
        sv: 'Git kunde inte läsa arkivets historik.',
        en: 'Git could not read the history of the archive.',
      },
      isForeign
        ? {
            sv: 'Katalogen ägs av någon annan än du. Är det som det ska, kör `git config --global --add safe.directory` och katalogens namn.',
            en: 'The folder belongs to somebody else than you. If that is right, run `git config --global --add safe.directory` and the name of the folder.',
          }
        : {
            sv: 'Kör `git status` i arkivet, som säger vad som är fel. Hämta det på nytt om det är skadat.',
            en: 'Run `git status` in the archive, which says what is wrong. Clone it anew if it is damaged.',
          },
      { cause },
    )
  }
}

async function run<Value>(what: string, action: () => Promise<Value>): Promise<Value> {
  try {
    return await action()
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : ''
    const isNameless = /tell me who you are|empty ident|user\.name/i.test(said)
    throw new UserError(
      { sv: `\`${what}\` gick inte.`, en: `\`${what}\` failed.` },
      isNameless
        ? {
            sv: 'Tala om vem du är: `git config --global user.name "Ditt Namn"` och `user.email`. Filerna är skrivna.',
            en: 'Say who you are: `git config --global user.name "Your Name"` and `user.email`. The files are written.',
          }
        : {
            sv: `Filerna är skrivna. Kör \`${what}\` själv: git säger på engelska vad som är fel.`,
            en: `The files are written. Run \`${what}\` yourself: git says what is wrong.`,
          },
      { cause },
    )
  }
}
