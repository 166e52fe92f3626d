import type { Section } from './body.js'
import type { Document, Stage } from './document.js'
import type { DocumentKind, RequiredSection } from './kind.js'
import { folded } from './text.js'

/** A section that a kind knows of, and where a document has it. */
export interface ExpectedSection extends RequiredSection {
  /** Its place in the order of the kind, from 0. */
  readonly order: number
  /** The first section of the document with that title; absent where there is none. */
  readonly found?: Section
}

/** The sections that a kind knows of, in its order, each with the section of the document that has its title. */
export function expectedSections(kind: DocumentKind, document: Document): readonly ExpectedSection[] {
  if (kind.sections.length === 0) return []
  const byTitle = new Map<string, Section>()
  for (const section of document.body.sections) {
    const title = folded(section.title)
    if (!byTitle.has(title)) byTitle.set(title, section)
  }
  return kind.sections.map((section, order) => {
    const found = byTitle.get(folded(section.title))
    return { ...section, order, ...(found !== undefined && { found }) }
  })
}

/** True when a section must be there in a document of a stage. */
export const isRequiredAt = ({ from }: RequiredSection, stage: Stage): boolean =>
  from !== undefined && STAGES.indexOf(from) <= STAGES.indexOf(stage)

const STAGES: readonly Stage[] = ['draft', 'review', 'final']
