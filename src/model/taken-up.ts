import type { Archive } from './archive.js'
import type { Day } from './day.js'
import type { Document } from './document.js'
import { dayOfMeeting, meetingOf } from './meeting.js'
import { RECORDS } from './rule.js'
import { folded } from './text.js'

/** What of a minutes or protocol may come back at a later one. */
export interface ToComeBack {
  readonly from: Document
  /** Ids of the matters that it is about. */
  readonly matters: readonly string[]
  /** The title of its item; absent where that says nothing. */
  readonly title?: string
}

/**
 * The first later minutes or protocol that takes something up: it names one of its matters, or is of the same group and
 * has an item of the same name.
 */
export function takenUpIn({ from, matters, title }: ToComeBack, archive: Archive): Document | undefined {
  const day = dayOfMeeting(from)
  if (day === undefined) return undefined
  const { places, items } = recordsInOrder(archive)
  const naming = matters.flatMap(id =>
    archive.pointingAt(id).flatMap(pointer => places.get(pointer.from) ?? []),
  )
  const named = title === undefined ? [] : (items.get(keyOf(meetingOf(from).group, title)) ?? [])
  let first: Place | undefined
  for (const place of [...naming, ...named]) {
    if (place.day > day && (first === undefined || place.number < first.number)) first = place
  }
  return first?.document
}

/** A minutes or protocol with a day, and its number when all stand in the order of their days. */
interface Place {
  readonly document: Document
  readonly day: Day
  readonly number: number
}

/** The minutes and protocols of an archive in the order of their days, and by the titles of their items. */
interface RecordsInOrder {
  readonly places: ReadonlyMap<Document, Place>
  readonly items: ReadonlyMap<string, readonly Place[]>
}

/** Works them out once for each archive. */
function recordsInOrder(archive: Archive): RecordsInOrder {
  const known = made.get(archive)
  if (known !== undefined) return known
  const dated = archive.ofKind(...RECORDS).flatMap(document => {
    const day = dayOfMeeting(document)
    return day === undefined ? [] : [{ document, day }]
  })
  const places = new Map<Document, Place>()
  const items = new Map<string, Place[]>()
  for (const { document, day } of dated.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    const place = { document, day, number: places.size }
    places.set(document, place)
    const { group } = meetingOf(document)
    const titles = document.body.sections.flatMap(({ number, title }) => (number === undefined ? [] : title))
    for (const key of new Set(titles.map(title => keyOf(group, title)))) {
      const same = items.get(key)
      if (same === undefined) items.set(key, [place])
      else same.push(place)
    }
  }
  const inOrder = { places, items }
  made.set(archive, inOrder)
  return inOrder
}

const keyOf = (group: string | undefined, title: string): string => `${group ?? ''}\n${folded(title)}`

const made = new WeakMap<Archive, RecordsInOrder>()
