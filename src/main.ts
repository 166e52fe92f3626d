import { COMMANDS } from './commands/index.js'
import { readDay } from './model/day.js'
import { notADay } from './model/day-asked.js'
import { type ExitCode, UserError } from './model/failure.js'
import { hanging, wrapped } from './model/layout.js'
import { listedAs } from './model/listed.js'
import type { Language, Said } from './model/said.js'
import { type Outside, realWorld } from './system/world.js'

export type { Outside }

/** Runs the program: words of the command line in, exit code out. Every error becomes words and a code here. */
export async function main(argv: readonly string[], outside: Outside): Promise<ExitCode> {
  const asked = languageAsked(argv, outside.environment)
  const speak = (said: Said): string => said[asked ?? 'sv']
  const asOf = wordAfter(argv, '--as-of') ?? outside.environment['SAMVERKAN_AS_OF']
  const day = readDay(asOf)
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    outside.writeOut(`samverkan ${outside.version}\n`)
    return 0
  }
  const world = await realWorld(outside, asked, day)
  try {
    if (asOf !== undefined && day === undefined) throw notADay('as-of', asOf)
    const name = argv.find(word => !word.startsWith('-') && listedAs(COMMANDS, word) !== undefined)
    const listed = name === undefined ? undefined : listedAs(COMMANDS, name)
    const command = await listed?.load()
    const { runProgram } = await import('./program.js')
    return await runProgram(argv, command, world)
  } catch (refusal) {
    const isJson = argv.some(
      (word, index) => word === '--format=json' || (word === 'json' && argv[index - 1] === '--format'),
    )
    if (refusal instanceof UserError) {
      const says = refusal.says[world.language]
      const advice = refusal.advice[world.language]
      world.remark(isJson ? JSON.stringify({ error: says, advice }) : refused(says, advice, world.columns))
      return 2
    }
    world.remark(ourFault(refusal, outside.version, speak))
    return 3
  }
}

/** The language that the user asks for: `--lang`, else SAMVERKAN_LANG; never the shell's LANG. */
function languageAsked(argv: readonly string[], environment: Outside['environment']): Language | undefined {
  const asked = wordAfter(argv, '--lang') ?? environment['SAMVERKAN_LANG']
  return asked === 'sv' || asked === 'en' ? asked : undefined
}

function wordAfter(argv: readonly string[], option: string): string | undefined {
  const at = argv.findIndex(word => word === option || word.startsWith(`${option}=`))
  if (at < 0) return undefined
  return argv[at]?.startsWith(`${option}=`) ? argv[at]?.slice(option.length + 1) : argv[at + 1]
}

/** What is wrong, and under it what to do, within the width of the terminal. */
const refused = (says: string, advice: string, columns: number): string =>
  [
    ...says
      .split('\n')
      .flatMap(line =>
        line.startsWith('- ') ? hanging(line.slice(2), columns, '- ') : wrapped(line, columns),
      ),
    ...wrapped(advice, columns - 2).map((line, index) => (index === 0 ? `→ ${line}` : `  ${line}`)),
  ].join('\n')

/** A fault of the program itself: where it happened, for us; never a word of any document. */
function ourFault(error: unknown, version: string, speak: (said: Said) => string): string {
  const stack =
    error instanceof Error
      ? (error.stack ?? '').split('\n').filter(line => line.trimStart().startsWith('at '))
      : []
  const says = speak({
    sv: 'Något gick fel i programmet, inte i dina dokument. Ingenting mer har skrivits.',
    en: 'Something went wrong in the program, not in your documents. Nothing more was written.',
  })
  const advice = speak({
    sv: 'Berätta det för den som sköter programmet, med raderna här under.',
    en: 'Tell whoever looks after the program, with the lines below.',
  })
  const name = error instanceof Error ? error.name : 'Error'
  return [says, `→ ${advice}`, '', `samverkan ${version} · ${name}`, ...stack.slice(0, 8)].join('\n')
}
