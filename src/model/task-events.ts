import type { Archive } from './archive.js'
import { assignmentsOf, isOpen } from './assignment.js'
import type { CalendarEvent } from './calendar-event.js'
import { type Day, daysAfter } from './day.js'
import { deviationOf } from './deviation.js'
import { type Document, mayBeQuoted, nameOf, titleOf } from './document.js'
import { stated, textOf } from './fields.js'
import { dayIn, meetingOf } from './meeting.js'
import { LEFT_OUT } from './repeatable.js'
import { revisionOf } from './revision.js'
import { RECORDS } from './rule.js'
import type { Language } from './said.js'
import { slugOf } from './text.js'

/** The open actions of minutes and protocols that have a last day. What is given in a document that is not open is left out. */
export const actionEvents = (archive: Archive, language: Language): readonly CalendarEvent[] =>
  archive
    .ofKind(...RECORDS)
    .filter(mayBeQuoted)
    .flatMap(document =>
      assignmentsOf(document, archive)
        .filter(isOpen)
        .flatMap(({ address, task, dueDay }) => {
          if (dueDay === undefined) return []
          const words = task ?? LEFT_OUT[language]
          return [
            allDay({
              sort: 'actions',
              key: `uppdrag-${slugOf(address)}`,
              summary: language === 'sv' ? `Uppdrag senast i dag: ${words}` : `Action due today: ${words}`,
              description: address,
              day: dueDay,
              stamp: meetingOf(document).day ?? dueDay,
              ...stated('group', meetingOf(document).group),
              documents: [address],
            }),
          ]
        }),
    )

/** Answers and measures of deviations that are still to come, and follow-ups and revisions of agreements and routines. */
export const followUpEvents = (archive: Archive, language: Language): readonly CalendarEvent[] => [
  ...archive.ofKind('avvikelse').flatMap(document => deviationEvents(document, archive, language)),
  ...archive.ofKind('överenskommelse', 'rutin').flatMap(document => textEvents(document, language)),
]

/** A deviation is seldom open: its events say its id and nothing else of it. One under secrecy has none. */
function deviationEvents(document: Document, archive: Archive, language: Language): readonly CalendarEvent[] {
  if (document.unreadable || document.grade === 'sekretess' || document.id === undefined) return []
  const { name, dates, measures, group } = deviationOf(document)
  const { rapporterad, återkopplad, avslutad } = dates
  if (avslutad !== undefined || document.stage === 'final') return []
  const stamp = rapporterad ?? Object.values(dates).sort()[0]
  const event = (what: string, day: Day, summary: string): CalendarEvent =>
    allDay({
      sort: 'follow-ups',
      key: `${what}-${slugOf(name)}`,
      summary,
      day,
      stamp: stamp ?? day,
      ...stated('group', group),
      documents: [name],
    })
  const isAnswered = rapporterad === undefined || återkopplad !== undefined
  return [
    ...(isAnswered
      ? []
      : [
          event(
            'svar',
            daysAfter(rapporterad, archive.settings.answerDays),
            language === 'sv' ? `Sista dag att återkoppla om ${name}` : `Last day to answer ${name}`,
          ),
        ]),
    ...measures.flatMap(({ due, isDone }, index) =>
      isDone || due === undefined
        ? []
        : [
            event(
              `atgard-${index + 1}`,
              due,
              language === 'sv' ? `En åtgärd efter ${name} ska vara klar` : `A measure after ${name} is due`,
            ),
          ],
    ),
  ]
}

function textEvents(document: Document, language: Language): readonly CalendarEvent[] {
  if (document.unreadable || document.status !== 'gällande') return []
  if (document.grade === 'sekretess' || document.id === undefined) return []
  const title = mayBeQuoted(document) ? titleOf(document) : document.id
  const decided = dayIn(textOf(document.fields, 'beslutad'))
  const event = (what: string, day: Day, summary: string): CalendarEvent =>
    allDay({
      sort: 'follow-ups',
      key: `${what}-${slugOf(nameOf(document))}`,
      summary,
      description: nameOf(document),
      day,
      stamp: decided ?? day,
      ...stated('group', textOf(document.fields, 'beslutad_av')),
      documents: [nameOf(document)],
    })
  const followUp = dayIn(textOf(document.fields, 'följs_upp'))
  const revision = revisionOf(document)
  return [
    ...(followUp === undefined
      ? []
      : [event('foljs-upp', followUp, `${language === 'sv' ? 'Följs upp' : 'To be followed up'}: ${title}`)]),
    ...(revision === undefined
      ? []
      : [event('revideras', revision.due, `${language === 'sv' ? 'Revideras' : 'To be revised'}: ${title}`)]),
  ]
}

const allDay = (event: Omit<CalendarEvent, 'state' | 'sequence'>): CalendarEvent => ({
  ...event,
  state: 'confirmed',
  sequence: 0,
})
