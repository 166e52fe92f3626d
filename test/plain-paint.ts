import type { Paint } from '../src/model/format.js'

const asItIs = (words: string): string => words

/** No colour: every text as it is. */
export const PLAIN: Paint = {
  error: asItIs,
  warning: asItIs,
  note: asItIs,
  strong: asItIs,
  faint: asItIs,
  good: asItIs,
  link: asItIs,
}
