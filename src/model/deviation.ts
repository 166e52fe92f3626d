import type { Archive } from './archive.js'
import type { Day } from './day.js'
import { STEPS, type Step } from './deviation-step.js'
import { type Document, nameOf, titleOf } from './document.js'
import {
  type Fields,
  type FieldValue,
  fieldsOf,
  isFields,
  listOf,
  saysNothing,
  stated,
  textOf,
} from './fields.js'
import { type Handling, handlingsAbout } from './handling.js'
import { groupsWith } from './handover.js'
import { dayIn } from './meeting.js'
import { contains, type Period, yearPeriod } from './period.js'
import { folded } from './text.js'

/** A decided measure. Proposals stand in the body and are not here. */
export interface Measure {
  /** Its place in `åtgärder`. */
  readonly index: number
  readonly what?: string
  /** True when it says who sees to it. */
  readonly hasOwner: boolean
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

/** Reads a deviation once, and remembers it. */
export function deviationOf(document: Document): Deviation {
  const known = read.get(document)
  if (known !== undefined) return known
  const deviation = readDeviation(document)
  read.set(document, deviation)
  return deviation
}

/** The meetings that dealt with a deviation, by day. */
export const handlingsOf = ({ document }: Deviation, archive: Archive): readonly Handling[] =>
  handlingsAbout(document, archive)

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

/**
 * The groups that a deviation is a matter for: the one that it names and those it was handed over to, else those that
 * have dealt with it.
 */
export function groupsOf(deviation: Deviation, archive: Archive): readonly string[] {
  const named = groupsWith(deviation.document.fields)
  return named.length > 0
    ? named
    : [...new Set(handlingsOf(deviation, archive).flatMap(({ group }) => group ?? []))]
}

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

function measureOf(value: FieldValue, index: number): readonly Measure[] {
  if (typeof value === 'string')
    return value.trim() === '' ? [] : [{ index, what: value.trim(), hasOwner: false, isDone: false }]
  if (!isFields(value)) return []
  return [
    {
      index,
      ...stated('what', textOf(value, 'vad')),
      hasOwner: !saysNothing(value['ansvarig']),
      ...stated('due', dayIn(textOf(value, 'senast'))),
      isDone: textOf(value, 'klar') !== undefined,
    },
  ]
}
