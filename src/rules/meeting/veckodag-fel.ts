import { bodyTextOf } from '../../model/body-text.js'
import { type Day, daysBetween, WEEKDAYS, weekdayOf, yearOf } from '../../model/day.js'
import type { Finding } from '../../model/diagnostic.js'
import { type Document, mayBeQuoted } from '../../model/document.js'
import { namedTexts, textsWithin } from '../../model/field-path.js'
import { DATE_WORDS, datesIn } from '../../model/mentioned-date.js'
import type { Place } from '../../model/place.js'
import type { Rule } from '../../model/rule.js'
import { placeIn } from '../../model/sentence.js'
import { dayOfDocument, yearOfDocument } from '../../model/time-of.js'

/**
 * A weekday that is written beside a date is the one that the calendar gives it. Seed S2: "Fredagen den 31
 * maj".
 */
export const rule: Rule = {
  name: 'veckodag-fel',
  level: 'warning',
  states: {
    sv: 'En veckodag som står vid ett datum är den som almanackan säger.',
    en: 'A weekday that stands beside a date is the one in the calendar.',
  },
  because: {
    sv: 'När veckodag och datum säger emot varandra kommer hälften på fel dag.',
    en: 'When weekday and date contradict one another, half of those who come do so on the wrong day.',
  },
  *check(document) {
    if (maySay(namedTexts(document.fields).together)) {
      for (const { text, field } of textsWithin(document.fields))
        yield* inText(document, text, () => ({ field }))
    }
    if (!maySay(bodyTextOf(document.body))) return
    for (const { text, line, quoted } of document.body.prose) {
      if (!quoted) yield* inText(document, text, (at, words) => placeIn({ text, line }, at, words))
    }
    for (const { text, line } of document.body.headings) yield* inText(document, text, () => ({ line }))
  },
  examples: [
    {
      shows: { sv: 'Fel veckodag i texten', en: 'The wrong weekday in the text' },
      body: '## § 1 Utbildning\n\nAlla är välkomna\ntorsdagen den 31 maj till Ekmo.\n',
      finds: ['torsdagen den 31 maj'],
    },
    {
      shows: { sv: 'Fel veckodag i ett fält', en: 'The wrong weekday in a field' },
      front: { titel: 'Demogruppens möte fredag 2024-05-23' },
      finds: ['titel: Demogruppens möte fredag'],
    },
    {
      shows: { sv: 'Rätt veckodag, i år och nästa år', en: 'The right weekday, this year and next' },
      body: '## § 1 Utbildning\n\nFredagen den 31 maj 2024, fredag 31/5 och måndagen den 13 januari.\n',
      finds: [],
    },
    {
      shows: { sv: 'Veckodag utan datum', en: 'A weekday without a date' },
      body: '## § 1 Mötestider\n\nUndvik tisdagar och torsdagar. Måndagen efter 10 dagar passar.\n',
      finds: [],
    },
  ],
}

/** A cheap look: true of a text in which a weekday may stand before a figure. */
const maySay = (text: string): boolean => text.length >= SHORTEST && BEFORE_FIGURE.test(text)

function* inText(
  document: Document,
  text: string,
  placeOf: (at: number, words: string) => Place,
): Iterable<Finding> {
  if (!maySay(text) || !(text.includes('dag') || text.includes('DAG'))) return
  for (const { index } of text.matchAll(MAYBE)) {
    const match = WEEKDAY_AND_DATE.exec(text.slice(index, index + 60))
    if (match === null || (index > 0 && /\p{L}/u.test(text[index - 1] ?? ''))) continue
    const [words, name = '', date = ''] = match
    const said = PREFIXES.indexOf(name.slice(0, 3).toLowerCase())
    const days = meantBy(document, date)
    const [day] = days
    if (day === undefined || days.some(each => weekdayOf(each) === said)) continue
    const quoted = mayBeQuoted(document) ? `\`${words.replace(/\s+/g, ' ')}\`` : undefined
    const right = { sv: WEEKDAYS.sv[weekdayOf(day)] ?? '', en: WEEKDAYS.en[weekdayOf(day)] ?? '' }
    yield {
      at: placeOf(index, words),
      says:
        quoted === undefined
          ? { sv: 'Veckodagen stämmer inte med datumet.', en: 'The weekday does not agree with the date.' }
          : {
              sv: `${quoted} stämmer inte: ${day} är en ${right.sv}.`,
              en: `${quoted} does not agree: ${day} is a ${right.en}.`,
            },
      advice: {
        sv: 'Ta reda på vilken dag som menas, och rätta veckodagen eller datumet.',
        en: 'Find out which day is meant, and correct the weekday or the date.',
      },
    }
  }
}

/**
 * The days that a date can mean: with a year that one; without, the nearest to the document, before and
 * after.
 */
function meantBy(document: Document, written: string): readonly Day[] {
  const [whole] = datesIn(written, undefined)
  if (whole !== undefined) return [whole.day]
  const home = dayOfDocument(document)
  const year = home === undefined ? yearOfDocument(document) : yearOf(home)
  if (year === undefined) return []
  const [here, ...others] = [year, year - 1, year + 1].flatMap(each =>
    datesIn(written, each).map(({ day }) => day),
  )
  if (here === undefined) return []
  return [here, ...others.filter(day => home !== undefined && Math.abs(daysBetween(home, day)) <= NEAR)]
}

/** `tis 3/5` is the least that says anything. */
const SHORTEST = 7
/** Days within which a date without a year is thought to lie. */
const NEAR = 240
const PREFIXES = WEEKDAYS.sv.map(name => name.slice(0, 3))
/** Looks for figures first, since most texts have few. */
const BEFORE_FIGURE = /\d(?<=(?:dag|dagen|mån|tis|ons|tors?|fre|lör|sön)\.?,?\s{1,3}(?:den\s{1,3})?\d)/i
/** Cheap to ask of every text; the whole pattern is asked only where it finds something. */
const MAYBE = /(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag(?:en)?)?\.?,?\s{1,3}(?:den\s{1,3})?\d/gi
const WEEKDAY_AND_DATE = new RegExp(
  `^(mån|tis|ons|tors|tor|fre|lör|sön)(?:dag(?:en)?)?\\.?,?\\s{1,3}(?:den\\s{1,3})?((?:${DATE_WORDS})(?![\\p{N}/]|-\\d))`,
  'iu',
)
