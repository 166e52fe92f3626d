import type { CommanderError } from 'commander'
import type { Command } from './model/command.js'
import { UserError } from './model/failure.js'
import type { Listed } from './model/listed.js'
import type { Said } from './model/said.js'
import { nearest } from './model/text.js'

/** What commander refuses, in the words of the program. Commander gives a code and an English sentence; the quoted word in it is all that is used. */
export function wordsOfRefusal(error: CommanderError, commands: readonly Listed<Command>[]): UserError {
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const suggestion = /Did you mean ([^?]+)\?/.exec(error.message)?.[1]
  const meant = (candidate: string | undefined): Said =>
    candidate === undefined
      ? { sv: '', en: '' }
      : { sv: `Menade du \`${candidate}\`? `, en: `Did you mean \`${candidate}\`? ` }
  const help: Said = {
    sv: 'Skriv `samverkan --help` för att se alla kommandon.',
    en: 'Write `samverkan --help` to see all commands.',
  }
  const own: Said = {
    sv: 'Lägg till `--help` för att se vad kommandot tar.',
    en: 'Add `--help` to see what the command takes.',
  }
  switch (error.code) {
    case 'commander.unknownCommand': {
      const guess = meant(
        nearest(
          word,
          commands.flatMap(({ name, aliases }) => [name, ...aliases]),
        ),
      )
      return new UserError(
        { sv: `Kommandot \`${word}\` finns inte.`, en: `There is no command \`${word}\`.` },
        { sv: guess.sv + help.sv, en: guess.en + help.en },
        { cause: error },
      )
    }
    case 'commander.unknownOption': {
      const guess = meant(suggestion)
      return new UserError(
        { sv: `Flaggan \`${word}\` finns inte.`, en: `There is no option \`${word}\`.` },
        { sv: guess.sv + own.sv, en: guess.en + own.en },
        { cause: error },
      )
    }
    case 'commander.missingArgument':
      return new UserError({ sv: `\`${word}\` saknas.`, en: `\`${word}\` is missing.` }, own, {
        cause: error,
      })
    case 'commander.optionMissingArgument':
      return new UserError({ sv: `\`${word}\` behöver ett värde.`, en: `\`${word}\` needs a value.` }, own, {
        cause: error,
      })
    case 'commander.excessArguments':
      return new UserError(
        { sv: 'Det står för många ord efter kommandot.', en: 'There are too many words after the command.' },
        own,
        { cause: error },
      )
    default:
      return new UserError(
        { sv: 'Kommandot kunde inte tolkas.', en: 'The command could not be understood.' },
        own,
        { cause: error },
      )
  }
}
