import { pathOf } from '../../model/naming.js'
import { TOP } from '../../model/place.js'
import type { Rule } from '../../model/rule.js'

/** A document lies where its id says. Archive format § 1; the places stand in each kind.yaml. */
export const rule: Rule = {
  name: 'plats-i-arkivet',
  reach: 'archive',
  level: 'warning',
  states: {
    sv: 'Filen ligger i den mapp och har det namn som dokumentets id ger.',
    en: 'The file lies in the folder and has the name that the id of the document gives.',
  },
  because: {
    sv: 'Den som letar utan programmet letar efter gruppen, året och dagen. Där ska dokumentet ligga.',
    en: 'Whoever searches without the program looks for the group, the year and the day. There the document should lie.',
  },
  *check(document, archive) {
    // What is wrong with the id itself is said by `id-form` and `id-dubblett`.
    const { id, path } = document
    const kind = archive.kindOf(document)
    if (id === undefined || kind === undefined) return
    const wanted = pathOf(kind, id)
    if (wanted === undefined || wanted === path || archive.sameId(id).length > 1) return
    yield {
      at: TOP,
      fix: { does: 'move', to: wanted, safety: 'unsafe' },
      says: {
        sv: `Filen ligger på fel plats: \`${id}\` hör hemma i \`${wanted}\`.`,
        en: `The file lies in the wrong place: \`${id}\` belongs in \`${wanted}\`.`,
      },
      advice: TYPEABLE.test(path)
        ? {
            sv: `Flytta den med \`git mv "${path}" "${wanted}"\`, och rätta de länkar som går till den gamla platsen.`,
            en: `Move it with \`git mv "${path}" "${wanted}"\`, and correct the links that go to the old place.`,
          }
        : {
            sv: 'Flytta den dit, och rätta de länkar som går till den gamla platsen.',
            en: 'Move it there, and correct the links that go to the old place.',
          },
    }
  },
  examples: [
    {
      shows: { sv: 'Fel år', en: 'The wrong year' },
      path: 'moten/demo/2023/2024-05-23-protokoll.md',
      finds: ['---'],
    },
    {
      shows: { sv: 'Ett eget filnamn', en: 'A file name of its own' },
      path: 'moten/demo/2024/Protokoll maj.md',
      finds: ['---'],
    },
    {
      shows: { sv: 'Stora bokstäver i filnamnet', en: 'Capitals in the file name' },
      typ: 'avvikelse',
      path: 'avvikelser/2024/AVV-2024-c3d4.md',
      finds: ['---'],
    },
    {
      shows: { sv: 'En rutin bland mötena', en: 'A routine among the meetings' },
      typ: 'rutin',
      path: 'moten/overlamning.md',
      finds: ['---'],
    },
    {
      shows: { sv: 'Andra mötet samma dag', en: 'The second meeting of a day' },
      front: { id: 'PROT-demo-2024-05-23-2' },
      path: 'moten/demo/2024/2024-05-23-2-protokoll.md',
      finds: [],
    },
    {
      shows: {
        sv: 'Stora bokstäver i id men inte i filnamnet',
        en: 'Capitals in the id but not in the file name',
      },
      typ: 'avvikelse',
      front: { id: 'AVV-2024-C3D4' },
      finds: [],
    },
  ],
}

/** A path that can safely stand within quotes in a command to copy. */
const TYPEABLE = /^[\p{L}\p{N} ._/-]+$/u
