import type { Archive } from './archive.js'
import { type Day, readDay } from './day.js'
import { type Document, nameOf } from './document.js'
import { stated } from './fields.js'
import { dayOfMeeting } from './meeting.js'
import { RECORDS } from './rule.js'

/** A meeting that dealt with a deviation or a matter. */
export interface Handling {
  /** `PROT-lansgrupp-2024-05-31 § 8`, or the id alone where no section is named. */
  readonly address: string
  /** Day of the meeting; from the id where the meeting is not in the archive. */
  readonly day?: Day
  /** Slug of the group that met, where the meeting is in the archive. */
  readonly group?: string
}

/**
 * The meetings that dealt with a deviation or a matter, by day: those it names, and those that name it under `Avvikelser`
 * or `Ärende`. An agenda deals with nothing.
 */
export function handlingsAbout(document: Document, archive: Archive): readonly Handling[] {
  const home = archive.homeOf(document)
  const named = archive.pointersOf(document).filter(({ relation }) => relation === 'behandlas_i')
  const isNamed = new Set(named.map(({ id }) => id.toLowerCase()))
  const naming = archive
    .pointingAt(document.id ?? '')
    .filter(({ relation, from }) => NAMING.has(relation) && !isNamed.has(nameOf(from).toLowerCase()))
    .map(({ from, section }) => ({ id: nameOf(from), ...stated('part', partOfSection(from, section)) }))
  const handlings = new Map<string, Handling>()
  for (const { id, part } of [...named, ...naming]) {
    const meeting = home.byId(id) ?? archive.byId(id)
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

/** What a meeting says that deals with something without it saying so itself. */
const NAMING: ReadonlySet<string> = new Set(['Avvikelser', 'Ärende', 'behandlar'])

const partOfSection = (document: Document, section: number | undefined): string | undefined => {
  const number = section === undefined ? undefined : document.body.sections[section]?.number
  return number === undefined ? undefined : `§ ${number}`
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
