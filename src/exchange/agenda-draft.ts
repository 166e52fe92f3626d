import { Buffer } from 'node:buffer'
import mime from 'mime'
import type { Archive } from '../model/archive.js'
import { attachmentsOf, isOnWeb } from '../model/attachment.js'
import type { CalendarEvent } from '../model/calendar-event.js'
import { writeTime } from '../model/clock-time.js'
import { type Day, WEEKDAYS, weekdayOf } from '../model/day.js'
import { type Document, nameOf, titleOf } from '../model/document.js'
import { stated } from '../model/fields.js'
import { invitedTo } from '../model/invited.js'
import { type Meeting, meetingOf } from '../model/meeting.js'
import { LEFT_OUT, readableLines } from '../model/repeatable.js'
import type { Language } from '../model/said.js'
import { wordsOf } from './agenda-mail.js'
import { isMailAddress, type MailAttachment, type Mailbox, type MailDraft } from './eml.js'
import { asIcs, calendarDomain } from './ics.js'

/** An agenda and what goes with it. */
export interface Sending {
  readonly agenda: Document
  /** The text of its file. */
  readonly text: string
  readonly enclosures: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** Its meeting in a calendar, where it has a day. */
  readonly event: CalendarEvent | undefined
}

/** The mail that an agenda is sent with, and the names of those who have no address in the register. */
export async function agendaDraft(
  { agenda, text, enclosures, event }: Sending,
  archive: Archive,
  language: Language,
  today: Day,
): Promise<{ readonly draft: MailDraft; readonly without: readonly string[] }> {
  const { called, others, callers } = invitedTo(agenda, archive)
  const boxOf = (name: string): readonly Mailbox[] => {
    const address = archive.register.person(name)?.email ?? ''
    return isMailAddress(address) ? [{ name, address }] : []
  }
  const [caller] = callers.flatMap(boxOf)
  const meeting = meetingOf(agenda)
  const prefix = event?.state === 'cancelled' ? { sv: 'INSTÄLLT: ', en: 'CALLED OFF: ' }[language] : ''
  const subject = `${prefix}${titleOf(agenda)}`
  const { treeOf } = await import('../parse/markdown.js')
  const words = wordsOf(
    {
      subject,
      when: whenIs(meeting, language),
      ...stated('place', meeting.place),
      agenda: treeOf(readableAgenda(agenda, text, language)),
      enclosed: enclosures.map(({ name }) => name),
      onWeb: attachmentsOf(agenda)
        .filter(isOnWeb)
        .map(({ title, file }) => ({ title, address: file })),
      ...stated('caller', caller),
    },
    language,
  )
  return {
    draft: {
      ...stated('from', caller),
      to: called.flatMap(boxOf),
      cc: others.flatMap(boxOf),
      subject,
      day: today,
      ...words,
      attachments: [
        ...enclosures.map(({ name, bytes }) => ({
          name,
          type: mime.getType(name) ?? 'application/octet-stream',
          bytes,
        })),
        ...(event === undefined ? [] : [calendarOf(event, nameOf(agenda), archive, caller?.address)]),
      ],
    },
    without: [...called, ...others].filter(name => boxOf(name).length === 0),
  }
}

/** The agenda from its first heading, without what is confidential. */
function readableAgenda(agenda: Document, text: string, language: Language): string {
  const lines = text.split(/\r\n?|\n/)
  const from = agenda.body.headings[0]?.line ?? agenda.body.prose[0]?.line ?? lines.length
  return readableLines(agenda, lines, { from, to: lines.length }, `[${LEFT_OUT[language]}]`).join('\n')
}

function whenIs({ day, time }: Meeting, language: Language): string {
  if (day === undefined) return '–'
  const weekday = `${WEEKDAYS[language][weekdayOf(day)]} ${day}`
  if (time === undefined) return weekday
  const hours = [time.from, ...(time.to === undefined ? [] : [time.to])].map(writeTime).join('–')
  return language === 'sv' ? `${weekday} kl. ${hours.replaceAll(':', '.')}` : `${weekday}, ${hours}`
}

/** The meeting as a calendar file. A method needs an organiser (RFC 5546 § 3.2.1); without one it is a file to import. */
function calendarOf(
  event: CalendarEvent,
  name: string,
  { settings }: Archive,
  organiser: string | undefined,
): MailAttachment {
  const method = event.state === 'cancelled' ? 'CANCEL' : 'PUBLISH'
  const calendar = {
    name: settings.name,
    domain: calendarDomain(settings.name),
    ...(organiser !== undefined && ({ method, organiser } as const)),
    events: [event],
  }
  return {
    name: `${name}.ics`,
    type: `text/calendar; charset=utf-8${organiser === undefined ? '' : `; method=${method}`}`,
    bytes: Buffer.from(asIcs(calendar)),
  }
}
