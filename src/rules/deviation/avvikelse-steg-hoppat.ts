import { deviationOf } from '../../model/deviation.js'
import type { Step } from '../../model/deviation-step.js'
import { undatedSteps } from '../../model/deviation-steps.js'
import type { Rule } from '../../model/rule.js'
import { enumerated } from '../../model/said.js'

/**
 * A deviation has the dates of every step up to its status, and measures when it is `beslutad`. Two of the dates are left
 * to `avvikelse-utan-chefskontakt` and `avvikelse-avslutad-utan-uppfoljning`, which say why they matter.
 */
export const rule: Rule = {
  name: 'avvikelse-steg-hoppat',
  level: 'error',
  states: {
    sv: 'En avvikelse har datum för varje steg fram till sin `status`, och när den är `beslutad` står åtgärderna i `åtgärder`.',
    en: 'A deviation has a date for every step up to its `status`, and when it is `beslutad` its measures stand in `åtgärder`.',
  },
  because: {
    sv: 'Utan datumen kan ingen se hur lång tid svaret tog eller var avvikelsen blev liggande, och den faller ur statistiken.',
    en: 'Without the dates nobody can see how long the answer took or where the deviation lay, and it falls out of the figures.',
  },
  kinds: ['avvikelse'],
  *check(document) {
    const deviation = deviationOf(document)
    const { status = '' } = deviation
    const undated = undatedSteps(deviation, status).filter(step => !isSaidElsewhere(step, status))
    if (undated.length > 0) {
      const steps = enumerated(undated.map(step => `\`${step}\``))
      const one = undated.length === 1
      yield {
        at: { field: ['status'] },
        says: {
          sv: `Avvikelsen har kommit till \`${status}\`, men ${steps.sv} saknar datum.`,
          en: `The deviation has come to \`${status}\`, but ${steps.en} ${one ? 'has' : 'have'} no date.`,
        },
        advice: {
          sv: `Skriv ${one ? 'dagen' : 'dagarna'}, till exempel \`${undated[0]}: 2024-09-11\`. Har steget inte tagits: sätt \`status\` till det steg som avvikelsen har kommit till.`,
          en: `Write the ${one ? 'day' : 'days'}, for example \`${undated[0]}: 2024-09-11\`. If the step was not taken, set \`status\` to the step that the deviation has come to.`,
        },
      }
    }
    if (status !== 'beslutad' || deviation.measures.length > 0) return
    yield {
      at: { field: ['status'] },
      says: {
        sv: 'Avvikelsen är `beslutad`, men det står inga beslutade `åtgärder`.',
        en: 'The deviation is `beslutad`, but no decided `åtgärder` are there.',
      },
      advice: {
        sv: 'Skriv vad som beslutades: `åtgärder: [{vad: …, ansvarig: Förnamn Efternamn, senast: ÅÅÅÅ-MM-DD}]`.',
        en: 'Write what was decided: `åtgärder: [{vad: …, ansvarig: First Last, senast: YYYY-MM-DD}]`.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Mottagen utan datum', en: 'Received without dates' },
      typ: 'avvikelse',
      front: { rapporterad: undefined, mottagen: undefined },
      finds: ['status: mottagen'],
    },
    {
      shows: { sv: 'Ett steg är hoppat', en: 'A step is skipped' },
      typ: 'avvikelse',
      front: { status: 'återkopplad', chefskontakt: '2024-04-03', återkopplad: '2024-05-24' },
      finds: ['status: återkopplad'],
    },
    {
      shows: { sv: 'Beslutad utan åtgärder', en: 'Decided without measures' },
      typ: 'avvikelse',
      front: { status: 'beslutad', chefskontakt: '2024-04-03', analyserad: '2024-05-02' },
      finds: ['status: beslutad'],
    },
    {
      shows: {
        sv: 'Mötet där den behandlades ger dagen för beslutet',
        en: 'The meeting that dealt with it gives the day of the decision',
      },
      typ: 'avvikelse',
      front: {
        status: 'beslutad',
        chefskontakt: '2024-04-03',
        analyserad: '2024-05-02',
        åtgärder: '[{vad: Ta fram en checklista, ansvarig: Cia Dahl, senast: 2024-09-01}]',
      },
      finds: [],
    },
    {
      shows: {
        sv: 'Löst mellan cheferna, utan något beslut i gruppen',
        en: 'Solved between the managers, without a decision of the group',
      },
      typ: 'avvikelse',
      front: {
        status: 'uppföljd',
        löses: 'lokalt',
        chefskontakt: '2024-04-03',
        analyserad: '2024-05-02',
        återkopplad: '2024-05-10',
        uppföljd: '2024-06-03',
      },
      finds: [],
    },
    {
      shows: {
        sv: 'Observerad, och aldrig rapporterad: då finns inga steg',
        en: 'Observed, and never reported: then there are no steps',
      },
      typ: 'avvikelse',
      front: { status: 'observerad', ursprung: 'observerad', rapporterad: undefined, mottagen: undefined },
      finds: [],
    },
    {
      shows: {
        sv: 'Gruppen har tagit emot något som den själv har sett',
        en: 'The group has received what it has seen itself',
      },
      typ: 'avvikelse',
      front: { ursprung: 'observerad', rapporterad: undefined },
      finds: [],
    },
  ],
}

/** True of a missing date that another rule speaks of. */
const isSaidElsewhere = (step: Step, status: string): boolean =>
  (step === 'chefskontakt' && status !== 'chefskontakt') || (step === 'uppföljd' && status === 'avslutad')
