import type { Archive } from '../model/archive.js'
import type { Day } from '../model/day.js'
import { type Document, nameOf } from '../model/document.js'
import { UserError } from '../model/failure.js'
import { meetingOf } from '../model/meeting.js'

/**
 * Only what has a status `justering` is adjusted, and only until it is `justerat`.
 * @throws UserError for everything else.
 */
export function refuseUnlessAdjustable(document: Document, { kinds }: Archive): void {
  const kind = kinds.get(document.typ ?? '')
  const name = nameOf(document)
  if (kind !== undefined && !kind.statuses.some(({ name: status }) => status === OPEN))
    throw new UserError(
      {
        sv: `${name} är ett dokument av slaget \`${kind.typ}\`, och sådana justeras inte.`,
        en: `${name} is a document of the kind \`${kind.typ}\`, and those are not adjusted.`,
      },
      {
        sv: 'Protokoll justeras; mötesanteckningar godkänns vid nästa möte. `samverkan list protokoll` visar protokollen.',
        en: 'Protocols are adjusted; minutes are approved at the next meeting. `samverkan list protokoll` shows the protocols.',
      },
    )
  if (document.status === 'justerat')
    throw new UserError(
      { sv: `${name} är redan \`justerat\`.`, en: `${name} is \`justerat\` already.` },
      {
        sv: 'Ingenting har ändrats. Ska något rättas, skriv ett nytt dokument med `ersätter:` och låt det justeras.',
        en: 'Nothing was changed. If something is to be corrected, write a new document with `ersätter:` and have it adjusted.',
      },
    )
}

/**
 * The day of an adjustment: not before the meeting, and not to come.
 * @throws UserError for another day.
 */
export function adjustingDay(day: Day, document: Document, today: Day): Day {
  const held = meetingOf(document).day
  if (day > today || (held !== undefined && day < held))
    throw new UserError(
      day > today
        ? { sv: `\`--date ${day}\` har inte kommit än.`, en: `\`--date ${day}\` has not come yet.` }
        : {
            sv: `\`--date ${day}\` är före mötet, som hölls ${held ?? ''}.`,
            en: `\`--date ${day}\` is before the meeting, which was held on ${held ?? ''}.`,
          },
      {
        sv: 'Ange dagen då protokollet justerades, eller utelämna `--date` om det är i dag. Ingenting har skrivits.',
        en: 'Give the day on which the protocol was adjusted, or leave out `--date` if it is today. Nothing was written.',
      },
    )
  return day
}

/** The status in which a document is with those who adjust it. */
const OPEN = 'justering'
