import type { Action } from '../model/body.js'
import type { Day } from '../model/day.js'
import type { Document } from '../model/document.js'
import { edited } from '../parse/edit.js'
import { noteEdit, tickEdits } from '../parse/edit-tasks.js'
import { decode } from '../parse/encoding.js'
import { partFrontMatter } from '../parse/front-matter.js'
import { sealOf } from './seal.js'

/** What is to be written of an action that is done. */
export interface DoneWords {
  /** The day on which it was done; absent for one that is ticked already. */
  readonly day?: Day
  /** A note for the list under it: `2024-11-13: Skolan har svarat.` */
  readonly note?: string
}

/**
 * The text of a file with an action ticked, a note under it, or both; every other character as it was. Absent when
 * that cannot be written without changing what is sealed (archive format § 6).
 */
export function withDone(
  text: string,
  { body }: Document,
  action: Action,
  { day, note }: DoneWords,
): string | undefined {
  const ticks = day === undefined ? [] : tickEdits(text, action, day)
  const added = note === undefined ? [] : [noteEdit(text, action, body, note)]
  if (ticks === undefined) return undefined
  // From the end of the text to its beginning, so that each place is still where it was.
  let changed = text
  for (const edit of [...ticks, ...added].reverse()) {
    if (edit === undefined) return undefined
    changed = edited(changed, edit)
  }
  return sealIn(changed) === sealIn(text) ? changed : undefined
}

/** The seal that the document in a file would have. */
function sealIn(text: string): string {
  const { fields, body } = partFrontMatter(decode(new TextEncoder().encode(text)).text)
  return sealOf(fields, body)
}
