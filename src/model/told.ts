import type { Archive } from './archive.js'
import { closedList } from './closed-list.js'
import { type Document, mayBeQuoted } from './document.js'
import { readId } from './naming.js'
import { partyOf } from './party.js'
import { isRegistered, properName } from './people.js'
import type { Told } from './tidy-table.js'

/** What stands for a value that is in no list and no register: it can be anything, also a name. */
export const OUTSIDE = 'annat'

/** Archives with what may be told of each; a name that several have gets a number. */
export function toldOf(archives: readonly Archive[]): readonly Told[] {
  const names = new Map<string, number>()
  return archives.map(archive => {
    const { name } = archive.settings
    const count = (names.get(name) ?? 0) + 1
    names.set(name, count)
    const keys = keysIn(archive)
    return {
      name: count === 1 ? name : `${name} (${count})`,
      archive,
      keyOf: document => keys.get(document) ?? '',
    }
  })
}

/** True of a document of which nothing but id, kind and year is told. */
export const isSealedOff = ({ grade }: Document): boolean => grade === 'sekretess'

/** A value of a closed list; `OUTSIDE` for another. */
export const listed = (
  { archive }: Told,
  typ: string,
  field: string,
  value: string | undefined,
): string | undefined =>
  value === undefined ? undefined : closedList(archive, typ, field).has(value) ? value : OUTSIDE

/** The short name of a group that has a document; `OUTSIDE` for another. */
export const groupTold = ({ archive }: Told, slug: string | undefined): string | undefined =>
  slug === undefined ? undefined : archive.group(slug) === undefined ? OUTSIDE : slug

/** The organisation of the register that a party belongs to; `OUTSIDE` for another. */
export const partyTold = ({ archive }: Told, written: string | undefined): string | undefined =>
  written === undefined ? undefined : (partyOf(written, archive).organisation?.name ?? OUTSIDE)

/** The name of somebody in the register, where a document is open. Others may be anybody, also a child or a guardian. */
export const personTold = ({ archive }: Told, document: Document, written: string): string | undefined =>
  mayBeQuoted(document) && isRegistered(archive, written) ? properName(archive, written) : undefined

/** The status of a document; `OUTSIDE` for one that its kind does not have. */
export function statusTold({ archive }: Told, document: Document): string | undefined {
  const { status } = document
  if (status === undefined) return undefined
  return archive.kindOf(document)?.statuses.some(({ name }) => name === status) === true ? status : OUTSIDE
}

/** Keys by document, each once: ids in the form of their kind, numbers for the rest, in the order of the archive. */
function keysIn(archive: Archive): ReadonlyMap<Document, string> {
  const taken = new Set<string>()
  const keys = new Map<Document, string>()
  let unnamed = 0
  for (const document of archive.documents) {
    const id = plainId(document, archive)
    const key = id === undefined || taken.has(id.toLowerCase()) ? `#${++unnamed}` : id
    taken.add(key.toLowerCase())
    keys.set(document, key)
  }
  return keys
}

/**
 * An id that says nothing but what its kind's form says: group, day, year, number. Words of one's own stand only in that
 * of an open document.
 */
function plainId(document: Document, archive: Archive): string | undefined {
  const { id } = document
  const kind = archive.kindOf(document)
  const part = id === undefined || kind === undefined ? undefined : readId(kind.idPattern, id)
  if (id === undefined || part === undefined || document.unreadable) return undefined
  if (mayBeQuoted(document)) return id
  const group = part('grupp')
  const slump = part('slump')
  const isPlain =
    part('slug') === undefined &&
    (group === undefined || archive.group(group) !== undefined) &&
    (slump === undefined || slump.length === RANDOM_LENGTH)
  return isPlain ? id : undefined
}

/** Letters and digits in an id that the program has drawn. */
const RANDOM_LENGTH = 4
