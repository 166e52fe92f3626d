import { knownText } from './known-text.js'

/** A text made comparable: NFC, lower case, single spaces, no surrounding punctuation or quotes. */
export const folded = knownText((text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[\s"”“'’.,:;!?–-]+|[\s"”“'’.,:;!?–-]+$/g, ''),
)

/** A name for files and groups: ASCII, lower case, words joined by hyphens (å ä → a, ö → o). */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** The identifier that a forge gives a heading, so that `[…](fil.md#rubrik)` resolves on its web page (GitHub, GitLab, Forgejo). */
export const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-')

/** How many single-character edits (insert, delete, replace, swap of neighbours) turn one text into another. Optimal string alignment. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + cost,
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1)
      }
      current.push(least)
    }
    beforeLast = last
    last = current
  }
  return last[b.length] ?? 0
}

/** The candidate that a misspelt word most likely meant, within a third of its length; absent when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const sought = folded(word)
  let best: string | undefined
  let least = Math.max(1, Math.floor(sought.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(sought, folded(candidate))
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}
