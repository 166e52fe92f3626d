import type { Body, Decision } from './body.js'
import type { Group } from './group.js'
import { folded } from './text.js'

/** The words after which a decision stands. */
export interface DecidingWords {
  /** "Länsgruppen beslutar", "Beslut". */
  readonly text: string
  readonly line: number
}

/**
 * The heading, paragraph or sentence that says of a decision who decides and how; absent where nothing does.
 */
export function decidingWordsOf(decision: Decision, body: Body): DecidingWords | undefined {
  if (decision.form === 'prosa')
    return { text: `${decision.decider ?? ''} beslutar`.trim(), line: decision.line }
  if (decision.form === 'beslut') return { text: 'Beslut', line: decision.line }
  if (decision.section === undefined) return undefined
  const said = body.prose.findLast(
    ({ role, section, line }) => role === 'decider' && section === decision.section && line < decision.line,
  )
  if (said !== undefined) return { text: said.text, line: said.line }
  const section = body.sections[decision.section]
  if (section === undefined || section.number !== undefined || !VERB.test(section.title)) return undefined
  return { text: section.title, line: section.line }
}

/** True when the words say that something is decided, not proposed or supported. */
export const saysDecides = (words: string): boolean =>
  /beslut/i.test(words) && !/föresl[åo]|ställer sig bakom|förslag/i.test(words)

/** True when the words name somebody who decides: "Länsgruppen beslutar att", not "Beslut". */
export const saysWho = (words: string): boolean => /\p{L}{2}/u.test(words.replace(VERB, ''))

/** True when those who decide are the group itself: its name, "gruppen", "mötet", "vi", or nobody named. */
export function isOwnDecision(words: string, group: Group): boolean {
  const subject = stems(words.replace(VERB, ' ').replace(/[^\p{L}\p{N}\s-]/gu, ' '))
  if (subject.length === 0 || subject.every(word => OWN.has(word))) return true
  const name = new Set(stems(group.name))
  return (
    subject.every(word => name.has(word)) ||
    (name.size > 0 && [...name].every(word => subject.includes(word)))
  )
}

const VERB = /(?:beslut|föresl[åo]|ställer sig bakom|rekommender|förorda|tillstyrk)\p{L}*.*$/isu
const OWN: ReadonlySet<string> = new Set([
  'grupp',
  'samverkansgrupp',
  'arbetsgrupp',
  'möt',
  'möte',
  'vi',
  'lag',
  'nätverk',
])

const stems = (text: string): readonly string[] =>
  folded(text)
    .split(' ')
    .filter(word => word !== '')
    .map(word => (word.length > 3 ? word.replace(/(?:en|et|n|t)$/, '') : word))
