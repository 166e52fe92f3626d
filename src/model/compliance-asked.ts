import type { Archive } from './archive.js'
import { dutiesIn } from './compliance-duties.js'
import type { Duty } from './compliance-duty.js'
import { groupOf } from './group.js'
import { dayOfMeeting } from './meeting.js'
import type { Period } from './period.js'
import type { Scope } from './report.js'
import { MEETINGS } from './rule.js'
import type { Sheet } from './sheet.js'
import { unreadIn } from './sources.js'
import { stretchBefore } from './stretch-before.js'
import type { Compared } from './tally.js'

/** What groups were to do in the time that a question is about. */
export interface ComplianceAsked {
  readonly compared: Compared<Duty>
  /** Slugs of the groups asked about: also those of which nothing was asked. */
  readonly groups: readonly string[]
  readonly sources: Sheet['sources']
}

/** Picks what groups were to do in a period, and in the stretch before. Without a period: in the time of the archive. */
export function complianceAsked(archive: Archive, scope: Scope): ComplianceAsked {
  const items = dutiesIn(archive, scope.period ?? timeOfArchive(archive), scope)
  const before = stretchBefore(scope)
  const earlier = before === undefined ? [] : dutiesIn(archive, before, scope)
  return {
    compared: {
      items,
      ...(before !== undefined && {
        before: { period: before, ...(earlier.length > 0 && { items: earlier }) },
      }),
    },
    groups:
      scope.group === undefined
        ? archive
            .ofKind('grupp')
            .filter(({ unreadable, status }) => !unreadable && status !== 'upphörd' && status !== 'ersatt')
            .map(document => groupOf(document).slug)
        : [scope.group],
    sources: {
      documents: new Set(items.map(({ address }) => address.split(' ')[0])).size,
      unreadable: unreadIn(archive, ...MEETINGS, 'grupp', 'rutin', 'överenskommelse', 'avvikelse'),
    },
  }
}

/** From the day on which the archive begins, or its first meeting, until today. */
function timeOfArchive(archive: Archive): Period {
  const { settings, today } = archive
  const [first] = archive
    .ofKind(...MEETINGS)
    .flatMap(document => dayOfMeeting(document) ?? [])
    .sort()
  const from = settings.begins ?? first ?? today
  return from > today ? { from: today, to: today } : { from, to: today }
}
