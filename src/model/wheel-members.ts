import type { Archive } from './archive.js'
import { type Document, mayBeQuoted, nameOf } from './document.js'
import { stated } from './fields.js'
import { groupOf, type Member } from './group.js'
import { contains, type Period } from './period.js'
import { folded } from './text.js'
import type { WheelItem } from './wheel-item.js'

/** The members whose time ends in a period, and whether somebody comes after them. */
export function memberItems(home: Document, { today }: Archive, period: Period): readonly WheelItem[] {
  const { slug, members } = groupOf(home)
  return members.flatMap(member => {
    const { to } = member
    if (to === undefined || !contains(period, to)) return []
    const next = members.find(each => comesAfter(each, member))
    const state = next !== undefined ? 'done' : to < today ? 'missing' : 'coming'
    return [
      {
        part: 'term-of-member' as const,
        group: slug,
        due: to,
        within: 'day' as const,
        ...stated('title', mayBeQuoted(home) ? member.name : undefined),
        state,
        shownBy: [nameOf(home)],
        source: home,
        field: [...member.field, 'till'],
      },
    ]
  })
}

/** True of the same person with a longer time, or another who speaks for the same and is there afterwards. */
function comesAfter(other: Member, { name, organisation, represents, to }: Member): boolean {
  const isLater = to !== undefined && (other.to === undefined || other.to > to)
  const isSamePerson = folded(other.name) === folded(name)
  const speaksForSame = other.organisation === organisation && other.represents === represents
  return isLater && (isSamePerson || (speaksForSame && represents !== undefined))
}
