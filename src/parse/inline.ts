import type { Link, Mention, Reference } from '../model/body.js'

/** The words of inline Markdown without its markup: emphasis, links to their text, code marks. */
export const wordsOf = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\((?:<[^>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/<((?:https?|mailto):[^>]*)>/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/gs, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]*?\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]*?\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/`([^`]*)`/g, '$1')

/** Links of a stretch of text to other files and headings; those to the web are not followed and left out. */
export function linksIn(text: string, line: number): readonly Link[] {
  if (!text.includes('](')) return []
  const links: Link[] = []
  for (const match of withoutCode(text).matchAll(LINK)) {
    const [, shown = '', written = ''] = match
    const target = unescaped(written.replace(/^<|>$/g, ''))
    if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target) && target !== '') {
      links.push({ text: shown, target, line: line + newlinesIn(text, match.index) })
    }
  }
  return links
}

/** Ids and addresses in a stretch of text: every word of the form of an id; the archive knows which are ours. */
export function mentionsIn(text: string, line: number): readonly Mention[] {
  if (!ID_LIKE.test(text)) return []
  const bare = withoutCode(text).replace(/\]\([^)]*\)/g, found => ']'.padEnd(found.length))
  return [...bare.matchAll(MENTION)].map(match => ({
    address: (match[0] ?? '').replace(/\s+/g, ' ').trim(),
    line: line + newlinesIn(text, match.index),
  }))
}

/** "se § 4", "Se 4b", "se punkt 3": what the text points at in its own document. */
export function referencesIn(text: string, line: number): readonly Reference[] {
  if (!/\bse\s/i.test(text)) return []
  return [...text.matchAll(REFERENCE)].map(match => ({
    number: `${match[1] ?? match[3] ?? match[5]}${match[2] ?? match[4] ?? ''}`,
    written: match[0],
    line: line + newlinesIn(text, match.index),
  }))
}

const LINK = /!?\[([^\]]*)\]\((<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g
const ID_LIKE = /[A-ZÅÄÖ]{2,6}-[0-9A-Za-z]/
const MENTION =
  /(?<![\p{L}\p{N}/_#-])[A-ZÅÄÖ]{2,6}-[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*(?![\p{L}\p{N}_-])(?:\s+§\s*\d+(?:\s?[a-h](?![\p{L}]))?(?:\s*:\s*\d+)?(?:\s+u\d+)?|\s+"[^"]+"\s+u\d+)?/gu
const REFERENCE =
  /(?<!\p{L})[Ss]e\s+(?:även\s+|vidare\s+)?(?:(?:§+|punkt(?:en)?|paragraf)\s*(\d{1,3})(?:\s?([a-h])(?!\p{L}))?|(\d{1,3})\s?([a-h])(?![\p{L}\p{N}])|(\d{1,3})(?=[.,;)]|$))(?![\d/-])/gu

const withoutCode = (text: string): string => text.replace(/`[^`]*`/g, found => ' '.repeat(found.length))

const unescaped = (target: string): string => {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

const newlinesIn = (text: string, until: number): number => {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) count++
  return count
}
