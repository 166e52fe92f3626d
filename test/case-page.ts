/** A step of a case page: a file to write, or a command with what it should print and how it should end. */
export type Step =
  | { readonly does: 'write'; readonly path: string; readonly text: string; readonly language: string }
  | {
      readonly does: 'run'
      readonly command: string
      readonly output: string
      readonly code: number
      readonly from: number
      readonly to: number
    }

/** A case page: which archive it begins with, on what day, and its steps. */
export interface CasePage {
  readonly archive: 'demonstration' | 'exempel' | 'inget'
  readonly day: string
  readonly steps: readonly Step[]
}

/**
 * Reads a case page. `Arkiv:` and `Dag:` say what it begins with. A fence with a path after its language is a file to
 * write; a `console` fence holds commands after `$`, their output, and `[1]` on a line of its own where the exit code
 * is not 0. In the output `…` stands for anything.
 */
export function readCasePage(text: string): CasePage {
  const lines = text.split('\n')
  const said = (key: string) => new RegExp(`^${key}: (.+)$`, 'm').exec(text)?.[1]?.trim()
  const steps: Step[] = []
  for (let at = 0; at < lines.length; at++) {
    const fence = /^(`{3,})(\S+)(?: (.+))?$/.exec(lines[at] ?? '')
    if (fence === null) continue
    const end = lines.findIndex((line, index) => index > at && line === fence[1])
    const inside = lines.slice(at + 1, end)
    if (fence[3] !== undefined)
      steps.push({ does: 'write', path: fence[3], text: `${inside.join('\n')}\n`, language: fence[2] ?? '' })
    else if (fence[2] === 'console') steps.push(...commandsIn(inside, at + 1))
    at = end
  }
  const archive = said('Arkiv') ?? 'inget'
  if (archive !== 'demonstration' && archive !== 'exempel' && archive !== 'inget')
    throw new Error(`Unknown archive: ${archive}`)
  return { archive, day: said('Dag') ?? '2024-06-10', steps }
}

function commandsIn(lines: readonly string[], offset: number): readonly Step[] {
  const steps: Step[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (!line.startsWith('$ ')) throw new Error(`A console fence begins with a command, not «${line}».`)
    let end = at + 1
    while (end < lines.length && !lines[end]?.startsWith('$ ')) end++
    const said = lines.slice(at + 1, end)
    const code = /^\[(\d)\]$/.exec(said.at(-1) ?? '')?.[1]
    const output = (code === undefined ? said : said.slice(0, -1)).join('\n')
    steps.push({
      does: 'run',
      command: line.slice(2),
      output,
      code: Number(code ?? 0),
      from: offset + at + 1,
      to: offset + end,
    })
    at = end - 1
  }
  return steps
}

/** True when an output is as the page says, `…` standing for anything. */
export const isAsSaid = (output: string, said: string): boolean =>
  output === said ||
  new RegExp(
    `^${said
      .split('…')
      .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\s\\S]*?')}$`,
  ).test(output)

/** The words of a command line, quotes taken off; assignments before the program are parted from the rest. */
export function wordsOf(command: string): {
  readonly environment: Readonly<Record<string, string>>
  readonly words: readonly string[]
} {
  const words = [...command.matchAll(/(?:"([^"]*)"|'([^']*)'|([^\s"']+))+/g)].map(([whole]) =>
    whole.replace(
      /"([^"]*)"|'([^']*)'/g,
      (_, double: string | undefined, single: string | undefined) => double ?? single ?? '',
    ),
  )
  const start = words.findIndex(word => !/^[A-Z_]+=/.test(word))
  const environment = Object.fromEntries(
    words.slice(0, start).map(word => word.split(/=(.*)/s).slice(0, 2) as [string, string]),
  )
  return { environment, words: words.slice(start) }
}
