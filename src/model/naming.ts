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
  return Object.fromEntries(names.map((name, index) => [name, (match[index + 1] ?? '').toLowerCase()]))
}

/** The id or path that a pattern gives with these parts; absent when one of them is not known. */
export function nameFrom(pattern: string, parts: NameParts): string | undefined {
  let isWhole = true
  const name = pattern.replace(PART, (_, part: string) => {
    const value = parts[part]
    if (value === undefined || value === '') isWhole = false
    return value ?? ''
  })
  return isWhole ? name : undefined
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

const forms = new Map<string, { readonly form: RegExp; readonly names: readonly string[] }>()

function formOf(pattern: string) {
  const known = forms.get(pattern)
  if (known !== undefined) return known
  const names = [...pattern.matchAll(PART)].map(match => match[1] ?? '')
  const source = pattern
    .split(PART)
    .map((piece, index) =>
      index % 2 === 0 ? piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') : `(${PARTS.get(piece) ?? SLUG})`,
    )
    .join('')
  const made = { form: new RegExp(`^${source}$`, 'i'), names }
  forms.set(pattern, made)
  return made
}
