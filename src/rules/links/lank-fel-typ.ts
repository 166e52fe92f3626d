import type { Archive, Pointer } from '../../model/archive.js'
import type { Document } from '../../model/document.js'
import type { Rule } from '../../model/rule.js'
import { choices } from '../../model/said.js'

/** A link leads to a document of a kind that the relation is for: `behandlas_i` to a meeting, `*Ärende:*` to a matter. */
export const rule: Rule = {
  name: 'lank-fel-typ',
  reach: 'archive',
  level: 'warning',
  states: {
    sv: 'En länk leder till ett dokument av det slag som relationen är till för.',
    en: 'A link leads to a document of the kind that the relation is for.',
  },
  because: {
    sv: 'Rapporterna följer länkarna: en avvikelse som ”behandlas i” en rutin ser ut att aldrig ha behandlats.',
    en: 'The reports follow the links: a deviation that is ”dealt with in” a routine looks as if it never was.',
  },
  *check(document, archive) {
    for (const pointer of archive.pointersOf(document)) {
      const allowed = allowedBy(pointer, document, archive)
      if (allowed.length === 0) continue
      const target = archive.byId(pointer.id)
      const kind = target === undefined ? undefined : archive.kindOf(target)
      if (kind === undefined || allowed.includes(kind.typ)) continue
      const labels = allowed.flatMap(typ => archive.kinds.get(typ)?.label ?? [])
      yield {
        at: pointer.at,
        says: {
          sv: `\`${pointer.id}\` är av slaget ${kind.label.sv}, och dit kan \`${pointer.relation}\` inte leda.`,
          en: `\`${pointer.id}\` is of the kind ${kind.label.en}, and \`${pointer.relation}\` cannot lead there.`,
        },
        advice: {
          sv: `Peka på ett dokument av slaget ${choices(labels.map(({ sv }) => sv)).sv}, eller flytta länken till \`se_även\` under \`länkar\`.`,
          en: `Point at a document of the kind ${choices(labels.map(({ en }) => en)).en}, or move the link to \`se_även\` under \`länkar\`.`,
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Ett ärende behandlas i en rutin', en: 'A matter is dealt with in a routine' },
      typ: 'ärende',
      front: { länkar: '\n  behandlas_i: [RUT-overlamning]\n  se_även: [RUT-overlamning]' },
      finds: ['behandlas_i: [RUT-overlamning]'],
    },
    {
      shows: { sv: 'Avvikelsen står som ärende', en: 'The deviation stands as a matter' },
      typ: 'mötesanteckningar',
      body: '## 1. Läget\n\n*Ärende: AVV-2024-c3d4*\n\n*Avvikelser: AVV-2024-c3d4*\n\nText.\n',
      finds: ['*Ärende: AVV-2024-c3d4*'],
    },
    {
      shows: { sv: 'Samtycket är en plan', en: 'The consent is a plan' },
      typ: 'genomförandeplan',
      front: { samtycke: 'GP-2024-e5f6' },
      finds: ['samtycke: GP-2024-e5f6'],
    },
    {
      shows: {
        sv: 'Länkar till rätt slag, och till något som inte finns',
        en: 'Links to the right kinds, and to something that is not there',
      },
      typ: 'avvikelse',
      front: {
        länkar:
          '{behandlas_i: [PROT-demo-2024-05-23 § 3, PROT-demo-2024-12-01], föranleder: [ARE-2024-a1b2]}',
      },
      finds: [],
    },
  ],
}

/** Where a field or an attribute may lead; `länkar` says it in the kind. */
const FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['föregående', ['kallelse', 'mötesanteckningar', 'protokoll']],
  ['mot', ['rutin', 'överenskommelse', 'genomförandeplan']],
  ['samtycke', ['samtycke']],
  ['Ärende', ['ärende']],
  ['Avvikelser', ['avvikelse']],
])

/** The program's own kinds: what an own kind of the archive may stand for, only the archive knows. */
const OWN_KINDS: ReadonlySet<string> = new Set([
  'kallelse',
  'mötesanteckningar',
  'protokoll',
  'ärende',
  'avvikelse',
  'genomförandeplan',
  'samtycke',
  'rutin',
  'överenskommelse',
  'grupp',
])

/** The kinds that a pointer may lead to; none where any will do. */
function allowedBy({ relation, id, at }: Pointer, document: Document, archive: Archive): readonly string[] {
  const byKind = archive.kindOf(document)?.relations.get(relation)
  if ('field' in at && (at.field[0] === 'länkar' || relation === 'ersätter')) return byKind ?? []
  const allowed = FIELDS.get(relation)
  return allowed !== undefined && OWN_KINDS.has(archive.byId(id)?.typ ?? '') ? allowed : []
}
