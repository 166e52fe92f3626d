import type { Finding } from '../../model/diagnostic.js'
import type { Document } from '../../model/document.js'
import type { Rule } from '../../model/rule.js'
import type { Settings } from '../../model/settings.js'
import { folded } from '../../model/text.js'

/**
 * One thing has one word: that of the archive's list (`termer`), and in a routine one of those that are often
 * mixed. Seeds S0, S2, S3.
 */
export const rule: Rule = {
  name: 'termvariant',
  level: 'warning',
  states: {
    sv: 'En sak har ett ord: det första i arkivets lista `termer`, och i en rutin samma ord hela vägen.',
    en: "One thing has one word: the first in the archive's list `termer`, and in a routine the same word throughout.",
  },
  because: {
    sv: 'Två ord för samma sak läses som två saker, och sökningen hittar bara hälften.',
    en: 'Two words for one thing are read as two things, and a search finds only half.',
  },
  *check(document, surroundings) {
    const terms = termsOf(surroundings.settings)
    const isShared = document.typ === 'rutin' || document.typ === 'överenskommelse'
    if (terms.length === 0 && !isShared) return
    const stretches = stretchesOf(document)
    for (const term of terms) yield* variantsIn(stretches, term, 'always')
    if (isShared) for (const term of MIXED) yield* variantsIn(stretches, term, 'beside the other')
  },
  examples: [
    {
      shows: {
        sv: 'Ett ord som arkivets lista har ett annat för',
        en: "A word for which the archive's list has another",
      },
      files: {
        'samverkan.yaml':
          'version: 1\nnamn: Demonstrationsarkiv\ntermer:\n  - [nätverksmöte, nätverksträff, nätverk]\n',
      },
      body: '## § 1 Läget\n\nEtt nätverksmöte hölls. Nästa nätverk är i juni.\n\nEn Nätverksträff hölls, och nätverksträffen var bra.\n',
      finds: ['Nästa nätverk är', 'En Nätverksträff hölls'],
    },
    {
      shows: { sv: 'Två ord för samma rapport i en rutin', en: 'Two words for one report in a routine' },
      typ: 'rutin',
      body: '## Avvikelseberättelse\n\nEn avvikelseberättelse skrivs.\n\n## Blankett\n\nAvvikelserapporten skickas till chefen.\n',
      finds: ['## Avvikelseberättelse'],
    },
    {
      shows: { sv: 'Ett ord hela vägen', en: 'One word throughout' },
      typ: 'rutin',
      body: '## Avvikelseberättelse\n\nEn avvikelseberättelse skrivs, och avvikelseberättelsen skickas till chefen.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'I ett protokoll bestämmer bara arkivets lista',
        en: "In a protocol only the archive's list decides",
      },
      body: '## § 1 Läget\n\nBlåappen skickas ut, och blå appen kommer tillbaka.\n',
      finds: [],
    },
  ],
}

/** Words for one thing, as a pattern that finds each of them with its endings. */
interface Term {
  readonly preferred: string
  /** As the list spells them, by their folded form. */
  readonly spelt: ReadonlyMap<string, string>
  readonly pattern: RegExp
}

interface Stretch {
  readonly text: string
  readonly line: number
}

/** One finding for each lesser word, at its first place. */
function* variantsIn(
  stretches: readonly Stretch[],
  { preferred, spelt, pattern }: Term,
  when: 'always' | 'beside the other',
): Iterable<Finding> {
  const first = new Map<string, { readonly line: number; readonly mark: string }>()
  let usesPreferred = false
  for (const { text, line } of stretches) {
    for (const match of text.matchAll(pattern)) {
      const word = folded(match[1] ?? '')
      if (word === folded(preferred)) usesPreferred = true
      else if (!first.has(word)) {
        first.set(word, {
          line: line + text.slice(0, match.index).split('\n').length - 1,
          mark: match[0].split('\n')[0] ?? '',
        })
      }
    }
  }
  if (when === 'beside the other' && !usesPreferred) return
  for (const [found, at] of first) {
    const word = spelt.get(found) ?? found
    yield {
      at,
      says: {
        sv: `\`${word}\` och \`${preferred}\` är ord för samma sak.`,
        en: `\`${word}\` and \`${preferred}\` are words for the same thing.`,
      },
      advice: {
        sv: `Skriv \`${preferred}\` hela vägen.`,
        en: `Write \`${preferred}\` throughout.`,
      },
    }
  }
}

/** Headings and prose in the order of the file; other people's words are left alone. */
const stretchesOf = ({ body }: Document): readonly Stretch[] =>
  [...body.headings, ...body.prose.filter(({ quoted }) => !quoted)].sort((a, b) => a.line - b.line)

const termsOf = (settings: Settings): readonly Term[] => {
  let known = read.get(settings)
  if (known === undefined) {
    known = settings.terms.flatMap(words => termOf(words))
    read.set(settings, known)
  }
  return known
}

const read = new WeakMap<Settings, readonly Term[]>()

function termOf(words: readonly string[]): readonly Term[] {
  const sought = words.filter(word => folded(word) !== '')
  const [preferred] = sought
  if (preferred === undefined || new Set(sought.map(folded)).size < 2) return []
  const longestFirst = [...sought].sort((a, b) => b.length - a.length).map(escaped)
  const spelt = new Map(sought.map(word => [folded(word), word.trim()] as const))
  return [
    {
      preferred,
      spelt,
      pattern: new RegExp(
        `(?<![\\p{L}\\p{N}-])(${longestFirst.join('|')})(?:${ENDINGS})?(?![\\p{L}\\p{N}-])`,
        'giu',
      ),
    },
  ]
}

const ENDINGS = 'en|n|et|t|er|erna|ar|arna|or|orna|na|s|ens|ets|ernas|arnas'

const escaped = (word: string): string =>
  word
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s+/g, '\\s+')

/** Words that routines are seen to mix; the first is the one to use. */
const MIXED: readonly Term[] = [
  ['avvikelserapport', 'avvikelseberättelse'],
  ['blåappen', 'blå appen'],
  ['samtyckesblankett', 'medgivandeblankett'],
].flatMap(termOf)
