import { createHash } from 'node:crypto'
import type { Snapshot, Tracked } from '../model/work-tree.js'

/** What a file holds: how many bytes, and the id that git gives them. */
export const contentOf = (bytes: Uint8Array, made: Snapshot['hash']): Tracked => ({
  id: createHash(made).update(`blob ${bytes.length}\0`).update(bytes).digest('binary'),
  size: bytes.length,
})
