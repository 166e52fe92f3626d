import { bodyTextOf } from '../../model/body-text.js'
import type { Finding } from '../../model/diagnostic.js'
import { type Document, mayBeQuoted } from '../../model/document.js'
import { meetingOf } from '../../model/meeting.js'
import type { Rule } from '../../model/rule.js'
import { folded } from '../../model/text.js'

/** "Se 4b", "se § 7", "se vidare under rubrik: Ärendeflöde" lead to something in the same document. Seeds S0 § 5, S1 § 4. */
export const rule: Rule = {
  name: 'se-hanvisning-bruten',
  level: 'warning',
  states: {
    sv: 'Det som texten hänvisar till i samma dokument finns där.',
    en: 'What the text refers to in the same document is there.',
  },
  because: {
    sv: 'När paragrafer flyttas följer hänvisningarna inte med, och läsaren hamnar i fel ärende.',
    en: 'When paragraphs are moved the references stay behind, and the reader ends up in another matter.',
  },
  *check(document) {
    if (document.body.references.length > 0) yield* brokenNumbers(document)
    if (HEADING.test(bodyTextOf(document.body))) yield* brokenTitles(document)
  },
  examples: [
    {
      shows: { sv: 'En punkt som inte finns', en: 'An item that is not there' },
      body: '## § 1 Läget\n\nSe 4b. Budgeten tas upp längre ned (se § 7).\n\n## § 2 Budget\n\nText.\n',
      finds: ['Se 4b', 'Se 4b'],
    },
    {
      shows: { sv: 'En rubrik som inte finns', en: 'A heading that is not there' },
      body: '## § 1 Läget\n\nFrågan är delad (se vidare under rubrik: Budget).\n',
      finds: ['se vidare under rubrik'],
    },
    {
      shows: { sv: 'Hänvisningar som håller', en: 'References that hold' },
      front: { utelämnade: '[{paragraf: 3, skäl: sekretess}]' },
      body: '## § 1 Läget\n\nSe § 2, se § 3 och se 2 b. Mer finns längre ned (se vidare under rubrik: Budget i korthet). Se avsnittet ”Läget”.\n\n## § 2 Rubrik: Budget i korthet\n\n### b) Avgifter\n\nText.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Hänvisningar till annat än dokumentet',
        en: 'References to something other than the document',
      },
      body: '## § 1 Läget\n\nSe § 26 offentlighets- och sekretesslagen, se § 12 i förra protokollet, se § 40 OSL och se avsnitt Ansvar i överenskommelsen. Se rubriken ovan.\n\n> Se § 44.\n',
      finds: [],
    },
  ],
}

function* brokenNumbers(document: Document): Iterable<Finding> {
  const { body } = document
  const numbers = new Set(
    body.sections.flatMap(({ number }) => (number === undefined ? [] : [number, number.replace(/\D+$/, '')])),
  )
  if (numbers.size === 0) return
  for (const number of meetingOf(document).omitted) numbers.add(number)
  const items = new Set(body.prose.flatMap(({ ordinal }) => (ordinal === undefined ? [] : [String(ordinal)])))
  for (const { number, written, line } of body.references) {
    if (numbers.has(number) || (!written.includes('§') && items.has(number))) continue
    const stretch = body.prose.find(prose => prose.line <= line && line <= prose.endLine)
    if (stretch !== undefined && (stretch.quoted || isElsewhere(stretch.text, written))) continue
    yield {
      at: { line, mark: written.split('\n')[0] ?? '' },
      says: {
        sv: `Texten hänvisar till ${number}, men dokumentet har ingen sådan punkt.`,
        en: `The text refers to ${number}, but the document has no such item.`,
      },
      advice: {
        sv: 'Rätta numret. Menas ett annat dokument: skriv dess id före, till exempel `PROT-lansgruppen-2024-05-31 § 4`.',
        en: 'Correct the number. If another document is meant: write its id first, for example `PROT-lansgruppen-2024-05-31 § 4`.',
      },
    }
  }
}

/** True when what follows the number says that a law or another document is meant. */
function isElsewhere(text: string, written: string): boolean {
  const at = text.indexOf(written)
  return at >= 0 && ELSEWHERE.test(text.slice(at + written.length, at + written.length + 80))
}

const ELSEWHERE =
  /^\s*(?:(?:i|ur|av|från|till|enligt|hos)\s|\p{Lu}{2,}(?!\p{L})|(?:[\p{L}-]+\s+){0,3}?[\p{L}-]*(?:lagen|balken|förordningen|kap)(?!\p{L})|kap|st(?:ycket)?(?!\p{L})|p(?:unkten)?\s?\d)/u

function* brokenTitles(document: Document): Iterable<Finding> {
  const { body } = document
  let headings: readonly string[] | undefined
  for (const { text, line, quoted } of body.prose) {
    if (quoted || !HEADING.test(text)) continue
    for (const match of text.matchAll(TITLE)) {
      const [words, title = ''] = match
      headings ??= headingsOf(body)
      const sought = folded(title)
      if (
        /\s(?:i|ur|på|till)\s/.test(title) ||
        headings.some(each => sought.startsWith(each) || each.startsWith(sought))
      )
        continue
      const before = text.slice(0, match.index).split('\n').length - 1
      const shown = mayBeQuoted(document) ? ` \`${title.trim()}\`` : ''
      yield {
        at: { line: line + before, mark: words.split('\n')[0] ?? '' },
        says: {
          sv: `Texten hänvisar till rubriken${shown}, som inte finns i dokumentet.`,
          en: `The text refers to the heading${shown}, which is not in the document.`,
        },
        advice: { sv: 'Skriv rubriken så som den står.', en: 'Write the heading as it stands.' },
      }
    }
  }
}

/** Cheap look for the words that come before the name of a heading. */
const HEADING = /rubrik|avsnitt/i

const TITLE =
  /(?<!\p{L})[Ss]e\s+(?:(?:även|vidare|också|under|mer)\s+){0,3}(?:rubrik(?:en)?|avsnitt(?:et)?)\s*:?\s*["”“»]?(\p{Lu}[^"”“»().;,\n]{1,80})/gu

/** Every heading, whole, without its number, and without a word like "Rubrik:" before it. */
function headingsOf({ headings, sections }: Document['body']): readonly string[] {
  const titles = [...headings.map(({ text }) => text), ...sections.map(({ title }) => title)]
  return titles
    .flatMap(title => [title, title.replace(/^rubrik\s*:\s*/i, '')])
    .map(folded)
    .filter(title => title.length > 1)
}
