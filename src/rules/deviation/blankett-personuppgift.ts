import { blankFormsOf } from '../../model/blank-form.js'
import type { Finding } from '../../model/diagnostic.js'
import type { Rule } from '../../model/rule.js'
import { placeIn, type Sentence, sentencesOf } from '../../model/sentence.js'

/**
 * A blank form does not ask who the child or a guardian is. Seed S3: "Klient-/patientuppgifter" in a report that is copied to another
 * authority, and "Namn, personnummer, adress" in a plan.
 */
export const rule: Rule = {
  name: 'blankett-personuppgift',
  level: 'warning',
  states: {
    sv: 'En blankett frågar inte efter personnummer eller efter vem barnet eller vårdnadshavaren är.',
    en: 'A form does not ask for personal identity numbers, nor for who the child or the guardian is.',
  },
  because: {
    sv: 'Den som fyller i blanketten skriver det den frågar efter, och då står barnets namn i något som skickas till andra myndigheter.',
    en: 'Whoever fills in the form writes what it asks for, and then the name of the child stands in something that is sent to other authorities.',
  },
  kinds: ['rutin', 'överenskommelse'],
  *check(document) {
    const blank = blankFormsOf(document)
    if (blank.size === 0) return
    for (const prose of document.body.prose) {
      if (prose.quoted || prose.section === undefined || !blank.has(prose.section)) continue
      if (!MAY_ASK.test(prose.text)) continue
      for (const sentence of sentencesOf(prose)) yield* asked(sentence)
    }
  },
  examples: [
    {
      shows: {
        sv: 'Blanketten frågar efter personnummer och efter vem barnet är',
        en: 'The form asks for identity numbers and for who the child is',
      },
      typ: 'rutin',
      body: '## Avvikelserapport\n\nDatum för händelsen:\n\nKlient-/patientuppgifter:\n\n- Barnets namn:\n- Vårdnadshavare (namn och telefon):\n\n### Barnet\n\nNamn, personnummer, adress\n',
      finds: [
        'Klient-/patientuppgifter',
        'Barnets namn',
        'Vårdnadshavare (namn och telefon)',
        'Namn, personnummer, adress',
      ],
    },
    {
      shows: {
        sv: 'En bilaga som är en blankett',
        en: 'An attachment that is a form',
      },
      typ: 'rutin',
      front: { bilagor: '[{nr: 1, titel: Kallelse, avsnitt: Kallelse till möte, blankett: true}]' },
      body: '## Kallelse till möte\n\n| Elevens namn | Födelsedatum |\n|---|---|\n| | |\n',
      finds: ['| Elevens namn'],
    },
    {
      shows: {
        sv: 'Frågor om vad som hände, och en uppmaning att inte skriva personnummer',
        en: 'Questions about what happened, and a request to write no identity numbers',
      },
      typ: 'rutin',
      body: '## Avvikelserapport\n\nRapportörens namn och arbetsplats:\n\nKonsekvenser för barnet eller den unge, utan uppgifter som pekar ut någon:\n\nSkriv aldrig barnets namn eller personnummer.\n\nBeteckning för barnet (inte personnummer):\n',
      finds: [],
    },
    {
      shows: { sv: 'Rutinens egen text är ingen blankett', en: 'The text of the routine itself is no form' },
      typ: 'rutin',
      body: '## Arbetsgång\n\nPersonnummer lämnas muntligt när det behövs.\n',
      finds: [],
    },
  ],
}

function* asked(sentence: Sentence): Iterable<Finding> {
  if (FORBIDS.test(sentence.text)) return
  const match = NUMBER.exec(sentence.text) ?? IDENTITY.exec(sentence.text)
  if (match === null) return
  const isNumber = NUMBER.test(match[0])
  yield {
    at: placeIn(sentence, match.index, match[0]),
    says: isNumber
      ? { sv: 'Blanketten frågar efter personnummer.', en: 'The form asks for personal identity numbers.' }
      : {
          sv: 'Blanketten frågar efter vem barnet eller vårdnadshavaren är.',
          en: 'The form asks who the child or the guardian is.',
        },
    advice: {
      sv: 'Ta bort frågan. Behövs en koppling till barnet: fråga efter en beteckning som `B-7k3f`, och ha namnet hos den egna myndigheten.',
      en: 'Take the question out. If the child must be pointed at, ask for a pseudonym such as `B-7k3f`, and keep the name at the own authority.',
    },
  }
}

/** A quick look, before the sentences are parted. */
const MAY_ASK = /nummer|uppgifter|namn|född|födelse/i

const NUMBER =
  /(?<!\p{L})(?:person|samordnings|födelse)(?:nummer|nr)(?!\p{L})|(?<!\p{L})födelse(?:datum|tid)(?!\p{L})/iu

const CHILD =
  '(?:barn(?:et|en)?s?|elev(?:en)?s?|klient(?:en)?s?|patient(?:en)?s?|brukar(?:en)?s?|(?:den\\s)?unges?|ungdom(?:en)?s?|vårdnadshavar(?:e|en|na)?s?|förälder(?:n)?s?|föräldra(?:r|rna)s?)'
const IDENTITY = new RegExp(
  `(?<!\\p{L})(?:${CHILD}[\\s/-]{0,3}){1,3}(?:för-?\\s?och\\s(?:efter)?)?(?:namn|personuppgifter|uppgifter|kontaktuppgifter|adress|telefon\\p{L}*)(?!\\p{L})|(?<!\\p{L})${CHILD}\\s?[(:,]\\s?namn(?!\\p{L})|(?<!\\p{L})uppgifter\\som\\s${CHILD}(?!\\p{L})`,
  'iu',
)

/** "utan personnummer", "skriv aldrig namn": the opposite of asking. */
const FORBIDS = /(?<!\p{L})(?:inte|inga|inget|ingen|aldrig|utan|ej|förseglat|avidentifiera\p{L}*)(?!\p{L})/iu
