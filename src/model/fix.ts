import type { Place, Span } from './place.js'

/**
 * A repair that the program can make by itself. `safe`: what the text says is the same afterwards; `unsafe`: it is most
 * likely what was meant, and somebody should look at it.
 */
export type Fix = (Putting | Rewriting | Moving) & { readonly safety: 'safe' | 'unsafe' }

/** Puts a text in the place of another. */
export interface Putting {
  readonly does: 'put'
  readonly text: string
  /** What stands there now: nothing is done where something else stands. */
  readonly insteadOf: string
  /** Where, when it is not the place of the finding. */
  readonly at?: Place
  /** The same in lines and columns; the engine finds it. */
  readonly span?: Span
}

/** Writes the whole file in another way of saying the same. */
export interface Rewriting {
  readonly does: 'rewrite'
  /** `no-mark`: without byte order mark; `lf`: line ends as LF; `nfc`: composed characters; `visible`: without characters that are not seen. */
  readonly as: 'no-mark' | 'lf' | 'nfc' | 'visible'
}

/** Gives the file another place in the archive. */
export interface Moving {
  readonly does: 'move'
  readonly to: string
}
