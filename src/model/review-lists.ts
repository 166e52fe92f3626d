import { type FieldValue, isFields, isList, saysNothing } from './fields.js'
import { personKey } from './people.js'
import { quotation } from './quotation.js'
import type { Version, Versions } from './review-change.js'
import { paired } from './review-pairs.js'
import { nameOfEntry, shownValue, valueKey } from './review-values.js'
import { areOpen, counted } from './review-words.js'
import { enumerated, type Said } from './said.js'

/**
 * What came into a list of front matter and what went out of it, and what changed in an entry that stayed. People are
 * the same however the register lets them be written. `told`: people of whom something else tells already.
 */
export function listChanges(
  versions: Versions,
  field: string,
  old: FieldValue | undefined,
  now: FieldValue | undefined,
  told: ReadonlySet<string>,
  inside: (entry: string, old: FieldValue, now: FieldValue) => readonly Said[],
): readonly Said[] {
  const { before, after } = versions
  const { pairs, gone, added } = paired(entriesOf(old), entriesOf(now), [
    { by: valueKey },
    {
      by: (entry, side) => {
        const name = nameOfEntry(entry)
        return name === undefined ? undefined : personKey(versions[side].archive, name)
      },
    },
  ])
  const isUntold = (entry: FieldValue, version: Version) => {
    const name = nameOfEntry(entry)
    return name === undefined || !told.has(personKey(version.archive, name))
  }
  const shown = (entry: FieldValue, version: Version) => shownEntry(versions, version, field, entry)
  const words = wordsFor(field)
  return [
    ...listed(
      added.filter(entry => isUntold(entry, after)),
      entry => shown(entry, after),
      words.added.one,
      words.added.several,
    ),
    ...listed(
      gone.filter(entry => isUntold(entry, before)),
      entry => shown(entry, before),
      words.gone.one,
      words.gone.several,
    ),
    ...pairs
      .filter(([was, is]) => valueKey(was) !== valueKey(is))
      .flatMap(([was, is]) => changedEntry(versions, was, is, inside)),
    ...(gone.length + added.length === 0 && isReordered(old, now, pairs) ? [REORDERED] : []),
  ]
}

/** The entries by their words where all may be told, else how many. */
function listed(
  entries: readonly FieldValue[],
  shown: (entry: FieldValue) => string | undefined,
  one: Said,
  several: Said,
): readonly Said[] {
  const words = entries.map(shown)
  if (!words.every(word => word !== undefined) || words.length > MOST)
    return counted(entries.length, one, several)
  if (words.length === 0) return []
  const [all, verb] = [enumerated(words), words.length === 1 ? one : several]
  return [{ sv: `${all.sv} ${verb.sv}`, en: `${all.en} ${verb.en}` }]
}

function changedEntry(
  versions: Versions,
  was: FieldValue,
  is: FieldValue,
  inside: (entry: string, old: FieldValue, now: FieldValue) => readonly Said[],
): readonly Said[] {
  const name = areOpen(versions) ? quotation(nameOfEntry(is) ?? '', versions.after.document) : undefined
  if (name === undefined) return [{ sv: 'en uppgift ändrad', en: 'one entry changed' }]
  if (isFields(was) && isFields(is)) return inside(name, was, is)
  return [{ sv: `${name} ändrat`, en: `${name} changed` }]
}

function shownEntry(
  versions: Versions,
  version: Version,
  field: string,
  entry: FieldValue,
): string | undefined {
  if (typeof entry === 'string') return shownValue(versions, version, field, entry)
  const name = nameOfEntry(entry)
  return name === undefined || !areOpen(versions) ? undefined : quotation(name, version.document)
}

const entriesOf = (value: FieldValue | undefined): readonly FieldValue[] =>
  value === undefined || saysNothing(value) ? [] : isList(value) ? value : [value]

const isReordered = (
  old: FieldValue | undefined,
  now: FieldValue | undefined,
  pairs: readonly (readonly [FieldValue, FieldValue])[],
): boolean =>
  pairs.every(([was, is]) => valueKey(was) === valueKey(is)) &&
  entriesOf(old).map(valueKey).join('\n') !== entriesOf(now).map(valueKey).join('\n')

/** What is said of entries that came or went: of people, of those who have adjusted, and of all else. */
function wordsFor(field: string) {
  if (field === 'justering') {
    const added = { sv: 'har justerat', en: 'adjusted' }
    const gone = { sv: 'har inte längre justerat', en: 'no longer adjusted' }
    return { added: { one: added, several: added }, gone: { one: gone, several: gone } }
  }
  const isPeople = PEOPLE.has(field)
  return {
    added: {
      one: { sv: isPeople ? 'tillagd' : 'tillagt', en: 'added' },
      several: { sv: 'tillagda', en: 'added' },
    },
    gone: {
      one: { sv: isPeople ? 'borttagen' : 'borttaget', en: 'removed' },
      several: { sv: 'borttagna', en: 'removed' },
    },
  }
}

const PEOPLE: ReadonlySet<string> = new Set([
  'närvarande',
  'frånvarande',
  'övriga',
  'kallade',
  'justerare',
  'ledamöter',
  'personer',
  'berör',
  'kopia_till',
])

const REORDERED: Said = { sv: 'annan ordning', en: 'another order' }

/** So many entries are named; of more their number is told. */
const MOST = 8
