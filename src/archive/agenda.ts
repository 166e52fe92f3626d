import type { Archive } from '../model/archive.js'
import type { Section } from '../model/body.js'
import { type Day, monthOf, yearOf } from '../model/day.js'
import { type Document, nameOf } from '../model/document.js'
import { type Group, standingItemsIn } from '../model/group.js'
import { dayOfMeeting } from '../model/meeting.js'
import { RECORDS } from '../model/rule.js'
import { folded } from '../model/text.js'
import type { Waiting } from '../model/waiting.js'

/** An item of a meeting, and why it is there. Written in Swedish: it stands in the document. */
export interface Item {
  readonly title: string
  readonly attributes: readonly { readonly key: string; readonly value: string }[]
  /** Lines of text under the heading. */
  readonly lines: readonly string[]
  readonly because: string
  readonly subItems: readonly Item[]
}

/** The meeting that a document is made for. */
export interface Occasion {
  readonly archive: Archive
  readonly group: Group
  readonly day: Day
  /** `kallelse`, `mötesanteckningar`, `protokoll`. */
  readonly typ: string
  /** The record of the meeting before. */
  readonly previous: Document | undefined
}

/**
 * The items of a meeting: those of its agenda where there is one, else the opening, the previous minutes, what is left
 * open, the standing items of the month, what was put off, matters and deviations, and the close.
 */
export function itemsOf(occasion: Occasion): readonly Item[] {
  const { archive, group, day, typ } = occasion
  const waiting = archive.waitingFor(group.slug, day)
  const agenda =
    typ === 'kallelse'
      ? undefined
      : archive.meetingsOf(group.slug).find(each => each.typ === 'kallelse' && dayOfMeeting(each) === day)
  const items =
    agenda === undefined
      ? [...opening(occasion), ...standing(occasion, waiting), ...brought(waiting)]
      : copied(agenda)
  const forgotten =
    agenda === undefined ? [] : brought(waiting.filter(each => !archive.takesUp(agenda, each)))
  const followUp = actionsToFollow(waiting)
  const listed = followUp === undefined ? items : withFollowUp(items, followUp)
  return [...listed.filter(item => !isClosing(item)), ...forgotten, ...closing(items, typ)]
}

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

/** The items as Markdown: `## § 4 Titel` in protocols and their agendas, `## 4. Titel` in minutes. */
export function writtenItems(items: readonly Item[], first: number, sign: '§' | '.'): string {
  const heading = (number: number) => (sign === '§' ? `## § ${number}` : `## ${number}.`)
  return items
    .map((item, index) => {
      const number = first + index
      const below = item.subItems.map((each, at) =>
        written(each, `### ${number} ${String.fromCharCode(97 + at)}.`),
      )
      return [written(item, heading(number)), ...below].join('\n\n')
    })
    .join('\n\n')
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

const plain = (title: string, because: string, lines: readonly string[] = []): Item => ({
  title,
  attributes: [],
  lines,
  because,
  subItems: [],
})

const FOLLOW_UP = 'Uppföljning av uppdrag'

function opening({ previous, typ }: Occasion): readonly Item[] {
  const chooses = typ === 'mötesanteckningar' ? [] : [plain('Val av justerare', 'protokollet ska justeras')]
  const title =
    previous?.typ === 'mötesanteckningar' ? 'Föregående mötesanteckningar' : 'Föregående protokoll'
  const approved = previous === undefined ? [] : [plain(title, `${nameOf(previous)} ska godkännas`)]
  return [plain('Mötets öppnande och dagordning', 'varje möte öppnas'), ...chooses, ...approved]
}

function standing({ group, day }: Occasion, waiting: readonly Waiting[]): readonly Item[] {
  const deviations = waiting.filter(({ what }) => what === 'deviation')
  const items = standingItemsIn(group, monthOf(day))
  const holder = items.find(({ title }) => /avvik/i.test(title))
  const own =
    holder === undefined && deviations.length > 0 ? [deviationItem('Avvikelser i samverkan', deviations)] : []
  return [
    ...items.map(item => {
      const because =
        item.months.length === 0
          ? 'stående punkt vid varje möte'
          : `stående punkt i den månaden (${item.months.join(', ')})`
      return item === holder && deviations.length > 0
        ? { ...deviationItem(item.title, deviations), because }
        : plain(item.title, because)
    }),
    ...own,
  ]
}

const deviationItem = (title: string, deviations: readonly Waiting[]): Item => ({
  title,
  attributes: [{ key: 'Avvikelser', value: deviations.map(({ address }) => address).join(', ') }],
  lines: [],
  because: `${deviations.length === 1 ? 'en avvikelse' : `${deviations.length} avvikelser`} att hantera`,
  subItems: [],
})

/** What was put off and matters whose time has come, one item each. */
function brought(waiting: readonly Waiting[]): readonly Item[] {
  const items = waiting
    .filter(({ what }) => what === 'deferred' || what === 'matter')
    .map(({ text, about, because }) => ({
      title: text,
      attributes: attributesFor(about),
      lines: [],
      because: because.sv,
      subItems: [],
    }))
  const seen = new Set<string>()
  return items.filter(({ title }) => !seen.has(folded(title)) && seen.add(folded(title)))
}

/** The matters and deviations that an item is about, as attribute lines. */
function attributesFor(about: readonly string[]): Item['attributes'] {
  const deviations = about.filter(id => /^AVV-/i.test(id))
  const matters = about.filter(id => !deviations.includes(id))
  return [
    ...(matters.length > 0 ? [{ key: 'Ärende', value: matters.join(', ') }] : []),
    ...(deviations.length > 0 ? [{ key: 'Avvikelser', value: deviations.join(', ') }] : []),
  ]
}

function actionsToFollow(waiting: readonly Waiting[]): Item | undefined {
  const open = waiting.filter(({ what }) => what === 'action')
  if (open.length === 0) return undefined
  const lines = open.map(
    ({ address, text, due }) => `- ${address}: ${text}${due === undefined ? '' : ` (senast ${due})`}`,
  )
  return plain(FOLLOW_UP, open.length === 1 ? 'ett öppet uppdrag' : `${open.length} öppna uppdrag`, lines)
}

/** Puts the open actions under the item that follows them up, or in an item of its own after the previous minutes. */
function withFollowUp(items: readonly Item[], followUp: Item): readonly Item[] {
  const at = items.findIndex(({ title }) => /uppföljning av (?:uppdrag|beslut)/i.test(title))
  if (at >= 0)
    return items.map((item, index) =>
      index === at
        ? { ...item, lines: followUp.lines, because: `${item.because}; ${followUp.because}` }
        : item,
    )
  const after =
    items.findLastIndex(({ title }) => /^(?:mötets öppnande|val av|föregående|godkännande)/i.test(title)) + 1
  return [...items.slice(0, after), followUp, ...items.slice(after)]
}

const isClosing = ({ title }: Item): boolean => /^(?:övrig|nästa möte|mötets avslut|avslutning)/i.test(title)

function closing(items: readonly Item[], typ: string): readonly Item[] {
  const own = items.filter(isClosing)
  if (own.length > 0) return own
  const next = plain(
    'Nästa möte',
    typ === 'kallelse' ? 'så att alla kan boka dagen' : 'dagen skrivs också i fältet nästa',
  )
  return [plain('Övriga frågor', 'varje möte'), next]
}

/** The items of an agenda, as the minutes begin: titles and attributes, without what was expected beforehand. */
function copied(agenda: Document): readonly Item[] {
  const { sections } = agenda.body
  const item = (section: Section): Item => ({
    title: section.title,
    attributes: section.attributes.filter(({ key }) => key !== 'Förväntan'),
    lines: [],
    because: `står på kallelsen ${nameOf(agenda)}`,
    subItems: sections
      .filter(({ parent, number }) => parent === section.index && number !== undefined)
      .map(item),
  })
  return sections.filter(({ depth, number }) => depth === 2 && number !== undefined).map(item)
}

const written = ({ title, attributes, lines, because }: Item, heading: string): string =>
  [
    `${heading} ${title}`,
    ...attributes.map(({ key, value }) => `*${key}: ${value}*`),
    `<!-- Därför: ${because.replaceAll('--', '–')}. -->`,
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ].join('\n\n')
