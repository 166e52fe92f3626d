import type { Tracked } from '../model/work-tree.js'

/**
 * Reads git's index (gitformat-index, versions 2 to 4): what each file below a folder (`''` or `arkiv/`) was when git
 * last looked at it; nothing of what is no file, is in conflict or git was told not to look at. Absent for an index of a
 * form that is not known, one that is shared between several files, and one that is cut off.
 */
export function readIndex(
  bytes: Buffer,
  idLength: number,
  below: string,
): ReadonlyMap<string, Tracked | undefined> | undefined {
  if (bytes.length < HEADER + idLength || bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined
  const version = bytes.readUInt32BE(4)
  if (version < 2 || version > 4) return undefined
  const files = new Map<string, Tracked | undefined>()
  const end = bytes.length - idLength
  let at = HEADER
  let written = ''
  for (let left = bytes.readUInt32BE(8); left > 0; left--) {
    const flagsAt = at + STATE + idLength
    if (flagsAt + 4 > end) return undefined
    const flags = bytes.readUInt16BE(flagsAt)
    const isExtended = (flags & EXTENDED) !== 0
    const more = isExtended ? bytes.readUInt16BE(flagsAt + 2) : 0
    const prefix =
      version === 4
        ? cutAt(bytes, flagsAt + (isExtended ? 4 : 2))
        : { cut: 0, next: flagsAt + (isExtended ? 4 : 2) }
    const nameEnd = bytes.indexOf(0, prefix.next)
    if (nameEnd < 0 || nameEnd >= end) return undefined
    const name = bytes.toString('latin1', prefix.next, nameEnd)
    written = version === 4 ? written.slice(0, written.length - prefix.cut) + name : name
    const isWatched = (flags & (ASSUMED | STAGES)) === 0 && (more & (SKIPPED | INTENDED)) === 0
    const isFile = isWatched && (bytes.readUInt32BE(at + MODE) & FORMS) === FILE
    const path = NOT_ASCII.test(written) ? Buffer.from(written, 'latin1').toString('utf8') : written
    if (path.startsWith(below)) {
      files.set(
        below === '' ? path : path.slice(below.length),
        isFile
          ? { size: bytes.readUInt32BE(at + SIZE), id: bytes.toString('latin1', at + STATE, flagsAt) }
          : undefined,
      )
    }
    at = version === 4 ? nameEnd + 1 : at + ((nameEnd - at + 8) & ~7)
  }
  return needsMore(bytes, at, end) ? undefined : files
}

/** Bytes before the first entry. */
const HEADER = 12
/** Bytes of an entry before its id, and where in them mode and size stand. */
const STATE = 40
const MODE = 24
const SIZE = 36
const FORMS = 0o170000
const FILE = 0o100000
const ASSUMED = 0x8000
const EXTENDED = 0x4000
const STAGES = 0x3000
const SKIPPED = 0x4000
const INTENDED = 0x2000
const NOT_ASCII = /[\x80-\xff]/

/** How many bytes an entry of version 4 takes off the path before it; a number as in pack files. */
function cutAt(bytes: Buffer, from: number): { readonly cut: number; readonly next: number } {
  let at = from
  let byte = bytes[at++] ?? 0
  let cut = byte & 0x7f
  while ((byte & 0x80) !== 0) {
    byte = bytes[at++] ?? 0
    cut = ((cut + 1) << 7) | (byte & 0x7f)
  }
  return { cut, next: at }
}

/** True when something follows the entries that a reader must understand (its name begins with a small letter): a shared index. */
function needsMore(bytes: Buffer, from: number, end: number): boolean {
  for (let at = from; at + 8 <= end; at += 8 + bytes.readUInt32BE(at + 4)) {
    const name = bytes.toString('latin1', at, at + 4)
    if (/^[a-z]/.test(name) && name !== 'sdir') return true
  }
  return false
}
