import type { Prose } from './body.js'
import type { Place } from './place.js'

/** One sentence of a stretch of prose, as written, markup and line breaks included. */
export interface Sentence {
  readonly text: string
  /** Line of the file on which it begins. */
  readonly line: number
  readonly prose: Prose
}

/**
 * The sentences of a stretch of prose, in order. A full stop ends one only where a new one begins ("kl. 13"
 * goes on).
 */
export function sentencesOf(prose: Prose): readonly Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (const { index } of prose.text.matchAll(END)) {
    sentences.push(sentence(prose, start, index + 1))
    start = index + 1
  }
  sentences.push(sentence(prose, start, prose.text.length))
  return sentences.filter(({ text }) => text !== '')
}

/**
 * Where some words of a sentence or a stretch of prose stand in the file; `at` is their offset in its text.
 */
export function placeIn(
  { text, line }: { readonly text: string; readonly line: number },
  at: number,
  words: string,
): Place {
  const before = text.slice(0, at).split('\n').length - 1
  return { line: line + before, mark: words.split('\n')[0] ?? '' }
}

/** A sentence ends before white space and a capital, a quotation, an emphasis or a bracket. */
const END = /[.!?](?=[)"”’*_]{0,3}\s+["”“(*_[<]{0,3}\p{Lu})/gu

function sentence(prose: Prose, from: number, to: number): Sentence {
  const whole = prose.text.slice(from, to)
  const text = whole.trimStart()
  const before = prose.text.slice(0, from + whole.length - text.length)
  return { text: text.trimEnd(), line: prose.line + before.split('\n').length - 1, prose }
}
