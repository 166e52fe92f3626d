import { type Document, mayBeQuoted } from './document.js'
import { knownText } from './known-text.js'
import type { Register } from './register.js'
import type { Said } from './said.js'
import { editDistance, folded } from './text.js'

/** How a written name differs from the one it means: a misspelt part, a part left out or added, a stray hyphen. */
type Slip = 'spelling' | 'part' | 'mark'

/** A known name that a written one comes near, and how it differs. */
export interface NearName {
  readonly name: string
  readonly slip: Slip
}

/** Names of people, to be asked for one that is written. */
export interface Names {
  /** The proper name, when exactly this is written (case and spaces aside). */
  exact(written: string): string | undefined
  /** The names that this comes near without being one of them, the nearest only. */
  nearest(written: string): readonly NearName[]
  /** The one name that this comes near without being it; absent when none or several do. */
  near(written: string): NearName | undefined
  /** True when a word (folded) is part of any of the names. */
  hasWord(word: string): boolean
}

/** Someone who can be named in several ways, the proper name first. */
export interface Named {
  readonly name: string
  readonly aliases?: readonly string[]
}

/** Makes names ready to be asked. */
export function namesOf(people: readonly Named[]): Names {
  const exact = new Map<string, string>()
  const packed = new Map<string, string>()
  const byWord = new Map<string, Set<Spelt>>()
  for (const { name, aliases = [] } of people) {
    for (const spelling of [name, ...aliases]) {
      exact.set(keyOf(spelling), name)
      packed.set(pack(spelling), name)
      const words = wordsIn(spelling)
      const spelt = { name, words, isAlias: spelling !== name }
      for (const word of words) {
        const known = byWord.get(word)
        if (known === undefined) byWord.set(word, new Set([spelt]))
        else known.add(spelt)
      }
    }
  }
  const nearest = (written: string): readonly NearName[] => {
    if (exact.has(keyOf(written))) return []
    const marked = packed.get(pack(written))
    if (marked !== undefined) return [{ name: marked, slip: 'mark' }]
    const words = wordsIn(written)
    const found = new Map<string, Slip>()
    for (const word of words.length < 2 ? [] : new Set(words)) {
      for (const spelt of byWord.get(word) ?? []) {
        const slip = found.has(spelt.name) ? undefined : slipBetween(words, spelt.words)
        // Part of an alias may be another's name: only the proper name can have lost a part.
        if (slip !== undefined && !(spelt.isAlias && slip === 'part')) found.set(spelt.name, slip)
      }
    }
    const all = [...found].map(([name, slip]) => ({ name, slip }))
    const misspelt = all.filter(({ slip }) => slip === 'spelling')
    return misspelt.length > 0 ? misspelt : all
  }
  return {
    exact: written => exact.get(keyOf(written)),
    nearest,
    near: written => theOnly(nearest(written)),
    hasWord: word => byWord.has(word),
  }
}

/** Several sets of names asked as one; what one of them has exactly is near to none. */
export function joinedNames(sets: readonly Names[]): Names {
  const exact = (written: string): string | undefined => {
    for (const names of sets) {
      const name = names.exact(written)
      if (name !== undefined) return name
    }
    return undefined
  }
  const nearest = (written: string): readonly NearName[] => {
    if (exact(written) !== undefined) return []
    const found = sets.flatMap(names => names.nearest(written))
    return found.filter(({ name }, index) => found.findIndex(each => each.name === name) === index)
  }
  return {
    exact,
    nearest,
    near: written => theOnly(nearest(written)),
    hasWord: word => sets.some(names => names.hasWord(word)),
  }
}

/** The names of the people of the register, made ready once. */
export function registeredNames(register: Register): Names {
  const known = registered.get(register)
  if (known !== undefined) return known
  const names = namesOf(register.people.map(({ id, name, aliases }) => ({ name, aliases: [id, ...aliases] })))
  registered.set(register, names)
  return names
}

/** The first name of a person. */
export const firstNameOf = (name: string): string =>
  name.includes(' ') ? name.slice(0, name.indexOf(' ')) : name

/** A first name with fewer letters than this is never taken for a slip for another. */
export const SHORTEST_FIRST_NAME = 5

/** True when one single first name can be a slip for another: "Susanne" for "Susann". */
export const isNearFirstName = (written: string, name: string): boolean => {
  if (written[0] !== name[0]) return false
  if (written.length < SHORTEST_FIRST_NAME || name.length < SHORTEST_FIRST_NAME) return false
  if (Math.abs(written.length - name.length) > 1) return false
  const [a, b] = [folded(written), folded(name)]
  return a !== `${b}s` && editDistance(a, b) === 1
}

/** How somebody is named at the head of a sentence: by name, unless the document may not be quoted. */
export const someone = (document: Document, name: string): Said =>
  mayBeQuoted(document) ? { sv: `\`${name}\``, en: `\`${name}\`` } : { sv: 'En person', en: 'A person' }

interface Spelt {
  readonly name: string
  readonly words: readonly string[]
  readonly isAlias: boolean
}

const theOnly = ([only, second]: readonly NearName[]): NearName | undefined =>
  second === undefined ? only : undefined

const registered = new WeakMap<Register, Names>()

const keyOf = knownText((written: string): string =>
  written.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim(),
)

/** Letters only: what is left when hyphens and spaces are forgotten. */
const pack = (written: string): string => folded(written).replace(/[\s-]/g, '')

/** The words of a name, comparable: accents that do not make another letter in Swedish are taken off (é → e). */
const wordsIn = (written: string): readonly string[] =>
  folded(written)
    .replace(/[éèêë]/g, 'e')
    .split(' ')

function slipBetween(written: readonly string[], name: readonly string[]): Slip | undefined {
  if (name.length < 2) return undefined
  if (written.length === name.length) {
    const differing = written.flatMap((word, index) => (word === name[index] ? [] : [index]))
    const [at, second] = differing
    if (at === undefined) return 'spelling'
    return second === undefined && isMisspelt(written[at] ?? '', name[at] ?? '') ? 'spelling' : undefined
  }
  if (written[0] !== name[0]) return undefined
  if (written.length < name.length) return isWithin(written, name) ? 'part' : undefined
  return written.length === name.length + 1 && written.at(-1) === name.at(-1) && isWithin(name, written)
    ? 'part'
    : undefined
}

/** One letter too many or two that changed places in four, one wrong in five, two in seven; "Jonsson" and "Johansson" are two names. */
function isMisspelt(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length)
  if (Math.abs(a.length - b.length) > 2 || longest < 4) return false
  const distance = editDistance(a, b)
  if (distance <= 1)
    return longest > 4 || a.length !== b.length || [...a].sort().join('') === [...b].sort().join('')
  const isLong = Math.min(a.length, b.length) > 6 && a[0] === b[0]
  return distance === 2 && isLong && !(a.endsWith('sson') && b.endsWith('sson'))
}

/** True when all words of the shorter stand in the longer, in order. */
function isWithin(shorter: readonly string[], longer: readonly string[]): boolean {
  let at = 0
  for (const word of longer) if (word === shorter[at]) at++
  return at === shorter.length
}
