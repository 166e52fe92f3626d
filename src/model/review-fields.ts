import { type Fields, type FieldValue, isFields, isList, saysNothing } from './fields.js'
import { ATTENDANCE, attendanceChanges } from './review-attendance.js'
import type { ReviewedChange, Versions } from './review-change.js'
import { listChanges } from './review-lists.js'
import { shownValue, valueKey } from './review-values.js'
import { alike, areOpen } from './review-words.js'
import { asWritten, type Said } from './said.js'

/** What has changed in the front matter, field by field in the order of the file; attendance is told person by person. */
export function fieldChanges(versions: Versions): readonly ReviewedChange[] {
  const { before, after } = versions
  const attendance = attendanceChanges(versions)
  const keys = keysOf(before.document.fields, after.document.fields)
  const says = keys.flatMap(field =>
    valueChanges(
      versions,
      { field, name: namedField(versions, field) },
      before.document.fields[field],
      after.document.fields[field],
      ATTENDANCE.includes(field) ? attendance.told : NOBODY,
    ),
  )
  return [...says, ...attendance.says].map(each => ({ says: each }))
}

/** A field of the front matter, or one inside another. */
interface NamedField {
  readonly field: string
  /** What a sentence calls it, with what it stands in. */
  readonly name: Said
}

/** What has changed in one value; `told`: people of whom something else tells already. */
function valueChanges(
  versions: Versions,
  { field, name }: NamedField,
  old: FieldValue | undefined,
  now: FieldValue | undefined,
  told: ReadonlySet<string>,
): readonly Said[] {
  if (valueKey(old) === valueKey(now)) return []
  if (isListLike(old, now))
    return listChanges(versions, field, old, now, told, (entry, was, is) =>
      valueChanges(versions, { field: '', name: asWritten(entry) }, was, is, NOBODY),
    ).map(({ sv, en }) => ({ sv: `${name.sv}: ${sv}`, en: `${name.en}: ${en}` }))
  if ((areOpen(versions) || field === 'länkar') && isFieldsLike(old) && isFieldsLike(now))
    return keysOf(old ?? {}, now ?? {}).flatMap(key =>
      valueChanges(versions, { field: key, name: within(name, key) }, old?.[key], now?.[key], NOBODY),
    )
  const shown = (side: 'before' | 'after', value: FieldValue | undefined) =>
    value === undefined || saysNothing(value) ? '–' : shownValue(versions, versions[side], field, value)
  const [was, is] = [shown('before', old), shown('after', now)]
  if (was !== undefined && is !== undefined)
    return [{ sv: `${name.sv}: ${was} → ${is}`, en: `${name.en}: ${was} → ${is}` }]
  const verb = was === '–' ? ADDED : is === '–' ? REMOVED : CHANGED
  return [{ sv: `${name.sv}: ${verb.sv}`, en: `${name.en}: ${verb.en}` }]
}

/** A field as people call it. One that no kind has is not named where a document is not open. */
function namedField(versions: Versions, field: string): Said {
  const { document, archive } = versions.after
  const properties = archive.kindOf(document)?.schema['properties']
  const property = isRecord(properties) ? properties[field] : undefined
  const title = isRecord(property) ? property['title'] : undefined
  if (property === undefined && !areOpen(versions) && !COMMON.has(field))
    return { sv: 'annat fält', en: 'another field' }
  return { sv: typeof title === 'string' ? title : shortened(field), en: shortened(field) }
}

/** A field inside a field. */
const within = ({ sv, en }: Said, key: string): Said => ({
  sv: `${sv}, ${shortened(key)}`,
  en: `${en}, ${shortened(key)}`,
})

const shortened = (key: string): string => alike(key).slice(0, 60)

const keysOf = (before: Fields, after: Fields): readonly string[] => [
  ...Object.keys(before),
  ...Object.keys(after).filter(key => !Object.hasOwn(before, key)),
]

const isListLike = (old: FieldValue | undefined, now: FieldValue | undefined): boolean =>
  (old !== undefined && isList(old)) || (now !== undefined && isList(now))

const isFieldsLike = (value: FieldValue | undefined): value is Fields | undefined =>
  value === undefined || isFields(value)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const ADDED: Said = { sv: 'tillagt', en: 'added' }
const REMOVED: Said = { sv: 'borttaget', en: 'removed' }
const CHANGED: Said = { sv: 'ändrat', en: 'changed' }

const NOBODY: ReadonlySet<string> = new Set()

/** Fields that every kind has. */
const COMMON: ReadonlySet<string> = new Set(['id', 'typ', 'titel', 'status', 'sekretess', 'länkar', 'taggar'])
