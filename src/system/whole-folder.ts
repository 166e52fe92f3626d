import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes files to a folder of their own beside the wanted one, and gives it the wanted name. Where that is there with
 * something in it, each file takes the place of the one with its name once all are written.
 */
export function putFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  gone: readonly string[],
): void {
  const temporary = `${folder}.${process.pid}.tmp`
  mkdirSync(temporary)
  try {
    for (const [name, content] of files) writeWhole(join(temporary, name), content)
    if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) {
      renameSync(temporary, folder)
      return
    }
    for (const name of files.keys()) renameSync(join(temporary, name), join(folder, name))
    for (const name of gone) rmSync(join(folder, name), { force: true })
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function writeWhole(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'wx', 0o644)
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
