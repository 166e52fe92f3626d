import type { Document } from './document.js'
import { stated } from './fields.js'
import { knownText } from './known-text.js'
import { quotation } from './quotation.js'
import { mayBeRepeated } from './repeatable.js'
import type { Version, Versions } from './review-change.js'
import type { Said } from './said.js'
import { sectionAt } from './section-at.js'

/** A text as its meaning goes: how it is broken into lines, and which quotes, dashes and spaces it is set with, is forgotten. */
export const alike = knownText((text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[”“„«»"]/g, '"')
    .replace(/[’‘´`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/…/g, '...')
    .replace(/\s+/g, ' ')
    .trim(),
)

/** True of two texts that share enough words to be one text that was reworked. */
export function isReworked(before: string, after: string): boolean {
  const [old, now] = [new Set(wordsIn(before)), new Set(wordsIn(after))]
  const shared = [...now].filter(word => old.has(word)).length
  return shared > 0 && shared * 3 >= Math.max(old.size, now.size)
}

/** Where two texts differ, with a word or two around: what says most in little room. */
function differing(before: string, after: string): readonly [before: string, after: string] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const isSame = (a: string | undefined, b: string | undefined) => alike(a ?? '') === alike(b ?? '')
  let start = 0
  while (start < Math.min(old.length, now.length) && isSame(old[start], now[start])) start++
  let end = 0
  while (end < Math.min(old.length, now.length) - start && isSame(old.at(-1 - end), now.at(-1 - end))) end++
  const from = Math.max(0, start - AROUND)
  const excerpt = (words: readonly string[]) => {
    const to = Math.min(words.length, words.length - end + AROUND)
    return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`
  }
  return [excerpt(old), excerpt(now)]
}

/** A text of one line of a version in backticks; absent where it may not be repeated. */
export function quotedFrom({ document }: Version, text: string, line: number): string | undefined {
  const section = sectionAt(document.body.sections, line)?.index
  return mayBeRepeated(document, { line, ...stated('section', section) })
    ? quotation(text, document)
    : undefined
}

/** A name in a sentence: short, on one line, without backticks; absent where it may not be repeated. */
export const namedFrom = (version: Version, name: string, line: number): string | undefined =>
  quotedFrom(version, name, line)?.slice(1, -1)

/** Something of a document, with the line on which it stands. */
interface Written {
  readonly text: string
  readonly line: number
}

/** ": `old` → `new`" where both may be repeated, else nothing. */
export function fromTo({ before, after }: Versions, old: Written, now: Written): string {
  const [was, is] = differing(old.text, now.text)
  const [first, last] = [quotedFrom(before, was, old.line), quotedFrom(after, is, now.line)]
  return first === undefined || last === undefined ? '' : `: ${first} → ${last}`
}

/**
 * True when both versions are open and the change hides nothing: only then are the words of either repeated. What a
 * change marks as confidential is not to be read in what is said of the change.
 */
export const areOpen = ({ before, after }: Versions): boolean =>
  before.document.grade === 'öppen' &&
  after.document.grade === 'öppen' &&
  hiddenIn(after.document) <= hiddenIn(before.document)

/** How many passages and sections of a document are marked as confidential. */
function hiddenIn(document: Document): number {
  const known = hidden.get(document)
  if (known !== undefined) return known
  const { confidential, sections } = document.body
  const marked = sections.filter(({ attributes }) => attributes.some(({ key }) => key === 'Sekretess'))
  hidden.set(document, confidential.length + marked.length)
  return confidential.length + marked.length
}

const hidden = new WeakMap<Document, number>()

/** "1 tillagt, 2 borttagna": how many, in both languages; nothing for none. */
export function counted(count: number, one: Said, several: Said): readonly Said[] {
  if (count === 0) return []
  const { sv, en } = count === 1 ? one : several
  return [{ sv: `${count} ${sv}`, en: `${count} ${en}` }]
}

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/)

const wordsIn = (text: string): readonly string[] =>
  alike(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** So many words are shown on either side of what differs. */
const AROUND = 2
