import type { Link, Mention, Reference } from '../model/body.js'

/** The words of inline Markdown without its markup: emphasis, links to their text, code marks. */
export const wordsOf = (text: string): string => (MARKUP.test(text) ? withoutMarkup(text) : text)

/** Each expression is asked only where its own mark stands: most texts have one sort, and looking costs more than marks. */
function withoutMarkup(text: string): string {
  let words = text
  if (words.includes('](')) words = words.replace(SHOWN_LINK, '$1')
  if (words.includes('<')) words = words.replace(/<((?:https?|mailto):[^<>\s]*)>/g, '$1')
  if (words.includes('**') || words.includes('__'))
    words = words.replace(/(\*\*|__)(?=\S)(.{0,999}?\S)\1/gs, '$2')
  if (words.includes('*'))
    words = words.replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]{0,999}?\S)\*(?![\p{L}\p{N}*])/gu, '$1')
  if (words.includes('_'))
    words = words.replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]{0,999}?\S)_(?![\p{L}\p{N}_])/gu, '$1')
  return words.includes('`') ? words.replace(/`([^`]*)`/g, '$1') : words
}

/** A text of several lines as one. */
export const onOneLine = (text: string): string => (text.includes('\n') ? text.replace(/\n\s*/g, ' ') : text)

/** Links of a stretch of text to other files and headings; those to the web are not followed and left out. */
export function linksIn(text: string, line: number): readonly Link[] {
  if (!text.includes('](')) return NONE
  const links: Link[] = []
  const lineOf = lineCounter(text, line)
  for (const match of matchesOf(LINK, withoutCode(text))) {
    const [, shown = '', written = ''] = match
    const target = written.includes('<') || written.includes('>') ? written.replace(/^<|>$/g, '') : written
    if (LEADS_AWAY.test(target)) continue
    const found = target.includes('%') ? unescaped(target) : target
    if (found !== '' && !LEADS_AWAY.test(found)) {
      links.push({ text: shown, target: found, line: lineOf(match.index) })
    }
  }
  return links
}

/** Ids and addresses in a stretch of text: every word of the form of an id; the archive knows which are ours. */
export function mentionsIn(text: string, line: number): readonly Mention[] {
  if (!mayMention(text)) return NONE
  const bare = withoutCode(text).replace(TARGET, found => ']'.padEnd(found.length))
  const lineOf = lineCounter(text, line)
  return matchesOf(MENTION, bare).map(match => ({
    address: (match[0] ?? '').replace(/\s+/g, ' ').trim(),
    line: lineOf(match.index),
  }))
}

/** "se § 4", "Se 4b", "se punkt 3": what the text points at in its own document. */
export function referencesIn(text: string, line: number): readonly Reference[] {
  if (!POINTS.test(text)) return NONE
  const lineOf = lineCounter(text, line)
  return matchesOf(REFERENCE, text).map(match => ({
    number: `${match[1] ?? match[3] ?? match[5]}${match[2] ?? match[4] ?? ''}`,
    written: match[0],
    line: lineOf(match.index),
  }))
}

const NONE: readonly never[] = []

/** All matches of a global expression; `matchAll` makes a new expression each time, which costs more than most matches. */
export function matchesOf(form: RegExp, text: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  form.lastIndex = 0
  for (let match = form.exec(text); match !== null; match = form.exec(text)) matches.push(match)
  return matches
}

/** True where a hyphen follows a capital, as in every id: a quick look before the long one. */
function mayMention(text: string): boolean {
  for (let at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
    const before = text.charCodeAt(at - 1)
    if ((before >= 65 && before <= 90) || before === 0xc4 || before === 0xc5 || before === 0xd6) return true
  }
  return false
}

// None of these looks further than it must: a line of a hundred thousand brackets takes no longer than one of words.
const MARKUP = /[*_`[<]/
const SHOWN_LINK = /!?\[([^[\]]*)\]\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)/g
const TARGET = /\]\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"()]*")?\)/g
const LINK =
  /!?\[([^[\]]*)\]\((<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g
const MENTION =
  /(?<![\p{L}\p{N}/_#-])[A-ZÅÄÖ]{2,6}-[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*(?![\p{L}\p{N}_-])(?:\s+§\s*\d+(?:\s?[a-h](?![\p{L}]))?(?:\s*:\s*\d+)?(?:\s+u\d+)?|\s+"[^"]+"\s+u\d+)?/gu
/** What a link to the web begins with. */
const LEADS_AWAY = /^[a-z][a-z0-9+.-]*:|^\/\//i
/** How every reference begins: a quick look before the long one. */
const POINTS = /[Ss]e\s+(?:[§\d]|även\s|vidare\s|punkt|paragraf)/
const REFERENCE =
  /(?<!\p{L})[Ss]e\s+(?:även\s+|vidare\s+)?(?:(?:§+|punkt(?:en)?|paragraf)\s*(\d{1,3})(?:\s?([a-h])(?!\p{L}))?|(\d{1,3})\s?([a-h])(?![\p{L}\p{N}])|(\d{1,3})(?=[.,;)]|$))(?![\d/-])/gu

const withoutCode = (text: string): string =>
  text.includes('`') ? text.replace(/`[^`]*`/g, found => ' '.repeat(found.length)) : text

const unescaped = (target: string): string => {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** Gives the line of each offset in a text that begins on `first`; the offsets must be asked for in order. */
export function lineCounter(text: string, first: number): (offset: number) => number {
  let line = first
  let next = text.indexOf('\n')
  return offset => {
    for (; next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) line++
    return line
  }
}
