import type { Said } from './said.js'

/** Something in a registry: its names and what it is about at once, the rest when it is asked for. */
export interface Listed<Thing> {
  readonly name: string
  readonly aliases: readonly string[]
  readonly about: Said
  /** What a format can write. */
  readonly writes?: 'diagnostics' | 'sheet'
  readonly load: () => Promise<Thing>
}

/** The one with a name or alias. */
export const listedAs = <Thing>(things: readonly Listed<Thing>[], name: string): Listed<Thing> | undefined =>
  things.find(thing => thing.name === name || thing.aliases.includes(name))
