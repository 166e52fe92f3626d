import { spawnSync } from 'node:child_process'
import { UserError } from '../model/failure.js'

/** Opens a file in `$VISUAL` or `$EDITOR` and waits until it is closed. */
export function editIn(environment: Readonly<Record<string, string | undefined>>, path: string): void {
  const editor = environment['VISUAL'] ?? environment['EDITOR'] ?? ''
  if (editor.trim() === '') {
    throw new UserError(
      { sv: 'Ingen editor är vald.', en: 'No editor is chosen.' },
      {
        sv: `Sätt \`VISUAL\` eller \`EDITOR\`, eller öppna \`${path}\` själv. Dokumentet är skapat.`,
        en: `Set \`VISUAL\` or \`EDITOR\`, or open \`${path}\` yourself. The document has been made.`,
      },
    )
  }
  // As git does: the editor may carry arguments of its own, so the shell reads it; the path goes beside it, never through it.
  const run = spawnSync('/bin/sh', ['-c', `${editor} "$1"`, 'sh', path], { stdio: 'inherit' })
  if (run.error !== undefined || run.status !== 0) {
    throw new UserError(
      { sv: `Editorn \`${editor}\` kunde inte öppnas.`, en: `The editor \`${editor}\` could not be opened.` },
      {
        sv: `Kontrollera \`VISUAL\` och \`EDITOR\`, eller öppna \`${path}\` själv. Dokumentet är skapat.`,
        en: `Check \`VISUAL\` and \`EDITOR\`, or open \`${path}\` yourself. The document has been made.`,
      },
      { cause: run.error },
    )
  }
}
