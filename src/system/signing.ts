import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../model/failure.js'
import type { Signing } from '../model/ports.js'
import { type PublicKey, readPublicKey, withArmour, withoutArmour } from '../model/signature.js'
import { notSigned } from './unsigned.js'

/** Signatures by OpenSSH's own programs: never through a shell, and with no private key read by this program. */
export function realSigning(environment: Readonly<Record<string, string | undefined>>): Signing {
  const run = (program: string, words: readonly string[], input: string): SpawnSyncReturns<string> => {
    const ended = spawnSync(program, words, { input, encoding: 'utf8', env: plainEnvironment(environment) })
    if (ended.error !== undefined) throw notThere(program, ended.error)
    if (/(?:unknown|illegal|invalid) option/.test(ended.stderr)) throw tooOld(program)
    return ended
  }
  return {
    sign: async (text, key) =>
      inFolder(folder => {
        const file = 'file' in key ? key.file : join(folder, 'key.pub')
        if ('agent' in key) writeFileSync(file, `${key.agent}\n`, { mode: 0o600 })
        const { status, stdout, stderr } = run(
          'ssh-keygen',
          ['-Y', 'sign', '-n', NAMESPACE, '-f', file],
          text,
        )
        if (status !== 0) throw notSigned(stderr, 'file' in key ? key.file : undefined)
        return withoutArmour(stdout)
      }),
    agentKeys: async () => {
      if (environment['SSH_AUTH_SOCK'] === undefined) return []
      const { status, stdout } = run('ssh-add', ['-L'], '')
      return status === 0 ? stdout.split('\n').flatMap(line => readPublicKey(line) ?? []) : []
    },
    isBy: async (text, signature, keys) =>
      inFolder(folder => {
        const [signers, file] = [join(folder, 'signers'), join(folder, 'signature')]
        writeFileSync(signers, signersOf(keys), { mode: 0o600 })
        writeFileSync(file, withArmour(signature), { mode: 0o600 })
        const words = ['-Y', 'verify', '-n', NAMESPACE, '-f', signers, '-I', SIGNER, '-s', file]
        return run('ssh-keygen', words, text).status === 0
      }),
  }
}

/** What signatures of this program are for, so that none made for something else counts (archive format § 6). */
const NAMESPACE = 'samverkan'
/** The name in the file of allowed signers; only the keys of one person stand in it. */
const SIGNER = 'justerare'

const signersOf = (keys: readonly PublicKey[]): string =>
  keys.map(key => `${SIGNER} namespaces="${NAMESPACE}" ${key}\n`).join('')

/** A folder that only the user can read, gone when the work is done. */
function inFolder<Value>(work: (folder: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'samverkan-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const plainEnvironment = (environment: Readonly<Record<string, string | undefined>>) => ({
  LC_ALL: 'C',
  ...Object.fromEntries(
    [
      'PATH',
      'HOME',
      'SSH_AUTH_SOCK',
      'SSH_ASKPASS',
      'SSH_ASKPASS_REQUIRE',
      'DISPLAY',
      'TMPDIR',
      'SYSTEMROOT',
      'USERPROFILE',
    ].flatMap(name => (environment[name] === undefined ? [] : [[name, environment[name]]])),
  ),
})

const notThere = (program: string, cause: Error): UserError =>
  new UserError(
    {
      sv: `Programmet \`${program}\` finns inte på den här datorn, så signaturer kan varken skrivas eller prövas.`,
      en: `The program \`${program}\` is not on this machine, so signatures can be neither written nor checked.`,
    },
    {
      sv: 'Installera OpenSSH 8.2 eller senare; i Windows följer det med Git för Windows.',
      en: 'Install OpenSSH 8.2 or later; on Windows it comes with Git for Windows.',
    },
    { cause },
  )

const tooOld = (program: string): UserError =>
  new UserError(
    {
      sv: `Programmet \`${program}\` på den här datorn är för gammalt för signaturer.`,
      en: `The program \`${program}\` on this machine is too old for signatures.`,
    },
    { sv: 'Installera OpenSSH 8.2 eller senare.', en: 'Install OpenSSH 8.2 or later.' },
  )
