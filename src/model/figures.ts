import type { Body, Prose } from './body.js'
import { LastAsked } from './last-asked.js'

/** The stretches of prose with a figure in them, in order: only those can name a day. Looked for once. */
export function proseWithFigures(body: Body): readonly Prose[] {
  const known = found.get(body)
  if (known !== undefined) return known
  const prose = body.prose.filter(({ text }) => FIGURE.test(text))
  found.set(body, prose)
  return prose
}

const FIGURE = /\d/
const found = new LastAsked<Body, readonly Prose[]>()
