import { spawnSync } from 'node:child_process'
import { UserError } from '../model/failure.js'
import type { Editor } from '../model/ports.js'

/** The editor that `$VISUAL` or `$EDITOR` names. */
export const realEditor = (environment: Environment): Editor => ({
  check: async () => checkEditor(environment),
  open: async path => editIn(environment, path),
})

type Environment = Readonly<Record<string, string | undefined>>

/** The user's editor, as git chooses it: `$VISUAL`, else `$EDITOR`; it may carry arguments of its own. */
const editorOf = (environment: Environment): string =>
  (environment['VISUAL'] ?? environment['EDITOR'] ?? '').trim()

/** @throws UserError when no editor is chosen, or the chosen one is not on the machine. */
function checkEditor(environment: Environment): void {
  const editor = editorOf(environment)
  if (editor === '') {
    throw new UserError(
      { sv: 'Ingen editor är vald.', en: 'No editor is chosen.' },
      {
        sv: 'Sätt `VISUAL` eller `EDITOR`, eller ta bort `--edit`. Ingenting har skrivits.',
        en: 'Set `VISUAL` or `EDITOR`, or leave out `--edit`. Nothing was written.',
      },
    )
  }
  const [program = ''] = editor.split(/\s+/)
  if (spawnSync('/bin/sh', ['-c', 'command -v -- "$1"', 'sh', program], { stdio: 'ignore' }).status !== 0) {
    throw new UserError(
      {
        sv: `Editorn \`${program}\` finns inte på den här datorn.`,
        en: `The editor \`${program}\` is not on this machine.`,
      },
      {
        sv: 'Rätta `VISUAL` eller `EDITOR`, eller ta bort `--edit`. Ingenting har skrivits.',
        en: 'Correct `VISUAL` or `EDITOR`, or leave out `--edit`. Nothing was written.',
      },
    )
  }
}

/** Opens a file in the user's editor and waits until it is closed. */
function editIn(environment: Environment, path: string): void {
  const editor = editorOf(environment)
  // The shell reads the editor's own arguments; the path goes beside it and is never read as a command.
  const run = spawnSync('/bin/sh', ['-c', `${editor} "$1"`, 'sh', path], { stdio: 'inherit' })
  if (run.error === undefined && run.status === 0) return
  throw new UserError(
    {
      sv: `Editorn \`${editor}\` avslutades med ett fel.`,
      en: `The editor \`${editor}\` ended with an error.`,
    },
    { sv: `Dokumentet finns i \`${path}\`.`, en: `The document is in \`${path}\`.` },
    { cause: run.error },
  )
}
