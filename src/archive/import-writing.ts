import type { MappedColumn } from '../model/import-columns.js'
import type { World } from '../model/ports.js'
import type { RowFate } from './import-plan.js'
import { withColumns } from './import-settings.js'
import type { OpenArchive } from './open.js'

/**
 * Writes the deviations, each whole or not at all. What was written before something stopped it is known again by its
 * mark: the same command goes on where it ended.
 */
export function writeRows(fates: readonly RowFate[], { at }: OpenArchive, world: World): void {
  const all = fates.flatMap(fate => ('text' in fate ? [fate] : []))
  for (const [index, { path, text }] of all.entries()) {
    world.disk.create(at(path), text)
    if ((index + 1) % EVERY === 0 && index + 1 < all.length)
      world.remark(
        world.language === 'sv'
          ? `${index + 1} av ${all.length} är skrivna.`
          : `${index + 1} of ${all.length} are written.`,
      )
  }
}

/** How many are written between two words about it. */
const EVERY = 250

/** Keeps in samverkan.yaml what was said of columns, for the next list. */
export function rememberColumns(
  columns: readonly MappedColumn[],
  { at, writtenAt }: OpenArchive,
  world: World,
): void {
  const said = columns.filter(({ because }) => because === 'given')
  const before = writtenAt(SETTINGS)
  if (said.length === 0 || before === undefined) return
  const after = withColumns(
    before,
    said.map(({ heading, target }) => ({ heading, name: target.name })),
  )
  if (after !== before) world.disk.replace(at(SETTINGS), after)
}

const SETTINGS = 'samverkan.yaml'
