import type { Archive } from '../../model/archive.js'
import { type Deviation, deviationOf, handlingsOf } from '../../model/deviation.js'
import { hasReached } from '../../model/deviation-steps.js'
import type { Rule } from '../../model/rule.js'

/** What a group has decided about a deviation can be found: a § of its minutes. What the managers solved between them needs none. */
export const rule: Rule = {
  name: 'avvikelse-beslut-saknas',
  reach: 'archive',
  level: { draft: undefined, review: 'warning', final: 'warning' },
  states: {
    sv: 'Det som har beslutats om en avvikelse går att slå upp: en paragraf i ett protokoll eller i mötesanteckningar.',
    en: 'What has been decided about a deviation can be looked up: a paragraph of a protocol or of minutes.',
  },
  because: {
    sv: 'En åtgärd utan ett beslut bakom sig kan ingen kräva att någon genomför.',
    en: 'Nobody can require a measure to be carried out that has no decision behind it.',
  },
  kinds: ['avvikelse'],
  *check(document, archive) {
    const deviation = deviationOf(document)
    if (!isDecided(deviation) || deviation.solved === 'lokalt') return
    const handlings = handlingsOf(deviation, archive)
    if (handlings.some(({ address }) => address.includes(' '))) return
    const [whole] = handlings
    const example = exampleOf(deviation, archive)
    if (whole !== undefined) {
      yield {
        at: { field: ['länkar', 'behandlas_i'] },
        level: 'note',
        says: {
          sv: `\`${whole.address}\` tar upp avvikelsen, men det står inte under vilken paragraf.`,
          en: `\`${whole.address}\` takes up the deviation, but it does not say under which paragraph.`,
        },
        advice: {
          sv: `Skriv paragrafen också: \`behandlas_i: [${whole.address} § 4]\`.`,
          en: `Write the paragraph too: \`behandlas_i: [${whole.address} § 4]\`.`,
        },
      }
      return
    }
    yield {
      at: { field: ['status'] },
      says: {
        sv: 'Åtgärderna är beslutade, men inget möte pekas ut som har beslutat dem.',
        en: 'The measures are decided, but no meeting is pointed at that has decided them.',
      },
      advice: {
        sv: `Skriv mötet och paragrafen: \`länkar: {behandlas_i: [${example} § 4]}\`. Kom cheferna själva överens: skriv \`löses: lokalt\`.`,
        en: `Write the meeting and the paragraph: \`länkar: {behandlas_i: [${example} § 4]}\`. If the managers agreed between them, write \`löses: lokalt\`.`,
      },
    }
  },
  examples: [
    {
      shows: {
        sv: 'Beslutad, men inget möte har tagit upp den',
        en: 'Decided, but no meeting has taken it up',
      },
      typ: 'avvikelse',
      front: { id: 'AVV-2024-k3k3', status: 'beslutad', länkar: undefined },
      path: 'avvikelser/2024/avv-2024-k3k3.md',
      finds: ['status: beslutad'],
    },
    {
      shows: { sv: 'Mötet är nämnt utan paragraf', en: 'The meeting is named without a paragraph' },
      typ: 'avvikelse',
      front: {
        id: 'AVV-2024-k3k3',
        status: 'återkopplad',
        åtgärder: '[{vad: Ta fram en checklista, ansvarig: Cia Dahl, senast: 2024-09-01}]',
        länkar: '{behandlas_i: [PROT-demo-2024-05-23]}',
      },
      path: 'avvikelser/2024/avv-2024-k3k3.md',
      finds: ['länkar: {behandlas_i'],
    },
    {
      shows: { sv: 'Paragrafen är nämnd', en: 'The paragraph is named' },
      typ: 'avvikelse',
      front: { status: 'beslutad' },
      finds: [],
    },
    {
      shows: { sv: 'Protokollet nämner avvikelsen', en: 'The protocol names the deviation' },
      typ: 'avvikelse',
      front: { status: 'beslutad', länkar: undefined },
      finds: [],
    },
    {
      shows: { sv: 'Cheferna löste det själva', en: 'The managers solved it between them' },
      typ: 'avvikelse',
      front: { id: 'AVV-2024-k3k3', status: 'beslutad', löses: 'lokalt', länkar: undefined },
      path: 'avvikelser/2024/avv-2024-k3k3.md',
      finds: [],
    },
  ],
}

/** True when its status says so, or when it has measures and has come past that status. */
const isDecided = (deviation: Deviation): boolean =>
  deviation.status === 'beslutad' || (deviation.measures.length > 0 && hasReached(deviation, 'beslutad'))

/** The id of the last record of the group that handles it, to write after. */
function exampleOf({ group }: Deviation, archive: Archive): string {
  const records = group === undefined ? [] : archive.meetingsOf(group).filter(({ typ }) => typ !== 'kallelse')
  return records.at(-1)?.id ?? 'PROT-grupp-2024-05-31'
}
