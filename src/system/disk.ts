import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { UserError } from '../model/failure.js'
import type { Disk, FileEntry, ReadResult } from '../model/ports.js'
import { kept, opened } from './kept-file.js'
import { putFolder } from './whole-folder.js'

/** Largest file that is read unless more is asked for: a little over what any document may be, so that the reader can say so. */
const MOST_BYTES = 4 * 1024 * 1024

/** The files and folders of the machine. Reading never follows a link; writing is whole or not at all. */
export function realDisk(): Disk {
  let buffer = Buffer.allocUnsafe(64 * 1024)
  return {
    list: folder => {
      const entries: FileEntry[] = []
      collect(folder, '', entries)
      return entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    },
    read: (path, most = MOST_BYTES) => {
      let file: number | undefined
      try {
        file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
        const state = fstatSync(file)
        if (!state.isFile()) return { problem: 'not-a-file' }
        if (state.size > most) return { problem: 'too-large' }
        if (state.size + 1 > buffer.length) buffer = Buffer.allocUnsafe(state.size + 1)
        let length = 0
        for (;;) {
          const count = readSync(file, buffer, length, buffer.length - length, null)
          length += count
          if (count === 0 || length >= buffer.length) break
        }
        return { bytes: buffer.subarray(0, length) }
      } catch (cause) {
        return { problem: PROBLEMS.get(codeOf(cause)) ?? 'failed' }
      } finally {
        if (file !== undefined) closeSync(file)
      }
    },
    kindOf: path => {
      try {
        const state = lstatSync(path)
        return state.isSymbolicLink()
          ? 'symlink'
          : state.isFile()
            ? 'file'
            : state.isDirectory()
              ? 'folder'
              : 'other'
      } catch {
        return undefined
      }
    },
    create: (path, content, mode = 0o644) =>
      writing(path, () => {
        makeFolder(dirname(path))
        const temporary = written(path, content, mode)
        try {
          linkSync(temporary, path)
        } catch (cause) {
          if (codeOf(cause) === 'EEXIST') throw alreadyThere(path, cause)
          if (existsSync(path)) throw alreadyThere(path, cause)
          renameSync(temporary, path)
          return
        }
        unlinkSync(temporary)
      }),
    replace: (path, content) =>
      writing(path, () => {
        if (lstatSync(path).isSymbolicLink()) throw throughLink(path)
        renameSync(written(path, content, statSync(path).mode & 0o777), path)
      }),
    remove: path => writing(path, () => unlinkSync(path)),
    isEmpty: folder => readdirSync(folder).length === 0,
    putFolder: (folder, files, gone) =>
      writing(folder, () => {
        makeFolder(dirname(folder))
        putFolder(folder, files, gone)
      }),
    open: path => opened(path),
    keep: (path, parts) => kept(path, parts),
  }
}

const LEFT_OUT: ReadonlySet<string> = new Set(['.git', 'node_modules'])

function collect(folder: string, prefix: string, entries: FileEntry[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`
    if (entry.isDirectory()) {
      if (!LEFT_OUT.has(entry.name)) collect(join(folder, entry.name), `${path}/`, entries)
    } else {
      entries.push({ path, kind: entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'symlink' : 'other' })
    }
  }
}

/** Writes a temporary file beside the wanted one, safely on disk, and gives its path. */
function written(path: string, content: string | Uint8Array, mode: number): string {
  const temporary = `${path}.${process.pid}.tmp`
  const file = openSync(temporary, 'wx', mode)
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } catch (cause) {
    closeSync(file)
    rmSync(temporary, { force: true })
    throw cause
  }
  closeSync(file)
  chmodSync(temporary, mode)
  return temporary
}

/** Makes a folder and those above it, never through a symbolic link. */
function makeFolder(folder: string): void {
  let existing = folder
  while (!existsSync(existing)) existing = dirname(existing)
  const real = realpathSync(existing)
  mkdirSync(join(real, folder.slice(existing.length)), { recursive: true })
}

function writing(path: string, write: () => void): void {
  try {
    write()
  } catch (cause) {
    if (cause instanceof UserError) throw cause
    const code = codeOf(cause)
    rmSync(`${path}.${process.pid}.tmp`, { force: true })
    const why = REASONS.get(code) ?? {
      sv: `datorn svarade ${code || 'med ett okänt fel'}`,
      en: `the machine said ${code || 'no more'}`,
    }
    throw new UserError(
      {
        sv: `\`${path}\` kunde inte skrivas: ${why.sv}.`,
        en: `\`${path}\` could not be written: ${why.en}.`,
      },
      {
        sv: 'Ingenting har ändrats. Rätta det och försök igen.',
        en: 'Nothing has been changed. Mend that and try again.',
      },
      { cause },
    )
  }
}

const REASONS: ReadonlyMap<string, { readonly sv: string; readonly en: string }> = new Map([
  ['EACCES', { sv: 'du får inte skriva där', en: 'you may not write there' }],
  ['EPERM', { sv: 'du får inte skriva där', en: 'you may not write there' }],
  ['EROFS', { sv: 'katalogen går bara att läsa', en: 'the folder is read-only' }],
  ['ENOSPC', { sv: 'disken är full', en: 'the disk is full' }],
  ['EFBIG', { sv: 'filen får inte bli så stor', en: 'the file may not grow that large' }],
  ['EDQUOT', { sv: 'ditt utrymme är slut', en: 'your quota is used up' }],
  ['ENOENT', { sv: 'katalogen finns inte', en: 'the folder does not exist' }],
  [
    'ENOTDIR',
    { sv: 'en del av sökvägen är en fil, inte en katalog', en: 'part of the path is a file, not a folder' },
  ],
])

const PROBLEMS: ReadonlyMap<string, Extract<ReadResult, { problem: unknown }>['problem']> = new Map([
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['ELOOP', 'symlink'],
  ['EISDIR', 'not-a-file'],
  ['ENXIO', 'not-a-file'],
])

const alreadyThere = (path: string, cause: unknown): UserError =>
  new UserError(
    { sv: `\`${path}\` finns redan.`, en: `\`${path}\` exists already.` },
    {
      sv: 'Ingenting har skrivits över. Välj ett annat namn eller ändra i filen som finns.',
      en: 'Nothing was overwritten. Choose another name, or edit the file that is there.',
    },
    { cause },
  )

const throughLink = (path: string): UserError =>
  new UserError(
    { sv: `\`${path}\` är en symbolisk länk.`, en: `\`${path}\` is a symbolic link.` },
    { sv: 'Lägg själva filen där i stället.', en: 'Put the file itself there instead.' },
  )

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : ''
