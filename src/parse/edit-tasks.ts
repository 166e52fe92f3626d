import type { Action, Body } from '../model/body.js'
import type { Day } from '../model/day.js'
import type { Edit } from './edit.js'

/**
 * The changes that tick an action in the text of its file: `[ ]` becomes `[x]`, and ` (klart 2024-11-13)` stands after
 * its last word, unless something of the kind stands there already. The text is that of the file, with its own line ends.
 * Absent when the box cannot be told from the words.
 */
export function tickEdits(text: string, action: Action, day: Day): readonly Edit[] | undefined {
  const lines = linesIn(text)
  const first = lines[action.line - 1]
  const last = lines[action.endLine - 1]
  if (first === undefined || last === undefined) return undefined
  const box = BOX.exec(text.slice(first.from, last.end))
  if (box === null) return undefined
  const from = first.from + box[0].length - 2
  const tick = { from, to: from + 1, by: 'x' }
  if (action.doneOn !== undefined) return [tick]
  const end = first.from + text.slice(first.from, last.end).trimEnd().length
  return [tick, { from: end, to: end, by: ` (klart ${day})` }]
}

/** The change that adds a note to the list under an action, after the notes that stand there. */
export function noteEdit(text: string, action: Action, body: Body, note: string): Edit | undefined {
  const lines = linesIn(text)
  const notes = notesUnder(action, body)
  const item = lines[action.line - 1]
  const above = lines[(notes.at(-1)?.endLine ?? action.endLine) - 1]
  if (item === undefined || above === undefined) return undefined
  const sibling = lines[(notes[0]?.line ?? 0) - 1]
  const like =
    sibling === undefined ? null : /^([ \t]*[-*+][ \t]+)/.exec(text.slice(sibling.from, sibling.end))
  const written = `${like?.[1] ?? `${indentUnder(text.slice(item.from, item.end))}- `}${note}`
  if (above.mark !== '') return { from: above.next, to: above.next, by: `${written}${above.mark}` }
  const mark = lines[0]?.mark || '\n'
  return { from: above.end, to: above.end, by: `${mark}${written}` }
}

/** Marks of list items, then the box: `- [ ]`, `12. [ ]`, `- 1) [ ]`, on one line or two. */
const BOX = /^(?:\s*(?:[-*+]|\d{1,9}[.)])(?=\s))+\s+\[[ \t]\]/

/** The notes that stand under an action itself, not under a task in its list. */
function notesUnder({ line }: Action, { prose }: Body): Body['prose'] {
  const at = prose.findIndex(each => each.role === 'action' && each.line === line)
  const after = prose.slice(at + 1)
  const end = after.findIndex(({ role }) => role !== 'note')
  return end < 0 ? after : after.slice(0, end)
}

/** The blanks before a list that stands in an item: as many columns as the item's own words begin at. */
function indentUnder(line: string): string {
  const [, blanks = '', marks = ''] = /^([ \t]*)((?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)/.exec(line) ?? []
  return blanks + ' '.repeat(columnAfter(blanks + marks) - columnAfter(blanks))
}

/** The column after some blanks and marks; a tab goes to the next fourth. */
function columnAfter(text: string): number {
  let column = 0
  for (const sign of text) column += sign === '\t' ? 4 - (column % 4) : 1
  return column
}

/** A line of a file: where it begins and ends, what ends it (nothing on the last), and where the next begins. */
interface FileLine {
  readonly from: number
  readonly end: number
  readonly mark: string
  readonly next: number
}

function linesIn(text: string): readonly FileLine[] {
  const lines: FileLine[] = []
  let from = 0
  for (const { 0: mark, index } of text.matchAll(/\r\n?|\n/g)) {
    lines.push({ from, end: index, mark, next: index + mark.length })
    from = index + mark.length
  }
  return [...lines, { from, end: text.length, mark: '', next: text.length }]
}
