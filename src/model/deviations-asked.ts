import type { Archive } from './archive.js'
import type { Day } from './day.js'
import { belongsTo, type Deviation, deviationOf, groupsOf, timeOf } from './deviation.js'
import { groupOf } from './group.js'
import { dayOfMeeting } from './meeting.js'
import { partyOf } from './party.js'
import { contains, type Period } from './period.js'
import type { Scope } from './report.js'
import { MEETINGS } from './rule.js'
import { enumerated, type Said } from './said.js'
import { stretchBefore } from './stretch-before.js'
import type { Compared } from './tally.js'

/** The deviations that a question is about. */
export interface DeviationsAsked {
  readonly compared: Compared<Deviation>
  /** Those that may belong to the period, but of which too little is known: only a year, or nothing. */
  readonly unplaced: readonly Deviation[]
  /** Slugs of the groups that the question is about. */
  readonly groups: readonly string[]
  readonly period?: Period
  /** Those of the groups below the one asked about: not counted, but not to be forgotten. */
  readonly below: readonly Deviation[]
}

/** Picks the deviations of a period and a group, and those of the stretch before. */
export function deviationsAsked(archive: Archive, scope: Scope): DeviationsAsked {
  const { period, group, organisation } = scope
  const before = stretchBefore(scope)
  const everything = archive
    .ofKind('avvikelse')
    .filter(({ unreadable, began }) => !unreadable && mayBeAsked(began, [period, before]))
    .map(deviationOf)
    .filter(deviation => organisation === undefined || isParty(organisation, deviation, archive))
  const all = everything.filter(
    deviation => group === undefined || groupsOf(deviation, archive).includes(group),
  )
  const lower = group === undefined ? [] : groupsBelow(archive, group)
  const isAsked = new Set(all)
  const within = (stretch: Period) => all.filter(deviation => belongsTo(deviation, stretch, archive))
  const items = period === undefined ? all : within(period)
  const earlier = before === undefined ? [] : within(before)
  return {
    compared: {
      items,
      ...(before !== undefined && {
        before: {
          period: before,
          ...((earlier.length > 0 || isKnown(archive, before, group)) && { items: earlier }),
        },
      }),
    },
    unplaced: period === undefined ? [] : all.filter(deviation => mayBelongTo(deviation, period, archive)),
    groups: group === undefined ? livingGroups(archive) : [group],
    ...(period !== undefined && { period }),
    below: everything.filter(
      deviation =>
        !isAsked.has(deviation) &&
        groupsOf(deviation, archive).some(slug => lower.includes(slug)) &&
        (period === undefined || belongsTo(deviation, period, archive)),
    ),
  }
}

/** True unless the day on which a deviation began lies outside what is asked about: then no more of it need be read. */
const mayBeAsked = (began: Day | undefined, [period, before]: readonly (Period | undefined)[]): boolean =>
  period === undefined ||
  began === undefined ||
  contains(period, began) ||
  (before !== undefined && contains(before, began))

/** True when an organisation, by its name in the register, has reported a deviation or is concerned by it. */
const isParty = (organisation: string, { from, concerns }: Deviation, archive: Archive): boolean =>
  [...(from === undefined ? [] : [from]), ...concerns].some(
    written => partyOf(written, archive).name === organisation,
  )

/** True when no more is known of a deviation than that it may belong to a period. */
function mayBelongTo(deviation: Deviation, period: Period, archive: Archive): boolean {
  const time = timeOf(deviation, archive)
  if (time === undefined) return true
  return time.from <= period.to && time.to >= period.from && !belongsTo(deviation, period, archive)
}

/** True when the archive holds something from a period: a meeting of the group, or of any. */
const isKnown = (archive: Archive, period: Period, group: string | undefined): boolean =>
  archive.ofKind(...MEETINGS).some(meeting => {
    const day = dayOfMeeting(meeting)
    return day !== undefined && contains(period, day) && (group === undefined || meeting.group === group)
  })

const livingGroups = (archive: Archive): readonly string[] =>
  archive
    .ofKind('grupp')
    .filter(({ status }) => status !== 'ersatt' && status !== 'upphörd')
    .map(document => groupOf(document).slug)

/** Slugs of the groups that have a group over them, at any distance. */
function groupsBelow(archive: Archive, top: string): readonly string[] {
  const below = new Set<string>()
  const groups = archive.ofKind('grupp').map(groupOf)
  const descend = (slug: string): void => {
    for (const { slug: lower, above } of groups) {
      if (above !== slug || lower === top || below.has(lower)) continue
      below.add(lower)
      descend(lower)
    }
  }
  descend(top)
  return [...below]
}

/** A note that names the deviations left out because nothing shows when they were. */
export function unplacedNote(unplaced: readonly Deviation[]): readonly Said[] {
  if (unplaced.length === 0) return []
  const names = enumerated(unplaced.map(({ name }) => name))
  return [
    {
      sv: `Räknas inte, för att det inte framgår om de hör till perioden: ${names.sv}.`,
      en: `Not counted, because nothing shows whether they belong to the period: ${names.en}.`,
    },
  ]
}
