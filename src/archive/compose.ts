import { fillTemplate } from '../kinds/fill-template.js'
import { namesOf } from '../kinds/question.js'
import type { Archive } from '../model/archive.js'
import { type Day, readDay } from '../model/day.js'
import { type Document, mayBeQuoted, nameOf } from '../model/document.js'
import { UserError } from '../model/failure.js'
import type { Fields, FieldValue } from '../model/fields.js'
import { type Group, groupOf, membersOn } from '../model/group.js'
import type { DocumentKind, JsonSchema } from '../model/kind.js'
import { meetingOf } from '../model/meeting.js'
import { slugOf } from '../model/text.js'
import { agendaFor, firstNumber, itemsOf, type Occasion, previousRecord, signFor } from './agenda.js'
import type { Item } from './item.js'
import type { TextOf } from './placing.js'
import { writtenItems } from './write-items.js'

/** A document that does not exist yet. */
export interface Composed {
  readonly id: string
  /** Path in the archive. */
  readonly path: string
  readonly text: string
  /** The items of a meeting, with why each is there. */
  readonly items: readonly Item[]
}

/** What a new document is made from. */
export interface Making {
  readonly archive: Archive
  readonly kind: DocumentKind
  readonly common: JsonSchema
  /** Fields that the user has given or answered. */
  readonly given: ReadonlyMap<string, FieldValue>
  /** Makes the random part of an id: four characters of Crockford's base32. */
  readonly randomPart: () => string
  /** Reads what stands in a document. */
  readonly textOf: TextOf
  /** `second`: another meeting of the group on the same day. */
  readonly occasion: 'first' | 'second'
}

/** The fields that must be given before a document of a kind can be made; those that can be worked out are not among them. */
export function neededFor({
  kind,
  given,
  archive,
}: Pick<Making, 'kind' | 'given' | 'archive'>): readonly string[] {
  const pattern = `${kind.idPattern} ${kind.pathPattern}`
  const fromPattern = [
    ...(pattern.includes('<grupp>') ? ['grupp'] : []),
    ...(pattern.includes('<datum>') ? ['datum'] : []),
    ...(pattern.includes('<slug>') || !kind.isMeeting ? ['titel'] : []),
  ]
  const first =
    kind.statuses.find(({ name }) => kind.template.includes(`\nstatus: ${name}\n`)) ?? kind.statuses[0]
  const required = [...kind.required]
    .slice(0, kind.statuses.findIndex(({ name }) => name === first?.name) + 1)
    .flatMap(([, names]) => names)
  const inTemplate = (name: string) => new RegExp(`^${name}:(?! *\\{\\{)[^\\n]*\\S`, 'm').test(kind.template)
  const known = new Set([
    'id',
    'typ',
    'status',
    'sekretess',
    ...(kind.isMeeting ? ['titel'] : []),
    ...derivable(kind, archive),
  ])
  return [...new Set([...fromPattern, ...required])].filter(
    name => !given.has(name) && !known.has(name) && !inTemplate(name),
  )
}

/** Makes the document: its id, its place, and its text from the kind's template. */
export function compose(making: Making): Composed {
  const { archive, kind, common, given } = making
  const day = dayIn(given.get('datum')) ?? archive.today
  const group = groupGiven(archive, given)
  const values = new Map<string, FieldValue>([...derived(making, day), ...given])
  const id = idFor(making, values, day)
  const path = filled(kind.pathPattern, { ...patternValues(making, values, day), id: id.toLowerCase() })
  refuseIfThere(archive, id, path)
  const occasion = group === undefined || !kind.isMeeting ? undefined : occasionOf(making, group, day)
  const items = occasion === undefined ? [] : itemsOf(occasion)
  const points = occasion === undefined ? '' : writtenItems(items, firstNumber(occasion), signFor(occasion))
  const meeting = occasion === undefined ? new Map<string, FieldValue>() : meetingValues(occasion)
  const extra = new Map<string, FieldValue>([
    ['id', id],
    ['idag', archive.today],
    ['år', day.slice(0, 4)],
    ['punkter', points],
    ['grupp_namn', group?.name ?? ''],
  ])
  const text = fillTemplate(
    kind.template,
    new Map([...values, ...meeting, ...given, ...extra]),
    namesOf(kind, common),
  )
  return { id, path, text, items }
}

/** A random part of an id that no document of the archive has yet. */
function idFor(making: Making, values: ReadonlyMap<string, FieldValue>, day: Day): string {
  const { archive, kind, occasion } = making
  for (let tries = 0; ; tries++) {
    const id =
      filled(kind.idPattern, patternValues(making, values, day)) + (occasion === 'second' ? '-2' : '')
    if (!kind.idPattern.includes('<slump>') || archive.byId(id) === undefined || tries > 50) return id
  }
}

const patternValues = (
  { randomPart, occasion, kind }: Making,
  values: ReadonlyMap<string, FieldValue>,
  day: Day,
): Readonly<Record<string, string>> => ({
  grupp: String(values.get('grupp') ?? ''),
  datum: `${day}${occasion === 'second' && kind.pathPattern.includes('<datum>') ? '-2' : ''}`,
  år: day.slice(0, 4),
  slug: slugOf(String(values.get('kortnamn') ?? values.get('titel') ?? '')),
  get slump() {
    return randomPart()
  },
})

const filled = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/<([^>]+)>/g, (_, name: string) => values[name] ?? '')

function refuseIfThere(archive: Archive, id: string, path: string): void {
  const there = archive.byId(id)?.path ?? (archive.files.has(path) ? path : undefined)
  if (there === undefined) return
  throw new UserError(
    { sv: `${id} finns redan: \`${there}\`.`, en: `${id} exists already: \`${there}\`.` },
    {
      sv: 'Ändra i den filen, eller lägg till `--second` om det är ett andra möte samma dag.',
      en: 'Edit that file, or add `--second` if it is a second meeting on the same day.',
    },
  )
}

/** Fields that can be worked out without asking. */
const derivable = (kind: DocumentKind, archive: Archive): readonly string[] => [
  ...(kind.isMeeting ? ['ordförande', 'sekreterare', 'närvarande', 'kallade'] : []),
  ...['barn', 'från', 'upprättad', 'inkom', 'namn'].filter(
    name => kind.template.includes(`{{${name}}}`) && kind.typ !== 'avvikelse',
  ),
  ...(archive.ofKind('grupp').length === 1 ? ['grupp'] : []),
]

function derived(making: Making, day: Day): ReadonlyMap<string, FieldValue> {
  const { archive, kind, given, randomPart } = making
  const group = groupGiven(archive, given)
  const capital = kind.label.sv.charAt(0).toUpperCase() + kind.label.sv.slice(1)
  const values = new Map<string, FieldValue>([
    ['datum', day],
    ['sekretess', kind.confidentiality],
    ['från', archive.today],
    ['upprättad', archive.today],
    ['inkom', archive.today],
    ['barn', `B-${randomPart()}`],
    [
      'titel',
      kind.isMeeting
        ? `${capital} ${kind.typ === 'kallelse' ? 'till' : 'för'} ${group?.name ?? 'gruppen'} ${day}`
        : capital,
    ],
  ])
  if (kind.typ === 'avvikelse') values.delete('från')
  if (group !== undefined) values.set('grupp', group.slug)
  return values
}

/** The group that was named, or the only one there is. */
function groupGiven(archive: Archive, given: ReadonlyMap<string, FieldValue>): Group | undefined {
  const named = given.get('grupp')
  if (typeof named === 'string') {
    const document = archive.group(named)
    return document === undefined ? undefined : groupOf(document)
  }
  const [only, ...others] = archive.ofKind('grupp')
  return only === undefined || others.length > 0 ? undefined : groupOf(only)
}

const occasionOf = ({ archive, kind, textOf }: Making, group: Group, day: Day): Occasion => ({
  archive,
  group,
  day,
  typ: kind.typ,
  previous: previousRecord(archive, group.slug, day),
  textOf,
})

/** What a meeting has from its group, from the meeting before and from its agenda. */
function meetingValues(occasion: Occasion): Map<string, FieldValue> {
  const { group, day, previous } = occasion
  const members = membersOn(group, day).map(({ name }) => name)
  const values = new Map<string, FieldValue>([
    ['närvarande', members],
    ['kallade', members],
    ['justerare', []],
  ])
  if (group.chair !== undefined) values.set('ordförande', group.chair)
  if (group.secretary !== undefined) values.set('sekreterare', group.secretary)
  if (previous !== undefined) values.set('föregående', nameOf(previous))
  for (const [field, value] of plannedBy(previous, day)) values.set(field, value)
  const agenda = agendaFor(occasion)
  if (agenda !== undefined && !mayBeQuoted(agenda)) {
    values.set('sekretess', agenda.fields['sekretess'] ?? agenda.grade)
  }
  for (const field of ['tid', 'plats', 'ordförande', 'sekreterare', 'sammankallande', 'övriga']) {
    const called = agenda?.fields[field]
    if (called !== undefined && called !== '') values.set(field, called)
  }
  return values
}

/** Time and place, where the meeting before set them. */
function plannedBy(previous: Document | undefined, day: Day): readonly (readonly [string, string])[] {
  const next = previous === undefined ? undefined : (previous.fields['nästa'] as Fields | undefined)
  if (previous === undefined || next === undefined || meetingOf(previous).next?.day !== day) return []
  return ['tid', 'plats'].flatMap(field =>
    typeof next[field] === 'string' ? [[field, next[field]] as const] : [],
  )
}

const dayIn = (value: FieldValue | undefined): Day | undefined =>
  typeof value === 'string' ? readDay(value) : undefined
