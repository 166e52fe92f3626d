import type { CalendarEvent } from '../model/calendar-event.js'
import { type Minutes, writeTime } from '../model/clock-time.js'
import { type Day, daysAfter } from '../model/day.js'
import { slugOf } from '../model/text.js'

/** A calendar of an archive. */
export interface Calendar {
  readonly name: string
  /** What keeps its events apart from those of other archives: ASCII, stands after the @ of every UID. */
  readonly domain: string
  /** Where it goes by mail (RFC 5546): `CANCEL` of a meeting that is called off; absent in a file to import or to subscribe to. */
  readonly method?: 'PUBLISH' | 'CANCEL'
  /** E-mail of those who call the meeting. */
  readonly organiser?: string
  readonly events: readonly CalendarEvent[]
}

/** Writes a calendar as iCalendar (RFC 5545): CRLF, lines of at most 75 octets. The same events give the same bytes. */
export function asIcs({ name, domain, method, organiser, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//samverkan//samverkan//SV',
    'CALSCALE:GREGORIAN',
    ...(method === undefined ? [] : [`METHOD:${method}`]),
    `X-WR-CALNAME:${escaped(name)}`,
    ...STOCKHOLM,
    ...events.flatMap(event => eventLines(event, domain, organiser)),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

/** What keeps the events of an archive apart from those of others: the same as long as its name is the same. */
export const calendarDomain = (archiveName: string): string => `${slugOf(archiveName)}.samverkan`

/** Summer time as the European Union has had it since 1996: last Sunday of March to last Sunday of October, 01:00 UTC. */
const STOCKHOLM = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Stockholm',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

function eventLines(event: CalendarEvent, domain: string, organiser: string | undefined): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.key}@${domain}`,
    `DTSTAMP:${compact(event.stamp)}T000000Z`,
    `SEQUENCE:${event.sequence}`,
    ...times(event),
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.place === undefined ? [] : [`LOCATION:${escaped(event.place)}`]),
    ...(event.description === undefined ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
    `STATUS:${event.state.toUpperCase()}`,
    `CATEGORIES:${event.sort.toUpperCase()}`,
    ...(event.time === undefined ? ['TRANSP:TRANSPARENT'] : []),
    ...(organiser === undefined ? [] : [`ORGANIZER:mailto:${organiser}`]),
    'END:VEVENT',
  ]
}

/** An end before the beginning is left out, as one that is not stated: nobody knows when the meeting ends. */
function times({ day, time }: CalendarEvent): readonly string[] {
  if (time === undefined) {
    return [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(daysAfter(day, 1))}`]
  }
  const at = (minutes: Minutes) =>
    `;TZID=Europe/Stockholm:${compact(day)}T${writeTime(minutes).replace(':', '')}00`
  const hasEnd = time.to !== undefined && time.to > time.from
  return [`DTSTART${at(time.from)}`, ...(hasEnd ? [`DTEND${at(time.to)}`] : [])]
}

const compact = (day: Day): string => day.replaceAll('-', '')

/** A text as a value: nothing in it can end the line or begin another property. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/[\p{Cc}\p{Cs}]/gu, '')

const LONGEST = 75

/** Breaks a line at 75 octets, never inside a character. */
function folded(line: string): string {
  let written = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LONGEST) {
      written += '\r\n '
      octets = 1
    }
    written += character
    octets += size
  }
  return written
}

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
