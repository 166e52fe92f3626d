import { addToList, addToNestedList, type Edit, edited } from '../parse/edit-fields.js'

/** The text of a document with one more link of a relation; every other character as it was. */
export const withLink = (text: string, relation: string, address: string): string =>
  changed(text, addToNestedList(text, 'länkar', relation, address))

/** The text of a protocol with one more line of `justering`, written as YAML; every other character as it was. */
export const withAdjustment = (text: string, line: string): string =>
  changed(text, addToList(text, 'justering', line))

/** @throws Error when the text has no front matter: a document that was read has. */
function changed(text: string, edit: Edit | undefined): string {
  if (edit === undefined) throw new Error('A document that was read has front matter with lists or none.')
  return edited(text, edit)
}
