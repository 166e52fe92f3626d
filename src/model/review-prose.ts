import { readAddress } from './address.js'
import type { Attribute, Link, Prose } from './body.js'
import { stated } from './fields.js'
import type { ReviewedChange, Version, Versions } from './review-change.js'
import { paired } from './review-pairs.js'
import type { Places } from './review-places.js'
import { alike, areOpen, counted, fromTo, isReworked, quotedFrom } from './review-words.js'
import { type Said, saidTogether } from './said.js'
import { sectionAt } from './section-at.js'

/** What has changed in running text, attribute lines and links, item by item; other people's confidence is not opened. */
export const proseChanges = (versions: Versions, places: Places): readonly ReviewedChange[] => [
  ...attributeChanges(versions, places),
  ...textChanges(versions, places),
  ...linkChanges(versions, places),
]

function textChanges(versions: Versions, places: Places): readonly ReviewedChange[] {
  const { before, after } = versions
  const { pairs, gone, added } = paired(textsIn(before), textsIn(after), [
    { by: ({ section, text }, side) => `${places.home(side, section)}\n${alike(text)}` },
    {
      by: ({ section }, side) => places.home(side, section),
      fits: (old, now) => isReworked(old.text, now.text),
    },
  ])
  const changed = pairs.filter(([old, now]) => alike(old.text) !== alike(now.text))
  const isKnown = wholeSections(places)
  const wanted = new Map<string, ChangedText>()
  const at = (side: 'before' | 'after', prose: Prose): ChangedText => {
    const key = places.home(side, prose.section)
    const place = places.cited(side, prose.section)
    const known = wanted.get(key) ?? { ...stated('place', place), gone: [], added: [], changed: [] }
    wanted.set(key, known)
    return known
  }
  for (const prose of gone) if (isKnown('before', prose)) at('before', prose).gone.push(prose)
  for (const prose of added) if (isKnown('after', prose)) at('after', prose).added.push(prose)
  for (const pair of changed) at('after', pair[1]).changed.push(pair)
  return [...wanted.values()].flatMap(text =>
    saysOf(text, versions).map(says => ({ ...stated('place', text.place), says })),
  )
}

/** The changed texts of one item. */
interface ChangedText {
  readonly place?: string
  readonly gone: Prose[]
  readonly added: Prose[]
  readonly changed: (readonly [Prose, Prose])[]
}

/** One or two changes each by its words, more of them by their number. */
function saysOf({ gone, added, changed }: ChangedText, versions: Versions): readonly Said[] {
  if (gone.length + added.length + changed.length > 2) {
    const counts = saidTogether(
      [
        ...counted(added.length, { sv: 'stycke tillagt', en: 'paragraph added' }, ADDED),
        ...counted(gone.length, { sv: 'stycke borttaget', en: 'paragraph removed' }, GONE),
        ...counted(changed.length, { sv: 'stycke ändrat', en: 'paragraph changed' }, CHANGED),
      ],
      ', ',
    )
    return [{ sv: `texten ändrad: ${counts.sv}`, en: `text changed: ${counts.en}` }]
  }
  const quote = (version: Version, { text, line }: Prose): string => {
    const quoted = areOpen(versions) ? quotedFrom(version, text, line) : undefined
    return quoted === undefined ? '' : `: ${quoted}`
  }
  return [
    ...gone.map(prose => {
      const quoted = quote(versions.before, prose)
      return { sv: `stycke borttaget${quoted}`, en: `paragraph removed${quoted}` }
    }),
    ...added.map(prose => {
      const quoted = quote(versions.after, prose)
      return { sv: `stycke tillagt${quoted}`, en: `paragraph added${quoted}` }
    }),
    ...changed.map(([old, now]) => {
      const quoted = areOpen(versions) ? fromTo(versions, old, now) : ''
      return { sv: `texten ändrad${quoted}`, en: `text changed${quoted}` }
    }),
  ]
}

/** Text that nothing else tells of, outside confidential passages. */
const textsIn = ({ document: { body } }: Version): readonly Prose[] =>
  body.prose
    .filter(
      ({ role, line }) =>
        role === 'text' && !body.confidential.some(hidden => hidden.line <= line && line <= hidden.endLine),
    )
    .map(prose => ({ ...prose, text: bare(prose.text) }))

/** A text without its markup; where links lead is told apart. */
const bare = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')

/** True of what stands in a section that is there both before and after: of a new one, its heading says enough. */
function wholeSections({
  sections,
}: Places): (side: 'before' | 'after', place: { readonly section?: number }) => boolean {
  const lost = new Set(sections.gone.map(({ index }) => index))
  const gained = new Set(sections.added.map(({ index }) => index))
  return (side, { section }) => section === undefined || !(side === 'before' ? lost : gained).has(section)
}

function attributeChanges(versions: Versions, places: Places): readonly ReviewedChange[] {
  return places.sections.pairs.flatMap(([old, now]) => {
    const place = places.cited('after', now.index)
    const { pairs, gone, added } = paired(old.attributes, now.attributes, [
      { by: ({ key, value }) => `${key}\n${alike(value)}` },
      { by: ({ key }) => key },
    ])
    const shown = (side: 'before' | 'after', attribute: Attribute) =>
      attributeValue(versions, side, attribute)
    return [
      ...gone.map(each => [each.key, shown('before', each), '–'] as const),
      ...added.map(each => [each.key, '–', shown('after', each)] as const),
      ...pairs
        .filter(([was, is]) => alike(was.value) !== alike(is.value))
        .map(([was, is]) => [is.key, shown('before', was), shown('after', is)] as const),
    ].map(([key, was, is]) => ({
      ...stated('place', place),
      says: { sv: `${key}: ${was} → ${is}`, en: `${key}: ${was} → ${is}` },
    }))
  })
}

/** Addresses and days stand as they are, other values in backticks where they may be repeated. */
function attributeValue(
  versions: Versions,
  side: 'before' | 'after',
  { key, value, line }: Attribute,
): string {
  const parts = value.split(/,\s*/)
  if (
    parts.every(part => readAddress(part) !== undefined || /^\d{4}-\d\d-\d\d$/.test(part)) &&
    key !== 'Föredragande'
  )
    return parts.join(', ')
  return (areOpen(versions) ? quotedFrom(versions[side], value, line) : undefined) ?? '…'
}

function linkChanges(versions: Versions, places: Places): readonly ReviewedChange[] {
  const { before, after } = versions
  const isKnown = wholeSections(places)
  const placed = ({ document: { body } }: Version): readonly PlacedLink[] =>
    body.links.map(link => ({ ...link, ...stated('section', sectionAt(body.sections, link.line)?.index) }))
  const { gone, added } = paired(placed(before), placed(after), [
    { by: ({ section, target }, side) => `${places.home(side, section)}\n${target}` },
  ])
  const told = (side: 'before' | 'after', link: PlacedLink, sv: string, en: string): ReviewedChange => {
    const target = areOpen(versions) ? quotedFrom(versions[side], link.target, link.line) : undefined
    const to = target === undefined ? { sv: '', en: '' } : { sv: ` till ${target}`, en: ` to ${target}` }
    return {
      ...stated('place', places.cited(side, link.section)),
      says: { sv: `länk${to.sv} ${sv}`, en: `link${to.en} ${en}` },
    }
  }
  return [
    ...gone.filter(link => isKnown('before', link)).map(link => told('before', link, 'borttagen', 'removed')),
    ...added.filter(link => isKnown('after', link)).map(link => told('after', link, 'tillagd', 'added')),
  ]
}

interface PlacedLink extends Link {
  readonly section?: number
}

const ADDED: Said = { sv: 'stycken tillagda', en: 'paragraphs added' }
const GONE: Said = { sv: 'stycken borttagna', en: 'paragraphs removed' }
const CHANGED: Said = { sv: 'stycken ändrade', en: 'paragraphs changed' }
