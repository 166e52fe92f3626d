import type { Call } from './command.js'
import { UserError } from './failure.js'

/**
 * The most warnings that are no error (`--max-warnings`).
 * @throws UserError when it is no number of warnings.
 */
export function mostWarnings(given: string | undefined): number {
  if (given === undefined) return Number.POSITIVE_INFINITY
  if (/^\d{1,6}$/.test(given)) return Number(given)
  throw new UserError(
    { sv: `\`--max-warnings ${given}\` är inget antal.`, en: `\`--max-warnings ${given}\` is not a count.` },
    { sv: 'Skriv ett heltal, till exempel 0.', en: 'Write a whole number, such as 0.' },
  )
}

/** What is to be mended, and whether it is written; absent where nothing is. */
export function mendingAsked(
  call: Call,
): { readonly daring: 'safe' | 'unsafe'; readonly writes: 'files' | 'nothing' } | undefined {
  const isUnsafe = call.has('unsafe')
  if (call.has('diff')) return { daring: isUnsafe ? 'unsafe' : 'safe', writes: 'nothing' }
  if (call.has('fix')) return { daring: isUnsafe ? 'unsafe' : 'safe', writes: 'files' }
  if (!isUnsafe) return undefined
  throw new UserError(
    { sv: '`--unsafe` gör ingenting ensam.', en: '`--unsafe` does nothing by itself.' },
    {
      sv: 'Skriv `--fix --unsafe`, eller `--diff --unsafe` för att bara se.',
      en: 'Write `--fix --unsafe`, or `--diff --unsafe` just to see.',
    },
  )
}

/**
 * How many processors may share the work (`--jobs`); as many as pay when absent.
 * @throws UserError when it is no number of processors.
 */
export function lanesAsked(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  if (/^(?:[1-9]|[1-5]\d|6[0-4])$/.test(given)) return Number(given)
  throw new UserError(
    { sv: `\`--jobs ${given}\` är inget antal.`, en: `\`--jobs ${given}\` is not a count.` },
    { sv: 'Skriv ett heltal från 1 till 64.', en: 'Write a whole number from 1 to 64.' },
  )
}

/**
 * Which part of the archive is to be judged (`--changed`, `--base`, `--staged`).
 * @throws UserError for what does not go together.
 */
export function partAsked(call: Call): PartAsked {
  const isChanged = call.has('changed') || call.value('base') !== undefined
  if (!call.has('staged')) return isChanged ? { what: 'changed', base: call.value('base') } : { what: 'all' }
  const other = isChanged ? 'changed' : ['fix', 'diff'].find(each => call.has(each))
  if (other === undefined) return { what: 'staged' }
  throw new UserError(
    {
      sv: `\`--staged\` och \`--${other}\` går inte ihop.`,
      en: `\`--staged\` and \`--${other}\` do not go together.`,
    },
    other === 'changed'
      ? { sv: 'Välj det ena.', en: 'Choose one of them.' }
      : {
          sv: 'Rätta filerna först med `samverkan validate --fix`, och lägg sedan till dem med `git add`.',
          en: 'Mend the files first with `samverkan validate --fix`, and then add them with `git add`.',
        },
  )
}

/** Which part of an archive is asked for: all, what has changed since a branch or commit, or what the next commit holds. */
export type PartAsked =
  | { readonly what: 'all' }
  | { readonly what: 'changed'; readonly base: string | undefined }
  | { readonly what: 'staged' }
