import { actionChanges } from './review-actions.js'
import type { ReviewedChange, Version, Versions } from './review-change.js'
import { decisionChanges } from './review-decisions.js'
import { fieldChanges } from './review-fields.js'
import { placesOf } from './review-places.js'
import { proseChanges } from './review-prose.js'
import { restChanges } from './review-rest.js'
import { sectionChanges } from './review-sections.js'
import { alike } from './review-words.js'
import type { Said } from './said.js'

/**
 * What a change means for one document, in sentences: its fields first, then what stands under the items in their
 * order. Nothing for one that was only broken into lines or set anew. Of a document that is not open, before or after,
 * ids and the words of its kind are told and no others.
 */
export function whatChanged(versions: Versions): readonly ReviewedChange[] {
  const { before, after } = versions
  const moved = before.document.path === after.document.path ? [] : [movedFrom(before, after)]
  const unread = unreadable(before, after)
  if (unread !== undefined) return [...moved, { says: unread }]
  if (after.document.role === 'register') return fieldChanges(versions)
  const places = placesOf(versions)
  const title = titleChange(versions)
  const told = [
    ...sectionChanges(versions, places),
    ...decisionChanges(versions, places),
    ...actionChanges(versions, places),
    ...proseChanges(versions, places),
  ]
  const inText = [...title, ...told, ...restChanges(versions, places, [...title, ...told])]
  return [...moved, ...fieldChanges(versions), ...inPlaces(inText)]
}

/** The heading of the whole document, where it is another one than the field `titel` tells of. */
function titleChange({ before, after }: Versions): readonly ReviewedChange[] {
  const [was, is] = [before, after].map(({ document }) =>
    document.body.headings.find(({ depth }) => depth === 1),
  )
  return alike(was?.text ?? '') === alike(is?.text ?? '') ? [] : [{ says: TITLE }]
}

/** What stands in one place comes together, in the order in which the places were first met. */
function inPlaces(changes: readonly ReviewedChange[]): readonly ReviewedChange[] {
  const order = new Map<string, number>()
  for (const { place } of changes) {
    const number = Number(/^§ (\d+)/.exec(place ?? '')?.[1] ?? (place === undefined ? -1 : 10_000))
    if (!order.has(place ?? '')) order.set(place ?? '', number)
  }
  const rank = ({ place }: ReviewedChange) => order.get(place ?? '') ?? 0
  return changes.toSorted((a, b) => rank(a) - rank(b))
}

const movedFrom = ({ document: old }: Version, { document: now }: Version): ReviewedChange => ({
  says: {
    sv: `flyttat från \`${old.path}\` till \`${now.path}\``,
    en: `moved from \`${old.path}\` to \`${now.path}\``,
  },
})

function unreadable({ document: old }: Version, { document: now }: Version): Said | undefined {
  if (now.unreadable)
    return {
      sv: `går inte att läsa efter ändringen; \`samverkan validate ${now.path}\` säger varför`,
      en: `cannot be read after the change; \`samverkan validate ${now.path}\` says why`,
    }
  return old.unreadable
    ? {
        sv: 'gick inte att läsa före ändringen; vad som är ändrat kan inte sägas',
        en: 'could not be read before the change; what was changed cannot be told',
      }
    : undefined
}

const TITLE: Said = { sv: 'huvudrubriken ändrad', en: 'main heading changed' }
