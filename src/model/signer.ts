import type { Document } from './document.js'
import { nameOf } from './document.js'
import { UserError } from './failure.js'
import { type FieldValue, isFields, textOf } from './fields.js'
import { isSamePerson } from './people.js'
import type { Surroundings } from './surroundings.js'

/** The fields that say when a deviation was signed. */
export type SignatureField = 'rapportör_underskrift' | 'chef.underskrift'

/**
 * The signatures that somebody gives on a deviation: as the reporter, the nearest manager, or both (Seed S3).
 * @throws UserError for somebody who is neither.
 */
export function signaturesBy(
  name: string,
  document: Document,
  surroundings: Surroundings,
): readonly SignatureField[] {
  const isPerson = (field: string) => {
    const written = nameIn(document.fields[field])
    return written !== undefined && isSamePerson(surroundings, written, name)
  }
  const fields: readonly SignatureField[] = [
    ...(isPerson('rapportör') ? (['rapportör_underskrift'] as const) : []),
    ...(isPerson('chef') ? (['chef.underskrift'] as const) : []),
  ]
  if (fields.length > 0) return fields
  throw new UserError(
    {
      sv: `\`${name}\` står inte som rapportör eller närmaste chef i ${nameOf(document)}.`,
      en: `\`${name}\` is not there as reporter or nearest manager of ${nameOf(document)}.`,
    },
    {
      sv: 'Skriv namnet som i filen, eller ange först `--set rapportör=…` eller `--set chef=…`. Ingenting har skrivits.',
      en: 'Write the name as in the file, or first give `--set rapportör=…` or `--set chef=…`. Nothing was written.',
    },
  )
}

const nameIn = (value: FieldValue | undefined): string | undefined =>
  typeof value === 'string'
    ? value
    : value !== undefined && isFields(value)
      ? (textOf(value, 'person') ?? textOf(value, 'namn'))
      : undefined
