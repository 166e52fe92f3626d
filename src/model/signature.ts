/** An SSH signature as it stands in `signatur`: the base64 of OpenSSH's own form (PROTOCOL.sshsig), on one line. */
export type Signature = string

/** A public SSH key without its comment: `ssh-ed25519 AAAA…`. */
export type PublicKey = string

/** Reads a public SSH key as it stands in a register or a `.pub` file, its comment left out; absent for anything else. */
export const readPublicKey = (written: string): PublicKey | undefined =>
  /^(?:ssh-[a-z0-9-]+|ecdsa-sha2-[a-z0-9-]+|sk-[a-z0-9@.-]+) [A-Za-z0-9+/]+={0,3}(?= |$)/.exec(
    written.trim().split('\n')[0]?.trim() ?? '',
  )?.[0]

/** What `ssh-keygen` reads and writes, with its first and last line. */
export const withArmour = (signature: Signature): string =>
  `-----BEGIN SSH SIGNATURE-----\n${signature.replace(/.{70}(?=.)/g, '$&\n')}\n-----END SSH SIGNATURE-----\n`

/** The same on one line without them, as it stands in a document. */
export const withoutArmour = (armoured: string): Signature => armoured.replace(/-----[^-]+-----|\s/g, '')

/** The public key that a signature says it was made with; absent where it is no SSH signature. */
export function keyOf(signature: Signature): PublicKey | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(signature)) return undefined
  const bytes = atob(signature)
  if (!bytes.startsWith('SSHSIG')) return undefined
  const key = stringAt(bytes, FIRST_STRING)
  const type = key === undefined ? undefined : stringAt(key, 0)
  return key === undefined || type === undefined ? undefined : readPublicKey(`${type} ${btoa(key)}`)
}

/** After the six characters SSHSIG and four bytes of a version. */
const FIRST_STRING = 10

/** A string of an SSH message: four bytes that say how long it is, and then itself. */
function stringAt(bytes: string, at: number): string | undefined {
  if (bytes.length < at + 4) return undefined
  const length = [0, 1, 2, 3].reduce((sum, index) => sum * 256 + bytes.charCodeAt(at + index), 0)
  return bytes.length < at + 4 + length ? undefined : bytes.slice(at + 4, at + 4 + length)
}
