import type { Archive } from '../model/archive.js'
import { UserError } from '../model/failure.js'
import type { Meeting } from '../model/meeting.js'
import { isSamePerson } from '../model/people.js'
import { enumerated } from '../model/said.js'
import type { AdjustmentPlace } from '../parse/adjustment-places.js'

/**
 * In what capacity somebody adjusts: only the chosen adjusters and the chair do.
 * @throws UserError for anybody else, and when nobody is named.
 */
export function adjustingRole(
  name: string,
  { adjusters, chair }: Meeting,
  archive: Archive,
): 'justerare' | 'ordförande' {
  if (name !== '' && adjusters.some(each => isSamePerson(archive, each.name, name))) return 'justerare'
  if (name !== '' && chair !== undefined && isSamePerson(archive, chair.name, name)) return 'ordförande'
  const chosen = [...adjusters, ...(chair === undefined ? [] : [chair])].map(each => each.name)
  const all = enumerated(chosen)
  throw new UserError(
    name === ''
      ? { sv: '`--as` saknas: vem är det som justerar?', en: '`--as` is missing: who is it that adjusts?' }
      : {
          sv: `${name} är varken justerare eller ordförande för mötet.`,
          en: `${name} is neither an adjuster nor the chair of the meeting.`,
        },
    chosen.length === 0
      ? {
          sv: 'Skriv in justerarna i fältet `justerare` först.',
          en: 'Write the adjusters in the field `justerare` first.',
        }
      : { sv: `De som kan justera är ${all.sv}.`, en: `Those who can adjust are ${all.en}.` },
  )
}

/** Which of the places that a protocol keeps for its adjustments is somebody's own. */
export function adjustingPlace(name: string, { adjusters }: Meeting, archive: Archive): AdjustmentPlace {
  const index = adjusters.findIndex(each => isSamePerson(archive, each.name, name))
  return index < 0 ? 'chair' : index
}
