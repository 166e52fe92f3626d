import type { Archive, Pointer } from '../../model/archive.js'
import { type Document, nameOf } from '../../model/document.js'
import type { Rule } from '../../model/rule.js'

/** What a living document rests on has not been replaced or withdrawn since the link was made, as far as the archive shows. */
export const rule: Rule = {
  name: 'lank-misstankt',
  reach: 'archive',
  level: 'note',
  states: {
    sv: 'Det som ett levande dokument länkar till gäller fortfarande.',
    en: 'What a living document links to is still in force.',
  },
  because: {
    sv: 'När en rutin ersätts gäller det som byggde på den kanske inte längre; någon behöver titta.',
    en: 'When a routine is replaced, what rested on it may no longer hold; somebody needs to look.',
  },
  *check(document, archive) {
    if (isHistory(document)) return
    for (const pointer of archive.pointersOf(document)) {
      if (SILENT.has(pointer.relation)) continue
      const target = archive.byId(pointer.id)
      if (target === undefined || target === document) continue
      const newer = newerThan(target, archive)
      const isOver = OVER.has(target.status ?? '')
      if (
        (!isOver && newer === undefined) ||
        newer === document ||
        hasAlso(pointer, newer, document, archive)
      )
        continue
      const now = isOver ? `\`${target.status}\`` : undefined
      yield {
        at: pointer.at,
        says: {
          sv: `\`${pointer.id}\` ${now === undefined ? `har ersatts av \`${nameOf(newer ?? target)}\`` : `är ${now}`} sedan länken skrevs.`,
          en: `\`${pointer.id}\` ${now === undefined ? `has been replaced by \`${nameOf(newer ?? target)}\`` : `has become ${now}`} since the link was written.`,
        },
        advice:
          newer === undefined
            ? { sv: 'Se efter om det här fortfarande stämmer.', en: 'See whether this still holds.' }
            : {
                sv: `Se efter om det här fortfarande stämmer, och peka i så fall på \`${nameOf(newer)}\`.`,
                en: `See whether this still holds, and if so point at \`${nameOf(newer)}\`.`,
              },
      }
    }
  },
  examples: [
    {
      shows: {
        sv: 'Ett ärende grundas på en rutin som har ersatts',
        en: 'A matter rests on a routine that has been replaced',
      },
      typ: 'ärende',
      front: { länkar: '\n  behandlas_i: [PROT-demo-2024-05-23 § 4]\n  grundas_på: [RUT-gammal]' },
      files: { 'rutiner/gammal.md': routine('RUT-gammal', 'ersatt', '') },
      finds: ['RUT-gammal'],
    },
    {
      shows: {
        sv: 'En avvikelse mot en rutin med en ny version',
        en: 'A deviation from a routine with a new version',
      },
      typ: 'avvikelse',
      files: { 'rutiner/ny.md': routine('RUT-ny', 'gällande', 'ersätter: [RUT-overlamning]\n') },
      finds: ['mot: RUT-overlamning'],
    },
    {
      shows: {
        sv: 'Det som har avslutats får peka på det som gällde då',
        en: 'What has been closed may point at what was in force then',
      },
      typ: 'ärende',
      front: { status: 'avslutat', länkar: '{grundas_på: [RUT-gammal]}' },
      files: { 'rutiner/gammal.md': routine('RUT-gammal', 'upphörd', '') },
      finds: [],
    },
    {
      shows: {
        sv: 'Den nya versionen, och ett ord i förbigående',
        en: 'The new version, and a word in passing',
      },
      typ: 'ärende',
      front: { länkar: '{grundas_på: [RUT-overlamning, RUT-ny]}' },
      body: 'Tidigare gällde RUT-overlamning.\n',
      files: {
        'rutiner/ny.md': routine('RUT-ny', 'gällande', 'ersätter: [RUT-overlamning]\n'),
        'avvikelser/2024/avv-2024-c3d4.md': undefined,
      },
      finds: [],
    },
  ],
}

/** Statuses of what is no longer in force. */
const OVER: ReadonlySet<string> = new Set(['ersatt', 'upphörd', 'återkallat', 'utgånget'])

/** What replaces may point at the old; the text may speak of it; consents have a rule of their own. */
const SILENT: ReadonlySet<string> = new Set(['ersätter', 'nämner', 'föregående', 'samtycke'])

/** True of what is finished and not in force: it tells how things were. */
const isHistory = ({ stage, status }: Document): boolean => stage === 'final' && status !== 'gällande'

/** The document, past the draft, that replaces another whole. */
const newerThan = (target: Document, archive: Archive): Document | undefined =>
  archive
    .pointingAt(target.id ?? '')
    .find(
      ({ relation, part, from }) =>
        relation === 'ersätter' && part === undefined && from !== target && from.stage === 'final',
    )?.from

/** True when the document points at the newer one in the same way. */
const hasAlso = (
  { relation }: Pointer,
  newer: Document | undefined,
  document: Document,
  archive: Archive,
): boolean =>
  newer !== undefined &&
  archive.pointersOf(document).some(each => each.relation === relation && archive.byId(each.id) === newer)

function routine(id: string, status: string, more: string): string {
  return `---\nid: ${id}\ntyp: rutin\ntitel: Rutin\nstatus: ${status}\nsekretess: öppen\n${more}---\n\n# Rutin\n`
}
