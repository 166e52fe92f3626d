import type { Archive } from './archive.js'
import { groupOf } from './group.js'
import type { Period } from './period.js'
import type { WheelItem } from './wheel-item.js'
import { meetingItems } from './wheel-meetings.js'
import { memberItems } from './wheel-members.js'
import { standingItems } from './wheel-standing.js'
import { textItems } from './wheel-texts.js'

/**
 * The årshjul: what should happen in a period by what the groups have said themselves, what has happened, and what is
 * missing or late today. In the order of their days.
 */
export function wheelOf(
  archive: Archive,
  { period, group }: { readonly period: Period; readonly group?: string },
): readonly WheelItem[] {
  const homes = archive
    .ofKind('grupp')
    .filter(({ unreadable, status }) => !unreadable && status !== 'upphörd' && status !== 'ersatt')
    .filter(home => group === undefined || groupOf(home).slug === group)
  return [
    ...homes.flatMap(home => {
      // Of several archives two may have groups of one name: each is asked about its own.
      const own = archive.homeOf(home)
      return [
        ...meetingItems(home, own, period),
        ...standingItems(home, own, period),
        ...memberItems(home, own, period),
      ]
    }),
    ...textItems(archive, period).filter(item => group === undefined || item.group === group),
  ].toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}
