import type { Section } from './body.js'
import type { Document, Stage } from './document.js'
import type { DocumentKind, RequiredSection } from './kind.js'
import { LastAsked } from './last-asked.js'
import { folded } from './text.js'

/**
 * For each section that a kind knows of, in its order, the first section of the document with that title; absent where
 * there is none.
 */
export function expectedSections(kind: DocumentKind, document: Document): readonly (Section | undefined)[] {
  const known = read.get(document)
  if (known !== undefined) return known
  const found: (Section | undefined)[] = kind.sections.map(() => undefined)
  if (found.length > 0) {
    const places = placesOf(kind)
    for (const section of document.body.sections)
      for (const place of places.get(folded(section.title)) ?? NOWHERE) found[place] ??= section
  }
  read.set(document, found)
  return found
}

const read = new LastAsked<Document, readonly (Section | undefined)[]>()

/** True when a section must be there in a document of a stage. */
export const isRequiredAt = ({ from }: RequiredSection, stage: Stage): boolean =>
  from !== undefined && STAGES.indexOf(from) <= STAGES.indexOf(stage)

const STAGES: readonly Stage[] = ['draft', 'review', 'final']
const NOWHERE: readonly number[] = []

/** The places that each title has in the order of a kind: one, unless the kind names a section twice. */
function placesOf(kind: DocumentKind): ReadonlyMap<string, readonly number[]> {
  const known = made.get(kind)
  if (known !== undefined) return known
  const places = new Map<string, number[]>()
  for (const [place, { title }] of kind.sections.entries())
    places.set(folded(title), [...(places.get(folded(title)) ?? []), place])
  made.set(kind, places)
  return places
}

const made = new WeakMap<DocumentKind, ReadonlyMap<string, readonly number[]>>()
