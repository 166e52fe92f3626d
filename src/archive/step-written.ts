import { inFlow } from '../kinds/fill-template.js'
import { STEPS, stepNumber } from '../model/deviation-step.js'
import type { Document } from '../model/document.js'
import { type FieldValue, isFields, isList, saysNothing } from '../model/fields.js'
import { withLink, withListed, withTextIn, withValue } from './write-fields.js'

/** One thing that is to be written into the front matter of a deviation. */
export interface Change {
  /** `mottagen`, `chef.underskrift`, or `behandlas_i` for a link. */
  readonly field: string
  readonly value: FieldValue
  /** `add`: one more in a list. */
  readonly how: 'put' | 'add'
}

/** The text of a deviation with some changes in its front matter; every other character as it was. */
export function withChanges(text: string, { fields }: Document, changes: readonly Change[]): string {
  const there = new Set(Object.keys(fields))
  let now = text
  for (const { field, value, how } of changes) {
    const written = inFlow(value)
    const [group = '', inner] = field.split('.')
    if (field === 'behandlas_i') for (const each of listed(value)) now = withLink(now, field, inFlow(each))
    else if (inner !== undefined) now = withTextIn(now, group, inner, written, 'person')
    else if (how === 'add') now = withListed(now, field, written)
    else now = withValue(now, field, written, placeFor(field, there))
    there.add(group)
  }
  return now
}

/** The changes as lines for somebody who looks before they write. */
export const changeLines = (changes: readonly Change[]): readonly string[] =>
  changes.map(
    ({ field, value, how }) => `+ ${field}: ${how === 'add' ? `… ${inFlow(value)}` : inFlow(value)}`,
  )

/** True of a group of fields into which another can be written: one that is there and says something. */
export const hasGroup = ({ fields }: Document, group: string): boolean =>
  !saysNothing(fields[group]) && (typeof fields[group] === 'string' || isFields(fields[group] ?? ''))

/** The field after which a new one is written: a day after the day of the step before. */
function placeFor(field: string, there: ReadonlySet<string>): string {
  const at = stepNumber(field)
  const before = STEPS.slice(0, Math.max(at, 0)).findLast(step => there.has(step))
  return before ?? (at >= 0 ? 'ursprung' : 'grupp')
}

const listed = (value: FieldValue): readonly FieldValue[] => (isList(value) ? value : [value])
