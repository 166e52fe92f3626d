import { lineCounter, matchesOf, onOneLine, wordsOf } from './inline.js'

/** True of a heading or paragraph after which decisions follow. `decider` is absent where it does not say who. */
export interface DecidingWords {
  readonly decider?: string
}

/** Reads "Länsgruppen beslutar", "Styrgruppen föreslår följande:", "Beslut"; absent when nothing is decided after it. */
export function readDecider(text: string): DecidingWords | undefined {
  if (!DECIDING_ENDS.includes(text.trimEnd().slice(-1))) return undefined
  const words = wordsOf(text).trim()
  if (/^(?:förslag till )?beslut:?$/i.test(words)) return {}
  const match = LAST_WORDS.test(words.slice(-40)) ? DECIDER.exec(words) : null
  if (match === null) return undefined
  return match[1] === undefined || match[1].trim() === '' ? {} : { decider: words.replace(/\s*:$/, '') }
}

/** An att-sats: its text without "att"; `bold` when the word is marked as the format writes it. Absent when it is none. */
export function readClause(text: string): { readonly text: string; readonly isBold: boolean } | undefined {
  const match = '*_aA'.includes(text.charAt(0)) ? CLAUSE.exec(text) : null
  if (match === null) return undefined
  return { text: wordsOf(onOneLine(text.slice(match[0].length))).trim(), isBold: match[1] !== undefined }
}

/** `Beslut: …`: the text of the decision. */
export function readLabelled(text: string): string | undefined {
  if (!'*_`[<!B'.includes(text.charAt(0)) || !/^[*_`[<!]*Beslut/.test(text)) return undefined
  const words = wordsOf(onOneLine(text))
  return /^Beslut:\s+(.+)$/.exec(words)?.[1]
}

/** Sentences of running prose in which the group itself decides: "Gruppen beslutar att …", "Beslutar att …". */
export function proseDecisions(text: string, line: number): readonly ProseDecision[] {
  if (!text.includes('luta')) return []
  const lineOf = lineCounter(text, line)
  return matchesOf(PROSE, text).map(match => ({
    text: wordsOf(onOneLine(match[3] ?? '')).trim(),
    ...(match[1] !== undefined && { decider: match[1].trim() }),
    line: lineOf(match.index),
  }))
}

interface ProseDecision extends DecidingWords {
  readonly text: string
  readonly line: number
}

/** When `(återkommer …)` says that a decision comes back. */
export const returnsIn = (text: string): string | undefined =>
  !text.includes('(') ? undefined : /\(återkommer\s+([^()\s][^()]*)\)/i.exec(text)?.[1]?.trim()

/** The last sign of whatever `readDecider` knows, and the marks that may stand round it: prose ends with a full stop. */
const DECIDING_ENDS = 'regmdt:REGMDT*_`)>'

const VERB = 'beslutar|beslutade|föreslår|föreslog|ställer sig bakom|rekommenderar|förordar|tillstyrker'
/** How what `DECIDER` knows may end: a quick look before the long one. */
const LAST_WORDS = new RegExp(`(?:${VERB}|följande|därför|därmed|enhälligt|att)\\s*:?$`, 'i')
const DECIDER = new RegExp(
  `^(.*?)\\b(?:${VERB})(?:\\s+(?:följande|därför|därmed|enhälligt|enligt följande|att))*\\s*:?$`,
  'is',
)
const CLAUSE = /^(?:(\*\*|__)att\1|att)(?=[\s:,]|$)[\s:,]*/i
const PROSE =
  /(?<=^|[.!?:]\s{1,3}|\n)((?:[A-ZÅÄÖ][\p{L}-]*\s){0,3}[\p{L}-]*(?:gruppen|Gruppen|nämnden|Mötet|Vi)\s+)?([Bb]eslutar|[Bb]eslutade)\s+att\s+([^.!?]+[.!?]?)/gu
