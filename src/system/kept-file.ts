import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { OpenFile } from '../model/ports.js'

/** Opens a file to read parts of it, links not followed; absent when it cannot be opened. It is closed with the program. */
export function opened(path: string): OpenFile | undefined {
  let file: number | undefined
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    const state = fstatSync(file)
    if (state.isFile()) return partsOf(file, state.size)
    closeSync(file)
    return undefined
  } catch {
    if (file !== undefined) closeSync(file)
    return undefined
  }
}

/** Writes a file for the user alone in the place of one of that name, whole or not at all. What cannot be written is left. */
export function kept(path: string, parts: Iterable<Uint8Array>): void {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    if (!lstatSync(dirname(path)).isDirectory()) return
    rmSync(temporary, { force: true })
    const file = openSync(temporary, 'wx', 0o600)
    try {
      for (const part of parts) for (let at = 0; at < part.length; ) at += writeSync(file, part, at)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch {
    // A full disk or a folder that may only be read: the next run works it out again.
    swept(temporary)
  }
}

function swept(temporary: string): void {
  try {
    rmSync(temporary, { force: true })
  } catch {
    // What cannot be taken away was never written.
  }
}

const partsOf = (file: number, size: number): OpenFile => ({
  size,
  read: (from, length) => {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - from)))
    try {
      let count = 0
      for (let more = 1; more > 0 && count < bytes.length; count += more)
        more = readSync(file, bytes, count, bytes.length - count, from + count)
      return bytes.subarray(0, count)
    } catch {
      return bytes.subarray(0, 0)
    }
  },
})
