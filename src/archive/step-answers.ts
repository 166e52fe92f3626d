import { answered, type Question, questionFor } from '../kinds/question.js'
import type { Archive } from '../model/archive.js'
import type { Call } from '../model/command.js'
import type { Need } from '../model/deviation-needs.js'
import { UserError } from '../model/failure.js'
import type { DocumentKind, JsonSchema } from '../model/kind.js'
import { found } from '../model/lookup.js'
import type { World } from '../model/ports.js'
import { nearest } from '../model/text.js'
import { asked, refuseUnlessAccepted, setBy } from './given-fields.js'
import type { Change } from './step-written.js'

/**
 * The changes that `--set` asks for, each checked against its field.
 * @throws UserError for a field that deviations do not have, a value that it cannot take, and a meeting that is not there.
 */
export function changesSet(
  call: Call,
  kind: DocumentKind,
  common: JsonSchema,
  archive: Archive,
): readonly Change[] {
  const fields = [...Object.keys(propertiesOf(kind)), ...OTHERS]
  return [...setBy(call)].map(([field, value]) => {
    if (!fields.includes(field)) throw unknownField(field, fields)
    const question = questionOf(field, kind, common)
    refuseUnlessAccepted(question, value)
    if (field === 'behandlas_i') refuseUnlessThere(value, archive)
    const whole = question.isList && typeof value === 'string' ? answered(question, value) : value
    return { field, value: whole, how: 'put' }
  })
}

/** Asks on the terminal for what a step needs. */
export async function changesAsked(
  needs: readonly Need[],
  kind: DocumentKind,
  common: JsonSchema,
  archive: Archive,
  world: World,
): Promise<readonly Change[]> {
  const changes: Change[] = []
  for (const { field, is } of needs) {
    if (field === undefined) continue
    const question = { ...questionOf(field, kind, common), title: is[world.language] }
    const value = await asked(question, archive, world)
    if (field === 'behandlas_i') refuseUnlessThere(value, archive)
    changes.push({ field, value, how: field === 'åtgärder' ? 'add' : 'put' })
  }
  return changes.flatMap(change =>
    change.how === 'add' && Array.isArray(change.value)
      ? change.value.map(value => ({ ...change, value }))
      : [change],
  )
}

/** What `--set` takes beside the fields of the kind. */
const OTHERS = ['chef.underskrift', 'behandlas_i'] as const

function questionOf(field: string, kind: DocumentKind, common: JsonSchema): Question {
  if (field === 'chef.underskrift') return questionFor(kind, common, 'rapportör_underskrift')
  const question = questionFor(kind, common, field)
  return field === 'åtgärder' ? { ...question, parts: ['vad', 'ansvarig', 'senast'] } : question
}

const propertiesOf = ({ schema }: DocumentKind): Readonly<Record<string, unknown>> =>
  typeof schema['properties'] === 'object' && schema['properties'] !== null ? { ...schema['properties'] } : {}

function refuseUnlessThere(value: unknown, archive: Archive): void {
  for (const each of [value].flat()) if (typeof each === 'string') found(archive, each)
}

function unknownField(field: string, fields: readonly string[]): UserError {
  const meant = nearest(field, fields)
  return new UserError(
    { sv: `En avvikelse har inget fält \`${field}\`.`, en: `A deviation has no field \`${field}\`.` },
    meant === undefined
      ? { sv: `Fälten är ${fields.join(', ')}.`, en: `The fields are ${fields.join(', ')}.` }
      : { sv: `Menade du \`${meant}\`?`, en: `Did you mean \`${meant}\`?` },
  )
}
