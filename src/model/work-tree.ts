/** What is staged. Paths are relative to the top of the work tree. */
export interface Staged {
  /** Every file that the next commit will hold, by path. */
  readonly entries: readonly { readonly path: string; readonly kind: 'file' | 'symlink' | 'other' }[]
  /** The files that it changes, adds or removes. */
  readonly changed: readonly string[]
  /** The files that stand otherwise on disk than they are staged. */
  readonly differing: readonly string[]
}

/** What git knows of the files below a folder of a work tree. Paths are relative to that folder. */
export interface Snapshot {
  /** Folder inside `.git` for what the program keeps, absolute; not made yet. */
  readonly folder: string
  /** The folder that it was asked about, from the top of the work tree: `''`, or `arkiv/`. */
  readonly below: string
  /** What ids of contents are made with. */
  readonly hash: 'sha1' | 'sha256'
  /** Tells git's index from what it was at any other time; absent when it cannot be told. */
  readonly index: string | undefined
  /** Every path that the index has; a path that git does not watch over has nothing. Absent when the index cannot be read. */
  tracked(): ReadonlyMap<string, Tracked | undefined> | undefined
  /** How the files differ from the index; absent when git cannot say, or the index is another by now. */
  changes(): Promise<Changes | undefined>
}

/** How the files of a work tree differ from git's index. */
export interface Changes {
  /** Paths in the index that are not, or may not be, as it has them. */
  readonly changed: ReadonlySet<string>
  /** Paths of all other files, ignored ones too, and of repositories inside this one with `/` at the end; absent where git writes paths otherwise than the disk. */
  readonly others?: readonly string[]
}

/** A file as git's index has it. */
export interface Tracked {
  /** The id of its content in git (a blob), each byte a character. */
  readonly id: string
  /** How many bytes it has on disk. */
  readonly size: number
}

/** One committed version of a file. */
export interface Version {
  /** Full id of the commit. */
  readonly commit: string
  readonly day: string
  /** What the file was called in it, relative to top. */
  readonly path: string
}
