import { availableParallelism } from 'node:os'
import type { Day } from '../model/day.js'
import { UserError } from '../model/failure.js'
import { withoutPersonalNumbers } from '../model/personal-number.js'
import type { World } from '../model/ports.js'
import type { Language } from '../model/said.js'
import { today } from './clock.js'
import { realDisk } from './disk.js'
import { lazily } from './lazily.js'
import { harmless, paintFor } from './terminal.js'

/** What the process gives: the only things of the outside world that are not asked for by the program itself. */
export interface Outside {
  readonly directory: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly programFolder: string
  readonly version: string
  /** Width of the terminal; absent where there is none. */
  readonly columns: number | undefined
  /** True when both input and output are a terminal. */
  readonly isInteractive: boolean
  readonly writeOut: (content: string | Uint8Array) => void
  readonly writeError: (text: string) => void
}

/** The world as it is, in the language asked for; heavy parts are loaded when they are first used. */
export async function realWorld(
  outside: Outside,
  asked: Language | undefined,
  asOf: Day | undefined,
): Promise<World> {
  const paint = await paintFor(outside.columns !== undefined, outside.environment)
  let language: Language = asked ?? 'sv'
  const { environment } = outside
  return {
    get language() {
      return language
    },
    settleLanguage: own => {
      if (asked === undefined) language = own
    },
    today: asOf ?? today(),
    directory: outside.directory,
    programFolder: outside.programFolder,
    version: outside.version,
    disk: realDisk(),
    history: lazily(async () => (await import('./git.js')).realHistory(environment)),
    signing: lazily(async () => (await import('./signing.js')).realSigning(environment)),
    prompts: lazily(async () => (await import('./prompts.js')).terminalPrompts(() => language)),
    random: count => crypto.getRandomValues(new Uint8Array(count)),
    editor: lazily(async () => (await import('./editor.js')).realEditor(environment)),
    processors: availableParallelism(),
    startLane: async (share, take) => (await import('./lanes.js')).startLane(share, take),
    pause: async () => (await import('./lanes.js')).pause(),
    isInteractive: outside.isInteractive,
    columns: Math.min(Math.max(outside.columns ?? 80, 40), 120),
    paint,
    environment,
    print: text => outside.writeOut(harmless(withoutPersonalNumbers(text))),
    printBytes: bytes => {
      if (outside.columns !== undefined) throw noText()
      outside.writeOut(bytes)
    },
    remark: text =>
      outside.writeError(harmless(withoutPersonalNumbers(text.endsWith('\n') ? text : `${text}\n`))),
  }
}

const noText = (): UserError =>
  new UserError(
    {
      sv: 'Det som skulle skrivas är ingen text att läsa på skärmen.',
      en: 'What was to be written is no text to read on a screen.',
    },
    { sv: 'Lägg till `--out FIL`.', en: 'Add `--out FILE`.' },
  )
