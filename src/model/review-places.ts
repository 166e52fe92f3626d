import type { Body, Section } from './body.js'
import { mayBeRepeated } from './repeatable.js'
import type { Version, Versions } from './review-change.js'
import { type Paired, paired } from './review-pairs.js'
import { alike, areOpen, isReworked } from './review-words.js'

/** The sections of a document before and after a change, and which item of the meeting a place belongs to. */
export interface Places {
  readonly sections: Paired<Section>
  /** One name for the item on either side: the same where the item is the same. */
  home(side: 'before' | 'after', section: number | undefined): string
  /** The item as it is cited; absent above the first one. */
  cited(side: 'before' | 'after', section: number | undefined): string | undefined
}

/** Knows the sections of a document again: by their headings, else by their numbers, else by words that headings share. */
export function placesOf(versions: Versions): Places {
  const { before, after } = versions
  const bodies = { before: before.document.body, after: after.document.body }
  const sections = paired(bodies.before.sections, bodies.after.sections, [
    { by: (section, side) => pathOf(bodies[side], section) },
    { by: ({ number, depth }) => (number === undefined ? undefined : `${depth} ${number}`) },
    {
      by: (section, side) => (section.number === undefined ? numberedPath(bodies[side], section) : undefined),
    },
    {
      by: (section, side) => (section.number === undefined ? aboveOf(bodies[side], section) : undefined),
      fits: (old, now) => isReworked(old.title, now.title),
    },
  ])
  const sameAs = new Map(sections.pairs.map(([old, now]) => [old.index, now.index] as const))
  return {
    sections,
    home: (side, section) => {
      const item = itemOf(bodies[side], section)
      if (item === undefined) return 'top'
      const index = side === 'after' ? item.index : sameAs.get(item.index)
      return index === undefined ? `gone ${item.index}` : String(index)
    },
    cited: (side, section) => {
      const item = itemOf(bodies[side], section)
      return item === undefined ? undefined : citedItem(versions, side, item)
    },
  }
}

/** The nearest section with a number that a section is or lies under, else the outermost one. */
export function itemOf({ sections }: Body, section: number | undefined): Section | undefined {
  let at = section === undefined ? undefined : sections[section]
  while (at !== undefined && at.number === undefined && at.parent !== undefined) at = sections[at.parent]
  return at
}

/** `§ 4`, or a heading in quotes; `"…"` for one that may not be repeated. */
export function citedItem(versions: Versions, side: 'before' | 'after', section: Section): string {
  if (section.number !== undefined) return `§ ${section.number}`
  const version = versions[side]
  return isKnownTitle(version, section) || (areOpen(versions) && mayRepeat(version, section))
    ? `"${alike(section.title).slice(0, LONGEST)}"`
    : '"…"'
}

/** True of a heading that the kind itself has in its documents. */
const isKnownTitle = ({ document, archive }: Version, { title }: Section): boolean =>
  archive.kindOf(document)?.sections.some(each => alike(each.title) === alike(title)) ?? false

const mayRepeat = ({ document }: Version, { index, line }: Section): boolean =>
  mayBeRepeated(document, { section: index, line })

const pathOf = (body: Body, section: Section): string =>
  `${aboveOf(body, section)}\n${alike(section.title).toLowerCase()}`

/** A heading with the number of the item that it lies under, whatever that is called. */
const numberedPath = (body: Body, section: Section): string =>
  `${itemOf(body, section.index)?.number ?? ''}\n${alike(section.title).toLowerCase()}`

function aboveOf({ sections }: Body, { parent }: Section): string {
  const titles: string[] = []
  for (let at = parent; at !== undefined; at = sections[at]?.parent)
    titles.unshift(alike(sections[at]?.title ?? ''))
  return titles.join('\n').toLowerCase()
}

/** So much of a heading is shown, in UTF-16 code units. */
const LONGEST = 60
