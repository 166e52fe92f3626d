import type { Archive } from '../../model/archive.js'
import { type Day, daysAfter } from '../../model/day.js'
import type { Document } from '../../model/document.js'
import { dueIn } from '../../model/due.js'
import { textOf } from '../../model/fields.js'
import { groupOf } from '../../model/group.js'
import { daysOfMatter, isSettled, waitingMatter } from '../../model/matter.js'
import { dayIn } from '../../model/meeting.js'
import { readWrittenDate } from '../../model/period.js'
import type { Rule } from '../../model/rule.js'
import { documentsOf, isPlanned, isTakenUpAt, sittingsAfter } from '../../model/sitting.js'

/**
 * An open matter is at the next meeting of its group after the last that had it, or after it came in in time for one,
 * until it is closed or lifted. One that says when it comes back is left to `aterkommer-glomd`.
 */
export const rule: Rule = {
  name: 'arende-tappat',
  reach: 'archive',
  level: 'error',
  states: {
    sv: 'Ett öppet ärende finns med vid gruppens nästa möte.',
    en: 'An open matter is there at the next meeting of its group.',
  },
  because: {
    sv: 'Ett ärende som inte är avslutat men inte heller tas upp har ramlat mellan två möten.',
    en: 'A matter that is not closed, but not taken up either, has fallen between two meetings.',
  },
  kinds: ['ärende'],
  *check(document, archive) {
    const { fields, id } = document
    const group = textOf(fields, 'grupp')
    if (group === undefined || id === undefined || isSettled(document)) return
    if (readWrittenDate(textOf(fields, 'återkommer') ?? '') !== undefined) return
    const last =
      [...daysOfMatter(document, group, archive)].sort().at(-1) ?? inTimeSince(document, group, archive)
    if (last === undefined) return
    const [next, ...later] = sittingsAfter(archive, group, last)
    const waiting = waitingMatter(document)
    if (next === undefined || [next, ...later].some(sitting => isTakenUpAt(archive, sitting, waiting))) return
    if (isPutOffBeyond(next.day, id, archive)) return
    yield {
      at: { field: ['status'] },
      ...(isPlanned(next) && { level: 'warning' as const }),
      says: {
        sv: `Ärendet är öppet, men saknas vid gruppens möte ${next.day} (${documentsOf(next)}).`,
        en: `The matter is open, but is missing from the meeting of the group on ${next.day} (${documentsOf(next)}).`,
      },
      advice: {
        sv: `Skriv \`*Ärende: ${id}*\` under den punkt där det togs upp. Togs det inte upp: sätt \`återkommer\`, \`status: lyft\` eller \`status: avslutat\`.`,
        en: `Write \`*Ärende: ${id}*\` under the item where it was taken up. If it was not: set \`återkommer\`, \`status: lyft\` or \`status: avslutat\`.`,
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Nästa möte har inte ärendet', en: 'The next meeting does not have the matter' },
      typ: 'ärende',
      files: minutes('Inget.'),
      finds: ['status: pågår'],
    },
    {
      shows: {
        sv: 'Ärendet kom in i god tid, men inget möte har tagit upp det',
        en: 'The matter came in in good time, but no meeting has taken it up',
      },
      typ: 'ärende',
      front: { id: 'ARE-2024-k3k3', titel: 'Nattis', länkar: undefined },
      path: 'arenden/2024/are-2024-k3k3.md',
      finds: ['status: pågår'],
    },
    {
      shows: { sv: 'Ärendet kom in för sent för mötet', en: 'The matter came in too late for the meeting' },
      typ: 'ärende',
      front: { id: 'ARE-2024-k3k3', titel: 'Nattis', länkar: undefined, inkom: '2024-05-02' },
      path: 'arenden/2024/are-2024-k3k3.md',
      finds: [],
    },
    {
      shows: { sv: 'Nästa möte har ärendet', en: 'The next meeting has the matter' },
      typ: 'ärende',
      files: minutes('*Ärende: ARE-2024-a1b2*\n\nInget nytt.'),
      finds: [],
    },
    {
      shows: { sv: 'Ärendet är avslutat', en: 'The matter is closed' },
      typ: 'ärende',
      front: { status: 'avslutat' },
      files: minutes('Inget.'),
      finds: [],
    },
    {
      shows: { sv: 'Ärendet är lyft till en annan grupp', en: 'The matter is lifted to another group' },
      typ: 'ärende',
      front: { status: 'lyft', lyft_till: 'demolag' },
      files: minutes('Inget.'),
      finds: [],
    },
    {
      shows: { sv: 'Ärendet återkommer längre fram', en: 'The matter comes back later on' },
      typ: 'ärende',
      front: { återkommer: '2024-12' },
      files: minutes('Inget.'),
      finds: [],
    },
  ],
}

/** A day after which the next meeting is one that a matter came in in time for, where no meeting has had it yet. */
function inTimeSince(matter: Document, slug: string, archive: Archive): Day | undefined {
  const came = dayIn(textOf(matter.fields, 'inkom'))
  const group = archive.group(slug)
  const ahead = group === undefined ? 0 : (groupOf(group).rhythm.mattersInDays ?? 0)
  return came && daysAfter(came, Math.max(0, ahead - 1))
}

/** True when a meeting that had the matter put it off to a time after a day. */
const isPutOffBeyond = (day: Day, id: string, archive: Archive): boolean =>
  archive.pointingAt(id).some(({ from }) =>
    archive.leftOpenBy(from).some(({ what, about, due }) => {
      if (
        what !== 'deferred' ||
        due === undefined ||
        !about.some(each => each.toLowerCase() === id.toLowerCase())
      )
        return false
      const period = dueIn(due, from)
      return period !== undefined && period.from > day
    }),
  )

/** The minutes of the meeting after that of the demonstration archive. */
function minutes(said: string): Readonly<Record<string, string>> {
  return {
    'moten/demo/2024/2024-06-05-anteckningar.md': `---\nid: MA-demo-2024-06-05\ntyp: mötesanteckningar\ntitel: Möte\nstatus: granskning\nsekretess: öppen\ngrupp: demo\ndatum: 2024-06-05\n---\n\n# Möte\n\n## 1. Läget\n\n${said}\n`,
  }
}
