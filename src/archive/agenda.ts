import type { Archive } from '../model/archive.js'
import { type Day, MONTHS, monthOf, yearOf } from '../model/day.js'
import { type Document, mayBeQuoted, nameOf } from '../model/document.js'
import { textOf } from '../model/fields.js'
import { isGeneralItem } from '../model/general-item.js'
import { type Group, standingItemsIn } from '../model/group.js'
import { dayOfMeeting } from '../model/meeting.js'
import { RECORDS } from '../model/rule.js'
import { enumerated, type Language, saidTogether } from '../model/said.js'
import { folded } from '../model/text.js'
import { addressShown, mayBeTold, type Waiting } from '../model/waiting.js'
import { copiedItems } from './agenda-copy.js'
import { toFollowUp, withFollowUp } from './follow-up.js'
import { type Item, plain } from './item.js'
import type { TextOf } from './placing.js'
import { spokenDeferrals } from './spoken-deferrals.js'

/** The meeting that a document is made for. */
export interface Occasion {
  readonly archive: Archive
  readonly group: Group
  readonly day: Day
  /** `kallelse`, `mötesanteckningar`, `protokoll`. */
  readonly typ: string
  /** The record of the meeting before. */
  readonly previous: Document | undefined
  /** Reads what stands in a document. */
  readonly textOf: TextOf
}

/**
 * The items of a meeting: those of its agenda where there is one, else the opening, the previous minutes, what is left
 * open, the standing items of the month, what was put off, matters and deviations, and the close.
 */
export function itemsOf(occasion: Occasion): readonly Item[] {
  const { archive, group, day, typ } = occasion
  const waiting = archive.waitingFor(group.slug, day)
  const agenda = agendaFor(occasion)
  const items =
    agenda === undefined
      ? [...opening(occasion), ...standing(occasion, waiting)]
      : copiedItems(agenda, occasion.textOf)
  const more = brought(
    agenda === undefined ? waiting : waiting.filter(each => !archive.takesUp(agenda, each)),
    occasion,
  )
  const followUp = toFollowUp([...waiting, ...spokenDeferrals(archive, group.slug, day)])
  const listed = followUp === undefined ? items : withFollowUp(items, followUp)
  const open = listed.filter(item => !isClosing(item))
  return [...withBrought(open, more), ...closing(items, typ)]
}

/** What was brought stands under the item of the same name where there is one, else in an item of its own. */
function withBrought(items: readonly Item[], more: readonly Item[]): readonly Item[] {
  const isSame = (one: Item) => (other: Item) => folded(one.title) === folded(other.title)
  return [
    ...items.map(item => {
      const same = more.find(isSame(item))
      return same === undefined ? item : joined(item, same)
    }),
    ...more.filter(each => !items.some(isSame(each))),
  ]
}

/** Ids of both; of everything else what the item itself says. */
function joined(item: Item, more: Item): Item {
  const both = [...item.attributes, ...more.attributes]
  const keys = [...new Set(both.map(({ key }) => key))]
  const valueUnder = (key: string): string => {
    const values = both.filter(each => each.key === key).map(({ value }) => value)
    if (key !== 'Ärende' && key !== 'Avvikelser') return values[0] ?? ''
    return [...new Set(values.flatMap(value => value.split(/\s*,\s*/)))].join(', ')
  }
  return {
    ...item,
    attributes: keys.map(key => ({ key, value: valueUnder(key) })),
    because: saidTogether([item.because, more.because], '; '),
  }
}

/** The agenda that the minutes or protocol of a meeting begin as a copy of. */
export const agendaFor = ({ archive, group, day, typ }: Occasion): Document | undefined =>
  typ === 'kallelse'
    ? undefined
    : archive
        .meetingsOf(group.slug)
        .find(each => each.typ === 'kallelse' && each.status !== 'inställt' && dayOfMeeting(each) === day)

/** The number of the first item: 1, or one more than the last of the year where the group numbers through it. */
export function firstNumber({ archive, group, day, typ }: Occasion): number {
  if (group.series === 'möte') return 1
  const start =
    group.series === 'verksamhetsår'
      ? `${monthOf(day) >= 7 ? yearOf(day) : yearOf(day) - 1}-07-01`
      : `${yearOf(day)}-01-01`
  const earlier = archive.meetingsOf(group.slug).filter(document => {
    const held = dayOfMeeting(document) ?? ''
    return document.typ === (typ === 'kallelse' ? 'protokoll' : typ) && start <= held && held < day
  })
  const numbers = earlier.flatMap(({ body }) =>
    body.sections.map(({ number }) => Number.parseInt(number ?? '0', 10)),
  )
  return Math.max(0, ...numbers.filter(Number.isFinite)) + 1
}

/** Protocols number their items with §; an agenda as the group's records do. */
export function signFor({ archive, group, typ }: Occasion): '§' | '.' {
  if (typ === 'protokoll') return '§'
  if (typ === 'mötesanteckningar') return '.'
  const last = archive.meetingsOf(group.slug).findLast(isRecord)
  return (last === undefined ? group.mandate !== 'beredande' : last.typ === 'protokoll') ? '§' : '.'
}

/** The record of the group's last meeting before a day. */
export const previousRecord = (archive: Archive, slug: string, day: Day): Document | undefined =>
  archive
    .meetingsOf(slug)
    .findLast(document => isRecord(document) && (dayOfMeeting(document) ?? '9999') < day)

const isRecord = ({ typ }: Document): boolean => (RECORDS as readonly string[]).includes(typ ?? '')

function opening(occasion: Occasion): readonly Item[] {
  const { previous } = occasion
  const chooses =
    signFor(occasion) === '.'
      ? []
      : [plain('Val av justerare', { sv: 'protokollet ska justeras', en: 'the protocol is to be adjusted' })]
  const title =
    previous?.typ === 'mötesanteckningar' ? 'Föregående mötesanteckningar' : 'Föregående protokoll'
  const approved =
    previous === undefined
      ? []
      : [
          plain(title, {
            sv: `${nameOf(previous)} ska godkännas`,
            en: `${nameOf(previous)} is to be approved`,
          }),
        ]
  return [
    plain('Mötets öppnande och dagordning', { sv: 'varje möte öppnas', en: 'every meeting is opened' }),
    ...chooses,
    ...approved,
  ]
}

function standing({ group, day }: Occasion, waiting: readonly Waiting[]): readonly Item[] {
  const deviations = waiting.filter(({ what }) => what === 'deviation')
  const items = standingItemsIn(group, monthOf(day))
  const holder = items.find(({ title }) => /avvik/i.test(title))
  const own =
    holder === undefined && deviations.length > 0 ? [deviationItem('Avvikelser i samverkan', deviations)] : []
  return [
    ...items.map(item => {
      const [sv, en] = [namesOf(item.months, 'sv'), namesOf(item.months, 'en')]
      const because =
        item.months.length === 0
          ? { sv: 'stående punkt vid varje möte', en: 'standing item at every meeting' }
          : { sv: `stående punkt i ${sv}`, en: `standing item in ${en}` }
      return item === holder && deviations.length > 0
        ? { ...deviationItem(item.title, deviations), because }
        : plain(item.title, because)
    }),
    ...own,
  ]
}

/** "maj och december". */
const namesOf = (months: readonly number[], language: Language): string =>
  enumerated(months.flatMap(month => MONTHS[language][month - 1] ?? []))[language]

const deviationItem = (title: string, deviations: readonly Waiting[]): Item => ({
  title,
  attributes: [{ key: 'Avvikelser', value: deviations.map(({ address }) => address).join(', ') }],
  lines: [],
  because: {
    sv: `${deviations.length === 1 ? 'en avvikelse' : `${deviations.length} avvikelser`} att hantera`,
    en: `${deviations.length === 1 ? 'one deviation' : `${deviations.length} deviations`} to handle`,
  },
  subItems: [],
})

/** What was put off and matters whose time has come, one item each. */
function brought(waiting: readonly Waiting[], occasion: Occasion): readonly Item[] {
  const items = waiting
    .filter(({ what, due }) => what === 'matter' || (what === 'deferred' && due !== undefined))
    .map(waiting => ({
      title: titleFor(waiting),
      attributes: attributesFor(waiting.about, occasion),
      lines: [],
      because: waiting.because,
      subItems: [],
    }))
  const seen = new Set<string>()
  return items.filter(({ title }) => !seen.has(folded(title)) && seen.add(folded(title)))
}

/** The heading of what comes back; with its address where the heading says nothing ("Övriga frågor"). */
function titleFor(waiting: Waiting): string {
  if (!mayBeTold(waiting)) return addressShown(waiting)
  return isGeneralItem(waiting.text) ? `Från ${waiting.address}: ${waiting.text}` : waiting.text
}

/**
 * The matters and deviations that an item is about, as attribute lines; of one matter also what sort of item it is, and
 * on an agenda what is expected.
 */
function attributesFor(about: readonly string[], { archive, typ }: Occasion): Item['attributes'] {
  const deviations = about.filter(id => /^AVV-/i.test(id))
  const matters = about.filter(id => !deviations.includes(id))
  const only = matters.length === 1 ? archive.byId(matters[0] ?? '') : undefined
  const told = (key: string, field: string) => {
    const value = only !== undefined && mayBeQuoted(only) ? textOf(only.fields, field) : undefined
    return value === undefined ? [] : [{ key, value: value.replace(/\s+/g, ' ') }]
  }
  return [
    ...(matters.length > 0 ? [{ key: 'Ärende', value: matters.join(', ') }] : []),
    ...(deviations.length > 0 ? [{ key: 'Avvikelser', value: deviations.join(', ') }] : []),
    ...told('Slag', 'slag'),
    ...(typ === 'kallelse' ? told('Förväntan', 'förväntan') : []),
  ]
}

const isClosing = ({ title }: Item): boolean => /^(?:övrig|nästa möte|mötets avslut|avslutning)/i.test(title)

function closing(items: readonly Item[], typ: string): readonly Item[] {
  const own = items.filter(isClosing)
  if (own.length > 0) return own
  const next = plain(
    'Nästa möte',
    typ === 'kallelse'
      ? { sv: 'så att alla kan boka dagen', en: 'so that everybody can book the day' }
      : { sv: 'dagen skrivs också i fältet nästa', en: 'the day is also written in the field nästa' },
  )
  return [plain('Övriga frågor', { sv: 'varje möte', en: 'every meeting' }), next]
}
