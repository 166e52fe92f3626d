import type { Archive } from '../../model/archive.js'
import { type Day, yearOf } from '../../model/day.js'
import type { Finding } from '../../model/diagnostic.js'
import type { Document } from '../../model/document.js'
import { groupOf } from '../../model/group.js'
import type { Rule } from '../../model/rule.js'
import { scheduledMeetings } from '../../model/scheduled-meeting.js'
import { meetingItems } from '../../model/wheel-meetings.js'

/**
 * A group meets as often as it has set itself. Seed S3: the steering group twice a year, the group once a term. Judged
 * in the years that the archive holds a meeting of the group from; a group without any is told so once.
 */
export const rule: Rule = {
  name: 'arshjul-mote-saknas',
  reach: 'archive',
  level: { draft: 'warning', review: 'warning', final: 'warning' },
  states: {
    sv: 'Gruppen har haft så många möten per år eller termin som den har satt (`möten`).',
    en: 'The group has held as many meetings a year or term as it has set (`möten`).',
  },
  because: {
    sv: 'Ett möte som aldrig blir av märks först när frågorna har blivit liggande ett halvår.',
    en: 'A meeting that never comes about is noticed only when its questions have lain for half a year.',
  },
  kinds: ['grupp'],
  *check(document, archive) {
    const { status } = document
    const { slug, rhythm } = groupOf(document)
    const wanted = rhythm.perTerm ?? rhythm.perYear
    if (wanted === undefined || status === 'upphörd' || status === 'ersatt') return
    const field = ['möten', rhythm.perTerm === undefined ? 'per_år' : 'per_termin']
    const years = yearsWithMeetings(archive, slug)
    if (years.size === 0) {
      if (startsLate(document, archive)) return
      yield {
        at: { field },
        says: {
          sv: `Gruppen har satt ${often(wanted, rhythm.perTerm === undefined).sv}, och arkivet har inget möte med den.`,
          en: `The group has set ${often(wanted, rhythm.perTerm === undefined).en}, and the archive has no meeting of it.`,
        },
        advice: {
          sv: 'Lägg in det senaste mötets protokoll eller anteckningar, eller kalla till ett möte med `samverkan new kallelse`.',
          en: 'Add the protocol or minutes of the last meeting, or call one with `samverkan new kallelse`.',
        },
      }
      return
    }
    yield* lacking(document, archive, years)
  },
  examples: [
    {
      shows: { sv: 'Fyra möten om året, tre finns', en: 'Four meetings a year, three are there' },
      typ: 'grupp',
      today: '2025-02-01',
      finds: ['grupper/demo.md: per_år: 4'],
    },
    {
      shows: { sv: 'En grupp utan möten', en: 'A group without meetings' },
      typ: 'grupp',
      files: { 'moten/demolag/2024/2024-04-18-anteckningar.md': undefined },
      finds: ['per_termin: 1'],
    },
    {
      shows: { sv: 'Året är inte slut', en: 'The year is not over' },
      typ: 'grupp',
      finds: [],
    },
    {
      shows: { sv: 'Gruppen har upphört', en: 'The group has ended' },
      typ: 'grupp',
      front: { status: 'upphörd' },
      files: { 'grupper/demo.md': undefined },
      today: '2025-02-01',
      finds: [],
    },
  ],
}

/** The years that the archive holds minutes or a protocol of the group from. */
const yearsWithMeetings = (archive: Archive, slug: string): ReadonlySet<number> =>
  new Set(
    scheduledMeetings(archive, slug)
      .filter(({ records }) => records.length > 0)
      .map(({ day }) => yearOf(day)),
  )

/** True of a group that is only being made, or whose archive has not begun. */
const startsLate = ({ stage }: Document, { settings, today }: Archive): boolean =>
  stage === 'draft' || (settings.begins !== undefined && settings.begins > today)

function* lacking(document: Document, archive: Archive, years: ReadonlySet<number>): Generator<Finding> {
  const [first] = scheduledMeetings(archive, groupOf(document).slug)
  if (first === undefined) return
  for (const item of meetingItems(document, archive, { from: first.day, to: archive.today })) {
    const { part, state, count, due, within, field } = item
    if (part !== 'meeting' || state !== 'missing' || count === undefined || !years.has(yearOf(due))) continue
    const isTerm = within === 'term'
    yield {
      at: { field },
      says: {
        sv: `${isTerm ? termOf(due) : yearOf(due)} saknas ${count} ${count === 1 ? 'möte' : 'möten'} av dem som gruppen har satt.`,
        en: `${isTerm ? termOf(due) : yearOf(due)} lacks ${count} ${count === 1 ? 'meeting' : 'meetings'} of those that the group has set.`,
      },
      advice: {
        sv: 'Lägg in det som saknas, eller ändra hur ofta gruppen möts om ni har bestämt något annat.',
        en: 'Add what is missing, or change how often the group meets if you have agreed on something else.',
      },
    }
  }
}

const termOf = (day: Day): string => `${day.slice(5, 7) <= '06' ? 'VT' : 'HT'}${yearOf(day)}`

const often = (count: number, isYear: boolean) => ({
  sv: `${count} ${count === 1 ? 'möte' : 'möten'} per ${isYear ? 'år' : 'termin'}`,
  en: `${count} ${count === 1 ? 'meeting' : 'meetings'} a ${isYear ? 'year' : 'term'}`,
})
