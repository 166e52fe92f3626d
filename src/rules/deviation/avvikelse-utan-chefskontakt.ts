import { deviationOf } from '../../model/deviation.js'
import { hasReached, saysWhereHandled, undatedSteps } from '../../model/deviation-steps.js'
import type { Rule } from '../../model/rule.js'

/**
 * The managers concerned have talked before the deviation is analysed: an error from then on, a warning once a group has
 * dealt with it, a note while it waits. Seed S0: "Delar som saknas är kontakten mellan chefer".
 */
export const rule: Rule = {
  name: 'avvikelse-utan-chefskontakt',
  level: 'error',
  states: {
    sv: 'De berörda cheferna har haft kontakt innan gruppen behandlar avvikelsen, och dagen står i `chefskontakt`.',
    en: 'The managers concerned have been in contact before the group deals with the deviation, and the day stands in `chefskontakt`.',
  },
  because: {
    sv: 'Det mesta löser sig när cheferna talas vid. Utan det samtalet får gruppen bara den ena sidan och kan inte göra mer än att lägga ärendet åt sidan.',
    en: 'Most of it is solved when the managers talk. Without that talk the group has one side only, and can do no more than lay the matter aside.',
  },
  kinds: ['avvikelse'],
  *check(document) {
    const deviation = deviationOf(document)
    const { status = '' } = deviation
    if (!hasReached(deviation, 'mottagen') || status === 'chefskontakt') return
    if (!undatedSteps(deviation, 'chefskontakt').includes('chefskontakt')) return
    const isAnalysed = hasReached(deviation, 'analyserad')
    const level = isAnalysed ? 'error' : saysWhereHandled(deviation) ? 'warning' : 'note'
    yield {
      at: { field: ['status'] },
      level,
      says: isAnalysed
        ? {
            sv: `Avvikelsen har kommit till \`${status}\`, men det står inte att cheferna har haft kontakt.`,
            en: `The deviation has come to \`${status}\`, but it does not say that the managers have been in contact.`,
          }
        : level === 'warning'
          ? {
              sv: 'Avvikelsen har behandlats på ett möte utan att det står att cheferna har haft kontakt.',
              en: 'The deviation has been dealt with at a meeting, and it does not say that the managers have been in contact.',
            }
          : {
              sv: 'Cheferna har inte haft kontakt än; det ska de ha haft innan gruppen behandlar avvikelsen.',
              en: 'The managers have not been in contact yet; they should have been before the group deals with the deviation.',
            },
      advice: {
        sv: 'Be närmaste chef ringa chefen i den verksamhet som berörs, och skriv dagen: `chefskontakt: ÅÅÅÅ-MM-DD`.',
        en: 'Ask the nearest manager to ring the manager of the operation concerned, and write the day: `chefskontakt: YYYY-MM-DD`.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Analyserad utan chefskontakt', en: 'Analysed without contact between the managers' },
      typ: 'avvikelse',
      front: { status: 'analyserad', analyserad: '2024-05-02' },
      finds: ['status: analyserad'],
    },
    {
      shows: {
        sv: 'Behandlad på ett möte innan cheferna har haft kontakt',
        en: 'Dealt with at a meeting before the managers have been in contact',
      },
      typ: 'avvikelse',
      front: { chefskontakt: undefined },
      finds: ['status: mottagen'],
    },
    {
      shows: { sv: 'Mottagen, och cheferna har haft kontakt', en: 'Received, and the managers have talked' },
      typ: 'avvikelse',
      front: { chefskontakt: '2024-04-03' },
      finds: [],
    },
    {
      shows: { sv: 'Nyss rapporterad', en: 'Just reported' },
      typ: 'avvikelse',
      front: { status: 'rapporterad', mottagen: undefined, chefskontakt: undefined },
      finds: [],
    },
    {
      shows: { sv: 'Observerad, aldrig rapporterad', en: 'Observed, never reported' },
      typ: 'avvikelse',
      front: { status: 'observerad', ursprung: 'observerad', chefskontakt: undefined },
      finds: [],
    },
  ],
}
