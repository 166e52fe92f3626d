import type { Paint } from '../model/format.js'

/** Colours for a terminal: none with NO_COLOR or away from a terminal; FORCE_COLOR puts them back. Chalk is loaded only where there is colour. */
export async function paintFor(
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Paint> {
  const forced = environment['FORCE_COLOR'] !== undefined && environment['FORCE_COLOR'] !== '0'
  if (!forced && (!isTerminal || (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb'))
    return UNPAINTED
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level: 1 })
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

const same = (text: string): string => text
const UNPAINTED: Paint = {
  error: same,
  warning: same,
  note: same,
  strong: same,
  faint: same,
  good: same,
  link: same,
}

/**
 * Makes text from files harmless on a terminal and in the log of a CI runner: control and direction characters are
 * shown as codes and `##[` is broken; a CR stands only before its LF. Colours that the program itself painted remain.
 */
export const harmless = (text: string): string =>
  text
    .replace(/\r(?!\n)/g, '\\u000D')
    .replace(/\u001b(?!\[[0-9;]{0,12}m)/g, '\\u001B')
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      character => `\\u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    .replace(/##\[/g, '#\u200b#[')
