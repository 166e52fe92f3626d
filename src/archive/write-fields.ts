import { UserError } from '../model/failure.js'
import { type AdjustmentPlace, addInPlace } from '../parse/adjustment-places.js'
import { type Edit, edited } from '../parse/edit.js'
import { addToList, addToNestedList, putText, setText, takeFromList } from '../parse/edit-fields.js'
import { putValue, putWithin } from '../parse/edit-values.js'
import { asRead, asWritten } from './written-text.js'

/** The text of a document with one more link of a relation; every other character as it was. */
export const withLink = (text: string, relation: string, address: string): string =>
  changed(text, read => addToNestedList(read, 'länkar', relation, address))

/**
 * The text of a protocol with one more line of `justering`, written as YAML: in the place that is kept for it, else
 * last. Every other character as it was.
 */
export const withAdjustment = (text: string, line: string, place: AdjustmentPlace): string =>
  changed(text, read => addInPlace(read, 'justering', line, place) ?? addToList(read, 'justering', line))

/** The text of a protocol without one line of `justering`, and with a line of `återtagna` that tells of it. */
export function withWithdrawal(text: string, index: number, line: string): string {
  const without = changed(text, read => takeFromList(read, 'justering', index))
  return changed(without, read => addToList(read, 'återtagna', line))
}

/** The text of a document with another status; every other character as it was. */
export const withStatus = (text: string, status: string): string =>
  changed(text, read => setText(read, 'status', status))

/** The text of a document with texts in fields, each added after the one before where it is not there; every other character as it was. */
export function withTexts(
  text: string,
  fields: readonly (readonly [field: string, value: string])[],
): string {
  let now = text
  let before = ''
  for (const [field, value] of fields) {
    const after = before
    now = changed(now, read => putText(read, field, value, after))
    before = field
  }
  return now
}

/** The text of a document with a value in a field, written as YAML on one line; where it is not there, after another field. */
export const withValue = (text: string, field: string, value: string, after: string): string =>
  changed(text, read => putValue(read, field, value, after))

/** The text of a document with a text in a field of a group of fields; a group that is a text becomes one, with that text under `lone`. */
export const withTextIn = (text: string, group: string, field: string, value: string, lone: string): string =>
  changed(text, read => putWithin(read, group, field, value, lone))

/** The text of a document with one more value last in a list, written as YAML. */
export const withListed = (text: string, list: string, value: string): string =>
  changed(text, read => addToList(read, list, value))

/**
 * Makes a change that was found in the text as read in the text as it is written: line ends and byte order mark stay.
 * @throws UserError when a field is not what it should be: a text where a list stands in other documents.
 */
function changed(written: string, find: (read: string) => Edit | undefined): string {
  const edit = find(asRead(written))
  if (edit === undefined) throw notWritable()
  return edited(written, asWritten(written, edit))
}

const notWritable = (): UserError =>
  new UserError(
    {
      sv: 'I filens huvud är ett fält skrivet så att det inte går att lägga till något: en text där det ska stå en lista.',
      en: 'In the front matter of the file a field is written so that nothing can be added: a text where a list is to stand.',
    },
    {
      sv: 'Kör `samverkan validate`, som säger vilket fält det är. Ingenting har skrivits.',
      en: 'Run `samverkan validate`, which says which field it is. Nothing was written.',
    },
  )
