/** The parts of an id by the names that its pattern gives them: `grupp`, `datum`, `år`, `slump`, `slug`. */
export type NameParts = Readonly<Record<string, string>>

/**
 * Reads an id by the pattern of its kind (`PROT-<grupp>-<datum>`); absent when it has another form. Case counts in the
 * letters before the first hyphen only. A second meeting on one day has its number in `datum`: `2024-05-31-2`.
 */
export function partsOfId(pattern: string, id: string): NameParts | undefined {
  if (id.length > LONGEST || !id.startsWith(prefixOf(pattern))) return undefined
  const { form, names } = formOf(pattern)
  const match = form.exec(id)
  if (match === null) return undefined
  const parts: Record<string, string> = {}
  for (let index = 0; index < names.length; index++)
    parts[names[index] ?? ''] = (match[index + 1] ?? '').toLowerCase()
  return parts
}

/** The id or path that a pattern gives with these parts; absent when one of them is not known. */
export function nameFrom(pattern: string, parts: NameParts): string | undefined {
  const { pieces } = formOf(pattern)
  let name = ''
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? ''
    const value = isName(index) ? parts[piece] : piece
    if (value === undefined || (value === '' && isName(index))) return undefined
    name += value
  }
  return name
}

/** Where a document with an id lies by the patterns of its kind; absent when the id has not the form of its kind. */
export function pathOf(
  kind: { readonly idPattern: string; readonly pathPattern: string },
  id: string,
): string | undefined {
  const parts = partsOfId(kind.idPattern, id)
  if (parts === undefined) return undefined
  const year = parts['år'] ?? parts['datum']?.slice(0, 4)
  return nameFrom(kind.pathPattern, {
    ...parts,
    id: id.toLowerCase(),
    ...(year !== undefined && { år: year }),
  })
}

/** `PROT-` of `PROT-<grupp>-<datum>`. */
export const prefixOf = (pattern: string): string => pattern.slice(0, pattern.indexOf('-') + 1)

/** Longest id that is looked at, in characters. */
const LONGEST = 200
const PART = /<([^<>]+)>/g
const SLUG = '[0-9a-z]+(?:-[0-9a-z]+)*'
const PARTS: ReadonlyMap<string, string> = new Map([
  ['datum', '\\d{4}-\\d{2}-\\d{2}(?:-(?:[2-9]|[1-9]\\d))?'],
  ['år', '\\d{4}'],
  // Crockford's base32: no i, l, o, u.
  ['slump', '[0-9a-hjkmnp-tv-z]{4,12}'],
])

/** A pattern, read once. */
interface Form {
  /** What stands as it is and the names of parts, by turns. */
  readonly pieces: readonly string[]
  readonly names: readonly string[]
  /** What has the form, with a group for each name. */
  readonly form: RegExp
}

const forms = new Map<string, Form>()

function formOf(pattern: string): Form {
  const known = forms.get(pattern)
  if (known !== undefined) return known
  const pieces = pattern.split(PART)
  const source = pieces
    .map((piece, index) =>
      isName(index) ? `(${PARTS.get(piece) ?? SLUG})` : piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
    )
    .join('')
  const names = pieces.filter((_, index) => isName(index))
  const made = { pieces, names, form: new RegExp(`^${source}$`, 'i') }
  forms.set(pattern, made)
  return made
}

/** Names stand between pieces that are as they are, one of which comes first, be it empty. */
const isName = (index: number): boolean => index % 2 === 1
