import type { Pointer } from '../../model/archive.js'
import type { Rule } from '../../model/rule.js'

/** The same target stands once under one relation, and once in one attribute line. Mentions in the text may repeat. */
export const rule: Rule = {
  name: 'lank-dubblett',
  level: 'warning',
  states: {
    sv: 'Samma mål står en gång under samma relation.',
    en: 'The same target stands once under one relation.',
  },
  because: {
    sv: 'Den andra gången är nästan alltid ett id som skulle ha ändrats efter en kopiering.',
    en: 'The second time is nearly always an id that should have been changed after copying.',
  },
  *check(document, archive) {
    const pointers = archive.pointersOf(document)
    if (!mayHaveTwo(pointers)) return
    const seen = new Set<string>()
    for (const pointer of pointers) {
      const key = keyOf(pointer)
      if (key === undefined) continue
      if (!seen.has(key)) {
        seen.add(key)
        continue
      }
      const { relation, id, part } = pointer
      const target = part === undefined || part.includes('"') ? id : `${id} ${part}`
      yield {
        at: pointer.at,
        says: {
          sv: `\`${target}\` står två gånger under \`${relation}\`.`,
          en: `\`${target}\` stands twice under \`${relation}\`.`,
        },
        advice: {
          sv: 'Ta bort den ena, eller rätta den till det id som skulle stå där.',
          en: 'Take one of them out, or correct it to the id that should be there.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Samma paragraf två gånger', en: 'The same paragraph twice' },
      typ: 'ärende',
      front: { länkar: '\n  behandlas_i:\n    - PROT-demo-2024-05-23 § 4\n    - prot-demo-2024-05-23 §4' },
      finds: ['prot-demo-2024-05-23 §4'],
    },
    {
      shows: { sv: 'Samma avvikelse två gånger på en rad', en: 'The same deviation twice on a line' },
      typ: 'mötesanteckningar',
      body: '## 1. Avvikelser\n\n*Avvikelser: AVV-2024-c3d4, AVV-2024-c3d4*\n\nText.\n',
      finds: ['*Avvikelser: AVV-2024-c3d4'],
    },
    {
      shows: {
        sv: 'Olika paragrafer, olika relationer, olika punkter',
        en: 'Different paragraphs, different relations, different items',
      },
      typ: 'ärende',
      front: {
        länkar:
          '\n  behandlas_i: [PROT-demo-2024-05-23 § 3, PROT-demo-2024-05-23 § 4, PROT-demo-2024-05-23]\n  se_även: [PROT-demo-2024-05-23 § 4]',
      },
      body: 'Se PROT-demo-2024-05-23 § 4 och PROT-demo-2024-05-23 § 4.\n',
      finds: [],
    },
  ],
}

/** True when more than one link is of the kind that may not repeat. */
function mayHaveTwo(pointers: readonly Pointer[]): boolean {
  let count = 0
  for (const { relation } of pointers) if (relation !== 'nämner' && ++count > 1) return true
  return false
}

/** What makes two links one: the place, the relation and the target. Absent for mentions in the text. */
function keyOf({ relation, id, part = '', section, at }: Pointer): string | undefined {
  if (relation === 'nämner') return undefined
  const place = 'field' in at ? String(at.field[0]) : `${section}`
  return `${place} ${relation} ${id.toLowerCase()} ${part.toLowerCase()}`
}
