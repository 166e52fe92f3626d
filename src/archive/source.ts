import type { Disk, FileEntry, ReadResult } from '../model/ports.js'

/** Where the files of an archive come from: a folder, or a test's own map. Paths are relative, with `/`. */
export interface Source {
  list(): readonly FileEntry[]
  read(path: string): ReadResult
}

/** The files of a folder. */
export const folderSource = (disk: Disk, folder: string): Source => ({
  list: () => disk.list(folder),
  read: path => disk.read(`${folder}/${path}`),
})

/** Files that exist only as text, by path. */
export function textSource(files: Readonly<Record<string, string | Uint8Array>>): Source {
  return {
    list: () =>
      Object.keys(files)
        .sort()
        .map(path => ({ path, kind: 'file' })),
    read: path => {
      const content = files[path]
      if (content === undefined) return { problem: 'missing' }
      return { bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }
    },
  }
}
