import { bodyTextOf } from '../../model/body-text.js'
import type { Finding } from '../../model/diagnostic.js'
import { mayBeQuoted } from '../../model/document.js'
import { fieldNamed, namedTexts, textsWithin } from '../../model/field-path.js'
import type { Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'
import { sentencesOf } from '../../model/sentence.js'

/**
 * In an open document stands no private address: no mobile telephone, no e-mail of a private provider, no home. Those of
 * an authority — its switchboard, its functional addresses, where a meeting is held — are fine. Archive format § 7.
 */
export const rule: Rule = {
  name: 'kontaktuppgift',
  level: 'warning',
  states: {
    sv: 'Ett öppet dokument har inga privata kontaktuppgifter: mobilnummer, privat e-post eller hemadress.',
    en: 'An open document has no private contact details: mobile number, private e-mail or home address.',
  },
  because: {
    sv: 'Ett öppet dokument läses och sprids av vem som helst, och en privat adress går inte att ta tillbaka.',
    en: 'An open document is read and spread by anybody, and a private address cannot be taken back.',
  },
  *check(document) {
    if (!mayBeQuoted(document)) return
    if (MAY_HOLD.test(namedTexts(document.fields).together)) {
      for (const { text, field } of textsWithin(document.fields)) {
        const what = contactIn(text)
        const named = fieldNamed(field)
        if (what !== undefined)
          yield {
            at: { field },
            says: { sv: `I ${named.sv} står ${what.sv}.`, en: `In ${named.en} stands ${what.en}.` },
            advice: ADVICE,
          }
      }
    }
    if (!MAY_HOLD.test(bodyTextOf(document.body))) return
    for (const prose of document.body.prose) {
      if (!MAY_HOLD.test(prose.text)) continue
      for (const { text, line } of sentencesOf(prose)) {
        const what = contactIn(text)
        if (what !== undefined) yield finding(line, what)
      }
    }
  },
  examples: [
    {
      shows: {
        sv: 'Mobilnummer, privat e-post och hemadress',
        en: 'A mobile number, private e-mail and a home address',
      },
      body: '## § 1 Läget\n\nMamman nås på 070-123 45 67.\n\nSkriv till exempel@gmail.com.\n\nFamiljen bor på Storgatan 5.\n',
      finds: ['Mamman nås', 'Skriv till', 'Familjen bor'],
    },
    {
      shows: { sv: 'I ett fält', en: 'In a field' },
      front: { plats: 'Ring 073-123 45 67' },
      finds: ['plats:'],
    },
    {
      shows: {
        sv: 'Växel, funktionsadress, jourmobil och lokal för mötet',
        en: 'A switchboard, a functional address, a duty telephone and where the meeting is held',
      },
      front: { plats: 'Storgatan 5, Ekmo' },
      body: '## § 1 Läget\n\nVäxeln har 0123-45 60 00. Socialjouren nås på mobil 070-123 45 67. Skriv till socialtjanst@ekmo.example. Mötet hålls på Storgatan 5.\n',
      finds: [],
    },
    {
      shows: { sv: 'Ett dokument som inte är öppet', en: 'A document that is not open' },
      typ: 'avvikelse',
      body: '## Beskrivning\n\nRing 070-123 45 67.\n',
      finds: [],
    },
  ],
}

const MAY_HOLD =
  /07[02369]|\+46 ?(?:\(0\) ?)?7|@|\bbo(?:r|dde|tt)? (?:på|i|hos) |hemadress|bostadsadress|folkbokförd/i

const MOBILE = /(?<![\d-])(?:0|(?:\+|00)46 ?(?:\(0\) ?)?)7[02369](?:[ -]?\d){7}(?![\d-])/
const PRIVATE_MAIL =
  /@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|telia|bredband2?|comhem|spray|passagen|protonmail|proton)\.(?:com|se|nu|net|me)\b/i
const HOME =
  /(?:bo(?:r|dde|tt)? (?:på|i|hos)|hemadress\p{L}*:?|bostadsadress\p{L}*:?|folkbokförd\p{L}* (?:på|i))\s[^.]{0,20}?\p{Lu}\p{L}*(?:gatan|vägen|gränd|stigen|torget|backen|allén|plan)\s\d/u

/** Telephones of an office. */
const OFFICE =
  /jour|växel|tjänste|funktion|vakthavande|kontaktcenter|mottagning|reception|kundtjänst|expedition/i

function contactIn(text: string): Said | undefined {
  if (MOBILE.test(text) && !OFFICE.test(text)) return { sv: 'ett mobilnummer', en: 'a mobile number' }
  if (PRIVATE_MAIL.test(text)) return { sv: 'en privat e-postadress', en: 'a private e-mail address' }
  return HOME.test(text) ? { sv: 'en hemadress', en: 'a home address' } : undefined
}

const finding = (line: number, what: Said): Finding => ({
  at: { line },
  says: {
    sv: `Här står ${what.sv} i ett öppet dokument.`,
    en: `Here stands ${what.en} in an open document.`,
  },
  advice: ADVICE,
})

const ADVICE: Said = {
  sv: 'Ta bort uppgiften, eller skriv verksamhetens växel eller funktionsadress i stället.',
  en: 'Take it out, or write the switchboard or functional address of the operation instead.',
}
