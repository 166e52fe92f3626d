import { mayBeQuoted } from '../../model/document.js'
import type { Rule } from '../../model/rule.js'
import { placeIn, sentencesOf } from '../../model/sentence.js'

/** A time limit says from when it runs. Seed S3: "senast inom 2 veckor" – from what? */
export const rule: Rule = {
  name: 'frist-utan-startpunkt',
  level: 'warning',
  states: {
    sv: 'En frist säger från när den räknas.',
    en: 'A time limit says from when it runs.',
  },
  because: {
    sv: '"Inom två veckor" kan ingen följa upp om parterna räknar från olika dagar.',
    en: '"Within two weeks" cannot be followed up when the parties count from different days.',
  },
  kinds: ['rutin', 'överenskommelse'],
  *check(document) {
    for (const prose of document.body.prose) {
      if (prose.quoted || !/inom/i.test(prose.text)) continue
      for (const sentence of sentencesOf(prose)) {
        const match = LIMIT.exec(sentence.text)
        if (match === null || START.test(sentence.text)) continue
        const written = match[0].replace(/\s+/g, ' ')
        yield {
          at: placeIn(sentence, match.index, match[0]),
          says: {
            sv: mayBeQuoted(document)
              ? `Det står inte från när \`${written}\` räknas.`
              : 'Det står inte från när fristen räknas.',
            en: mayBeQuoted(document)
              ? `It does not say from when \`${written}\` runs.`
              : 'It does not say from when the time limit runs.',
          },
          advice: {
            sv: 'Skriv vad den räknas från, till exempel "inom två veckor från kallelsen".',
            en: 'Write what it runs from, for example "inom två veckor från kallelsen".',
          },
        }
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Inom två veckor, men från vad?', en: 'Within two weeks, but from what?' },
      typ: 'rutin',
      body: '## Arbetsgång\n\nSkolan kallar parterna. Mötet hålls inom 14 dagar. Alla kommer.\n\n## Svar\n\nSvar ges inom tre\nveckor.\n',
      finds: ['Mötet hålls inom 14 dagar', 'Svar ges inom tre'],
    },
    {
      shows: { sv: 'Från, efter, när', en: 'From, after, when' },
      typ: 'rutin',
      body: '## Arbetsgång\n\nMötet hålls inom 14 dagar från kallelsen. Svar ges inom en månad efter mötet. När remissen har kommit in svarar regionen inom 5 arbetsdagar. Vid utskrivning kallas till möte inom 3 dagar.\n',
      finds: [],
    },
    {
      shows: { sv: 'Inom en verksamhet är ingen frist', en: 'Within an operation is no time limit' },
      typ: 'överenskommelse',
      body: '## Syfte\n\nInom två kommuner och inom ramen för skolan sker samverkan en dag i veckan.\n',
      finds: [],
    },
  ],
}

const NUMBER = '\\d{1,3}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|fjorton|trettio|sextio|nittio'
const LIMIT = new RegExp(
  `(?<!\\p{L})inom\\s(?:(?:högst|ca|cirka|maximalt|senast|loppet\\sav)\\s)?(?:${NUMBER})\\s(?:(?:arbets|vardags|kalender|hela\\s)?(?:dag|dagar|dygn)|vecka|veckor|månad|månader|timme|timmar|år)(?!\\p{L})`,
  'iu',
)
const START =
  /(?<!\p{L})(?:från|fr\.?o\.?m|efter|räknat|räknas|sedan|när|då|så snart|före|innan)(?!\p{L})|^[*_]{0,2}(?:vid|om)\s/iu
