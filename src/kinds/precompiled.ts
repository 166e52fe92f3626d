import type { ValidateFunction } from 'ajv'
import type { KindSet } from './kind-set.js'

/** What the build works out of templates/ beforehand, so that no start of the program has to. */
export interface Precompiled {
  readonly kindSet: KindSet
  /** By `typ` of a kind or path of a register. */
  readonly checks: ReadonlyMap<string, ValidateFunction>
}

/**
 * The program's own kinds with their schemas compiled. The build (rolldown.config.ts) puts them in the place of this
 * file; run from its source, the program reads and compiles its kinds as it does those of an archive.
 */
export const PRECOMPILED: Precompiled | undefined = undefined
