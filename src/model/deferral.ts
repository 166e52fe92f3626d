import type { Body, Section } from './body.js'
import { bodyTextOf } from './body-text.js'
import { MONTHS } from './day.js'
import { stated } from './fields.js'
import { DATE_WORDS } from './mentioned-date.js'
import { type Sentence, sentencesOf } from './sentence.js'

/** A sentence that puts something off, and to when. */
export interface Deferral {
  readonly sentence: Sentence
  /** Index of the section it stands in. */
  readonly section?: number
  /** Where the telling words begin in the sentence, and the words. */
  readonly index: number
  readonly words: string
  /** To a month's meeting (1–12), the next meeting, the meeting of a day (then the words are the day), or some time. */
  readonly until: number | 'next' | 'a day' | 'some time'
}

/**
 * What the prose of minutes puts off: "läggs upp som punkt till kommande möte", "ta upp ärendet igen på septembermötet",
 * "återkommer senare", "bordläggs". Quotations, actions and attribute lines put nothing off, nor does what is told of
 * an earlier meeting, asked for but not decided, or due later the same day. Seeds S0 § 4 a, S1 § 3, S2 §§ 6 and 8.
 */
export function deferralsIn(body: Body): readonly Deferral[] {
  const deferrals: Deferral[] = []
  if (!HINT.test(bodyTextOf(body))) return deferrals
  for (const prose of body.prose) {
    const { quoted, role, text, section } = prose
    if (quoted || (role !== 'text' && role !== 'decision') || !HINT.test(text)) continue
    for (const sentence of sentencesOf(prose)) {
      const deferral = HINT.test(sentence.text) ? deferralIn(sentence, role === 'decision') : undefined
      if (deferral !== undefined) deferrals.push({ ...deferral, ...stated('section', section) })
    }
  }
  return deferrals
}

/** The sections in which something says by `Återkommer` or `(återkommer …)` when it comes back, with all in the same item. */
export function returningSections({ sections, decisions }: Body): ReadonlySet<number> {
  const items = new Set<number>()
  for (const section of sections) {
    if (section.attributes.some(({ key }) => key === 'Återkommer')) items.add(itemOf(section, sections))
  }
  for (const { returns, section } of decisions) {
    const at = returns === undefined || section === undefined ? undefined : sections[section]
    if (at !== undefined) items.add(itemOf(at, sections))
  }
  return new Set(sections.filter(section => isWithin(section, items, sections)).map(({ index }) => index))
}

/** The numbered section that something belongs to, else the outermost. */
function itemOf(section: Section, sections: readonly Section[]): number {
  let at = section
  while (at.number === undefined && at.parent !== undefined) at = sections[at.parent] ?? at
  return at.index
}

function isWithin(section: Section, items: ReadonlySet<number>, sections: readonly Section[]): boolean {
  let at: Section | undefined = section
  while (at !== undefined) {
    if (items.has(at.index)) return true
    at = at.parent === undefined ? undefined : sections[at.parent]
  }
  return false
}

function deferralIn(sentence: Sentence, isDecision: boolean): Deferral | undefined {
  const { text } = sentence
  if (TOLD.test(text)) return undefined
  const verb = PUTS_OFF.exec(text) ?? (isDecision ? PREPARES.exec(text) : null)
  const strong =
    [...text.matchAll(STRONG)].find(({ index }) => !MAYBE.test(text.slice(Math.max(0, index - 40), index))) ??
    null
  const start = Math.min(verb?.index ?? text.length, strong?.index ?? text.length)
  if (start === text.length) return undefined
  const rest = text.slice(start)
  const month = MONTH.exec(rest)
  if (month !== null) {
    const [words = '', lead = '', name = ''] = month
    const until = MONTHS.sv.indexOf(name.toLowerCase()) + 1
    return { sentence, index: start + month.index + lead.length, words: words.slice(lead.length), until }
  }
  const next = NEXT.exec(rest)
  if (next !== null) {
    const [words = '', lead = ''] = next
    return {
      sentence,
      index: start + next.index + lead.length,
      words: words.slice(lead.length),
      until: 'next',
    }
  }
  const day = DAY.exec(rest)
  if (day !== null) {
    const [words = '', lead = ''] = day
    return {
      sentence,
      index: start + day.index + lead.length,
      words: words.slice(lead.length),
      until: 'a day',
    }
  }
  if (strong === null) return undefined
  return { sentence, index: strong.index, words: strong[0], until: 'some time' }
}

/** A word that puts off, a meeting to come, or something done at a later time ("tas upp igen"): what has none of these puts nothing off. */
const HINT =
  /bordl|terremi|skjut|återk|återupp|(?:möte|samman|träff)(?<=(?:[ijlr]s{0,2}|(?:nästa|kommande|följande)\s+\S*)(?:möte|samman|träff))|(?:mötet|trädet|träffen),?\s+(?:den\s+)?\d|(?:igen|senare|framöver|längre\s|till\s+(?:hösten|våren)|efter\s+(?:sommaren|årss))(?<=(?:ta[sr]?|lyfts?|diskuteras?|behandlas?|beslutas?)\s+(?:[^\s.,:;!?]+\s+){0,5}\S*)/i

/** Told of another time, asked for and not decided, or denied. */
const TOLD =
  /yrka|(?:förra|föregående|tidigare|senaste)\s+(?:\p{L}*möte|sammanträde)|senare\s+(?:i\s?dag|under\s+(?:mötet|dagen)|på\s+(?:mötet|dagens?))|(?:inte|ej|att inte)\s+(?:bordl|återremi|skjut|återkom)/iu

/** Words that put an item on some later agenda, when a meeting follows them. */
const PUTS_OFF =
  /(?<!\p{L})(?:(?:ta|tas|tar|lyfts?|läggs?|lägga|lägger|lagts|förs?|föra|sätts?|sätta)\s+(?:(?!till)\p{L}+\s+){0,3}?(?:upp|som)(?!\p{L})|lyft(?:a|er|es)(?!\p{L})|lyfts\s+på|(?:behandla|diskutera|besluta|avgör|återuppta|flytta|fortsätt)(?:s|a|as|er)?(?!\p{L})|hänskjut(?:a|s|er|its)?(?!\p{L})|återkom(?:mer|ma)(?!\p{L})|bordl(?:äggs?|ägga|ägger|ades)(?!\p{L})|skjut(?:a|s|er)(?!\p{L}))/iu

/** In a decision, also what is to be laid before a later meeting. */
const PREPARES =
  /(?<!\p{L})(?:presentera|redovisa|rapportera|bereda|bereder|följa upp|följs upp|ta ställning|(?:ta|fatta)r?\s+beslut)(?:s|r|de)?(?!\p{L})/iu

/** Words that put something off whatever follows. */
const STRONG =
  /(?<!\p{L})(?:bordl(?:äggs?|ägga|ägger|ades)|återremitter(?:as?|ar|ades)|skjut(?:a|s|er)\s+(?:(?:frågan|ärendet|punkten|beslutet)\s+)?(?:upp|fram|på\s+framtiden)|återkom(?:mer|ma)\s+(?:(?:till\s+)?(?:den\s+|denna\s+|det\s+)?(?:frågan|ärendet|punkten|detta)(?!\p{L})|(?:\p{L}+\s+){0,5}?senare(?!\p{L})|framöver)|(?:ta|tas|tar|lyfts?|diskuteras?|behandlas?|beslutas?)\s+(?:(?!utan\s)\p{L}+\s+){0,4}?(?:igen|senare|framöver|längre\s+fram|till\s+(?:hösten|våren)|efter\s+(?:sommaren|årsskiftet))(?!\p{L})|återuppta(?:s|gs)?(?!\p{L}))/giu

/** What may happen is not put off: "kan behöva beslutas senare". */
const MAYBE = /(?<!\p{L})(?:kan|kunde|kunna|skulle)\s+(?:\p{L}+\s+){0,2}$/iu

const MEETING = '(?:möte|sammanträde|träff)(?:t|et|en)?'
const NEXT = new RegExp(
  String.raw`((?<!\p{L})(?:till|på|vid|i)\s+(?:\p{L}+s\s+|ett\s+|det\s+|vårt\s+)?)(?:nästa|nästkommande|kommande|följande|påföljande)\s+\p{L}*?${MEETING}(?!\p{L})`,
  'iu',
)
const MONTH = new RegExp(
  String.raw`((?<!\p{L})(?:till|på|vid|i)\s+(?:\p{L}+s\s+)?)(${MONTHS.sv.join('|')})s?${MEETING}(?!\p{L})`,
  'iu',
)
const DAY = new RegExp(
  String.raw`((?<!\p{L})(?:till|på|vid|i)\s+(?:\p{L}+s\s+)?\p{L}*?${MEETING},?\s+(?:den\s+)?)(?:${DATE_WORDS})`,
  'iu',
)
