import type { Action } from '../model/body.js'
import type { TextBlock } from './blocks.js'
import { onOneLine, wordsOf } from './inline.js'

/** What a task item says, before it has got its address. */
export type ReadAction = Omit<Action, 'address' | 'section' | 'notes'>

/** Reads a task item: `- [ ] Amelie Gull, Nina Björk: kontakta skolan (senast 2024-11-13)`. */
export function readAction(block: TextBlock): ReadAction {
  const text = wordsOf(onOneLine(block.text))
  const hasBrackets = text.includes('(')
  const due = hasBrackets ? DUE.exec(text)?.[1]?.trim() : undefined
  const doneOn = hasBrackets ? DONE.exec(text)?.[1]?.trim() : undefined
  const withoutDates = hasBrackets ? text.replace(DUE, '').replace(DONE, '') : text
  const bare = withoutDates.replace(/\s{2,}/g, ' ').trim()
  const colon = OWNERS.exec(bare)
  const ownersWritten = colon?.[1]?.trim()
  const action: Unfinished = {
    owners: ownersWritten === undefined ? [] : splitOwners(ownersWritten),
    task: colon === null ? bare : bare.slice(colon[0].length).trim(),
    text,
    done: block.task === 'done',
    line: block.line,
    endLine: block.endLine,
  }
  if (ownersWritten !== undefined) action.ownersWritten = ownersWritten
  if (due !== undefined) action.due = due
  if (doneOn !== undefined) action.doneOn = doneOn
  return action
}

type Unfinished = { -readonly [key in keyof ReadAction]: ReadAction[key] }

/** Parts several owners: "Nina, Henrik och/eller Petra & skolan". A comma, "och", "och/eller", "samt", "eller" or & parts them. */
const splitOwners = (written: string): readonly string[] =>
  written
    .split(/\s*,\s*|\s+(?:och\/eller|och|samt|eller|&)\s+|\s+&\s+/)
    .map(owner => owner.trim())
    .filter(owner => owner !== '')

const DUE = /\((?:klart? )?(?:senast|till)\s+([^()\s][^()]*)\)/i
const DONE = /\(klart?\s+(?!senast)([^()\s][^()]*)\)/i
/** Owners end at the first colon that is followed by a space; a sentence before it is no owner. */
const OWNERS = /^([^:.!?]{2,120}):\s+/
