import { comparableTitle } from '../../model/agenda-item.js'
import { bodyTextOf } from '../../model/body-text.js'
import type { Document } from '../../model/document.js'
import { isFields, listOf, textOf } from '../../model/fields.js'
import { MEETINGS, type Rule } from '../../model/rule.js'
import { placeIn, sentencesOf } from '../../model/sentence.js'

/** What the text points at can be reached: a link, an attachment or an id. Seed S0: "Se mall i teams". */
export const rule: Rule = {
  name: 'hanvisning-utan-lank',
  level: 'warning',
  states: {
    sv: 'Det som texten hänvisar till går att nå: genom en länk, en bilaga eller ett id.',
    en: 'What the text points at can be reached: by a link, an attachment or an id.',
  },
  because: {
    sv: '"Se mallen i Teams" hjälper bara den som redan vet var den ligger, och om ett år vet ingen.',
    en: '"Se mallen i Teams" helps only those who know where it is, and in a year nobody does.',
  },
  kinds: [...MEETINGS, 'rutin', 'överenskommelse', 'ärende'],
  *check(document) {
    if (!MAYBE.test(bodyTextOf(document.body))) return
    for (const prose of document.body.prose) {
      if (prose.quoted || prose.role === 'attribute' || !MAYBE.test(prose.text)) continue
      for (const sentence of sentencesOf(prose)) {
        const match = SEE.exec(sentence.text) ?? LIES.exec(sentence.text)
        if (match === null || REACHED.test(sentence.text) || isAttached(sentence.text, document)) continue
        yield {
          at: placeIn(sentence, match.index, match[0].replace(/^[^\p{L}]+/u, '')),
          says: {
            sv: 'Texten hänvisar till något utanför arkivet, men säger inte hur man når det.',
            en: 'The text points at something outside the archive, but does not say how to reach it.',
          },
          advice: {
            sv: 'Gör orden till en länk, `[mallen](https://…)`, lägg till filen under `bilagor`, eller skriv dokumentets id.',
            en: 'Make the words a link, `[mallen](https://…)`, add the file under `bilagor`, or write the id of the document.',
          },
        }
      }
    }
  },
  examples: [
    {
      shows: {
        sv: 'En mall i Teams, en lista på webben och ett dokument',
        en: 'A form in Teams, a list on the web and a document',
      },
      body: '## § 1 Läget\n\nSe mallen i Teams.\n\nLäget är gott. Listan som finns på intranätet\nfylls i före mötet.\n\nSe kommentarer i dokumentet!\n\nVi följer upp enligt listan i Teams.\n',
      finds: [
        'Se mallen i Teams.',
        'Listan som finns på intranätet',
        'Se kommentarer i dokumentet!',
        'enligt listan i Teams',
      ],
    },
    {
      shows: { sv: 'I en rutin', en: 'In a routine' },
      typ: 'rutin',
      body: '## Arbetsgång\n\nBlanketten finns på regionens hemsida.\n',
      finds: ['Blanketten finns på regionens hemsida.'],
    },
    {
      shows: {
        sv: 'Länk, id eller bilaga i samma mening',
        en: 'A link, an id or an attachment in the same sentence',
      },
      front: { bilagor: '[{fil: bilagor/presentation.txt, titel: Mall för kallelse}]' },
      body: '## § 1 Läget\n\nSe [mallen](https://exempel.se/mall) i Teams. Rutinen RUT-overlamning finns på webben. Se mall för kallelse i Teams.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Möten i Teams och dokument på bordet hänvisar inte bort',
        en: 'Meetings in Teams and a document on the table do not point away',
      },
      body: '## § 1 Läget\n\nNästa möte hålls i Teams. Eva Falk går igenom förslaget i dokumentet. Deltagare på länk via Teams. Vi vill se mer samarbete i länet. Protokollet läggs ut på webben. Rutinerna ligger på fem intranät.\n',
      finds: [],
    },
  ],
}

/** True when an attachment of the document carries a title that the sentence names. */
const isAttached = (text: string, { fields }: Document): boolean => {
  const words = ` ${comparableTitle(text)} `
  return listOf(fields, 'bilagor').some(each => {
    const title = isFields(each) ? comparableTitle(textOf(each, 'titel') ?? '') : ''
    return title !== '' && words.includes(` ${title} `)
  })
}

const OUTSIDE =
  'teams|sharepoint|one\\s?drive|google\\s?drive|dropbox|(?:\\p{L}{1,30}\\s)?(?:webben|webbplatsen|webbsidan|hemsidan|intranätet|samarbetsytan|arbetsytan|projektplatsen|servern)|\\p{L}{1,30}s\\s(?:hemsida|webbplats|webbsida|intranät|samarbetsyta)'
/** Cheap to ask of every text; the sentences of those that pass are looked at. */
const MAYBE =
  /(?:i|på)\s(?:\S{1,30}\s)?(?:teams|sharepoint|(?:one|google)?drive|dropbox|webb|hemsid|intranät|(?:samar|ar)betsyta|projektpl|servern|dokumentet|filen)/i
/** "Se mall i teams", "Se noteringar i dokumentet". */
const SEE = new RegExp(
  `(?:^|[(\\n,;:–])\\s{0,2}[*_]{0,2}(?:se|läs)\\s(?:[\\p{L}-]{1,40}\\s){0,4}(?:i|på)\\s(?:${OUTSIDE}|dokumentet|filen)(?!\\p{L})`,
  'iu',
)
/** "listan som finns i teams", "mallar finns på webben". */
const LIES = new RegExp(
  `(?<!\\p{L})(?:[\\p{L}-]{1,40}\\s)?(?:som\\s)?(?:finns|ligger|återfinns|hittas|enligt|hittar\\s(?:du|ni|man))\\s(?:[\\p{L}-]{1,40}\\s){0,2}?(?:i|på)\\s(?:${OUTSIDE})(?!\\p{L})`,
  'iu',
)
/** A link, a web address, an e-mail address, a file or an id. */
const REACHED =
  /\]\(|https?:|www\.|@|\.(?:docx?|xlsx?|pptx?|pdf|md|txt|se|nu|com)(?![\p{L}])|(?<![\p{L}])[A-ZÅÄÖ]{2,6}-[0-9A-Za-z]/u
