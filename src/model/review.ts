import type { Document } from './document.js'
import { mayBeQuoted, nameOf, titleOf } from './document.js'
import type { ReviewedChange, Version } from './review-change.js'
import { whatChanged } from './review-document.js'
import { counted } from './review-words.js'
import { type Said, saidTogether } from './said.js'

/** What a change means for one document. */
export interface DocumentReview {
  readonly document: Document
  /** What it is called, with its title where both versions are open. */
  readonly head: string
  readonly is: 'new' | 'removed' | 'changed' | 'same'
  readonly changes: readonly ReviewedChange[]
}

/**
 * What a change means, document by document in the order of their paths. `before` and `after` are the documents whose
 * files the change touches; one that has moved is known again by its id.
 */
export function reviewOf(before: readonly Version[], after: readonly Version[]): readonly DocumentReview[] {
  const partners = partnersOf(before, after)
  const met = new Set(partners.values())
  const reviews = after.map(now => {
    const old = partners.get(now)
    return old === undefined ? appeared(now) : compared(old, now)
  })
  return [...reviews, ...before.filter(old => !met.has(old)).map(gone)].sort((a, b) =>
    a.document.path < b.document.path ? -1 : 1,
  )
}

/** By id where one document alone has it on either side, else by path. */
function partnersOf(before: readonly Version[], after: readonly Version[]): ReadonlyMap<Version, Version> {
  const partners = new Map<Version, Version>()
  const taken = new Set<Version>()
  for (const keyOf of [idOf, pathOf]) {
    const [olds, nows] = [lone(before, keyOf), lone(after, keyOf)]
    for (const [key, now] of nows) {
      const old = olds.get(key)
      if (old === undefined || taken.has(old) || partners.has(now)) continue
      partners.set(now, old)
      taken.add(old)
    }
  }
  return partners
}

/** The versions that alone have their key. */
function lone(versions: readonly Version[], keyOf: (version: Version) => string | undefined) {
  const found = new Map<string, Version>()
  const shared = new Set<string>()
  for (const version of versions) {
    const key = keyOf(version)
    if (key === undefined) continue
    if (found.has(key)) shared.add(key)
    found.set(key, version)
  }
  for (const key of shared) found.delete(key)
  return found
}

const idOf = ({ document }: Version): string | undefined => document.id?.toLowerCase()
const pathOf = ({ document }: Version): string => document.path

function compared(before: Version, after: Version): DocumentReview {
  const changes = whatChanged({ before, after })
  const isOpen = mayBeQuoted(before.document) && mayBeQuoted(after.document)
  return {
    document: after.document,
    head: isOpen ? headOf(after.document) : nameOf(after.document),
    is: changes.length === 0 ? 'same' : 'changed',
    changes,
  }
}

function appeared({ document, archive }: Version): DocumentReview {
  const kind = archive.kindOf(document)?.label ?? { sv: 'dokument', en: 'document' }
  const status = isStatus(document, archive.kindOf(document)?.statuses) ? `, ${document.status}` : ''
  const holds = held(document)
  const says: Said = document.unreadable
    ? {
        sv: `nytt dokument som inte går att läsa; \`samverkan validate ${document.path}\` säger varför`,
        en: `new document that cannot be read; \`samverkan validate ${document.path}\` says why`,
      }
    : {
        sv: `nytt dokument: ${kind.sv}${status}${holds.sv}`,
        en: `new document: ${kind.en}${status}${holds.en}`,
      }
  return { document, head: headOf(document), is: 'new', changes: [{ says }] }
}

const isStatus = (
  { status }: Document,
  statuses: readonly { readonly name: string }[] | undefined,
): boolean => statuses?.some(({ name }) => name === status) ?? false

function held({ body }: Document): Said {
  const counts = saidTogether(
    [
      ...counted(body.decisions.length, { sv: 'beslut', en: 'decision' }, { sv: 'beslut', en: 'decisions' }),
      ...counted(body.actions.length, { sv: 'uppdrag', en: 'action' }, { sv: 'uppdrag', en: 'actions' }),
    ],
    ', ',
  )
  return counts.sv === '' ? counts : { sv: ` (${counts.sv})`, en: ` (${counts.en})` }
}

const gone = ({ document }: Version): DocumentReview => ({
  document,
  head: headOf(document),
  is: 'removed',
  changes: [
    {
      says: {
        sv: `borttaget; fanns som \`${document.path}\``,
        en: `removed; it was \`${document.path}\``,
      },
    },
  ],
})

/** The title of an open document with its name; the name alone of any other, and of a register. */
const headOf = (document: Document): string =>
  document.role === 'document' && mayBeQuoted(document) && !document.unreadable
    ? `${nameOf(document)}: ${titleOf(document)}`
    : nameOf(document)
