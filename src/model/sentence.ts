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
  let { line } = prose
  let counted = 0
  const take = (from: number, to: number): void => {
    const whole = prose.text.slice(from, to).trimEnd()
    const text = whole.trimStart()
    if (text === '') return
    const start = from + whole.length - text.length
    line += breaksBetween(prose.text, counted, start)
    counted = start
    sentences.push({ text, line, prose })
  }
  let start = 0
  for (const { index } of prose.text.matchAll(END)) {
    take(start, index + 1)
    start = index + 1
  }
  take(start, prose.text.length)
  return sentences
}

/**
 * Where some words of a sentence or a stretch of prose stand in the file; `at` is their offset in its text.
 */
export function placeIn(
  { text, line }: { readonly text: string; readonly line: number },
  at: number,
  words: string,
): Place {
  return { line: line + breaksBetween(text, 0, at), mark: words.split('\n')[0] ?? '' }
}

/** A sentence ends before white space and a capital, a quotation, an emphasis or a bracket. */
const END = /[.!?](?=[)"”’*_]{0,3}\s+["”“(*_[<]{0,3}\p{Lu})/gu

/** How many lines end between two places of a text. */
function breaksBetween(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}
