import type { Archive } from '../../model/archive.js'
import { type Document, mayBeQuoted, titleOf } from '../../model/document.js'
import { resolvePath } from '../../model/path.js'
import type { Rule } from '../../model/rule.js'
import { folded } from '../../model/text.js'

/** A link from an open document to one that is not says no more than the id: no title, no content. Archive format § 7. */
export const rule: Rule = {
  name: 'oppet-lankar-till-sekretess',
  reach: 'archive',
  level: 'error',
  states: {
    sv: 'En länk från ett öppet dokument till ett som inte är det visar bara dess id.',
    en: 'A link from an open document to one that is not shows its id only.',
  },
  because: {
    sv: 'Länktexten läses av alla. Står dokumentets titel där, är det den som röjer vad som är sekretessbelagt.',
    en: 'Everybody reads the text of the link. If the title of the document stands there, that is what reveals what is confidential.',
  },
  *check(document, archive) {
    if (document.body.links.length === 0 || !mayBeQuoted(document)) return
    for (const { text, target, line } of document.body.links) {
      const [file = ''] = target.split(/[?#]/)
      const path = resolvePath(document.path, file.normalize('NFC'))
      const linked = path === document.path ? undefined : archive.byPath(path)
      if (linked === undefined || linked.grade === 'öppen' || !reveals(text, linked, archive)) continue
      yield {
        at: { line },
        says: {
          sv: `Länktexten säger mer än id om ett dokument som är \`${linked.grade}\`.`,
          en: `The text of the link says more than the id of a document that is \`${linked.grade}\`.`,
        },
        advice: {
          sv: 'Skriv bara dokumentets id som länktext.',
          en: 'Write the id of the document alone as the text of the link.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Länktexten berättar vad planen handlar om', en: 'The text tells what the plan is about' },
      body: '## § 1 Läget\n\nSe [pojken som inte går till skolan](../../../planer/2024/gp-2024-e5f6.md).\n',
      finds: ['Se [pojken'],
    },
    {
      shows: { sv: 'Bara id', en: 'The id alone' },
      body: '## § 1 Läget\n\nSe [GP-2024-e5f6](../../../planer/2024/gp-2024-e5f6.md) och [planen](../../../planer/2024/gp-2024-e5f6.md).\n',
      finds: [],
    },
    {
      shows: { sv: 'En länk till ett öppet dokument', en: 'A link to an open document' },
      body: '## § 1 Läget\n\nSe [protokollet från mars](2024-03-21-protokoll.md).\n',
      finds: [],
    },
  ],
}

/** True of a text that tells of a confidential document more than its id and kind, or of an internal one its title. */
function reveals(text: string, linked: Document, archive: Archive): boolean {
  const kind = archive.kindOf(linked)
  const isNeutral = (word: string): boolean =>
    NEUTRAL.test(word) || (kind !== undefined && word.startsWith(folded(kind.label.sv).slice(0, 6)))
  const words = folded(text.replace(/[`*_]|\b[A-Z]{2,4}-\d{4}-[0-9a-z]{4}\b/gi, ' '))
    .split(/[^\p{L}\d]+/u)
    .filter(word => word !== '' && !isNeutral(word))
  if (linked.grade === 'sekretess') return words.length > 0
  const title = folded(titleOf(linked))
  return words.length > 1 && title.length > 8 && folded(text).includes(title)
}

/** Words that tell nothing. */
const NEUTRAL =
  /^(?:se|här|den|det|denna|detta|planen?|sip|avvikelsen?|samtycket?|rapporten?|dokumentet?|ärendet?|i|om|till|från|och|den|för|nr|\d{1,4}|§)$/
