import type { Section } from './body.js'
import type { ReviewedChange, Versions } from './review-change.js'
import { citedItem, itemOf, type Places } from './review-places.js'
import { alike, areOpen, counted, fromTo, quotedFrom } from './review-words.js'
import type { Said } from './said.js'
import { saidTogether } from './said.js'

/** Sections that came, went, were renamed or got another number. What lies under one that came or went is not told apart. */
export function sectionChanges(versions: Versions, { sections }: Places): readonly ReviewedChange[] {
  const { pairs, gone, added } = sections
  return [
    ...outermost(gone).map(section => lost(versions, section)),
    ...outermost(added).map(section => gained(versions, section)),
    ...pairs
      .filter(([old, now]) => alike(old.title) !== alike(now.title) && !isToldByDecision(versions, now))
      .map(([old, now]) => renamed(versions, old, now)),
    ...renumbered(pairs),
  ]
}

/** Those of some sections that lie under none of the others. */
function outermost(sections: readonly Section[]): readonly Section[] {
  const indexes = new Set(sections.map(({ index }) => index))
  return sections.filter(({ parent }) => parent === undefined || !indexes.has(parent))
}

function lost(versions: Versions, section: Section): ReviewedChange {
  const title = titleIn(versions, 'before', section)
  return {
    place: placeOf(versions, 'before', section),
    says: saysOf(
      versions,
      'before',
      section,
      { sv: ['borttagen', 'borttaget'], en: 'removed' },
      { sv: title, en: title },
    ),
  }
}

function gained(versions: Versions, section: Section): ReviewedChange {
  const { body } = versions.after.document
  const last = Math.max(section.endLine, ...below(body.sections, section).map(({ endLine }) => endLine))
  const within = ({ line }: { readonly line: number }) => section.line <= line && line <= last
  const holds = [
    ...counted(body.decisions.filter(within).length, DECISION, DECISIONS),
    ...counted(body.actions.filter(within).length, ACTION, ACTIONS),
  ]
  const title = titleIn(versions, 'after', section)
  const rest = saidTogether(holds, ', ')
  const tail = (text: string) => (text === '' ? '' : ` (${text})`)
  return {
    place: placeOf(versions, 'after', section),
    says: saysOf(
      versions,
      'after',
      section,
      { sv: ['tillagd', 'tillagt'], en: 'added' },
      {
        sv: `${title}${tail(rest.sv)}`,
        en: `${title}${tail(rest.en)}`,
      },
    ),
  }
}

function below(sections: readonly Section[], top: Section): readonly Section[] {
  const next = sections.find(({ index, depth }) => index > top.index && depth <= top.depth)
  return sections.filter(({ index }) => index > top.index && (next === undefined || index < next.index))
}

/** Where a section is: itself, or the item with a number that it lies under. */
function placeOf(versions: Versions, side: 'before' | 'after', section: Section): string {
  const item = itemOf(versions[side].document.body, section.index) ?? section
  return citedItem(versions, side, item)
}

/** "paragrafen tillagd", "punkten borttagen", "avsnittet tillagt", "underrubriken borttagen". */
function saysOf(
  versions: Versions,
  side: 'before' | 'after',
  section: Section,
  verb: { readonly sv: readonly [common: string, neuter: string]; readonly en: string },
  rest: Said,
): Said {
  const [common, neuter] = verb.sv
  const isBelow = itemOf(versions[side].document.body, section.index)?.index !== section.index
  if (isBelow) return { sv: `underrubriken ${common}${rest.sv}`, en: `subheading ${verb.en}${rest.en}` }
  if (section.number === undefined)
    return { sv: `avsnittet ${neuter}${rest.sv}`, en: `section ${verb.en}${rest.en}` }
  const noun = section.isParagraph ? 'paragrafen' : 'punkten'
  return { sv: `${noun} ${common}${rest.sv}`, en: `item ${verb.en}${rest.en}` }
}

/** True of a heading that says who decides: the decision under it tells of it. */
const isToldByDecision = ({ after }: Versions, { index, number }: Section): boolean =>
  number === undefined &&
  after.document.body.decisions.some(({ form, section }) => form === 'att' && section === index)

/** The heading of a section, where its place does not its place does not say. */
function titleIn(
  versions: Versions,
  side: 'before' | 'after',
  { index, number, title, line }: Section,
): string {
  const isPlace = number === undefined && itemOf(versions[side].document.body, index)?.index === index
  const quoted = isPlace || !areOpen(versions) ? undefined : quotedFrom(versions[side], title, line)
  return quoted === undefined ? '' : `: ${quoted}`
}

function renamed(versions: Versions, old: Section, now: Section): ReviewedChange {
  const isBelow = itemOf(versions.after.document.body, now.index)?.index !== now.index
  const quoted = areOpen(versions)
    ? fromTo(versions, { text: old.title, line: old.line }, { text: now.title, line: now.line })
    : ''
  return {
    place: placeOf(versions, 'after', now),
    says: isBelow
      ? { sv: `underrubriken ändrad${quoted}`, en: `subheading changed${quoted}` }
      : { sv: `rubriken ändrad${quoted}`, en: `heading changed${quoted}` },
  }
}

function renumbered(pairs: readonly (readonly [Section, Section])[]): readonly ReviewedChange[] {
  const moved = pairs.filter(([old, now]) => old.number !== now.number)
  if (moved.length === 0) return []
  const all = moved.map(([old, now]) => `${numberOf(old)} → ${numberOf(now)}`).join(', ')
  return [{ says: { sv: `nya nummer: ${all}`, en: `new numbers: ${all}` } }]
}

const numberOf = ({ number }: Section): string => (number === undefined ? '–' : `§ ${number}`)

const DECISION: Said = { sv: 'beslut', en: 'decision' }
const DECISIONS: Said = { sv: 'beslut', en: 'decisions' }
const ACTION: Said = { sv: 'uppdrag', en: 'action' }
const ACTIONS: Said = { sv: 'uppdrag', en: 'actions' }
