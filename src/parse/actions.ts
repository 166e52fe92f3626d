import type { Action } from '../model/body.js'
import type { TextBlock } from './blocks.js'
import { onOneLine, wordsOf } from './inline.js'

/** Reads a task item: `- [ ] Amelie Gull, Nina Björk: kontakta skolan (senast 2024-11-13)`. Its notes stand below it. */
export function readAction(block: TextBlock, address: string, section: number | undefined): OpenAction {
  const text = wordsOf(onOneLine(block.text))
  const hasBrackets = text.includes('(')
  const due = hasBrackets ? DUE.exec(text)?.[1]?.trim() : undefined
  const doneOn = hasBrackets ? DONE.exec(text)?.[1]?.trim() : undefined
  const withoutDates = hasBrackets ? text.replace(DUE, '').replace(DONE, '') : text
  const bare = withoutDates.replace(/\s{2,}/g, ' ').trim()
  const colon = OWNERS.exec(bare)
  const ownersWritten = colon?.[1]?.trim()
  const action: OpenAction = {
    address,
    owners: ownersWritten === undefined ? [] : splitOwners(ownersWritten),
    task: colon === null ? bare : bare.slice(colon[0].length).trim(),
    text,
    done: block.task === 'done',
    notes: [],
    line: block.line,
    endLine: block.endLine,
  }
  if (section !== undefined) action.section = section
  if (ownersWritten !== undefined) action.ownersWritten = ownersWritten
  if (due !== undefined) action.due = due
  if (doneOn !== undefined) action.doneOn = doneOn
  return action
}

/** An action while its notes are gathered. */
export type OpenAction = { -readonly [key in keyof Action]: Action[key] } & { notes: string[] }

/** Parts several owners: "Nina, Henrik och/eller Petra & skolan". A comma, "och", "och/eller", "samt", "eller" or & parts them. */
const splitOwners = (written: string): readonly string[] =>
  written
    .split(/\s*,\s*|\s+(?:och\/eller|och|samt|eller|&)\s+|\s+&\s+/)
    .map(owner => owner.trim())
    .filter(owner => owner !== '')

const DUE = /\((?:klart? )?(?:senast|till)\s+([^()\s][^()]*)\)/i
const DONE = /\(klart?\s+(?!senast\s|till\s)([^()\s][^()]*)\)/i
/** Owners end at the first colon that is followed by a space; a sentence before it is no owner. */
const OWNERS = /^([^:.!?]{2,120}):\s+/
