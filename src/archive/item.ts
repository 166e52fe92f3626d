import type { Said } from '../model/said.js'

/** An item of a meeting, and why it is there: in Swedish in the document, in the reader's language on the screen. */
export interface Item {
  readonly title: string
  readonly attributes: readonly { readonly key: string; readonly value: string }[]
  /** Lines of text under the heading. */
  readonly lines: readonly string[]
  readonly because: Said
  readonly subItems: readonly Item[]
}

/** An item of a title alone, or with lines under it. */
export const plain = (title: string, because: Said, lines: readonly string[] = []): Item => ({
  title,
  attributes: [],
  lines,
  because,
  subItems: [],
})
