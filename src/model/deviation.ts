import type { Archive } from './archive.js'
import { type Day, readDay } from './day.js'
import { STEPS, type Step } from './deviation-steps.js'
import { type Document, nameOf, titleOf } from './document.js'
import { type Fields, type FieldValue, fieldsOf, isFields, listOf, stated, textOf } from './fields.js'
import { dayIn, dayOfMeeting } from './meeting.js'
import { contains, type Period, yearPeriod } from './period.js'
import { RECORDS } from './rule.js'
import { folded } from './text.js'

/** A decided measure. Proposals stand in the body and are not here. */
interface Measure {
  readonly due?: Day
  readonly isDone: boolean
}

/** The front matter of a deviation, read (archive format § 3). */
export interface Deviation {
  readonly document: Document
  /** Its id, or its path where it has none. */
  readonly name: string
  readonly title: string
  readonly status?: string
  /** Received with a report, or observed without anybody having reported it (Seed S0). */
  readonly origin?: 'inkommen' | 'observerad'
  readonly dates: Readonly<Partial<Record<Step, Day>>>
  readonly type?: string
  readonly area?: string
  readonly solved?: string
  /** Slug of the group that handles it. */
  readonly group?: string
  /** The reporting party as written: `från`, else the organisation of the reporter. */
  readonly from?: string
  /** The concerned parties as written. */
  readonly concerns: readonly string[]
  readonly measures: readonly Measure[]
  /** True when something stands under Förslag till åtgärder (Seed S3: the reporter must propose). */
  readonly hasProposal: boolean
}

/** A meeting that dealt with a deviation. */
export interface Handling {
  /** `PROT-lansgrupp-2024-05-31 § 8`, or the id alone where no section is named. */
  readonly address: string
  /** Day of the meeting; from the id where the meeting is not in the archive. */
  readonly day?: Day
  /** Slug of the group that met, where the meeting is in the archive. */
  readonly group?: string
}

/** Reads a deviation once, and remembers it. */
export function deviationOf(document: Document): Deviation {
  const known = read.get(document)
  if (known !== undefined) return known
  const deviation = readDeviation(document)
  read.set(document, deviation)
  return deviation
}

/**
 * The meetings that dealt with a deviation, by day: those it names, and those that name it under
 * `Avvikelser`. An agenda deals with nothing.
 */
export function handlingsOf({ document }: Deviation, archive: Archive): readonly Handling[] {
  const named = archive.pointersOf(document).filter(({ relation }) => relation === 'behandlas_i')
  const isNamed = new Set(named.map(({ id }) => id.toLowerCase()))
  const naming = archive
    .pointingAt(document.id ?? '')
    .filter(({ relation, from }) => NAMING.has(relation) && !isNamed.has(nameOf(from).toLowerCase()))
    .map(({ from, section }) => ({ id: nameOf(from), ...stated('part', partOfSection(from, section)) }))
  const handlings = new Map<string, Handling>()
  for (const { id, part } of [...named, ...naming]) {
    const meeting = archive.byId(id)
    if (
      meeting === undefined
        ? /^(?:KAL|ARE)-/i.test(id)
        : !(RECORDS as readonly string[]).includes(meeting.typ ?? '')
    )
      continue
    const address = part === undefined ? id : `${id} ${part}`
    handlings.set(address.toLowerCase(), {
      address,
      ...stated(
        'day',
        meeting === undefined ? readDay(/\d{4}-\d{2}-\d{2}/.exec(id)?.[0]) : dayOfMeeting(meeting),
      ),
      ...stated('group', meeting?.group),
    })
  }
  return [...handlings.values()].sort(
    (a, b) => compared(a.day ?? '9999', b.day ?? '9999') || compared(a.address, b.address),
  )
}

/**
 * When a deviation belongs in time: its first date; else the first meeting that dealt with it; else the year
 * in its id.
 */
export function timeOf(deviation: Deviation, archive: Archive): Period | undefined {
  const day =
    deviation.document.began ??
    handlingsOf(deviation, archive).find(handling => handling.day !== undefined)?.day
  if (day !== undefined) return { from: day, to: day }
  const year = /^[^-]+-(\d{4})-/.exec(deviation.name)?.[1]
  return year === undefined ? undefined : yearPeriod(Number(year))
}

/**
 * True when a deviation belongs wholly to a period. One of which only the year is known belongs to no part of
 * the year.
 */
export function belongsTo(deviation: Deviation, period: Period, archive: Archive): boolean {
  const time = timeOf(deviation, archive)
  return time !== undefined && contains(period, time.from) && contains(period, time.to)
}

/** The groups that a deviation is a matter for: the one that it names, else those that have dealt with it. */
export const groupsOf = (deviation: Deviation, archive: Archive): readonly string[] =>
  deviation.group === undefined
    ? [...new Set(handlingsOf(deviation, archive).flatMap(({ group }) => group ?? []))]
    : [deviation.group]

/** What a meeting says that deals with a deviation without the deviation saying so. */
const NAMING: ReadonlySet<string> = new Set(['Avvikelser', 'behandlar'])

const read = new WeakMap<Document, Deviation>()

function readDeviation(document: Document): Deviation {
  const { fields, body, status } = document
  const dates = STEPS.flatMap(step => {
    const day = dayIn(textOf(fields, step))
    return day === undefined ? [] : [[step, day] as const]
  })
  const proposal = body.sections.find(({ title }) => folded(title) === 'förslag till åtgärder')
  const reporter = fieldsOf(fields, 'rapportör')
  return {
    document,
    name: nameOf(document),
    title: titleOf(document),
    ...stated('status', status),
    ...stated('origin', originOf(fields, status)),
    dates: Object.fromEntries(dates),
    ...stated('type', textOf(fields, 'typ_av_avvikelse')),
    ...stated('area', textOf(fields, 'område')),
    ...stated('solved', textOf(fields, 'löses')),
    ...stated('group', textOf(fields, 'grupp')),
    ...stated('from', partyIn(listOf(fields, 'från')[0]) ?? textOf(reporter, 'organisation')),
    concerns: listOf(fields, 'berör').flatMap(each => partyIn(each) ?? []),
    measures: listOf(fields, 'åtgärder').flatMap(measureOf),
    hasProposal:
      proposal !== undefined &&
      body.sections.some(
        ({ index, parent, isEmpty }) => !isEmpty && (index === proposal.index || parent === proposal.index),
      ),
  }
}

/** What `ursprung` says; where it is silent, a status beyond `observerad` means that a report came in. */
function originOf(fields: Fields, status: string | undefined): 'inkommen' | 'observerad' | undefined {
  const written = textOf(fields, 'ursprung')
  if (written === 'inkommen' || written === 'observerad') return written
  if (written !== undefined || status === undefined) return undefined
  return status === 'observerad' ? 'observerad' : 'inkommen'
}

function partyIn(value: FieldValue | undefined): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (value === undefined || !isFields(value)) return undefined
  return textOf(value, 'namn') ?? textOf(value, 'organisation') ?? textOf(value, 'enhet')
}

function measureOf(value: FieldValue): readonly Measure[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ isDone: false }]
  if (!isFields(value)) return []
  return [{ ...stated('due', dayIn(textOf(value, 'senast'))), isDone: textOf(value, 'klar') !== undefined }]
}

const partOfSection = (document: Document, section: number | undefined): string | undefined => {
  const number = section === undefined ? undefined : document.body.sections[section]?.number
  return number === undefined ? undefined : `§ ${number}`
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
