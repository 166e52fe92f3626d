import type { Archive } from './archive.js'
import { courseOf, type MatterCourse } from './matter-course.js'
import type { Period } from './period.js'
import { recordsAsked } from './records-asked.js'
import type { Scope } from './report.js'
import { enumerated, type Said } from './said.js'
import type { Sheet } from './sheet.js'
import { unreadIn } from './sources.js'
import { stretchBefore } from './stretch-before.js'
import type { Compared } from './tally.js'

/** The matters that a question is about. */
export interface MattersAsked {
  /** Those that lived at some time of the period: come in before its end and not closed before its beginning. */
  readonly compared: Compared<MatterCourse>
  readonly notes: readonly Said[]
  readonly sources: Sheet['sources']
}

/** Picks the matters of a period, of a group that has had them or is to have them, and of an organisation that handed them in. */
export function mattersAsked(archive: Archive, scope: Scope): MattersAsked {
  const { period, organisation } = scope
  const all = archive
    .ofKind('ärende')
    .filter(({ unreadable }) => !unreadable)
    .map(document => courseOf(document, archive))
    .filter(course => isOf(course, scope))
  const items = period === undefined ? all : all.filter(course => livedIn(course, period))
  const unplaced = period === undefined ? [] : all.filter(course => mayHaveLivedIn(course, period))
  const before = stretchBefore(scope)
  const earlier = before === undefined ? [] : all.filter(course => livedIn(course, before))
  const isKnown = earlier.length > 0 || recordsAsked(archive, scope).before !== undefined
  return {
    compared: {
      items,
      ...(before !== undefined && { before: { period: before, ...(isKnown && { items: earlier }) } }),
    },
    notes: [...periodNote(period), ...organisationNote(organisation), ...unplacedNote(unplaced)],
    sources: { documents: items.length, unreadable: unreadIn(archive, 'ärende') },
  }
}

const isOf = ({ group, path, handedInBy }: MatterCourse, scope: Scope): boolean =>
  (scope.group === undefined || group === scope.group || path.includes(scope.group)) &&
  (scope.organisation === undefined || handedInBy === scope.organisation)

const livedIn = ({ began, ended }: MatterCourse, { from, to }: Period): boolean =>
  began !== undefined && began.to <= to && (ended ?? began.to) >= from

/** True when no more is known than that a matter may have come in before the end of a period. */
const mayHaveLivedIn = (course: MatterCourse, period: Period): boolean =>
  !livedIn(course, period) &&
  (course.began === undefined || (course.began.from <= period.to && course.began.to > period.to))

const periodNote = (period: Period | undefined): readonly Said[] =>
  period === undefined
    ? []
    : [
        {
          sv: 'Här räknas ärenden som fanns någon gång under perioden. Läge och ålder är dagens.',
          en: 'Counted are matters that lived at some time of the period. State and age are those of today.',
        },
      ]

const organisationNote = (organisation: string | undefined): readonly Said[] =>
  organisation === undefined
    ? []
    : [
        {
          sv: `Bara ärenden som ${organisation} eller någon därifrån har lämnat in.`,
          en: `Only matters that ${organisation} or somebody from there handed in.`,
        },
      ]

function unplacedNote(unplaced: readonly MatterCourse[]): readonly Said[] {
  if (unplaced.length === 0) return []
  const names = enumerated(unplaced.map(({ name }) => name))
  return [
    {
      sv: `Räknas inte, för att det inte framgår när de kom in: ${names.sv}.`,
      en: `Not counted, because nothing shows when they came in: ${names.en}.`,
    },
  ]
}
