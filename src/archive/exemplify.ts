import { join } from 'node:path'
import { builtInKinds } from '../kinds/built-in-kinds.js'
import type { KindSet } from '../kinds/kind-set.js'
import type { Archive } from '../model/archive.js'
import { readDay } from '../model/day.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { World } from '../model/ports.js'
import type { Example, Rule } from '../model/rule.js'
import { demonstrate } from './demonstrate.js'
import { judge } from './judge.js'
import { loadArchive } from './load.js'
import { folderSource, textSource } from './source.js'
import { textReader } from './text-reader.js'

/** What the examples of rules are made of: the demonstration archive and the program's own kinds. */
export interface Stage {
  /** The demonstration archive, by path. */
  readonly base: Readonly<Record<string, string>>
  readonly kinds: KindSet
}

/** An example of a rule, judged by that rule alone. */
export interface Exemplified {
  readonly example: Example
  /** The file that it is about. */
  readonly path: string
  readonly archive: Archive
  readonly diagnostics: readonly Diagnostic[]
  /** The text of a file of the example, with LF. */
  textOf(path: string): string | undefined
}

/** What the program brings with it to show examples. */
export function ownStage({ disk, programFolder }: Pick<World, 'disk' | 'programFolder'>): Stage {
  const source = folderSource(disk, join(programFolder, 'templates/demonstration'))
  const textOf = textReader(source)
  return {
    base: Object.fromEntries(source.list().map(({ path }) => [path, textOf(path) ?? ''] as const)),
    kinds: builtInKinds(folderSource(disk, join(programFolder, 'templates'))),
  }
}

/** Lets a rule judge one of its examples. */
export async function exemplify(rule: Rule, example: Example, { base, kinds }: Stage): Promise<Exemplified> {
  const { files, path, today } = demonstrate(example, base)
  const day = readDay(today)
  if (day === undefined) throw new Error(`The rule ${rule.name} has an example on «${today}».`)
  const source = textSource(files)
  const archive = await loadArchive(source, kinds, day)
  const textOf = textReader(source)
  const { diagnostics } = judge({ archive, rules: [rule], judges: () => true, textOf })
  return { example, path, archive, diagnostics, textOf }
}
