import { meetingOf } from '../../model/meeting.js'
import { someone } from '../../model/names.js'
import { isSamePerson } from '../../model/people.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** The adjuster is somebody else than the chair. With a second adjuster the chair only signs too ("jämte ordföranden"). */
export const rule: Rule = {
  name: 'justerare-ar-ordforande',
  level: 'warning',
  states: {
    sv: 'Justeraren är någon annan än ordföranden.',
    en: 'The adjuster is somebody else than the chair.',
  },
  because: {
    sv: 'Justeringen är en kontroll av någon annan än den som ledde mötet.',
    en: 'Adjustment is a check by somebody else than the one who led the meeting.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const { chair, adjusters } = meetingOf(document)
    if (chair === undefined) return
    const own = adjusters.find(({ name }) => isSamePerson(surroundings, name, chair.name))
    if (own === undefined) return
    const isAlone = adjusters.length === 1
    const who = someone(document, own.name)
    yield {
      at: { field: own.field },
      ...(!isAlone && { level: 'note' as const }),
      says: {
        sv: `${who.sv} är både ordförande och justerare.`,
        en: `${who.en} is both the chair and an adjuster.`,
      },
      advice: isAlone
        ? {
            sv: 'Utse någon annan som var med att justera.',
            en: 'Choose somebody else who was there to adjust.',
          }
        : {
            sv: 'Ordföranden skriver under ändå: låt bara de valda stå under `justerare`.',
            en: 'The chair signs anyway: let only those who were chosen stand under `justerare`.',
          },
    }
  },
  examples: [
    {
      shows: { sv: 'Ordföranden justerar ensam', en: 'The chair adjusts alone' },
      front: { justerare: '[Alva Ask]' },
      finds: ['justerare: [Alva Ask]'],
    },
    {
      shows: {
        sv: 'Ordföranden jämte en vald: en anmärkning',
        en: 'The chair beside one who was chosen: a note',
      },
      front: { justerare: '[Cia Dahl, alva-ask]' },
      finds: ['justerare: [Cia Dahl, alva-ask]'],
    },
    {
      shows: { sv: 'Någon annan justerar', en: 'Somebody else adjusts' },
      finds: [],
    },
  ],
}
