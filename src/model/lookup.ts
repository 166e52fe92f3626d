import { type Address, partOf, readAddress, sectionNumber } from './address.js'
import type { Archive } from './archive.js'
import type { Action, Decision, Section } from './body.js'
import type { Document } from './document.js'
import { UserError } from './failure.js'
import { mayBeRepeated } from './repeatable.js'
import { folded, nearest } from './text.js'

/** What an address leads to: a document, and in it a section, a decision or an action. */
export interface Found {
  readonly document: Document
  readonly address: Address
  readonly section?: Section
  readonly decision?: Decision
  readonly action?: Action
}

/**
 * Finds what an id, an address or a path names.
 * @throws UserError with the nearest that there is, when there is none.
 */
export function found(archive: Archive, written: string): Found {
  const address = readAddress(written)
  const document = archive.byPath(written) ?? (address === undefined ? undefined : archive.byId(address.id))
  if (document === undefined || document.role !== 'document') throw noDocument(archive, written)
  if (address === undefined || partOf(address) === '')
    return { document, address: { id: document.id ?? document.path } }
  const part = partIn(document, address)
  if (part === undefined) throw noPart(document, address)
  return { document, address, ...part }
}

/** The section, decision or action of a document that an address means; absent when there is none. */
export function partIn(
  document: Document,
  address: Address,
): Pick<Found, 'section' | 'decision' | 'action'> | undefined {
  const { body } = document
  const section = body.sections.find(({ number, title }) =>
    address.section === undefined
      ? folded(title) === folded(address.heading ?? '')
      : number === sectionNumber(address.section),
  )
  if (address.decision !== undefined) {
    const decision = body.decisions.find(each => each.address === partOf(address))
    return decision === undefined ? undefined : { decision, ...(section !== undefined && { section }) }
  }
  if (address.action !== undefined) {
    const action = body.actions.find(each => folded(each.address) === folded(partOf(address)))
    return action === undefined ? undefined : { action, ...(section !== undefined && { section }) }
  }
  return section === undefined ? undefined : { section }
}

/**
 * What a document has of the sort that an address means, each as it is cited: sections, decisions or actions. An action
 * that is cited by a heading which may not be repeated is left out.
 */
export function partsLike(address: Address, document: Document): readonly string[] {
  const { body } = document
  if (address.action !== undefined) {
    const mayBeCited = (action: Action) => action.address.startsWith('§') || mayBeRepeated(document, action)
    return body.actions.filter(mayBeCited).map(each => each.address)
  }
  if (address.decision !== undefined) return body.decisions.flatMap(each => each.address ?? [])
  return body.sections.flatMap(({ number }) => (number === undefined ? [] : [`§ ${number}`]))
}

/** Last line of a section with all that stands below it. */
export function lastLineOf(document: Document, section: Section): number {
  const next = document.body.sections.find(
    ({ index, depth }) => index > section.index && depth <= section.depth,
  )
  const inside = document.body.sections.filter(
    ({ index }) => index >= section.index && (next === undefined || index < next.index),
  )
  return Math.max(...inside.map(({ endLine }) => endLine))
}

/** The nearest numbered section that a section is or lies under, as it is cited: ` § 4`; empty where there is none. */
export function citedSection(document: Document, section: number | undefined): string {
  let at = section === undefined ? undefined : document.body.sections[section]
  while (at !== undefined && at.number === undefined)
    at = at.parent === undefined ? undefined : document.body.sections[at.parent]
  return at?.number === undefined ? '' : ` § ${at.number}`
}

/** Says which document was meant, with the same part of it where it has one. */
function noDocument(archive: Archive, written: string): UserError {
  const unread = unreadableLike(archive, written)
  if (unread !== undefined) return notRead(written, unread)
  const address = readAddress(written)
  const id = nearest(
    address?.id ?? written,
    archive.documents.flatMap(({ id, path }) => (id === undefined ? [path] : [id])),
  )
  const near = id === undefined ? undefined : archive.byId(id)
  const part = address === undefined ? '' : partOf(address)
  const hasPart =
    near !== undefined && address !== undefined && part !== '' && partIn(near, address) !== undefined
  const meant = hasPart ? `${id} ${part}` : id
  return new UserError(
    { sv: `\`${written}\` finns inte i arkivet.`, en: `\`${written}\` is not in the archive.` },
    meant === undefined
      ? {
          sv: 'Skriv ett id som `PROT-lansgruppen-2024-05-31`; `samverkan list` visar dem som finns.',
          en: 'Write an id such as `PROT-lansgruppen-2024-05-31`; `samverkan list` shows those there are.',
        }
      : { sv: `Menade du \`${meant}\`?`, en: `Did you mean \`${meant}\`?` },
  )
}

/** The path of a document that could not be read and that an id may be about: ids and paths share day or slug. */
function unreadableLike(archive: Archive, written: string): string | undefined {
  const [day] = /\d{4}-\d\d-\d\d/.exec(written) ?? []
  const group = /^[^-]+-(.+?)-\d{4}-\d\d-\d\d/.exec(written)?.[1] ?? ''
  const id = folded(written)
  return archive.documents.find(
    ({ unreadable, path }) =>
      unreadable &&
      (folded(path).includes(id) || (day !== undefined && path.includes(day) && path.includes(`/${group}/`))),
  )?.path
}

const notRead = (written: string, path: string): UserError =>
  new UserError(
    {
      sv: `\`${written}\` kan stå i \`${path}\`, som inte går att läsa.`,
      en: `\`${written}\` may be in \`${path}\`, which cannot be read.`,
    },
    {
      sv: `\`samverkan validate ${path}\` säger vad som är fel i filen.`,
      en: `\`samverkan validate ${path}\` says what is wrong in the file.`,
    },
  )

function noPart(document: Document, address: Address): UserError {
  const parts = partsLike(address, document)
  const meant = nearest(partOf(address), parts)
  const some = parts.slice(0, 12).join(', ')
  return new UserError(
    {
      sv: `\`${partOf(address)}\` finns inte i ${document.id}.`,
      en: `\`${partOf(address)}\` is not in ${document.id}.`,
    },
    parts.length === 0
      ? { sv: 'Dokumentet har inget sådant.', en: 'The document has nothing of the kind.' }
      : {
          sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Där finns ${some}.`,
          en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}It has ${some}.`,
        },
  )
}
