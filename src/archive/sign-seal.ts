import { resolve } from 'node:path'
import type { Archive } from '../model/archive.js'
import { UserError } from '../model/failure.js'
import type { World } from '../model/ports.js'
import { keyOf, type PublicKey, readPublicKey, type Signature } from '../model/signature.js'
import type { OpenArchive } from './open.js'

/** What somebody who adjusts has said about signing. */
export interface Signer {
  readonly name: string
  /** Private key, or its public half with the private one beside it or in ssh-agent. */
  readonly keyFile: string | undefined
  readonly signing: 'required' | 'where a key is at hand'
}

/**
 * Signs a seal with a key that the register knows as the signer's own. Absent where signing is not required and no
 * such key is at hand: git's own signing key and those in ssh-agent are looked at.
 * @throws UserError when signing is required and cannot be done, and when the key is somebody else's.
 */
export async function signatureBy(
  { name, keyFile, signing }: Signer,
  seal: string,
  { archive, top }: OpenArchive,
  world: World,
): Promise<Signature | undefined> {
  const keys = keysOf(name, archive)
  if (keys.length === 0) {
    if (signing === 'required') throw noKeyInRegister(name)
    return undefined
  }
  const key =
    keyFile === undefined ? await keyAtHand(keys, top, world) : { file: resolve(world.directory, keyFile) }
  if (key === undefined) {
    if (signing === 'required') throw noKeyAtHand(name)
    return undefined
  }
  if ('file' in key && world.disk.kindOf(key.file) === undefined) throw noSuchFile(keyFile ?? key.file)
  const signature = await world.signing.sign(seal, key)
  const used = keyOf(signature)
  if (used === undefined || !keys.includes(used)) throw otherKey(name)
  return signature
}

/** The SSH keys that the register has for somebody, comments left out; age keys are for something else. */
export const keysOf = (name: string, { register }: Pick<Archive, 'register'>): readonly PublicKey[] =>
  (register.person(name)?.keys ?? []).flatMap(key => readPublicKey(key) ?? [])

async function keyAtHand(
  keys: readonly PublicKey[],
  top: string,
  world: World,
): Promise<{ readonly file: string } | { readonly agent: PublicKey } | undefined> {
  const held = (await world.signing.agentKeys()).find(key => keys.includes(key))
  if (held !== undefined) return { agent: held }
  const chosen = await world.history.setting(top, 'user.signingkey')
  const home = world.environment['HOME'] ?? world.environment['USERPROFILE'] ?? '~'
  const file = resolve(top, (chosen ?? '').replace(/^~(?=\/)/, home))
  if (chosen === undefined || world.disk.kindOf(file) !== 'file') return undefined
  const read = world.disk.read(file.endsWith('.pub') ? file : `${file}.pub`)
  const key = 'bytes' in read ? readPublicKey(new TextDecoder().decode(read.bytes)) : undefined
  return key !== undefined && keys.includes(key) ? { file } : undefined
}

const noKeyInRegister = (name: string): UserError =>
  new UserError(
    {
      sv: `${name} har ingen SSH-nyckel i registret, så en signatur skulle inte gå att pröva.`,
      en: `${name} has no SSH key in the register, so a signature could not be checked.`,
    },
    {
      sv: 'Lägg den öppna nyckeln (raden i `~/.ssh/id_ed25519.pub`) under `nycklar` hos personen i `register/personer.yaml`. Ingenting har skrivits.',
      en: 'Put the public key (the line in `~/.ssh/id_ed25519.pub`) under `nycklar` of the person in `register/personer.yaml`. Nothing was written.',
    },
  )

const noKeyAtHand = (name: string): UserError =>
  new UserError(
    {
      sv: `Ingen privat nyckel som hör till ${name} finns i ssh-agent eller i gits \`user.signingkey\`.`,
      en: `No private key that belongs to ${name} is in ssh-agent or in git's \`user.signingkey\`.`,
    },
    {
      sv: 'Tala om var den ligger: `--key ~/.ssh/id_ed25519`. Ingenting har skrivits.',
      en: 'Say where it is: `--key ~/.ssh/id_ed25519`. Nothing was written.',
    },
  )

const noSuchFile = (file: string): UserError =>
  new UserError(
    { sv: `Nyckelfilen \`${file}\` finns inte.`, en: `There is no key file \`${file}\`.` },
    {
      sv: 'Kontrollera sökvägen; den brukar vara `~/.ssh/id_ed25519`. Ingenting har skrivits.',
      en: 'Check the path; it is usually `~/.ssh/id_ed25519`. Nothing was written.',
    },
  )

const otherKey = (name: string): UserError =>
  new UserError(
    {
      sv: `Nyckeln är inte en av dem som registret har för ${name}.`,
      en: `The key is not one of those that the register has for ${name}.`,
    },
    {
      sv: 'Välj en annan med `--key`, eller lägg den öppna nyckeln under `nycklar` hos personen i `register/personer.yaml`. Ingenting har skrivits.',
      en: 'Choose another with `--key`, or put the public key under `nycklar` of the person in `register/personer.yaml`. Nothing was written.',
    },
  )
