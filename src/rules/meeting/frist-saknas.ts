import type { Rule } from '../../model/rule.js'
import { placeIn, sentencesOf } from '../../model/sentence.js'

/**
 * What must be answered or fed back has a time limit. Seed S3: "Återkoppling till rapporterande verksamhet
 * ska ske."
 */
export const rule: Rule = {
  name: 'frist-saknas',
  level: 'warning',
  states: {
    sv: 'När rutinen kräver svar eller återkoppling säger den också när den ska komma.',
    en: 'Where the routine requires an answer or feedback it also says when that is to come.',
  },
  because: {
    sv: 'Ett svar utan sista dag kommer sist, och den som rapporterade slutar rapportera.',
    en: 'An answer without a last day comes last, and those who reported stop reporting.',
  },
  kinds: ['rutin', 'överenskommelse'],
  *check(document) {
    for (const prose of document.body.prose) {
      if (prose.quoted || !/återkoppl|svar|besked/i.test(prose.text)) continue
      for (const sentence of sentencesOf(prose)) {
        const match = DEMAND.exec(sentence.text)
        if (match === null || TIME.test(sentence.text)) continue
        yield {
          at: placeIn(sentence, match.index, match[0]),
          says: {
            sv: 'Här krävs ett svar eller en återkoppling, men det står inte när den ska komma.',
            en: 'An answer or feedback is required here, but it does not say when it is to come.',
          },
          advice: {
            sv: 'Skriv en frist och vad den räknas från, till exempel "inom 30 dagar från det att rapporten kom in".',
            en: 'Write a time limit and what it runs from, for example "inom 30 dagar från det att rapporten kom in".',
          },
        }
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Återkoppling utan frist', en: 'Feedback without a time limit' },
      typ: 'rutin',
      body: '## Rapport\n\nRapporten skickas till regionen. Återkoppling till den som skrev ska alltid ges. Mottagaren ska återkoppla till skolan.\n\nSvar ska lämnas skriftligt.\n',
      finds: ['Rapporten skickas', 'Rapporten skickas', 'Svar ska lämnas skriftligt.'],
    },
    {
      shows: { sv: 'Återkoppling med frist', en: 'Feedback with a time limit' },
      typ: 'rutin',
      body: '## Rapport\n\nÅterkoppling ska ges inom 30 dagar från rapporten. Svar ska lämnas senast vid nästa möte. Chefen ska återkoppla löpande. Besked ska ges när utredningen är klar.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Hur återkopplingen är, och att rutinen svarar mot ett behov',
        en: 'How the feedback is, and that the routine answers a need',
      },
      typ: 'rutin',
      body: '## Rapport\n\nÅterkopplingen ska vara skriftlig. Chefen har ansvar för återkoppling. Rektor ska ansvara för planen. Den ansvariga ska informera.\n',
      finds: [],
    },
  ],
}

/** "Återkoppling … ska ske", "ska återkoppla", "svar ska lämnas". */
const DEMAND =
  /(?<!\p{L})(?:åter?koppling(?:en)?|svar(?:et)?|besked(?:et)?)(?:\s[\p{L}/-]{1,40}){0,8}?\s(?:ska|skall|måste|bör)\s(?:\p{L}{1,30}\s)?(?:ske|ges|lämnas|göras|skickas|sändas)(?!\p{L})|(?<!\p{L})(?:ska|skall|måste|bör)\s(?:\p{L}{1,30}\s)?(?:återkopplas?|besvaras?|ge\s(?:svar|besked|återkoppling)|lämna\s(?:svar|besked|återkoppling))(?!\p{L})/iu
/** Any word on when. */
const TIME =
  /(?<!\p{L})(?:inom|senast|omgående|omedelbart|snarast|skyndsamt|genast|direkt|löpande|kontinuerligt|regelbundet|fortlöpande|årlig\p{L}*|månads\p{L}*|varje|samma dag|utan dröjsmål|så snart|när|då|innan|före|efter|under|i samband med|nästa|kommande|\d+\s*(?:dag|veck|månad)\p{L}*|per (?:termin|år|månad))(?!\p{L})/iu
