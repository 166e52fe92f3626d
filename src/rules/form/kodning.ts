import type { Finding } from '../../model/diagnostic.js'
import type { Fault, FaultName } from '../../model/document.js'
import { fieldNamed, namedTexts, textsWithin } from '../../model/field-path.js'
import { stated } from '../../model/fields.js'
import type { Fix } from '../../model/fix.js'
import type { Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'

/** Text is UTF-8, NFC, LF, and holds no characters that are not seen. Archive format § 1; UTS #39; CVE-2021-42574 (bidi). */
export const rule: Rule = {
  name: 'kodning',
  level: 'warning',
  registers: true,
  unreadable: true,
  states: {
    sv: 'Filen är text i UTF-8, och allt som står i den syns.',
    en: 'The file is text in UTF-8, and everything in it is visible.',
  },
  because: {
    sv: 'Osynliga och felkodade tecken gör att namn som ser lika ut inte är lika, att sökningar missar och att en text kan visas i annan ordning än den läses.',
    en: 'Invisible and wrongly encoded characters make names that look alike differ, searches miss, and a text show in another order than it is read.',
  },
  *check({ fields, faults }) {
    if (faults.length > 0) yield* faulty(faults)
    if (!OTHER_ALPHABET.test(namedTexts(fields).together)) return
    for (const { text, field } of textsWithin(fields)) {
      const alphabet = mixedIn(text)
      if (alphabet === undefined) continue
      const named = fieldNamed(field)
      yield {
        at: { field },
        says: {
          sv: `Ett ord i ${named.sv} har ${alphabet.sv} bokstäver bland de latinska: de ser lika ut men är andra tecken.`,
          en: `A word in ${named.en} has ${alphabet.en} letters among the Latin ones: they look alike and are other characters.`,
        },
        advice: { sv: 'Skriv om ordet på tangentbordet.', en: 'Type the word again on the keyboard.' },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Ett osynligt tecken i ett namn', en: 'An invisible character in a name' },
      front: { sekreterare: 'Bo\u200b Berg' },
      finds: ['sekreterare: Bo'],
    },
    {
      shows: { sv: 'Tecken som vänder på textens ordning', en: 'Characters that turn the order of the text' },
      body: '## § 1 Beslut\n\nGruppen avslår\u202e ansökan.\n\nGruppen bifaller\u202e ansökan.\n',
      finds: ['Gruppen avslår'],
    },
    {
      shows: { sv: 'Bokstav och prickar som två tecken', en: 'Letter and dots as two characters' },
      body: '## § 1 Läget\n\nGruppen mo\u0308ts i Ekmo.\n',
      finds: ['Gruppen mo'],
    },
    {
      shows: { sv: 'Radslut från Windows', en: 'Line ends of Windows' },
      body: '## § 1 Läget\r\n\r\nGruppen möts.\r\n',
      finds: ['## § 1 Läget'],
    },
    {
      shows: { sv: 'Ett märke före första raden', en: 'A mark before the first line' },
      text: '\ufeff---\nid: PROT-demo-2024-05-23\ntyp: protokoll\n---\n',
      finds: ['---'],
    },
    {
      shows: { sv: 'Ett styrtecken', en: 'A control character' },
      body: '## § 1 Läget\n\nGruppen\u0007 möts.\n',
      finds: ['Gruppen'],
    },
    {
      shows: { sv: 'Ett kyrilliskt a i ett namn', en: 'A Cyrillic a in a name' },
      front: { ordförande: 'Alv\u0430 Ask' },
      finds: ['ordförande:'],
    },
    {
      shows: {
        sv: 'Å, ä, ö, tankstreck, citattecken, emoji och ett namn på ryska',
        en: 'Å, ä, ö, dashes, quotes, emoji and a name in Russian',
      },
      front: { övriga: '[{namn: Анна Иванова, roll: tolk}]' },
      body: '## § 1 Läget – ”hösten”\n\nGruppen möts på ön. 👩‍👧 Æ, é, ß och μ.\n',
      finds: [],
    },
  ],
}

function* faulty(faults: readonly Fault[]): Generator<Finding> {
  for (const [name, words] of WORDS) {
    const met = faults.filter(fault => fault.name === name)
    const [first] = met
    if (first === undefined) continue
    const more = met.length > 1 ? MORE(met.length) : { sv: '', en: '' }
    const { says, advice, level } = words
    yield {
      at: first.at,
      says: {
        sv: `${says.sv}${detailOf(first)}${more.sv}.`,
        en: `${says.en}${detailOf(first)}${more.en}.`,
      },
      advice,
      ...(level !== undefined && { level }),
      ...stated('fix', FIXES.get(name)),
    }
  }
}

/** What the program can do by itself: the words of the file stay the same. */
const FIXES: ReadonlyMap<FaultName, Fix> = new Map<FaultName, Fix>([
  ['bom', { does: 'rewrite', as: 'no-mark', safety: 'safe' }],
  ['crlf', { does: 'rewrite', as: 'lf', safety: 'safe' }],
  ['not-nfc', { does: 'rewrite', as: 'nfc', safety: 'safe' }],
  ['zero-width', { does: 'rewrite', as: 'visible', safety: 'safe' }],
  ['bidi', { does: 'rewrite', as: 'visible', safety: 'unsafe' }],
])

interface Words {
  /** Without the full stop: the character's number may follow. */
  readonly says: Said
  readonly advice: Said
  readonly level?: 'error'
}

const SAVE_AS: Said = {
  sv: 'Öppna filen i en textredigerare och spara den som UTF-8. Är det ett dokument från Word eller en pdf: öppna det i Word och kopiera texten till en ny fil.',
  en: 'Open the file in a text editor and save it as UTF-8. If it is a document from Word or a PDF, open it in Word and copy the text to a new file.',
}

const WORDS: ReadonlyMap<FaultName, Words> = new Map<FaultName, Words>([
  [
    'utf16',
    {
      says: {
        sv: 'Filen är sparad som UTF-16 och går inte att läsa',
        en: 'The file is saved as UTF-16 and cannot be read',
      },
      advice: SAVE_AS,
      level: 'error',
    },
  ],
  [
    'not-utf8',
    {
      says: {
        sv: 'Raden har tecken som inte är UTF-8, och filen går inte att läsa',
        en: 'The line has characters that are not UTF-8, and the file cannot be read',
      },
      advice: SAVE_AS,
      level: 'error',
    },
  ],
  [
    'control-character',
    {
      says: {
        sv: 'Här står ett styrtecken som inte hör hemma i text',
        en: 'Here stands a control character that does not belong in text',
      },
      advice: { sv: 'Ta bort tecknet.', en: 'Take the character out.' },
      level: 'error',
    },
  ],
  [
    'bidi',
    {
      says: {
        sv: 'Här står ett osynligt tecken som vänder på textens ordning',
        en: 'Here stands an invisible character that turns the order of the text',
      },
      advice: {
        sv: 'Ta bort tecknet. Den som läser ska se texten i den ordning som den är skriven.',
        en: 'Take the character out. A reader is to see the text in the order in which it is written.',
      },
      level: 'error',
    },
  ],
  [
    'bom',
    {
      says: {
        sv: 'Filen börjar med ett osynligt märke (BOM)',
        en: 'The file begins with an invisible mark (BOM)',
      },
      advice: { sv: 'Spara den som UTF-8 utan BOM.', en: 'Save it as UTF-8 without BOM.' },
    },
  ],
  [
    'crlf',
    {
      says: { sv: 'Raderna slutar som i Windows (CRLF)', en: 'The lines end as in Windows (CRLF)' },
      advice: {
        sv: 'Spara filen med radslut LF. Med `* text=auto eol=lf` i `.gitattributes` sköter git det.',
        en: 'Save the file with line ends LF. With `* text=auto eol=lf` in `.gitattributes` git sees to it.',
      },
    },
  ],
  [
    'not-nfc',
    {
      says: {
        sv: 'Raden har bokstäver vars prickar eller accent är ett eget tecken',
        en: 'The line has letters whose dots or accent are a character of their own',
      },
      advice: {
        sv: 'Skriv om orden, eller spara texten i normalform NFC.',
        en: 'Type the words again, or save the text in normal form NFC.',
      },
    },
  ],
  [
    'zero-width',
    {
      says: { sv: 'Här står ett osynligt tecken', en: 'Here stands an invisible character' },
      advice: { sv: 'Ta bort tecknet.', en: 'Take the character out.' },
    },
  ],
])

const MORE = (lines: number): Said => ({
  sv: `, och så är det på ${lines} rader`,
  en: `, and so it is on ${lines} lines`,
})

const detailOf = ({ detail }: Fault): string => (detail === undefined ? '' : ` (${detail})`)

const OTHER_ALPHABET = /[\u0370-\u03ff\u0400-\u04ff]/
const LATIN_WITH_CYRILLIC = /[\p{Script=Latin}]\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u
const LATIN_WITH_GREEK = /[\p{Script=Latin}]\p{Script=Greek}|\p{Script=Greek}\p{Script=Latin}/u

/** The alphabet that is mixed with the Latin one within a word; absent in nearly every text. */
function mixedIn(text: string): Said | undefined {
  if (!OTHER_ALPHABET.test(text)) return undefined
  if (LATIN_WITH_CYRILLIC.test(text)) return { sv: 'kyrilliska', en: 'Cyrillic' }
  return LATIN_WITH_GREEK.test(text) ? { sv: 'grekiska', en: 'Greek' } : undefined
}
