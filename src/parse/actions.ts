import type { Action } from '../model/body.js'
import type { TextBlock } from './blocks.js'
import { onOneLine, wordsOf } from './inline.js'

/** What a task item says, before it has got its address. */
export type ReadAction = Omit<Action, 'address' | 'section' | 'notes'>

/** Reads a task item: `- [ ] Amelie Gull, Nina Björk: kontakta skolan (senast 2024-11-13)`. */
export function readAction(block: TextBlock): ReadAction {
  const text = wordsOf(onOneLine(block.text))
  const due = DUE.exec(text)?.[1]?.trim()
  const doneOn = DONE.exec(text)?.[1]?.trim()
  const bare = text
    .replace(DUE, '')
    .replace(DONE, '')
    .replace(/\s{2,}/g, ' ')
    .trim()
  const colon = OWNERS.exec(bare)
  const ownersWritten = colon?.[1]?.trim()
  return {
    owners: ownersWritten === undefined ? [] : splitOwners(ownersWritten),
    ...(ownersWritten !== undefined && { ownersWritten }),
    task: colon === null ? bare : bare.slice(colon[0].length).trim(),
    text,
    ...(due !== undefined && { due }),
    done: block.task === 'done',
    ...(doneOn !== undefined && { doneOn }),
    line: block.line,
    endLine: block.endLine,
  }
}

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
