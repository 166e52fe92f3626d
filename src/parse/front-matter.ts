import matter from 'gray-matter'
import type { Fault } from '../model/document.js'
import { type Fields, NO_FIELDS } from '../model/fields.js'
import { LONGEST_FRONT_MATTER } from '../model/limits.js'
import { readYaml } from './yaml.js'

/** A file taken apart at its fence. */
export interface Parted {
  readonly fields: Fields
  readonly faults: readonly Fault[]
  /** True when the fields cannot be trusted to be whole. */
  readonly broken: boolean
  /** The text after the front matter, and the line of the file on which it begins. */
  readonly body: string
  readonly bodyLine: number
}

/**
 * Parts the front matter from the text. It opens with a first line that is exactly `---` and closes at the next such
 * line; nothing else is front matter, and nothing in it is ever executed.
 */
export function partFrontMatter(text: string): Parted {
  const header = headerOf(text)
  if ('fault' in header) {
    return {
      fields: NO_FIELDS,
      faults: [header.fault],
      broken: true,
      body: header.body,
      bodyLine: header.bodyLine,
    }
  }
  let read = { fields: NO_FIELDS, faults: [] as readonly Fault[], broken: false }
  const refuse = { parse: refused }
  // gray-matter runs `---js` unless the engine that its aliases lead to is replaced; the opening line has been
  // checked above, so these are a second lock on the same door (gray-matter #131).
  matter(text.slice(0, header.end), {
    language: 'yaml',
    engines: {
      yaml: {
        parse: yaml => {
          read = readYaml(yaml.replace(/^\n/, ''), 2)
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
  return { ...read, body: text.slice(header.bodyStart), bodyLine: header.bodyLine }
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
  | { readonly fault: Fault; readonly body: string; readonly bodyLine: number }

function headerOf(text: string): Header {
  if (!text.startsWith('---\n')) {
    const first = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'))
    const opens = /^(---|\+\+\+|;;;)/.test(first)
    const name = opens && first.trimEnd() !== '---' ? 'front-matter-executable' : 'front-matter-missing'
    return { fault: { name, at: { line: 1 } }, body: opens ? '' : text, bodyLine: 1 }
  }
  const close = text.startsWith('---', 4) && /^---(?:\n|$)/.test(text.slice(4, 8)) ? 3 : text.search(CLOSE)
  if (close < 0) return { fault: { name: 'front-matter-open', at: { line: 1 } }, body: '', bodyLine: 1 }
  const yaml = text.slice(4, close + 1)
  const lines = yaml.split('\n').length
  const bodyStart = Math.min(close + 5, text.length)
  const bodyLine = lines + 2
  if (yaml.length > LONGEST_FRONT_MATTER.characters || lines > LONGEST_FRONT_MATTER.lines) {
    return {
      fault: { name: 'too-large', at: { line: 1 }, detail: 'front-matter' },
      body: text.slice(bodyStart),
      bodyLine,
    }
  }
  const odd = yaml.split('\n').findIndex(line => /^(---|\.\.\.|%)/.test(line))
  if (odd >= 0) {
    const fault: Fault = { name: 'front-matter-open', at: { line: odd + 2 } }
    return { fault, body: text.slice(bodyStart), bodyLine }
  }
  return { end: close + 4, bodyStart, bodyLine }
}

const CLOSE = /\n---(?=\n|$)/

const refused = (): never => {
  throw new Error('Front matter other than YAML is never read.')
}
