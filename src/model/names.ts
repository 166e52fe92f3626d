import { type Document, mayBeQuoted } from './document.js'
import type { Register } from './register.js'
import type { Said } from './said.js'
import { editDistance, folded } from './text.js'

/** How a written name differs from the one it means: a misspelt part, a part left out or added, a stray hyphen. */
export type Slip = 'spelling' | 'part' | 'mark'

/** A known name that a written one comes near, and how it differs. */
export interface NearName {
  readonly name: string
  readonly slip: Slip
}

/** Names of people, to be asked for one that is written. */
export interface Names {
  /** The proper name, when exactly this is written (case and spaces aside). */
  exact(written: string): string | undefined
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
      for (const word of words) {
        const known = byWord.get(word)
        if (known === undefined) byWord.set(word, new Set([{ name, words }]))
        else known.add({ name, words })
      }
    }
  }
  return {
    exact: written => exact.get(keyOf(written)),
    near: written => {
      if (exact.has(keyOf(written))) return undefined
      const marked = packed.get(pack(written))
      if (marked !== undefined) return { name: marked, slip: 'mark' }
      const words = wordsIn(written)
      if (words.length < 2) return undefined
      const found = new Map<string, Slip>()
      for (const word of words) {
        for (const spelt of byWord.get(word) ?? []) {
          const slip = found.has(spelt.name) ? undefined : slipBetween(words, spelt.words)
          if (slip !== undefined) found.set(spelt.name, slip)
        }
      }
      const misspelt = [...found].filter(([, slip]) => slip === 'spelling')
      const [only, second] = misspelt.length > 0 ? misspelt : [...found]
      return only === undefined || second !== undefined ? undefined : { name: only[0], slip: only[1] }
    },
    hasWord: word => byWord.has(word),
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

/** A stretch of capitalised words that stand together, and where it begins in the text. */
export interface CapitalisedRun {
  readonly words: readonly string[]
  readonly index: number
}

/** The stretches of two or more capitalised words in a text: where names of people can stand. */
export const capitalisedIn = (text: string): readonly CapitalisedRun[] =>
  [...text.matchAll(RUN)].map(({ 0: run, index }) => ({ words: run.split(/\s/), index }))

/** The known names in a stretch of capitalised words, and the words beside them, longest names first. */
export function partedBy(words: readonly string[], names: Names) {
  const found: string[] = []
  const rest: (readonly string[])[] = []
  let open: string[] = []
  for (let at = 0; at < words.length; at++) {
    let taken = 0
    for (let length = Math.min(LONGEST, words.length - at); length > 1 && taken === 0; length--) {
      const written = words.slice(at, at + length).join(' ')
      const name = names.exact(written) ?? names.exact(written.replace(/s$/, ''))
      if (name === undefined) continue
      found.push(name)
      taken = length
    }
    if (taken === 0) open.push(words[at] ?? '')
    else {
      rest.push(open)
      open = []
      at += taken - 1
    }
  }
  rest.push(open)
  return { found, rest: rest.filter(({ length }) => length > 0) } as const
}

/** True of two to four capitalised words that can be the name of a person: "Nina Bjelke", not "Region Valland". */
export const looksLikeName = (written: string): boolean => NAME.test(written) && !INSTITUTION.test(written)

/** The first name of a person. */
export const firstNameOf = (name: string): string => name.split(' ', 1)[0] ?? ''

/** True when one single first name can be a slip for another: "Susanne" for "Susann". */
export const isNearFirstName = (written: string, name: string): boolean => {
  const [a, b] = [folded(written), folded(name)]
  return a.length > 4 && b.length > 4 && a[0] === b[0] && a !== `${b}s` && editDistance(a, b) === 1
}

/** How somebody is named at the head of a sentence: by name, unless the document may not be quoted. */
export const someone = (document: Document, name: string): Said =>
  mayBeQuoted(document) ? { sv: `\`${name}\``, en: `\`${name}\`` } : { sv: 'En person', en: 'A person' }

interface Spelt {
  readonly name: string
  readonly words: readonly string[]
}

const LONGEST = 5
const registered = new WeakMap<Register, Names>()

const RUN = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]+(?:\s(?:(?:von|af|de|van)\s)?\p{Lu}[\p{L}'’-]+)+/gu
const NAME = /^\p{Lu}[\p{L}'’-]+(?:\s(?:(?:von|af|de|van)\s)?\p{Lu}[\p{L}'’-]+){1,3}$/u
const INSTITUTION =
  /(?:region|kommun|landsting|förvaltning|nämnd|grupp|nätverk|skola|skolan|förskol|sjukvård|socialtjänst|polis|myndighet|verket|styrelse|samverkan|mottagning|enhet|avdelning|klinik|habilitering|länsstyrelse|universitet|högskola|uppdrag|projekt|barnet|barnen|familje|vård|hälsa|stöd|omsorg|utveckling|\b(?:BUP|IFO|HVB|SIP|TSI)\b)/iu

const keyOf = (written: string): string => written.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

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

/** One letter wrong in five, two in seven; "Jonsson" and "Johansson" are two names. */
function isMisspelt(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2 || Math.max(a.length, b.length) < 5) return false
  const distance = editDistance(a, b)
  if (distance <= 1) return true
  return (
    distance === 2 &&
    Math.min(a.length, b.length) > 6 &&
    a[0] === b[0] &&
    !(a.endsWith('sson') && b.endsWith('sson'))
  )
}

/** True when all words of the shorter stand in the longer, in order. */
function isWithin(shorter: readonly string[], longer: readonly string[]): boolean {
  let at = 0
  for (const word of longer) if (word === shorter[at]) at++
  return at === shorter.length
}
