import { Command as CommanderCommand, CommanderError, Option as CommanderOption } from 'commander'
import { COMMANDS } from './commands/index.js'
import { FORMATS } from './formats/index.js'
import type { Call, Command, Option, ValueList } from './model/command.js'
import { type ExitCode, UserError } from './model/failure.js'
import type { Listed } from './model/listed.js'
import type { World } from './model/ports.js'
import { choices, type Said } from './model/said.js'
import { nearest } from './model/text.js'
import { wordsOfRefusal } from './refusal.js'
import { REPORTS } from './reports/index.js'

/**
 * Parses the words of the command line and runs the command.
 * @throws UserError in words of the reader for what commander refuses.
 */
export async function runProgram(
  argv: readonly string[],
  command: Command | undefined,
  world: World,
): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = programOf(COMMANDS, command, world, async parsed => {
    if (command !== undefined) code = await command.run(callFrom(command, parsed), world)
  })
  try {
    await program.parseAsync(['node', 'samverkan', ...argv])
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0
    if (error.code === 'commander.help') return 2
    throw wordsOfRefusal(error, COMMANDS)
  }
}

/** Builds the command line: every command by name and one line, the called one with all that it takes. */
function programOf(
  listed: readonly Listed<Command>[],
  called: Command | undefined,
  world: World,
  run: (parsed: CommanderCommand) => Promise<void>,
): CommanderCommand {
  const speak = (said: Said): string => said[world.language]
  const program = dressed(new CommanderCommand('samverkan'), world)
    .usage(speak({ sv: '<kommando> [flaggor]', en: '<command> [options]' }))
    .description(
      speak({
        sv: 'Mötesanteckningar, protokoll, avvikelser och planer för samverkansgrupper, som text i git.',
        en: 'Minutes, protocols, deviation reports and plans of samverkansgrupper, as text in git.',
      }),
    )
    .version(
      `samverkan ${world.version}`,
      '-V, --version',
      speak({ sv: 'visa vilken version det är', en: 'show the version' }),
    )
    .helpCommand(false)
    .addHelpText('after', `\n${speak(FIRST_STEPS)}`)
  for (const { name, aliases, about } of listed) {
    const command = dressed(program.command(name), world)
      .aliases([...aliases])
      .description(speak(about))
    if (called?.name === name) complete(command, called, world).action(async () => run(command))
  }
  return program
}

/** What was asked for, from what commander parsed. */
function callFrom(command: Command, parsed: CommanderCommand): Call {
  const options = parsed.opts<Record<string, string | readonly string[] | boolean | undefined>>()
  const given = (name: string) => {
    if (!command.options.some(option => option.name === name))
      throw new Error(`${command.name} has no option ${name}.`)
    // commander takes `--no-x` for the opposite of an `x` that is on by itself.
    return name.startsWith('no-') ? options[camel(name.slice(3))] === false : options[camel(name)]
  }
  for (const option of command.options) {
    const value = given(option.name)
    refuseUnknownValue(option, typeof value === 'string' ? value : undefined)
  }
  return {
    words: parsed.processedArgs.flat().filter(word => typeof word === 'string'),
    value: name => {
      const value = given(name)
      return typeof value === 'string' ? value : undefined
    },
    values: name => {
      const value = given(name)
      return typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
    },
    has: name => given(name) === true,
  }
}

const FIRST_STEPS: Said = {
  sv: `Börja så här:
  samverkan init mitt-arkiv            skapar ett arkiv
  samverkan new minutes                skapar mötesanteckningar
  samverkan validate                   granskar allt
  samverkan report deviations --year 2024

\`samverkan <kommando> --help\` berättar om varje kommando.`,
  en: `First steps:
  samverkan init my-archive            makes an archive
  samverkan new minutes                makes minutes
  samverkan validate                   judges everything
  samverkan report deviations --year 2024

\`samverkan <command> --help\` tells about each command.`,
}

function complete(
  command: CommanderCommand,
  { arguments: taken, options, examples }: Command,
  world: World,
): CommanderCommand {
  const speak = (said: Said): string => said[world.language]
  for (const { name, about, presence, values } of taken) {
    const written = speak(name)
    const shape =
      presence === 'required' ? `<${written}>` : presence === 'repeated' ? `[${written}...]` : `[${written}]`
    command.argument(shape, speak(withValues(about, values)))
  }
  for (const { name, short, about, takes, repeated, values } of options) {
    const flags = `${short === undefined ? '' : `-${short}, `}--${name}${takes === undefined ? '' : ` <${speak(takes)}>`}`
    const option = new CommanderOption(flags, speak(withValues(about, values)))
    if (repeated)
      option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
    command.addOption(option)
  }
  const arguments_ = taken.map(({ name, presence }) =>
    presence === 'required'
      ? `<${speak(name)}>`
      : presence === 'repeated'
        ? `[${speak(name)}…]`
        : `[${speak(name)}]`,
  )
  command.usage([...arguments_, speak({ sv: '[flaggor]', en: '[options]' })].join(' '))
  const widest = Math.max(...examples.map(({ call }) => call.length))
  const shown = examples.map(({ call, does }) =>
    widest + speak(does).length + 6 > world.columns
      ? `  ${call}\n      ${speak(does)}`
      : `  ${call.padEnd(widest)}   ${speak(does)}`,
  )
  return command.addHelpText('after', `\n${speak({ sv: 'Exempel:', en: 'Examples:' })}\n${shown.join('\n')}`)
}

/** The values of a list that is closed before any archive is read; absent for those of an archive, and for files. */
function closedValues(values: ValueList | undefined): readonly string[] | undefined {
  if (values === undefined || values === 'kinds') return undefined
  if (typeof values !== 'string') return values
  if (values === 'reports') return REPORTS.map(({ name }) => name)
  if (values === 'table formats')
    return FORMATS.filter(({ writes }) => writes === 'sheet').map(({ name }) => name)
  if (values === 'diagnostic formats')
    return FORMATS.filter(({ writes }) => writes === 'diagnostics').map(({ name }) => name)
  return undefined
}

/** What an argument or option is about, and what may stand there. */
function withValues(about: Said, values: ValueList | undefined): Said {
  const closed = closedValues(values)
  if (closed === undefined) return about
  const all = choices(closed)
  return { sv: `${about.sv}: ${all.sv}`, en: `${about.en}: ${all.en}` }
}

/** @throws UserError when an option has a value that is not among those of its list. Reports and formats are refused where they are looked up. */
function refuseUnknownValue(option: Option, given: string | undefined): void {
  if (given === undefined || typeof option.values !== 'object' || option.values.includes(given)) return
  const meant = nearest(given, option.values)
  const all = choices(option.values)
  throw new UserError(
    { sv: `\`--${option.name} ${given}\` finns inte.`, en: `There is no \`--${option.name} ${given}\`.` },
    {
      sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Välj ${all.sv}.`,
      en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Choose ${all.en}.`,
    },
  )
}

/** What every command has: the language, the day, help in that language, and no words of commander's own. */
function dressed(command: CommanderCommand, world: World): CommanderCommand {
  const speak = (said: Said): string => said[world.language]
  return command
    .exitOverride()
    .configureOutput({
      writeOut: text => world.print(text),
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => world.columns,
    })
    .configureHelp({
      styleTitle: title => world.paint.strong(speak(TITLES.get(title) ?? { sv: title, en: title })),
      subcommandTerm: each => [each.name(), ...each.aliases()].join(', '),
    })
    .helpOption('-h, --help', speak({ sv: 'visa den här hjälpen', en: 'show this help' }))
    .option(
      '--lang <sv|en>',
      speak({ sv: 'språk: svenska eller engelska', en: 'language: Swedish or English' }),
    )
    .option(
      `--as-of <${speak({ sv: 'DATUM', en: 'DATE' })}>`,
      speak({ sv: 'räkna som om det vore den dagen', en: 'reckon as if it were that day' }),
    )
}

const TITLES: ReadonlyMap<string, Said> = new Map([
  ['Usage:', { sv: 'Så skriver du:', en: 'Usage:' }],
  ['Arguments:', { sv: 'Argument:', en: 'Arguments:' }],
  ['Options:', { sv: 'Flaggor:', en: 'Options:' }],
  ['Commands:', { sv: 'Kommandon:', en: 'Commands:' }],
])

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
