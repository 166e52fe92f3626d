import { mayBeQuoted } from '../../model/document.js'
import type { DocumentKind } from '../../model/kind.js'
import type { Rule } from '../../model/rule.js'

/** A field stands once. YAML 1.2 § 3.2.1.3: the keys of a mapping are unique. */
export const rule: Rule = {
  name: 'dubbel-nyckel',
  level: 'error',
  registers: true,
  unreadable: true,
  states: {
    sv: 'Varje fält står en gång i huvudet.',
    en: 'Every field stands once in the front matter.',
  },
  because: {
    sv: 'Bara det första av två lika fält läses. Det andra försvinner utan att någon märker det.',
    en: 'Of two fields with one name only the first is read. The other disappears without anybody noticing.',
  },
  *check(document, surroundings) {
    for (const { name, at, detail = '' } of document.faults) {
      if (name !== 'duplicate-key') continue
      // A key may be anything that somebody typed: where the document is not open only names of its kind are repeated.
      const isOurs = mayBeQuoted(document) || isFieldOf(detail, surroundings.kindOf(document))
      const shown = isOurs && NAME.test(detail) ? ` \`${detail}\`` : ''
      yield {
        at,
        says: {
          sv: `Fältet${shown} står två gånger. Bara det första läses.`,
          en: `The field${shown} stands twice. Only the first is read.`,
        },
        advice: {
          sv: 'Behåll det som stämmer och ta bort det andra. Gäller båda, skriv dem som en lista.',
          en: 'Keep the one that is right and take the other out. If both hold, write them as a list.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Samma fält två gånger', en: 'The same field twice' },
      front: { skickas_till: '[ledamöter]\nplats: Tallhammar' },
      finds: ['plats: Tallhammar'],
    },
    {
      shows: { sv: 'Samma fält hos två personer i en lista', en: 'The same field of two people in a list' },
      front: { övriga: '[{namn: Ida Järv, roll: föredragande}, {namn: Jon Kvist, roll: föredragande}]' },
      finds: [],
    },
  ],
}

const NAME = /^\p{L}[\p{L}\p{N}_-]{0,40}$/u

const isFieldOf = (name: string, kind: DocumentKind | undefined): boolean =>
  ['id', 'typ', 'titel', 'status', 'sekretess'].includes(name) ||
  Object.hasOwn((kind?.schema['properties'] ?? {}) as object, name)
