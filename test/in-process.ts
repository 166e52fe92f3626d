import { main } from '../src/main.js'
import { ROOT } from './demonstration.js'

/** What a call printed, on both streams in the order in which it came, and how it ended. */
export interface Ended {
  readonly output: string
  readonly code: number
}

/** Runs the program in this process, without a terminal; bytes that are no text are given as latin1. */
export async function inThisProcess(
  words: readonly string[],
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
  version = '0',
): Promise<Ended> {
  let output = ''
  const write = (content: string | Uint8Array) => {
    output += typeof content === 'string' ? content : Buffer.from(content).toString('latin1')
  }
  const code = await main(words, {
    directory,
    environment,
    programFolder: ROOT,
    version,
    columns: undefined,
    isInteractive: false,
    writeOut: write,
    writeError: write,
  })
  return { output, code }
}
