import { formalItemOf } from '../../model/agenda-item.js'
import { type Day, daysBetween, readDay, yearOf } from '../../model/day.js'
import type { Finding } from '../../model/diagnostic.js'
import { type Document, mayBeQuoted } from '../../model/document.js'
import { textOf } from '../../model/fields.js'
import { groupOf } from '../../model/group.js'
import { dayIn, meetingOf } from '../../model/meeting.js'
import { datesIn, dayAhead, isSameDay, mayNameADay } from '../../model/mentioned-date.js'
import { type MeetingClaim, meetingClaimsOf } from '../../model/next-meeting.js'
import { readWrittenDate } from '../../model/period.js'
import type { Place } from '../../model/place.js'
import { MEETINGS, type Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'
import type { Surroundings } from '../../model/surroundings.js'

/**
 * One thing has one date. Seeds S1 (13 and 16 December for the last meeting) and S3 (dated in April, signed
 * in March).
 */
export const rule: Rule = {
  name: 'datumkonflikt',
  level: 'warning',
  states: {
    sv: 'Samma sak har samma datum överallt i dokumentet.',
    en: 'One thing has one date throughout the document.',
  },
  because: {
    sv: 'När två datum står för samma möte kommer några på fel dag, och ingen vet vilket beslut som gäller från när.',
    en: 'Where two dates stand for one meeting some come on the wrong day, and nobody knows from when a decision holds.',
  },
  kinds: [...MEETINGS, 'rutin', 'överenskommelse'],
  *check(document, surroundings) {
    const isMeeting = (MEETINGS as readonly string[]).includes(document.typ ?? '')
    yield* isMeeting ? ofMeeting(document, surroundings) : ofRoutine(document)
  },
  examples: [
    {
      shows: {
        sv: 'Nästa möte har en dag i fältet och en annan i texten',
        en: 'The next meeting has one day in the field and another in the text',
      },
      body: '## § 1 Läget\n\nNästa möte är fredagen den 20 september.\n',
      finds: ['Nästa möte är fredagen den 20 september.'],
    },
    {
      shows: {
        sv: 'Årets sista träff är före nästa möte',
        en: 'The last meeting of the year is before the next one',
      },
      front: { nästa: '{datum: 2024-12-16, tid: 13-15}' },
      body: '## § 1 Mötestider\n\nFörslag tas fram till årets sista träff den 13 december.\n\n## Höstens möten\n\n16 december kl 13-15\n',
      finds: ['årets sista träff den 13 december'],
    },
    {
      shows: {
        sv: 'Nästa möte finns inte bland höstens möten',
        en: 'The next meeting is not among those of the autumn',
      },
      body: '## § 1 Läget\n\nBra.\n\n## Höstens möten\n\n- 17 september\n- 21 november\n',
      finds: ['- 17 september'],
    },
    {
      shows: { sv: 'Titeln har en annan dag än mötet', en: 'The title has another day than the meeting' },
      front: { titel: 'Demogruppens möte 2024-05-22' },
      finds: ['titel: Demogruppens möte 2024-05-22'],
    },
    {
      shows: {
        sv: 'Rubriken om det föregående protokollet har ett annat datum',
        en: 'The heading on the previous record has another date',
      },
      body: '## § 1 Föregående protokoll, 14 mars\n\nGodkändes.\n',
      finds: ['## § 1 Föregående protokoll, 14 mars'],
    },
    {
      shows: {
        sv: 'En rutin är undertecknad före beslutet',
        en: 'A routine was signed before it was decided',
      },
      typ: 'rutin',
      body: '## Syfte\n\nUppgifter följer med.\n\nEkmo december 2023\n\nAlva Ask\nSkolchef\n',
      finds: ['Ekmo december 2023'],
    },
    {
      shows: {
        sv: 'Andra gruppers möten, det förra mötet och andra dagar är andra saker',
        en: 'Meetings of other groups, the last meeting and other days are other things',
      },
      body: '## § 1 Läget\n\nFrågan avgörs i chefsgruppen; nästa möte för den gemensamma är 15 november. Styrgruppens nästa möte är den 3 oktober. Den 21 mars var vi i Ekmo. Nästa konferens är den 6 november. Nästa möte den 19 september.\n\n## § 2 Konferens 6/11\n\nFöregående möte var 21 mars.\n\n- [ ] Cia Dahl: svara (senast 2024-12-13)\n',
      finds: [],
    },
    {
      shows: { sv: 'Titel, huvud och underskrift stämmer', en: 'Title, head and signature agree' },
      typ: 'rutin',
      front: { titel: 'Rutin för överlämning 2024-01-18' },
      body: '## Syfte\n\nUppgifter följer med.\n\nEkmo januari 2024\n\nAlva Ask\n',
      finds: [],
    },
  ],
}

function* ofMeeting(document: Document, surroundings: Surroundings): Iterable<Finding> {
  const { day, group, previous } = meetingOf(document)
  const home = group === undefined ? undefined : surroundings.group(group)
  if (day !== undefined) {
    yield* titles(document, [day], 'datum')
    yield* head(document, day)
  }
  const earlier = readDay(/\d{4}-\d{2}-\d{2}/.exec(previous ?? '')?.[0])
  if (earlier !== undefined) yield* headingsOnPrevious(document, earlier)
  if (day !== undefined) yield* nextMeeting(document, day, home === undefined ? '' : groupOf(home).name)
}

function* ofRoutine(document: Document): Iterable<Finding> {
  const decided = dayIn(textOf(document.fields, 'beslutad'))
  if (decided === undefined) return
  const days = ['beslutad', 'gäller_från', 'gäller_till', 'revideras', 'följs_upp'].flatMap(
    field => dayIn(textOf(document.fields, field)) ?? [],
  )
  yield* titles(document, days, 'beslutad')
  for (const { text, line, section, quoted, role } of document.body.prose) {
    const signed = quoted || role !== 'text' || section === undefined ? null : SIGNED.exec(text)
    const period = signed === null ? undefined : readWrittenDate(signed[1] ?? '')?.period
    if (period === undefined || period.to >= decided) continue
    const date = signed?.[1] ?? ''
    yield conflict(document, { line, mark: date }, 'beslutad', {
      sv: `Här är det undertecknat \`${date}\`, före beslutet: \`beslutad\` är ${decided}.`,
      en: `Here it is signed \`${date}\`, before the decision: \`beslutad\` is ${decided}.`,
    })
  }
}

/**
 * The title, in the field and above the text, has no other day than the document; once where both say the
 * same.
 */
function* titles(document: Document, days: readonly Day[], field: string): Iterable<Finding> {
  const { fields, body } = document
  const [day] = days
  if (day === undefined) return
  const top = body.headings.find(({ depth }) => depth === 1)
  const places: readonly (readonly [string | undefined, Place])[] = [
    [textOf(fields, 'titel'), { field: ['titel'] }],
    [top?.text === textOf(fields, 'titel') ? undefined : top?.text, { line: top?.line ?? 1 }],
  ]
  const told = new Set<Day>()
  for (const [title = '', at] of places) {
    if (!mayNameADay(title.replace(day, ' '))) continue
    const [date, ...more] = datesIn(title, yearOf(day))
    if (
      date === undefined ||
      more.length > 0 ||
      told.has(date.day) ||
      days.some(each => isSameDay(date, each))
    )
      continue
    told.add(date.day)
    yield conflict(document, at, field, {
      sv: `Titeln säger \`${date.written}\`, men \`${field}\` är ${day}.`,
      en: `The title says \`${date.written}\`, but \`${field}\` is ${day}.`,
    })
  }
}

/** A line above the first section that is a date, or labelled as that of the meeting. */
function* head(document: Document, day: Day): Iterable<Finding> {
  for (const { text, line, section, quoted } of document.body.prose) {
    if (section !== undefined || quoted || !HEAD.test(text)) continue
    const [date, ...more] = datesIn(text.split('\n')[0] ?? '', yearOf(day))
    if (date === undefined || more.length > 0 || isSameDay(date, day)) continue
    yield conflict(document, { line, mark: date.written }, 'datum', {
      sv: `Här står \`${date.written}\`, men \`datum\` är ${day}.`,
      en: `Here it says \`${date.written}\`, but \`datum\` is ${day}.`,
    })
  }
}

/** A heading on the previous record has its date. */
function* headingsOnPrevious(document: Document, earlier: Day): Iterable<Finding> {
  for (const { title, line } of document.body.sections) {
    if (!/\d/.test(title) || formalItemOf(title) !== 'previous') continue
    const [date, ...more] = datesIn(title, yearOf(earlier))
    if (date === undefined || more.length > 0 || isSameDay(date, earlier)) continue
    yield conflict(document, { line, mark: date.written }, 'föregående', {
      sv: `Rubriken säger \`${date.written}\`, men \`föregående\` är från ${earlier}.`,
      en: `The heading says \`${date.written}\`, but \`föregående\` is from ${earlier}.`,
    })
  }
}

/**
 * What the text says of the next meeting agrees with `nästa`, or, where the field is missing, with itself.
 */
function* nextMeeting(document: Document, day: Day, groupName: string): Iterable<Finding> {
  const claims = meetingClaimsOf(document, groupName)
  const stated = meetingOf(document).next?.day
  const said = claims.find(({ says, dates }) => says === 'next' && dates[0] !== undefined)?.dates[0]
  const next = stated ?? (said === undefined ? undefined : dayAhead(said, day))
  if (next === undefined) return
  const other: Said =
    stated === undefined
      ? { sv: `på annat håll står ${next}`, en: `elsewhere it says ${next}` }
      : { sv: `\`nästa\` är ${next}`, en: `\`nästa\` is ${next}` }
  for (const claim of claims) {
    const [date] = claim.dates
    if (date === undefined || !contradicts(claim, next, day)) continue
    const what = WORDS[claim.says]
    yield conflict(document, { line: claim.line, mark: claim.mark }, 'nästa', {
      sv: `Här står \`${date.written}\` för ${what.sv}, men ${other.sv}.`,
      en: `Here \`${date.written}\` stands for ${what.en}, but ${other.en}.`,
    })
  }
}

const WORDS: Readonly<Record<MeetingClaim['says'], Said>> = {
  next: { sv: 'nästa möte', en: 'the next meeting' },
  listed: { sv: 'kommande möten', en: 'the meetings to come' },
  last: { sv: 'periodens sista möte', en: 'the last meeting of the period' },
}

/** True when a claim and the day of the next meeting cannot both be true. `day` is that of this meeting. */
function contradicts({ says, dates }: MeetingClaim, next: Day, day: Day): boolean {
  const [first] = dates
  if (first === undefined || dates.some(date => isSameDay(date, next))) return false
  if (says === 'next') return !isSameDay(first, day)
  if (says === 'listed') return dates.some(date => dayAhead(date, day) > day)
  const last = first.day
  return last > day && yearOf(last) === yearOf(next) && (next > last || daysBetween(next, last) < FORTNIGHT)
}

/** Two meetings of one group lie further apart than this. */
const FORTNIGHT = 14

const conflict = (document: Document, at: Place, field: string, says: Said): Finding => ({
  at,
  says: mayBeQuoted(document)
    ? says
    : { sv: `Datumet här säger emot \`${field}\`.`, en: `The date here contradicts \`${field}\`.` },
  advice: {
    sv: 'Ta reda på vilket som är rätt, och skriv samma dag på båda ställena.',
    en: 'Find out which is right, and write the same day in both places.',
  },
})

const HEAD =
  /^[*_]{0,3}(?:(?:sammanträdes|mötes)?datum|tid(?: och plats)?|plats och tid|dag)[*_]{0,3}:|^[*_]{0,3}(?:\p{L}{3,8}\s)?(?:den\s)?\d[\d/-]*(?:\s\p{L}{3,9}(?:\s\d{4})?)?[*_]{0,3}$/iu
/** A place and a month or day on a line of its own, as signatures have it: "Arjeplog mars 2012". */
const SIGNED =
  /^\p{Lu}[\p{L}-]{1,30}(?:\s\p{Lu}[\p{L}-]{1,30}){0,2},?\s(?:den\s)?((?:\d{1,2}\s)?(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\s\d{4}|\d{4}-\d{2}-\d{2})[ ]?(?:\n|$)/u
