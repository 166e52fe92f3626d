import type { Body } from '../model/body.js'
import { type Document, mayBeQuoted } from '../model/document.js'
import { textOf } from '../model/fields.js'
import type { DocumentKind } from '../model/kind.js'
import { folded } from '../model/text.js'

/** The facts of a body that are kept apart, so that each is read when it is asked for; prose is not among them. */
export const FACETS = [
  'headings',
  'sections',
  'decisions',
  'actions',
  'links',
  'mentions',
  'references',
  'comments',
  'confidential',
  'code',
] as const satisfies readonly (keyof Body)[]

/** One of them. */
export type Facet = (typeof FACETS)[number]

/** Stands in a row where the text may not be kept and the file is read again. */
export const WITHHELD = '?'

/**
 * True of a document of which something may be kept: not of one under secrecy, one that cannot be read, and, unless it
 * is open, one with faults or that only remark can read.
 *
 * Of a document that is not open, and of one with a passage that is not, the front matter is kept, which reports are
 * made of, and of the body what says nothing: ids, and headings that its kind itself has.
 */
export const mayBeKept = (document: Document, isIntricate: boolean): boolean =>
  document.grade !== 'sekretess' &&
  !document.unreadable &&
  (isOpen(document) || (document.faults.length === 0 && !isIntricate))

/** The row of the fields: JSON in which a character is a byte. */
export const fieldsRow = ({ fields }: Document): string => inBytes(JSON.stringify(fields))

/**
 * The row of the body: lines of JSON in which a character is a byte. One for the faults, one for each facet, and one
 * for the prose of what only remark can read; an empty line says that there is nothing.
 */
export function bodyRow(document: Document, kind: DocumentKind | undefined, isIntricate: boolean): string {
  const { faults, body } = document
  const known = isOpen(document) ? undefined : ownWords(document, kind)
  const facets = FACETS.map(facet =>
    body[facet].length === 0
      ? ''
      : known === undefined || saysNothing(body, facet, known)
        ? JSON.stringify(body[facet])
        : WITHHELD,
  )
  const lines = [
    faults.length === 0 ? '' : JSON.stringify(faults),
    ...facets,
    isIntricate ? JSON.stringify(body.prose) : '',
  ]
  return inBytes(lines.join('\n'))
}

const isOpen = (document: Document): boolean => mayBeQuoted(document) && !hasSecrets(document.body)

/** JSON in which a character is a byte. */
export const inBytes = (json: string): string =>
  json.replace(WIDE, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

const WIDE = /[\u0100-\uffff]/g

/** True of a body with a passage under secrecy or a sealed block. */
const hasSecrets = ({ confidential, code, sections }: Body): boolean =>
  confidential.length > 0 ||
  code.some(({ info }) => info.toLowerCase() === 'age') ||
  sections.some(({ attributes }) => attributes.some(({ key }) => key === 'Sekretess'))

/** The headings that the kind of a document has, and its own title. */
const ownWords = ({ fields }: Document, kind: DocumentKind | undefined): ReadonlySet<string> =>
  new Set([...(kind?.sections ?? []).map(({ title }) => title), textOf(fields, 'titel') ?? ''].map(folded))

/** True when a part of a body holds no words but those known. */
function saysNothing({ headings, sections }: Body, facet: Facet, known: ReadonlySet<string>): boolean {
  if (facet === 'mentions') return true
  if (facet === 'headings') return headings.every(({ text }) => known.has(folded(text)))
  return (
    facet === 'sections' &&
    sections.every(({ title, attributes }) => attributes.length === 0 && known.has(folded(title)))
  )
}
