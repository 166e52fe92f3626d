import { deviationOf } from '../../model/deviation.js'
import { isReported, signaturesOf } from '../../model/deviation-steps.js'
import type { Finding } from '../../model/diagnostic.js'
import type { Rule } from '../../model/rule.js'

/** A report is signed by whoever wrote it and by the nearest manager. Seed S3: both are to sign. */
export const rule: Rule = {
  name: 'avvikelse-underskrift',
  level: { draft: undefined, review: 'warning', final: 'note' },
  states: {
    sv: 'En rapporterad avvikelse är undertecknad av den som rapporterade och av närmaste chef.',
    en: 'A reported deviation is signed by whoever reported it and by the nearest manager.',
  },
  because: {
    sv: 'Chefens underskrift visar att den egna verksamheten står bakom rapporten. Utan den skickas avvikelsen tillbaka.',
    en: 'The signature of the manager shows that the own operation stands behind the report. Without it the deviation is sent back.',
  },
  kinds: ['avvikelse'],
  *check(document) {
    const deviation = deviationOf(document)
    if (!isReported(deviation)) return
    const { reporter, manager } = signaturesOf(deviation)
    if (reporter !== undefined && manager !== undefined) return
    const missing = reporter !== undefined ? MANAGER : manager !== undefined ? REPORTER : BOTH
    yield { at: { field: [reporter === undefined ? 'rapportör' : 'chef'] }, ...missing }
  },
  examples: [
    {
      shows: { sv: 'Ingen har undertecknat', en: 'Nobody has signed' },
      typ: 'avvikelse',
      front: { rapportör_underskrift: undefined, chef: 'Alva Ask' },
      finds: ['rapportör: {person: Fia Gran'],
    },
    {
      shows: { sv: 'Chefens underskrift saknas', en: 'The signature of the manager is missing' },
      typ: 'avvikelse',
      front: { chef: '{person: Alva Ask}' },
      finds: ['chef: {person: Alva Ask}'],
    },
    {
      shows: { sv: 'Båda har undertecknat', en: 'Both have signed' },
      typ: 'avvikelse',
      finds: [],
    },
    {
      shows: { sv: 'Observerad: ingen har rapporterat', en: 'Observed: nobody has reported' },
      typ: 'avvikelse',
      front: {
        status: 'observerad',
        ursprung: 'observerad',
        rapportör_underskrift: undefined,
        chef: undefined,
      },
      finds: [],
    },
    {
      shows: {
        sv: 'Gruppen har tagit emot något som den själv har sett',
        en: 'The group has received what it has seen itself',
      },
      typ: 'avvikelse',
      front: { ursprung: 'observerad', rapportör_underskrift: undefined, chef: undefined },
      finds: [],
    },
  ],
}

const REPORTER: Pick<Finding, 'says' | 'advice'> = {
  says: { sv: 'Den som rapporterade har inte undertecknat.', en: 'Whoever reported it has not signed.' },
  advice: {
    sv: 'Skriv dagen för underskriften: `rapportör_underskrift: ÅÅÅÅ-MM-DD`.',
    en: 'Write the day of the signature: `rapportör_underskrift: YYYY-MM-DD`.',
  },
}

const MANAGER: Pick<Finding, 'says' | 'advice'> = {
  says: { sv: 'Närmaste chef har inte undertecknat.', en: 'The nearest manager has not signed.' },
  advice: {
    sv: 'Skriv vem chefen är och dagen för underskriften: `chef: {person: Förnamn Efternamn, underskrift: ÅÅÅÅ-MM-DD}`.',
    en: 'Write who the manager is and the day of the signature: `chef: {person: First Last, underskrift: YYYY-MM-DD}`.',
  },
}

const BOTH: Pick<Finding, 'says' | 'advice'> = {
  says: {
    sv: 'Varken den som rapporterade eller närmaste chef har undertecknat.',
    en: 'Neither whoever reported it nor the nearest manager has signed.',
  },
  advice: {
    sv: 'Skriv dagarna för underskrifterna: `rapportör_underskrift: ÅÅÅÅ-MM-DD` och `chef: {person: Förnamn Efternamn, underskrift: ÅÅÅÅ-MM-DD}`.',
    en: 'Write the days of the signatures: `rapportör_underskrift: YYYY-MM-DD` and `chef: {person: First Last, underskrift: YYYY-MM-DD}`.',
  },
}
