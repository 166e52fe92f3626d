import { readAddress } from './address.js'
import type { Archive } from './archive.js'
import { type Day, daysBetween } from './day.js'
import { type Document, nameOf, titleOf } from './document.js'
import { textOf } from './fields.js'
import { handoversIn } from './handover.js'
import { citedSection, lastLineOf } from './lookup.js'
import { dayIn, dayOfMeeting } from './meeting.js'
import { readWrittenDate } from './period.js'
import { relationNamed } from './relation.js'
import { citable } from './repeatable.js'
import type { Said } from './said.js'

/** Something that happened in the story of a document. */
export interface StoryEvent {
  /** Absent where no day is known. */
  readonly day?: Day
  /** The group whose meeting it was. */
  readonly group?: string
  readonly says: Said
  /** Address or id of where it stands. */
  readonly at: string
}

/**
 * The story of a document, over years and groups: its own dates, every meeting that has it with what was decided and
 * given there, what points at it and what it points at, and the meetings that should have had it. Oldest first, what
 * has no day last.
 */
export function storyOf(document: Document, archive: Archive): readonly StoryEvent[] {
  const told = mentions(document, archive)
  const events = [
    ...ownDates(document, archive),
    ...handedOver(document),
    ...told.filter((event, index) => told.findIndex(each => each.at === event.at) === index),
    ...losses(document, archive),
  ]
  return events.sort((a, b) => compare(a.day ?? '9999', b.day ?? '9999'))
}

/** How many days lie between the first and the last event; absent when fewer than two have a day. */
export function spanOf(events: readonly StoryEvent[]): number | undefined {
  const days = events.flatMap(({ day }) => day ?? [])
  const [first] = days
  const last = days.at(-1)
  return first === undefined || last === undefined || days.length < 2 ? undefined : daysBetween(first, last)
}

/** The dates that the front matter states, by the fields of the kind; a month stands where it begins. */
function ownDates(document: Document, archive: Archive): readonly StoryEvent[] {
  const properties = archive.kindOf(document)?.schema['properties']
  if (typeof properties !== 'object' || properties === null) return []
  return Object.entries(properties as Readonly<Record<string, unknown>>).flatMap(([field, schema]) => {
    const { format, title } = (schema ?? {}) as { readonly format?: string; readonly title?: string }
    const written = textOf(document.fields, field)
    const day = format === 'datum' ? dayIn(written) : undefined
    const month = format === 'datum-eller-månad' ? readWrittenDate(written ?? '')?.period.from : undefined
    const when = day ?? month
    if (when === undefined) return []
    const named = { sv: title ?? field, en: `\`${field}\`` }
    const says = month === undefined ? named : { sv: `${named.sv} ${written}`, en: `${named.en} ${written}` }
    return [{ day: when, says, at: nameOf(document), ...liftedTo(document, field) }]
  })
}

/** When a deviation was handed over to the group of another party, which has it from then on. */
const handedOver = (document: Document): readonly StoryEvent[] =>
  handoversIn(document.fields).map(({ to, on }) => ({
    ...(on !== undefined && { day: on }),
    group: to,
    says: { sv: `överlämnad till ${to}`, en: `handed over to ${to}` },
    at: nameOf(document),
  }))

/** Whose turn it is from the day on which a matter is lifted, and by when that group is to answer. */
function liftedTo({ typ, fields }: Document, field: string): Partial<StoryEvent> {
  const to = typ === 'ärende' ? textOf(fields, 'lyft_till') : undefined
  if (to === undefined) return {}
  if (field === 'svar_senast') return { group: to }
  return field === 'lyft' ? { group: to, says: { sv: `lyft till ${to}`, en: `lifted to ${to}` } } : {}
}

/**
 * Every meeting and document that points at it, and every one that it points at; what says more of one place stands
 * before what says less. An agenda is left out where the meeting itself is there.
 */
function mentions(document: Document, archive: Archive): readonly StoryEvent[] {
  const incoming = archive.pointingAt(document.id ?? '').filter(({ from }) => from !== document)
  const outgoing = archive
    .pointersOf(document)
    .filter(({ relation }) => relation !== MENTION && relation !== HANDED_OVER)
  const meetings = new Set(
    incoming.filter(({ from }) => from.typ !== 'kallelse').map(({ from }) => sittingOf(from)),
  )
  const told = (isMention: boolean) =>
    incoming
      .filter(({ from, relation }) => (relation === MENTION) === isMention && !isAgendaOf(from, meetings))
      .map(({ from, section, relation }) => event(from, section, relationNamed(relation).to))
  const pointed = outgoing.flatMap(({ id, part, relation }) => {
    const target = archive.byId(id)
    if (target === undefined || target === document) return []
    const place = readAddress(`${nameOf(target)} ${part ?? ''}`.trim())
    const section = target.body.sections.find(
      ({ number }) => number !== undefined && number === place?.section,
    )
    return [event(target, section?.index, relationNamed(relation).from)]
  })
  return [...told(false), ...pointed, ...told(true)]
}

/** The relation of a bare mention. */
const MENTION = 'nämner'

/** The relation to a group that got a deviation; its day is told apart. */
const HANDED_OVER = 'överlämnad'

/** A group and a day, as one text. */
const sittingOf = (meeting: Document): string =>
  `${textOf(meeting.fields, 'grupp') ?? ''} ${dayOfMeeting(meeting) ?? ''}`

const isAgendaOf = (document: Document, meetings: ReadonlySet<string>): boolean =>
  document.typ === 'kallelse' && meetings.has(sittingOf(document))

function event(other: Document, section: number | undefined, words: Said): StoryEvent {
  const day = dayOfMeeting(other) ?? dayIn(textOf(other.fields, 'händelsedatum'))
  const group = textOf(other.fields, 'grupp')
  const outcome = outcomeOf(other, section)
  return {
    ...(day !== undefined && { day }),
    ...(group !== undefined && { group }),
    says: { sv: `${words.sv}${outcome.sv}`, en: `${words.en}${outcome.en}` },
    at: `${nameOf(other)}${citedSection(other, section)}`,
  }
}

/** What was decided and given under the item: addresses, never words. */
function outcomeOf(document: Document, index: number | undefined): Said {
  let section = index === undefined ? undefined : document.body.sections[index]
  while (section?.number === undefined && section?.parent !== undefined)
    section = document.body.sections[section.parent]
  if (section === undefined) return { sv: '', en: '' }
  const from = section.line
  const to = lastLineOf(document, section)
  const within = ({ line }: { readonly line: number }) => from <= line && line <= to
  const decisions = document.body.decisions.filter(within).flatMap(({ address }) => address ?? [])
  const actions = document.body.actions.filter(within).map(({ address }) => citable(address))
  const returns = section.attributes.find(({ key }) => key === 'Återkommer')?.value
  const parts = [
    ...(decisions.length > 0
      ? [{ sv: `beslut ${decisions.join(', ')}`, en: `decisions ${decisions.join(', ')}` }]
      : []),
    ...(actions.length > 0
      ? [{ sv: `uppdrag ${actions.join(', ')}`, en: `actions ${actions.join(', ')}` }]
      : []),
    ...(returns === undefined ? [] : [{ sv: `återkommer ${returns}`, en: `comes back ${returns}` }]),
  ]
  return {
    sv: parts.map(({ sv }) => `; ${sv}`).join(''),
    en: parts.map(({ en }) => `; ${en}`).join(''),
  }
}

/** Meetings that should have had it and had not. */
const losses = (document: Document, archive: Archive): readonly StoryEvent[] =>
  ['grupp', 'lyft_till'].flatMap(field => {
    const group = textOf(document.fields, field)
    if (group === undefined) return []
    return archive.fatesFrom(document, group).flatMap(({ fate }) =>
      fate.is === 'lost'
        ? [
            {
              day: fate.at.day,
              group,
              says: { sv: 'fanns inte med, fast det var öppet', en: 'was not there, although it was open' },
              at: fate.at.documents.map(nameOf).join(', '),
            },
          ]
        : [],
    )
  })

/** The title of a document as the head of its story, or its id alone where it may not be repeated. */
export const headOf = (document: Document): string =>
  document.grade === 'öppen' ? `${nameOf(document)}: ${titleOf(document)}` : nameOf(document)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
