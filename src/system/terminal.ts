import { Chalk, supportsColor, supportsColorStderr } from 'chalk'
import type { Paint } from '../model/format.js'

/** Colours for a stream: none with NO_COLOR, away from a terminal, or when told so; FORCE_COLOR puts them back. */
export function paintFor(stream: 'out' | 'err', environment: Readonly<Record<string, string | undefined>>): Paint {
  const support = stream === 'out' ? supportsColor : supportsColorStderr
  const off = (environment['NO_COLOR'] ?? '') !== '' && environment['FORCE_COLOR'] === undefined
  const chalk = new Chalk({ level: off || support === false ? 0 : support.level })
  return {
    error: text => chalk.red.bold(text),
    warning: text => chalk.yellow.bold(text),
    note: text => chalk.cyan(text),
    strong: text => chalk.bold(text),
    faint: text => chalk.dim(text),
    good: text => chalk.green(text),
    link: text => chalk.underline(text),
  }
}

/**
 * Makes text from files harmless on a terminal and in the log of a CI runner: control and direction characters are
 * shown as codes, `##[` is broken, and a line cannot begin with `::`. Colours that the program itself painted remain.
 */
export const harmless = (text: string): string =>
  text
    .replace(/\u001b(?!\[[0-9;]{0,12}m)/g, '\\u001B')
    .replace(/[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, character =>
      `\\u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    .replace(/##\[/g, '#\u200b#[')
