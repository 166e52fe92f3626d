import { openArchive } from '../archive/open.js'
import { FORMATS } from '../formats/index.js'
import type { Archive } from '../model/archive.js'
import type { Command, Option, ValueList } from '../model/command.js'
import { UserError } from '../model/failure.js'
import { groupOf } from '../model/group.js'
import { type Listed, listedAs } from '../model/listed.js'
import type { World } from '../model/ports.js'
import { RELATIONS } from '../model/relation.js'
import { REPORTS } from '../reports/index.js'

export const command: Command = {
  name: 'completion',
  aliases: [],
  about: {
    sv: 'skriver det som får skalet att fylla i kommandon, id:n och grupper',
    en: 'prints what makes the shell complete commands, ids and groups',
  },
  arguments: [
    {
      name: { sv: 'skal', en: 'shell' },
      about: { sv: 'bash, zsh eller fish', en: 'bash, zsh or fish' },
      presence: 'repeated',
      values: ['bash', 'zsh', 'fish'],
    },
  ],
  options: [
    {
      name: 'candidates',
      about: {
        sv: 'för skalet självt: det som kan stå härnäst, ett på varje rad',
        en: 'for the shell itself: what can stand next, one a line',
      },
    },
  ],
  examples: [
    { call: 'samverkan completion bash >> ~/.bashrc', does: { sv: 'för bash', en: 'for bash' } },
    { call: 'samverkan completion zsh > ~/.zfunc/_samverkan', does: { sv: 'för zsh', en: 'for zsh' } },
    {
      call: 'samverkan completion fish > ~/.config/fish/completions/samverkan.fish',
      does: { sv: 'för fish', en: 'for fish' },
    },
  ],
  async run(call, world) {
    if (call.has('candidates')) {
      const found = await candidates(call.words, world)
      if (found.length > 0) world.print(`${found.join('\n')}\n`)
      return 0
    }
    const script = SCRIPTS.get(call.words[0] ?? '')
    if (script === undefined) {
      throw new UserError(
        {
          sv: `Skalet \`${call.words[0] ?? ''}\` är inte känt.`,
          en: `The shell \`${call.words[0] ?? ''}\` is not known.`,
        },
        { sv: 'Välj bash, zsh eller fish.', en: 'Choose bash, zsh or fish.' },
      )
    }
    world.print(script)
    return 0
  },
}

/** The words typed so far are handed over as they are; nothing that stands in an archive is ever read by the shell. */
const SCRIPTS: ReadonlyMap<string, string> = new Map([
  [
    'bash',
    `_samverkan() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("$line")
  done < <(samverkan completion --candidates -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _samverkan samverkan
`,
  ],
  [
    'zsh',
    `#compdef samverkan
_samverkan() {
  local -a found
  found=("\${(@f)$(samverkan completion --candidates -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${found[1]}" ]]; then
    compadd -- "\${found[@]}"
  else
    _files
  fi
}
compdef _samverkan samverkan
`,
  ],
  [
    'fish',
    `function __samverkan_candidates
  set -l words (commandline -opc)
  samverkan completion --candidates -- $words[2..-1] (commandline -ct) 2>/dev/null
end
complete -c samverkan -a '(__samverkan_candidates)'
`,
  ],
])

/** What can stand in the place of the last word, which may be begun or empty. */
async function candidates(words: readonly string[], world: World): Promise<readonly string[]> {
  const { COMMANDS } = await import('./index.js')
  const begun = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  const beginning = (all: readonly string[]) =>
    [...new Set(all)].filter(each => each.startsWith(begun)).sort()
  const listed = before.map(word => listedAs(COMMANDS, word)).find(each => each !== undefined)
  if (listed === undefined)
    return beginning(begun.startsWith('-') ? SHARED : COMMANDS.map(({ name }) => name))
  const { options, arguments: taken } = await (listed as Listed<Command>).load()
  const last = before.at(-1) ?? ''
  const awaiting = options.find(option => option.takes !== undefined && isNamed(option, last))
  if (awaiting !== undefined) return beginning(await valuesOf(awaiting.values, world))
  if (begun.startsWith('-')) return beginning([...SHARED, ...options.map(({ name }) => `--${name}`)])
  const given = before.slice(before.indexOf(listed.name) + 1).filter(word => !word.startsWith('-'))
  const place = taken[Math.min(given.length, taken.length - 1)]
  return place === undefined ? [] : beginning(await valuesOf(place.values, world))
}

const SHARED = ['--help', '--lang', '--as-of']

const isNamed = ({ name, short }: Option, word: string): boolean =>
  word === `--${name}` || (short !== undefined && word === `-${short}`)

async function valuesOf(values: ValueList | undefined, world: World): Promise<readonly string[]> {
  if (values === undefined || values === 'files' || values === 'folders') return []
  if (typeof values !== 'string') return values
  if (values === 'reports') return REPORTS.map(({ name }) => name)
  if (values === 'relations')
    return [...RELATIONS].flatMap(([name, { inverse }]) => (inverse === undefined ? [] : [name, inverse]))
  if (values === 'table formats')
    return FORMATS.filter(({ writes }) => writes === 'sheet').map(({ name }) => name)
  if (values === 'diagnostic formats')
    return FORMATS.filter(({ writes }) => writes === 'diagnostics').map(({ name }) => name)
  if (values === 'rules') return (await import('../rules/index.js')).RULES.map(({ name }) => name)
  const archive = await anArchive(world)
  if (archive === undefined) return []
  if (values === 'kinds') return [...archive.kinds.values()].flatMap(({ commandNames }) => commandNames)
  if (values === 'groups') return archive.ofKind('grupp').map(document => groupOf(document).slug)
  if (values === 'people') return archive.register.people.map(({ name }) => name)
  return archive.documents.flatMap(({ id }) => id ?? [])
}

/** The archive one stands in; outside any, there is nothing of it to complete. */
async function anArchive(world: World): Promise<Archive | undefined> {
  try {
    return (await openArchive(world, undefined)).archive
  } catch (cause) {
    if (cause instanceof UserError) return undefined
    throw cause
  }
}
