import type { Call } from './command.js'
import { UserError } from './failure.js'
import { hasFigures, suppressed } from './public-sheet.js'
import type { Parted, Report } from './report.js'
import type { Sheet } from './sheet.js'

/**
 * The list before a meeting.
 * @throws UserError for a report without one, and for what narrows it.
 */
export function beforeMeetingAsked(
  { name, beforeMeeting }: Report,
  call: Call,
): NonNullable<Report['beforeMeeting']> {
  const narrowing = ['year', 'half', 'from', 'to', 'compare', 'by', 'group', 'organisation']
  const other = call.has('public') ? 'public' : narrowing.find(option => call.value(option) !== undefined)
  if (beforeMeeting !== undefined && other === undefined) return beforeMeeting
  throw new UserError(
    beforeMeeting === undefined
      ? {
          sv: `\`--for-meeting\` går inte ihop med rapporten \`${name}\`.`,
          en: `\`--for-meeting\` does not go with the report \`${name}\`.`,
        }
      : {
          sv: `\`--for-meeting\` går inte ihop med \`--${other}\`.`,
          en: `\`--for-meeting\` does not go with \`--${other}\`.`,
        },
    {
      sv: 'Skriv `samverkan report deviations --for-meeting GRUPP`; listan gäller allt som är öppet.',
      en: 'Write `samverkan report deviations --for-meeting GROUP`; the list is of all that is open.',
    },
  )
}

/**
 * What makes a sheet of a report fit for the public.
 * @throws UserError beside what shows single documents or words of one's own, and for a report with nothing to show.
 */
export function publicAsked({ name }: Report, call: Call): (sheet: Sheet) => Sheet {
  const other = call.has('list') ? 'list' : call.value('text') === undefined ? undefined : 'text'
  if (other !== undefined) {
    throw new UserError(
      {
        sv: `\`--public\` går inte ihop med \`--${other}\`.`,
        en: `\`--public\` does not go with \`--${other}\`.`,
      },
      {
        sv: 'Offentligheten får se antal, aldrig enstaka dokument eller ord. Utelämna den ena.',
        en: 'The public may see counts, never single documents or words. Leave one of them out.',
      },
    )
  }
  return sheet => {
    const shown = suppressed(sheet)
    if (hasFigures(shown)) return shown
    throw new UserError(
      {
        sv: `Rapporten \`${name}\` har inga antal för offentligheten.`,
        en: `The report \`${name}\` has no counts for the public.`,
      },
      {
        sv: 'Välj en rapport som räknar, till exempel `deviations`.',
        en: 'Choose a report that counts, such as `deviations`.',
      },
    )
  }
}

/**
 * The ways to part a report.
 * @throws UserError for one that cannot be parted.
 */
export function partedAsked({ name, parted }: Report): Parted {
  if (parted !== undefined) return parted
  throw new UserError(
    {
      sv: `\`--by\` går inte ihop med rapporten \`${name}\`.`,
      en: `\`--by\` does not go with the report \`${name}\`.`,
    },
    { sv: 'Utelämna den, eller välj en annan rapport.', en: 'Leave it out, or choose another report.' },
  )
}

/** @throws UserError for an option that narrows another report only. */
export function refuseWhatOthersTake({ name, narrowedBy = [] }: Report, call: Call): void {
  const narrowing = ['text', 'organisation', 'in-force'] as const
  const given = narrowing.filter(option => call.value(option) !== undefined || call.has(option))
  const other = given.find(option => !narrowedBy.includes(option))
  if (other === undefined) return
  throw new UserError(
    {
      sv: `\`--${other}\` går inte ihop med rapporten \`${name}\`.`,
      en: `\`--${other}\` does not go with the report \`${name}\`.`,
    },
    {
      sv: 'Utelämna den, eller välj en annan rapport.',
      en: 'Leave it out, or choose another report.',
    },
  )
}
