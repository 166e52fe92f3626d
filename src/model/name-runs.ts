import type { Heading, Prose } from './body.js'
import type { Document } from './document.js'
import { knownText } from './known-text.js'
import { LastAsked } from './last-asked.js'
import type { Names, NearName } from './names.js'
import { folded } from './text.js'

/** A capitalised word, in a pattern. The letters are those of Latin script: ranges are many times faster than `\p{L}`. */
export const NAME_WORD = "[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ſ’'-]+"
/** Two to four capitalised words, in a pattern, without groups of its own. */
export const PERSON_WORDS = `${NAME_WORD}(?:\\s(?:(?:von|af|de|van)\\s)?${NAME_WORD}){1,3}`
/** Before a word, in a pattern: it does not go on from another. */
export const NOT_WITHIN = '(?<![A-Za-zÀ-ÖØ-öø-ſ0-9-])'

/** Two or more capitalised words that stand together in a text, and where. */
export interface CapitalisedRun {
  readonly text: string
  /** Offset in the stretch. */
  readonly index: number
  readonly stretch: Heading | Prose
}

/** Where names of people can stand in the headings and the prose of a document, read once. */
export function runsIn(document: Document): readonly CapitalisedRun[] {
  const known = runs.get(document)
  if (known !== undefined) return known
  const { headings, prose } = document.body
  const found: CapitalisedRun[] = []
  for (const heading of headings) addRuns(heading, found)
  for (const stretch of prose) addRuns(stretch, found)
  runs.set(document, found)
  return found
}

function addRuns(stretch: Heading | Prose, found: CapitalisedRun[]): void {
  if (found.length > MOST_RUNS || !CAPITAL_WITHIN.test(stretch.text)) return
  RUN.lastIndex = 0
  for (let run = RUN.exec(stretch.text); run !== null; run = RUN.exec(stretch.text)) {
    if (found.push({ text: run[0], index: run.index, stretch }) > MOST_RUNS) return
  }
}

/** The known names among some words, and the words beside them. */
export interface Parted {
  readonly found: readonly string[]
  readonly rest: readonly (readonly string[])[]
}

/** Finds the known names among capitalised words, longest first. */
export function partedBy(words: readonly string[], names: Names): Parted {
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
  return { found, rest: rest.filter(({ length }) => length > 0) }
}

/** Words of a run that are no known name, but near one or several. */
export interface NearWords {
  readonly written: string
  readonly near: readonly NearName[]
}

/** What in a run of capitalised words comes near known names. Remembered: the same few runs stand in every document. */
export function nearWordsIn(run: string, names: Names): NearWords | undefined {
  let known = answers.get(names)
  if (known === undefined) {
    known = new Map()
    answers.set(names, known)
  }
  if (!known.has(run)) {
    if (known.size > MOST_REMEMBERED) known.clear()
    known.set(run, findNearWords(run.split(/\s/), names))
  }
  return known.get(run)
}

function findNearWords(words: readonly string[], names: Names): NearWords | undefined {
  if (!words.some(word => names.hasWord(folded(word)))) return undefined
  for (const rest of partedBy(words, names).rest) {
    for (let length = Math.min(rest.length, 4); length > 1; length--) {
      for (let from = 0; from + length <= rest.length; from++) {
        const written = rest.slice(from, from + length).join(' ')
        const near = names.nearest(written).filter(({ name }) => written !== `${name}s`)
        if (near.length > 0) return { written, near }
      }
    }
  }
  return undefined
}

/** True of two to four capitalised words that can be the name of a person: "Nina Bjelke", not "Region Valland". */
export const looksLikeName = (written: string): boolean => judgedName(written).isName

const judgedName = knownText((written: string) => ({
  isName: NAME.test(written) && !INSTITUTION.test(written),
}))

/** True when the word before a place in a text begins with a capital: what stands there is part of a longer name. */
export function followsCapital(text: string, index: number): boolean {
  if (!/\s/.test(text[index - 1] ?? '')) return false
  const before = Math.max(text.lastIndexOf(' ', index - 2), text.lastIndexOf('\n', index - 2))
  return /[A-ZÀ-ÖØ-Þ]/.test(text[before + 1] ?? '')
}

const LONGEST = 5
/** More runs than any minutes have: a text of nothing but capitals is not read to its end for names. */
const MOST_RUNS = 5_000
const MOST_REMEMBERED = 20_000
const runs = new LastAsked<Document, readonly CapitalisedRun[]>()
const answers = new WeakMap<Names, Map<string, NearWords | undefined>>()

/** A cheap look: most stretches have a capital only where a sentence begins. */
const CAPITAL_WITHIN = /[A-ZÀ-ÖØ-Þ](?<=[A-Za-zÀ-ÖØ-öø-ſ’'-]\s[A-ZÀ-ÖØ-Þ])/
const RUN = new RegExp(`${NOT_WITHIN}${NAME_WORD}(?:\\s(?:(?:von|af|de|van)\\s)?${NAME_WORD}){1,11}`, 'g')
const NAME = new RegExp(`^${PERSON_WORDS}$`)
const INSTITUTION =
  /(?:region|kommun|landsting|förvaltning|nämnd|grupp|nätverk|skola|skolan|förskol|sjukvård|socialtjänst|polis|myndighet|verket|styrelse|samverkan|mottagning|enhet|avdelning|klinik|habilitering|länsstyrelse|universitet|högskola|uppdrag|projekt|barnet|barnen|familje|vård|hälsa|stöd|omsorg|utveckling|\bstatens\b|verk\b|\bbarn\b|\bunga\b|ungdom|vuxna|förbund|akademi|centrum|\bcenter|stiftelse|förening|bibliotek|institut|socialen|rådet\b|\b(?:BUP|IFO|HVB|SIP|TSI)\b)/iu
