import type { Archive } from '../model/archive.js'
import { type Day, daysBetween, monthOf, yearOf } from '../model/day.js'
import { type Deferral, deferralsIn, returningSections } from '../model/deferral.js'
import { type Document, nameOf } from '../model/document.js'
import { dueIn } from '../model/due.js'
import { dayOfMeeting } from '../model/meeting.js'
import { RECORDS } from '../model/rule.js'
import type { Waiting } from '../model/waiting.js'
import { matterIds, takesUp } from './carry-forward.js'

/**
 * What only the prose of earlier meetings put off: "återkommer senare" comes before the next meeting, "på
 * septembermötet" before the first from September on, "vid mötet den 13 juni" before the first from that day on. `validate` asks for the day; until it is there, the
 * next agenda asks. What a later record cites has been taken up. Seeds S1 § 3, S2 § 6.
 */
export function spokenDeferrals(archive: Archive, slug: string, meeting: Day): readonly Waiting[] {
  const records = archive
    .meetingsOf(slug)
    .filter(document => isRecord(document) && heldBefore(document, meeting))
  return records.flatMap((document, index) => {
    const later = records.slice(index + 1)
    return deferred(document)
      .filter(({ deferral }) => isTimely(deferral, document, meeting, later))
      .map(({ waiting }) => waiting)
      .filter(waiting => !later.some(record => takesUp(record, waiting)))
  })
}

const isRecord = ({ typ }: Document): boolean => (RECORDS as readonly string[]).includes(typ ?? '')

const heldBefore = (document: Document, meeting: Day): boolean => {
  const day = dayOfMeeting(document)
  return day !== undefined && day < meeting
}

function deferred(document: Document) {
  const returning = returningSections(document.body)
  return deferralsIn(document.body)
    .filter(
      ({ section }) => section === undefined || !(returning.has(section) || hasMatter(document, section)),
    )
    .map(deferral => ({
      deferral,
      waiting: {
        what: 'deferred',
        address: `${nameOf(document)}${placeOf(document, deferral.section)}`,
        text: deferral.sentence.text
          .replace(/\*\*|__/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
        from: document,
        line: deferral.sentence.line,
        about: [],
        because: { sv: `sköts upp vid ${nameOf(document)}`, en: `was put off at ${nameOf(document)}` },
      } satisfies Waiting,
    }))
}

/** True of what stands under a matter: the matter itself is before the group until it is closed. */
function hasMatter({ body }: Document, section: number): boolean {
  for (let at = body.sections[section]; at !== undefined; at = body.sections[at.parent ?? -1]) {
    if (matterIds(at.attributes).some(id => /^ARE-/i.test(id))) return true
  }
  return false
}

/** ` § 3`: the nearest number above. */
function placeOf({ body }: Document, section: number | undefined): string {
  let at = body.sections[section ?? -1]
  while (at !== undefined && at.number === undefined) at = body.sections[at.parent ?? -1]
  return at?.number === undefined ? '' : ` § ${at.number}`
}

/** To the next meeting, or some time: right after. To a day: at the first meeting from then on. To a month: from the first such month on, within a year. */
function isTimely(
  { until, words }: Deferral,
  document: Document,
  meeting: Day,
  later: readonly Document[],
): boolean {
  const held = dayOfMeeting(document)
  if (held === undefined) return false
  if (until === 'a day') {
    const day = dueIn(words, document)?.from
    return day !== undefined && held < day && day <= meeting && later.every(each => heldBefore(each, day))
  }
  if (typeof until === 'string') return later.length === 0
  const year = until > monthOf(held) ? yearOf(held) : yearOf(held) + 1
  const from = `${year}-${String(until).padStart(2, '0')}-01`
  return from <= meeting && daysBetween(held, meeting) <= 400
}
