import type { Body, Section } from './body.js'
import { type Document, mayBeQuoted } from './document.js'
import { knownText } from './known-text.js'
import { DATE_WORDS } from './mentioned-date.js'
import { folded } from './text.js'

/** What every meeting has whatever it is about. */
export type FormalItem = 'opening' | 'agenda' | 'previous' | 'officers' | 'other' | 'next' | 'closing'

/** What a formal item is by its title; absent for a matter of its own. */
export const formalItemOf = (title: string): FormalItem | undefined => formalityOf(title).is

const formalityOf = knownText((title: string): { readonly is: FormalItem | undefined } => {
  if (!MAYBE_FORMAL.test(title)) return PLAIN
  const words = folded(title)
  return { is: FORMAL.find(([form]) => form.test(words))?.[1] }
})

const PLAIN = { is: undefined }

/** A title made comparable: without dates, bracketed times, punctuation and small words. */
export const comparableTitle = (title: string): string =>
  folded(
    (/\d/.test(title) ? title.replace(DATES, ' ') : title)
      .replace(/\([^)]{0,80}\)/g, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  )
    .split(' ')
    .filter(word => !SMALL.has(word))
    .join(' ')

/** How an item is recognised: the words of its title, and what formal item it is. */
export interface ItemName {
  readonly words: string
  readonly formal: FormalItem | undefined
}

/** Reads the name of an item once, so that many can be compared. */
export const itemNameOf = knownText(
  (title: string): ItemName => ({
    words: comparableTitle(title),
    formal: formalItemOf(title),
  }),
)

/**
 * True when two titles name the same item: one holds the words of the other, or both name the same formal
 * item.
 */
export function isSameItem(a: ItemName, b: ItemName): boolean {
  if (a.words === b.words) return true
  if (a.formal !== undefined && a.formal !== 'officers' && a.formal === b.formal) return true
  if (a.words === '' || b.words === '') return false
  return ` ${a.words} `.includes(` ${b.words} `) || ` ${b.words} `.includes(` ${a.words} `)
}

/**
 * An item as a message may name it: by its title where that may be repeated, is short and holds no long
 * number; else by its number.
 */
export function shownItem(
  document: Document,
  { number, title }: { readonly number: string; readonly title: string },
): string {
  const isPlain = title !== '' && title.length <= LONGEST && !/\d{6}|`/.test(title)
  return mayBeQuoted(document) && isPlain ? `\`${`${number} ${title}`.trim()}\`` : number
}

/** The numbered sections that lie under no other numbered one: the items of a meeting. */
export const itemsOf = ({ sections }: Body): readonly Section[] =>
  sections.filter(section => section.number !== undefined && numberedAbove(sections, section) === undefined)

/** The nearest numbered section above a section; absent at the top. */
export function numberedAbove(sections: readonly Section[], section: Section): Section | undefined {
  let above = section.parent === undefined ? undefined : sections[section.parent]
  while (above !== undefined && above.number === undefined) {
    above = above.parent === undefined ? undefined : sections[above.parent]
  }
  return above
}

/** A section and every section below it. */
export const withSubsections = (sections: readonly Section[], section: Section): readonly Section[] => {
  const end = sections.findIndex(({ index, depth }) => index > section.index && depth <= section.depth)
  return sections.slice(section.index, end < 0 ? undefined : end)
}

/** Longest title that a message repeats. */
const LONGEST = 120
const SMALL: ReadonlySet<string> = new Set([
  'av',
  'för',
  'om',
  'i',
  'till',
  'på',
  'med',
  'kring',
  'gällande',
  'angående',
  'ang',
  'rörande',
])
/** A word that every formal title has one of: most titles have none and are done. */
const MAYBE_FORMAL =
  /protokoll|anteckning|föregående|dagordn|föredragn|agenda|ärendel|ärendef|öppn|inled|välkom|upprop|present|val |utse|övrig|nästa|kommande|möte|träff|avslut/i
const DATES = new RegExp(`(?:den\\s+)?(?<![\\p{L}\\p{N}])(?:${DATE_WORDS})(?![\\p{N}])`, 'giu')
const FORMAL: readonly (readonly [RegExp, FormalItem])[] = [
  [
    /^(?:(?:mötets|mötet|sammanträdets|sammanträdet)\s+)?(?:öppn|inled)|^välkom|^upprop|^presentation(?:srunda)?$/,
    'opening',
  ],
  [
    /(?:föregående|förra|tidigare|senaste)\s+(?:\p{L}{1,40}\s+)?\p{L}{0,40}(?:protokoll|anteckning)|(?:protokoll|anteckning)\p{L}{0,40}\s+från\s+(?:föregående|förra|senaste|den|\d)|^föregående\s+(?:möte|sammanträde)$/u,
    'previous',
  ],
  [/(?:^|\s)(?:dagordning|föredragningslist|agenda|ärendelist|ärendeförteckning)/, 'agenda'],
  [
    /^(?:val|utseende)\s+av\s+(?:\p{L}{1,40}\s+)?(?:protokoll|juster|ordförande|sekreterare|mötes)/u,
    'officers',
  ],
  [/^övrig(?:t|a)(?=$|\s+(?:frågor|ärenden|punkter|information))/, 'other'],
  [
    /^(?:datum\s+för\s+)?(?:nästa|kommande|nästkommande)\s+(?:\p{L}{0,40}möte|\p{L}{0,40}träff|\p{L}{0,40}sammanträde)|^mötestider|^(?:höstens|vårens|årets)\s+(?:möten|träffar)/u,
    'next',
  ],
  [
    /^(?:(?:mötets|mötet|sammanträdets|sammanträdet)\s+)?avslut(?:ning|as|ande)?(?:\s+av\s+(?:mötet|sammanträdet))?$|^(?:mötet|sammanträdet)\s+(?:förklaras\s+)?avslut/,
    'closing',
  ],
]
