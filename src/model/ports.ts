import type { Day } from './day.js'
import type { Diagnostic, SkippedFile } from './diagnostic.js'
import type { Paint } from './format.js'
import type { Language } from './said.js'
import type { PublicKey, Signature } from './signature.js'
import type { Snapshot, Staged, Tracked, Version } from './work-tree.js'

/** Something found in a folder. */
export interface FileEntry {
  /** Relative to the listed folder, with `/`. */
  readonly path: string
  readonly kind: 'file' | 'symlink' | 'other'
}

/** What reading gave: the bytes (valid until the next read), or why there are none. */
export type ReadResult =
  | { readonly bytes: Uint8Array }
  | { readonly problem: 'missing' | 'denied' | 'symlink' | 'not-a-file' | 'too-large' | 'failed' }

/** Files and folders. Paths are absolute. Writing throws `UserError` in words of the reader. */
export interface Disk {
  /** Every file below a folder, symbolic links not followed, `.git` and `node_modules` left out; sorted by path. */
  list(folder: string): readonly FileEntry[]
  /** `most`: the largest file that is read, in bytes; 4 MiB when nothing is said. */
  read(path: string, most?: number): ReadResult
  /** What stands at a path, links not followed; absent when nothing does. */
  kindOf(path: string): 'file' | 'folder' | 'symlink' | 'other' | undefined
  /** Makes a new file whole or not at all; never overwrites. Folders on the way are made. */
  create(path: string, content: string | Uint8Array, mode?: number): void
  /** Puts a new content in the place of a file whole or not at all, its mode kept. */
  replace(path: string, content: string | Uint8Array): void
  remove(path: string): void
  /** True of a folder with nothing in it, hidden or not. */
  isEmpty(folder: string): boolean
  /**
   * Makes a folder of files by their names, whole or not at all. In one that is there, all files are written first and
   * then put in their places; those `gone` are removed, and what else is there stays as it is.
   */
  putFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>, gone: readonly string[]): void
  /** Opens a file to read parts of it; links are not followed. Absent when it cannot be opened. */
  open(path: string): OpenFile | undefined
  /**
   * Keeps what only saves time: a file for the user alone, whole or not at all, in the place of one of that name; its
   * folder is made. Nothing is thrown when it cannot be written.
   */
  keep(path: string, parts: Iterable<Uint8Array>): void
}

/** A file that is open for as long as the program runs: what was there when it was opened, also when another takes its place. */
export interface OpenFile {
  /** In bytes. */
  readonly size: number
  /** Bytes from an offset on; fewer when the file ends before, none when it cannot be read. */
  read(from: number, length: number): Uint8Array
}

/** Git, as far as the program needs it. `top` is the folder of the work tree. */
export interface History {
  /** Top of the work tree that a folder lies in; absent outside git, or without git on the machine. */
  topOf(folder: string): Promise<string | undefined>
  isInstalled(): Promise<boolean>
  /** Makes a repository. */
  start(folder: string): Promise<void>
  /**
   * How often each file in some folders has been changed since it was first committed, in lines that a pattern (POSIX,
   * extended) fits, along the main line of the history; what is not committed yet counts once. Paths are relative to
   * top; a file that was never changed so is absent.
   */
  timesChanged(top: string, folders: readonly string[], pattern: string): Promise<ReadonlyMap<string, number>>
  /** What git knows of the files below a folder without reading them; absent outside git, or when git cannot say. */
  snapshot(folder: string): Promise<Snapshot | undefined>
  /** Commits just these paths (relative to top). Returns the short id. */
  commit(top: string, paths: readonly string[], message: string): Promise<string>
  /** Points `core.hooksPath` at a folder. */
  useHooks(top: string, folder: string): Promise<void>
  /** A setting of git as it holds in a folder (`user.signingkey`); absent when it is not set. */
  setting(folder: string, name: string): Promise<string | undefined>
  /** The committed versions of a file, the newest first, also under names that it had before; none without history. */
  versionsOf(top: string, path: string): Promise<readonly Version[]>
  /** The text of a file in a commit; absent when it is not there. */
  textAt(top: string, commit: string, path: string): Promise<string | undefined>
  /** The bytes of a file in a commit; absent when it is not there. */
  bytesAt(top: string, commit: string, path: string): Promise<Uint8Array | undefined>
  /** The full id of a commit, a branch or a tag; absent when there is none, and for what could be read as an option. */
  commitOf(top: string, name: string): Promise<string | undefined>
  /** True when only the latest part of the history has been fetched. */
  isShallow(top: string): Promise<boolean>
  /** The full id of the commit at which something (a branch, a commit) and HEAD, or another one, went apart; absent when there is none. */
  commonWith(top: string, other: string, head?: string): Promise<string | undefined>
  /** The default branch, as it was last fetched or else as it is here; absent when there is none. */
  defaultBranch(top: string): Promise<string | undefined>
  /** Paths of the files that have been changed or removed since a commit, saved in git or not. */
  changedSince(top: string, commit: string): Promise<readonly string[]>
  /** Paths of the files that git does not know and has not been told to leave out. */
  untracked(top: string): Promise<readonly string[]>
  /** What the next commit will hold. */
  staged(top: string): Promise<Staged>
  /** The staged bytes of a file; absent where there are none. */
  stagedBytes(top: string, path: string): Promise<Uint8Array | undefined>
}

/** Signatures with SSH keys, in the namespace `samverkan`. Throws `UserError` where the machine cannot make or check them. */
export interface Signing {
  /** Signs a text, with the key in a file or with one that ssh-agent holds. May ask for a passphrase on the terminal. */
  sign(text: string, key: { readonly file: string } | { readonly agent: PublicKey }): Promise<Signature>
  /** The public keys of what ssh-agent holds; none where there is no agent. */
  agentKeys(): Promise<readonly PublicKey[]>
  /** True when a signature is of that text and by one of these keys. */
  isBy(text: string, signature: Signature, keys: readonly PublicKey[]): Promise<boolean>
}

/** Questions on a terminal. */
export interface Prompts {
  /** Chooses one of several. */
  choose(
    question: string,
    choices: readonly { readonly value: string; readonly label: string }[],
  ): Promise<string>
  /** Asks for a text; `check` says what is wrong with an answer, or nothing. */
  ask(
    question: string,
    suggestion: string | undefined,
    check: (answer: string) => string | undefined,
  ): Promise<string>
  confirm(question: string, suggestion: 'yes' | 'no'): Promise<boolean>
}

/** The user's own editor. */
export interface Editor {
  /** Throws `UserError` when no editor is chosen or the chosen one is not on the machine. */
  check(): Promise<void>
  /** Opens a file and waits until it is closed. */
  open(path: string): Promise<void>
}

/** What another processor needs to read and judge documents of an archive by themselves. */
export interface Share {
  /** Folder of the archive, absolute. */
  readonly top: string
  readonly programFolder: string
  readonly today: Day
  /** Every file of the archive. */
  readonly entries: readonly FileEntry[]
  /** The documents that are to be read. All who read take stretches of them, until none is left. */
  readonly documents: readonly FileEntry[]
  /** Paths of the files and folders that are to be judged; everything when absent. */
  readonly judged: readonly string[] | undefined
  /** What ids of contents are made with; absent when none are wanted. */
  readonly hash?: Snapshot['hash']
  /** How many of the documents have been taken. Shared between processors. */
  readonly taken: Int32Array<SharedArrayBuffer>
}

/** What was found in a document by the rules that look at it alone. */
export interface Judgement {
  readonly path: string
  readonly found: readonly Diagnostic[]
  /** What was asked for besides the document and what all are judged by: a sum of 1 for the day, 2 for the files of the archive. */
  readonly asked: number
}

/** What has become of one stretch of documents. */
export interface Stretch {
  /** The documents, as `recordsOf` writes them. */
  readonly records: string
  /** Paths of those that only remark could read. */
  readonly intricate: ReadonlySet<string>
  readonly skipped: readonly SkippedFile[]
  readonly judgements: readonly Judgement[]
  /** What the files of the documents held, by path, where that was asked for. */
  readonly contents: ReadonlyMap<string, Tracked>
}

/** Another processor at work. */
export interface Lane {
  /** Fulfilled when no document is left and all stretches have been handed over; rejected with what stopped it. */
  readonly ended: Promise<void>
}

/** All that a command may touch of the world. A test passes its own. */
export interface World {
  /** The language to speak: `--lang`, else SAMVERKAN_LANG, else the archive's own, else Swedish. */
  readonly language: Language
  /** Says what the archive's own language is; counts only where the user has not asked for one. */
  settleLanguage(language: Language): void
  readonly today: Day
  /** Where the command was given, absolute. */
  readonly directory: string
  /** Root of the program's own data: templates/ and examples/. */
  readonly programFolder: string
  readonly version: string
  readonly disk: Disk
  readonly history: History
  readonly signing: Signing
  readonly prompts: Prompts
  /** Random bytes, for ids. */
  random(count: number): Uint8Array
  readonly editor: Editor
  /** How many processors the program may use. */
  readonly processors: number
  /** Has another processor take its share of the documents; it hands over each stretch in turn. */
  startLane(share: Share, take: (stretch: Stretch) => void): Promise<Lane>
  /** Lets what others have handed over come in. */
  pause(): Promise<void>
  /** True when questions may be asked and progress shown. */
  readonly isInteractive: boolean
  readonly columns: number
  readonly paint: Paint
  /** Environment variables that mean something to the program. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Writes what was asked for, to standard output. */
  print(text: string): void
  /** Writes what was asked for and is no text, to standard output. Throws `UserError` where that is a terminal. */
  printBytes(bytes: Uint8Array): void
  /** Writes about the work, to standard error. */
  remark(text: string): void
}
