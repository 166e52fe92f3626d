import type { ValidateFunction } from 'ajv'
import type { Document } from '../model/document.js'
import { type FieldValue, isList } from '../model/fields.js'
import type { DocumentKind, FieldFault } from '../model/kind.js'
import type { Settings } from '../model/settings.js'
import { faultsOf } from './field-faults.js'
import type { KindSet } from './kind-set.js'
import { PRECOMPILED } from './precompiled.js'
import { wholeSchema } from './whole-schema.js'

/** Judges the front matter of a document by the JSON Schema of its kind or register. */
export type FieldCheck = (document: Document) => readonly FieldFault[]

/**
 * Makes ready to judge the documents of an archive. The program's own schemas come compiled; an archive's own kinds,
 * and all of them where it adds to their closed lists, are compiled when the first document of each is judged.
 */
export async function fieldCheck(
  kinds: ReadonlyMap<string, DocumentKind>,
  builtIn: KindSet,
  { vocabulary }: Settings,
): Promise<FieldCheck> {
  const beforehand =
    PRECOMPILED?.kindSet === builtIn && vocabulary.size === 0 ? PRECOMPILED.checks : undefined
  const checkOf = (typ: string): ValidateFunction | undefined =>
    kinds.get(typ) === builtIn.kinds.get(typ) ? beforehand?.get(typ) : undefined
  const compile = [...kinds.keys()].every(checkOf)
    ? undefined
    : (await import('./compile-schema.js')).schemaCompiler(builtIn.common, vocabulary)
  const known = new Map<string, ValidateFunction | undefined>()
  const made = (name: string, role: Document['role']): ValidateFunction | undefined => {
    const kind = kinds.get(name)
    if (role === 'document') return kind && (checkOf(name) ?? compile?.(wholeSchema(kind, builtIn.common)))
    const schema = builtIn.registers.get(name)
    return schema && (beforehand?.get(name) ?? compile?.(schema))
  }
  return ({ unreadable, role, typ = '', fields }) => {
    if (unreadable) return []
    const name = `${role} ${typ}`
    if (!known.has(name)) known.set(name, made(typ, role))
    const validate = known.get(name)
    if (validate === undefined || validate(copyOf(fields))) return []
    return faultsOf(validate.errors ?? [], fields)
  }
}

/** ajv takes texts for numbers in place, so it gets a copy; a key without value is absent to it. */
function copyOf(value: FieldValue): unknown {
  if (typeof value === 'string') return value
  if (isList(value)) return value.map(copyOf)
  const copy: Record<string, unknown> = Object.create(null)
  for (const key in value) {
    const inner = value[key]
    if (inner !== undefined && inner !== '') copy[key] = copyOf(inner)
  }
  return copy
}
