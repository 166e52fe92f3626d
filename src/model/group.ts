import type { Day } from './day.js'
import type { Document } from './document.js'
import { type Fields, fieldsOf, isFields, listOf, stated, textOf, textsOf } from './fields.js'
import { dayIn } from './meeting.js'
import type { FieldPath } from './place.js'

/** A member of a group, for as long as the group says. */
export interface Member {
  readonly name: string
  readonly organisation?: string
  readonly role?: string
  /** What the member speaks for. */
  readonly represents?: string
  readonly from?: Day
  readonly to?: Day
  readonly substitute?: string
  /** True of `{namn: …}`: the group itself says that the person is not in the register. */
  readonly isOutsider?: true
  readonly field: FieldPath
}

/** An item that stands on the agenda of every meeting, or of those in some months. */
export interface StandingItem {
  readonly title: string
  /** 1–12; none means every meeting. */
  readonly months: readonly number[]
  readonly field: FieldPath
}

/** What a group says of itself. */
export interface Group {
  readonly slug: string
  readonly name: string
  readonly level?: string
  /** May it decide? `beredande` groups prepare; the others decide, or decide on direction. */
  readonly mandate?: 'beslutande' | 'inriktning' | 'beredande'
  readonly profile: 'samverkan' | 'kommunallag'
  readonly series: string
  readonly above?: string
  readonly chair?: string
  readonly secretary?: string
  readonly members: readonly Member[]
  readonly standingItems: readonly StandingItem[]
  readonly rhythm: Rhythm
}

/** When a group meets, and its own deadlines in days. Absent where it has set none. */
export interface Rhythm {
  readonly perYear?: number
  readonly perTerm?: number
  /** Matters are to be in so many days before the meeting. */
  readonly mattersInDays?: number
  /** The notice is to be sent so many days before. */
  readonly noticeDays?: number
  /** The protocol is to be adjusted within so many days after. */
  readonly adjustmentDays?: number
  /** Share of the members, 0–1, that must be there; a number above 1 is a head count. */
  readonly quorum?: number
  /** Times to stay clear of, as written: `måndag em`. */
  readonly avoid: readonly string[]
}

/** Days within which a group that has set no number adjusts its protocol (kommunallagen 5 kap. 69 §). */
export const USUAL_ADJUSTMENT_DAYS = 14

/** Reads a group's document once, and remembers it. */
export function groupOf(document: Document): Group {
  const known = read.get(document)
  if (known !== undefined) return known
  const group = readGroup(document)
  read.set(document, group)
  return group
}

/** The members on a day. */
export const membersOn = (group: Group, day: Day): readonly Member[] =>
  group.members.filter(
    ({ from, to }) => (from === undefined || from <= day) && (to === undefined || day <= to),
  )

/** The standing items of a meeting in a month (1–12). */
export const standingItemsIn = (group: Group, month: number): readonly StandingItem[] =>
  group.standingItems.filter(({ months }) => months.length === 0 || months.includes(month))

const read = new WeakMap<Document, Group>()

function readGroup({ id, fields }: Document): Group {
  const rhythm = fieldsOf(fields, 'möten')
  const mandate = textOf(fields, 'mandat')
  return {
    slug: (id ?? '').replace(/^GRP-/i, '').toLowerCase(),
    name: textOf(fields, 'namn') ?? textOf(fields, 'titel') ?? id ?? '',
    ...stated('level', textOf(fields, 'nivå')),
    ...((mandate === 'beslutande' || mandate === 'inriktning' || mandate === 'beredande') && { mandate }),
    profile: textOf(fields, 'profil') === 'kommunallag' ? 'kommunallag' : 'samverkan',
    series: textOf(fields, 'paragrafserie') ?? 'möte',
    ...stated('above', textOf(fields, 'överordnad')),
    ...stated('chair', nameIn(fields, 'ordförande')),
    ...stated('secretary', nameIn(fields, 'sekreterare')),
    members: listOf(fields, 'ledamöter').flatMap((each, index) =>
      memberOf(typeof each === 'string' ? { person: each } : each, index),
    ),
    standingItems: listOf(fields, 'stående_punkter').flatMap((each, index) =>
      standingItemOf(typeof each === 'string' ? { titel: each } : each, index),
    ),
    rhythm: {
      ...stated('perYear', numberIn(rhythm, 'per_år')),
      ...stated('perTerm', numberIn(rhythm, 'per_termin')),
      ...stated('mattersInDays', numberIn(rhythm, 'ärenden_in_dagar')),
      ...stated('noticeDays', numberIn(rhythm, 'kallelse_dagar')),
      ...stated('adjustmentDays', numberIn(rhythm, 'justering_dagar')),
      ...stated('quorum', numberIn(rhythm, 'beslutsmässig')),
      avoid: textsOf(rhythm, 'undvik'),
    },
  }
}

function memberOf(value: unknown, index: number): readonly Member[] {
  if (!isFields(value as Fields)) return []
  const fields = value as Fields
  const name = textOf(fields, 'person') ?? textOf(fields, 'namn')
  if (name === undefined) return []
  return [
    {
      name,
      ...stated('organisation', textOf(fields, 'organisation')),
      ...stated('role', textOf(fields, 'roll')),
      ...stated('represents', textOf(fields, 'företräder')),
      ...stated('from', dayIn(textOf(fields, 'från'))),
      ...stated('to', dayIn(textOf(fields, 'till'))),
      ...stated('substitute', nameIn(fields, 'ersättare')),
      ...(textOf(fields, 'person') === undefined && { isOutsider: true as const }),
      field: ['ledamöter', index],
    },
  ]
}

function standingItemOf(value: unknown, index: number): readonly StandingItem[] {
  if (!isFields(value as Fields)) return []
  const title = textOf(value as Fields, 'titel')
  const months = textsOf(value as Fields, 'månader')
    .map(Number)
    .filter(month => month >= 1 && month <= 12)
  return title === undefined ? [] : [{ title, months, field: ['stående_punkter', index] }]
}

const nameIn = (fields: Fields, key: string): string | undefined =>
  textOf(fields, key) ?? textOf(fieldsOf(fields, key), 'person') ?? textOf(fieldsOf(fields, key), 'namn')

const numberIn = (fields: Fields, key: string): number | undefined => {
  const text = textOf(fields, key)
  const number = text === undefined ? Number.NaN : Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : undefined
}
