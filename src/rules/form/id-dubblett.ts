import { type Document, nameOf } from '../../model/document.js'
import { isFields, listOf, textOf } from '../../model/fields.js'
import type { FieldPath } from '../../model/place.js'
import type { Rule } from '../../model/rule.js'
import { enumerated } from '../../model/said.js'

/** An id belongs to one document; ids compare without regard to case. Archive format § 1. So do ids in the registers. */
export const rule: Rule = {
  name: 'id-dubblett',
  // Two documents with one id break every reference to them, drafts as well.
  level: { draft: 'error', review: 'error', final: 'error' },
  registers: true,
  states: {
    sv: 'Varje id finns en gång.',
    en: 'Every id exists once.',
  },
  because: {
    sv: 'En hänvisning till ett id som två dokument har leder till det ena av dem, och ingen vet vilket som menas.',
    en: 'A reference to an id that two documents share leads to one of them, and nobody knows which is meant.',
  },
  *check(document, archive) {
    if (document.role === 'register') {
      yield* twiceInRegister(document)
      return
    }
    const { id, path } = document
    const same = id === undefined ? [] : archive.sameId(id)
    if (same.length < 2) return
    const others = same.filter(other => other.path !== path)
    const named = enumerated(others.slice(0, MOST).map(other => `\`${other.path}\``))
    const more = others.length - MOST
    const places =
      more > 0 ? { sv: `${named.sv} (och ${more} till)`, en: `${named.en} (and ${more} more)` } : named
    const name = nameOf(document)
    yield {
      at: { field: ['id'] },
      says: {
        sv: `Id \`${name}\` har också ${places.sv}.`,
        en: `The id \`${name}\` is also that of ${places.en}.`,
      },
      advice: {
        sv: 'Ge det ena dokumentet ett eget id. Är de två versioner av samma sak: behåll den rätta och ta bort den andra. Ett andra möte samma dag får `-2` sist i sitt id.',
        en: 'Give one of them an id of its own. If they are two versions of one thing, keep the right one and remove the other. A second meeting on one day has `-2` last in its id.',
      },
    }
  },
  examples: [
    {
      shows: {
        sv: 'Två filer med samma id, så när som på stora bokstäver',
        en: 'Two files with one id, but for capitals',
      },
      typ: 'rutin',
      files: {
        'rutiner/kopia.md':
          '---\nid: RUT-Overlamning\ntyp: rutin\ntitel: Kopia\nstatus: utkast\n---\n\n# Kopia\n',
      },
      finds: ['id: RUT-overlamning', 'rutiner/kopia.md: id: RUT-Overlamning'],
    },
    {
      shows: { sv: 'Två personer med samma id i registret', en: 'Two people with one id in the register' },
      files: {
        'register/personer.yaml':
          'personer:\n  - {id: bo-berg, namn: Bo Berg}\n  - {id: bo-berg, namn: Bodil Berg}\n',
      },
      finds: ['register/personer.yaml: namn: Bodil Berg'],
    },
    {
      shows: { sv: 'Två enheter med samma id', en: 'Two units with one id' },
      files: {
        'register/organisationer.yaml': [
          'organisationer:',
          '  - {id: ekmo, namn: Ekmo kommun, typ: kommun, enheter: [{id: skola, namn: Ekmo skola}]}',
          '  - {id: tallhammar, namn: Tallhammars kommun, typ: kommun, enheter: [{id: skola, namn: Talls skola}]}',
          '',
        ].join('\n'),
      },
      finds: ['register/organisationer.yaml: Talls skola'],
    },
    {
      shows: { sv: 'Ett andra möte samma dag', en: 'A second meeting on the same day' },
      files: {
        'moten/demo/2024/2024-05-23-2-protokoll.md':
          '---\nid: PROT-demo-2024-05-23-2\ntyp: protokoll\ntitel: Extra möte\nstatus: utkast\ngrupp: demo\ndatum: 2024-05-23\n---\n',
      },
      finds: [],
    },
  ],
}

/** Most other places that are named. */
const MOST = 5

function* twiceInRegister({ fields }: Document) {
  const met = new Set<string>()
  for (const { id, field } of [...idsIn(fields, 'personer'), ...idsIn(fields, 'organisationer')]) {
    const name = id.toLowerCase()
    if (met.has(name)) {
      yield {
        at: { field },
        says: {
          sv: `Id \`${id}\` finns redan i registret.`,
          en: `The id \`${id}\` is in the register already.`,
        },
        advice: { sv: 'Ge den ena ett eget id.', en: 'Give one of them an id of its own.' },
      }
    }
    met.add(name)
  }
}

/** The ids of a register and of the units in it. */
function idsIn(
  fields: Document['fields'],
  list: string,
): readonly { readonly id: string; readonly field: FieldPath }[] {
  return listOf(fields, list).flatMap((each, index) => {
    if (!isFields(each)) return []
    const id = textOf(each, 'id')
    const units = idsIn(each, 'enheter').map(unit => ({ id: unit.id, field: [list, index, ...unit.field] }))
    return [...(id === undefined ? [] : [{ id, field: [list, index, 'id'] }]), ...units]
  })
}
