import matter from 'gray-matter'
import type { Fault } from '../model/document.js'
import { type Fields, NO_FIELDS } from '../model/fields.js'
import { LONGEST_FRONT_MATTER } from '../model/limits.js'
import type { ReadFields } from './careful-yaml.js'
import { readPlainYaml } from './plain-yaml.js'
import { asRead, type SlimText } from './slim-text.js'
import { readOddYaml } from './yaml.js'

/** A file taken apart at its fence. */
export interface Parted {
  readonly fields: Fields
  readonly faults: readonly Fault[]
  /** True when the fields cannot be trusted to be whole. */
  readonly broken: boolean
  /** Where the text after the front matter begins, and the line of the file on which that is. */
  readonly bodyStart: number
  readonly bodyLine: number
}

/** The same, with the text after the front matter. */
export function partFrontMatter(text: string): Parted & { readonly body: string } {
  const parted = partFields(asRead(text))
  return { ...parted, body: text.slice(parted.bodyStart) }
}

/**
 * Parts the front matter from the text. It opens with a first line that is exactly `---` and closes at the next such
 * line; nothing else is front matter, and nothing in it is ever executed.
 */
export function partFields(text: SlimText): Parted {
  const header = headerOf(text.slim)
  const { bodyStart, bodyLine } = header
  if ('fault' in header)
    return { fields: NO_FIELDS, faults: [header.fault], broken: true, bodyStart, bodyLine }
  const fields = readPlainYaml(text, 4, header.end - 3)
  if (fields !== undefined) return { fields, faults: [], broken: false, bodyStart, bodyLine }
  return { ...readOddFields(text.between(0, header.end)), bodyStart, bodyLine }
}

/** Fields that the plain reader has left; gray-matter parts them from their fence, at a third of what reading all costs. */
function readOddFields(fenced: string): ReadFields {
  let read: ReadFields = { fields: NO_FIELDS, faults: [], broken: false }
  const refuse = { parse: refused }
  // gray-matter runs `---js` unless the engine that its aliases lead to is replaced; the opening line has been
  // checked above, so these are a second lock on the same door (gray-matter #131).
  matter(fenced, {
    language: 'yaml',
    engines: {
      yaml: {
        parse: yaml => {
          read = readOddYaml(yaml.replace(/^\n/, ''), 2)
          return {}
        },
      },
      javascript: refuse,
      js: refuse,
      json: refuse,
      coffee: refuse,
      toml: refuse,
    },
  })
  return read
}

/** The YAML between the fences of a file that has them, for looking up positions; it begins on line 2. */
export function headerTextOf(text: string): string | undefined {
  const header = headerOf(text)
  return 'fault' in header ? undefined : text.slice(4, header.end - 3)
}

/** Offset at which the body begins; 0 where there is no front matter. */
export function bodyStartOf(text: string): number {
  const header = headerOf(text)
  return 'fault' in header ? 0 : header.bodyStart
}

type Header =
  | { readonly end: number; readonly bodyStart: number; readonly bodyLine: number }
  | { readonly fault: Fault; readonly bodyStart: number; readonly bodyLine: number }

function headerOf(text: string): Header {
  if (!text.startsWith('---\n')) {
    const first = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'))
    const opens = /^(---|\+\+\+|;;;)/.test(first)
    const name = opens && first.trimEnd() !== '---' ? 'front-matter-executable' : 'front-matter-missing'
    return { fault: { name, at: { line: 1 } }, bodyStart: opens ? text.length : 0, bodyLine: 1 }
  }
  const close = closeOf(text)
  if (close === undefined)
    return { fault: { name: 'front-matter-open', at: { line: 1 } }, bodyStart: text.length, bodyLine: 1 }
  let lines = 1
  let odd: number | undefined
  for (let at = 4; at <= close; at = text.indexOf('\n', at) + 1) {
    if (odd === undefined && isOddLine(text, at)) odd = lines
    lines++
  }
  const bodyStart = Math.min(close + 5, text.length)
  const bodyLine = lines + 2
  if (close - 3 > LONGEST_FRONT_MATTER.characters || lines > LONGEST_FRONT_MATTER.lines) {
    return { fault: { name: 'too-large', at: { line: 1 }, detail: 'front-matter' }, bodyStart, bodyLine }
  }
  if (odd !== undefined) {
    return { fault: { name: 'front-matter-open', at: { line: odd + 1 } }, bodyStart, bodyLine }
  }
  return { end: close + 4, bodyStart, bodyLine }
}

/** Offset of the line end before the closing fence. */
function closeOf(text: string): number | undefined {
  for (let at = 3; at >= 0; at = text.indexOf('\n---', at + 1)) {
    if (text.startsWith('---', at + 1) && (text.length === at + 4 || text[at + 4] === '\n')) return at
  }
  return undefined
}

/** True of a line that ends a YAML document, or begins one. */
const isOddLine = (text: string, at: number): boolean =>
  text[at] === '%' || text.startsWith('---', at) || text.startsWith('...', at)

const refused = (): never => {
  throw new Error('Front matter other than YAML is never read.')
}
