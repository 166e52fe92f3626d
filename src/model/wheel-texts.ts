import type { Archive } from './archive.js'
import { type Day, daysAfter } from './day.js'
import { type Document, mayBeQuoted, nameOf, titleOf } from './document.js'
import { stated, textOf } from './fields.js'
import { dayIn, dayOfMeeting } from './meeting.js'
import { contains, type Period } from './period.js'
import { revisionOf } from './revision.js'
import { RECORDS } from './rule.js'
import { doneBy, type WheelItem } from './wheel-item.js'

/** Revisions and follow-ups of routines and agreements in force, and those from before that are still to be done. */
export const textItems = (archive: Archive, period: Period): readonly WheelItem[] =>
  archive
    .ofKind('rutin', 'överenskommelse')
    .filter(({ unreadable, status }) => !unreadable && status === 'gällande')
    .flatMap(document => [
      ...revisionItems(document, archive, period),
      ...followUpItems(document, archive, period),
    ])

function revisionItems(document: Document, { today }: Archive, period: Period): readonly WheelItem[] {
  const revision = revisionOf(document)
  if (revision === undefined) return []
  const { due, decided } = revision
  const isMet = (day: Day) => decided !== undefined && decided >= day
  const rounds = revision.onwards(period.to).filter(day => contains(period, day) && !isMet(day))
  const isLeft = due < period.from && rounds.length === 0 && !isMet(due) && period.from <= today
  const item = (day: Day, more: Pick<WheelItem, 'state' | 'shownBy'>): WheelItem => ({
    ...itemOf(document),
    part: 'revision',
    due: day,
    field: ['revideras'],
    ...more,
  })
  const isRevised = revision.comes === 'repeatedly' || isMet(due)
  const isDecidedNow = decided !== undefined && contains(period, decided) && decided <= today && isRevised
  return [
    ...(isDecidedNow
      ? [{ ...item(decided, { state: 'done', shownBy: [nameOf(document)] }), doneOn: decided }]
      : []),
    ...[...(isLeft ? [due] : []), ...rounds].map(day =>
      item(day, { state: day < today ? 'late' : 'coming', shownBy: [nameOf(document)] }),
    ),
  ]
}

/** The follow-up of a routine or an agreement (`följs_upp`), where it falls in a period or is left from before. */
export function followUpItems(document: Document, archive: Archive, period: Period): readonly WheelItem[] {
  const due = dayIn(textOf(document.fields, 'följs_upp'))
  if (due === undefined || due > period.to) return []
  const found = followedUp(document, archive, due)
  const isLeft = found === undefined && period.from <= archive.today
  if (due < period.from && !isLeft) return []
  return [
    {
      ...itemOf(document),
      part: 'follow-up',
      due,
      field: ['följs_upp'],
      state: found === undefined ? (due < archive.today ? 'late' : 'coming') : doneBy(due, found.day),
      ...stated('doneOn', found?.day),
      shownBy: [found?.address ?? nameOf(document)],
    },
  ]
}

/** How long before its day a meeting may follow something up and still mean it. */
const EARLY = 31

/** The first record from about the day on that deals with a text: the text names it, or it names the text. */
function followedUp(document: Document, archive: Archive, due: Day) {
  const decided = dayIn(textOf(document.fields, 'beslutad')) ?? ''
  const named = archive
    .pointersOf(document)
    .flatMap(({ id, part }) => archive.sameId(id).map(record => ({ record, part })))
  const naming = archive.pointingAt(document.id ?? '').map(({ from }) => ({ record: from, part: undefined }))
  return [...named, ...naming]
    .filter(({ record }) => (RECORDS as readonly string[]).includes(record.typ ?? ''))
    .flatMap(({ record, part }) => {
      const day = dayOfMeeting(record)
      if (day === undefined || day <= decided || day < daysAfter(due, -EARLY)) return []
      return [{ day, address: `${nameOf(record)} ${part ?? ''}`.trim() }]
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0]
}

const itemOf = (document: Document): Pick<WheelItem, 'group' | 'within' | 'title' | 'source'> => ({
  ...stated('group', textOf(document.fields, 'beslutad_av')),
  within: 'day',
  ...stated('title', mayBeQuoted(document) ? titleOf(document) : undefined),
  source: document,
})
