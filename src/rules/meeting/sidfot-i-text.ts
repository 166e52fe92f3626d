import type { Prose } from '../../model/body.js'
import { bodyTextOf } from '../../model/body-text.js'
import type { Rule } from '../../model/rule.js'

/** Letterhead and page foot do not stand in the text. Seed S1: an address block in the middle of item 4. */
export const rule: Rule = {
  name: 'sidfot-i-text',
  level: 'warning',
  states: {
    sv: 'Brevhuvud och sidfot står inte i texten.',
    en: 'Letterhead and page foot do not stand in the text.',
  },
  because: {
    sv: 'Adressrader som följt med från ordbehandlaren bryter av texten och läses upp som om de hörde till ärendet.',
    en: 'Address lines that came along from the word processor break the text and are read as if they belonged to the matter.',
  },
  *check({ body }) {
    if (!mayBeContacts(bodyTextOf(body))) return
    const { prose, sections } = body
    const isContactSection = (index: number | undefined): boolean =>
      CONTACTS.test(sections[index ?? -1]?.title ?? '')
    let run: Run | undefined
    const runs: Run[] = []
    for (const each of prose) {
      if (run === undefined && !mayBeContacts(each.text)) continue
      if (each.quoted || each.form === 'table' || each.role !== 'text' || isContactSection(each.section)) {
        run = undefined
        continue
      }
      for (const [line, text] of linesOf(each)) {
        if (isContactLine(text)) {
          if (run === undefined || run.section !== each.section) {
            run = { line, text, section: each.section, count: 0, others: 0 }
            runs.push(run)
          }
          run.count++
          run.others = 0
        } else if (run !== undefined && (++run.others > MOST_BETWEEN || text.length > SHORT)) run = undefined
      }
    }
    for (const { line, count } of runs) {
      if (count < FEWEST) continue
      yield {
        at: { line },
        says: {
          sv: `Här börjar ${count} rader med adress, telefon eller andra kontaktuppgifter mitt i texten.`,
          en: `Here begin ${count} lines of address, telephone or other contact details in the middle of the text.`,
        },
        advice: {
          sv: 'Ta bort raderna; de hör till papperets sidfot.',
          en: 'Take the lines away; they belong to the foot of the page.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'En sidfot mitt i en punkt', en: 'A page foot in the middle of an item' },
      body: '## § 1 Läget\n\nPostadress\nEkmo kommun\nLåda 12, 999 01 Ekmo\nTel: 0999-10 00 00\n\nOrganisationsnummer: 999000-0000\n\nLäget är gott.\n',
      finds: ['Postadress'],
    },
    {
      shows: { sv: 'Två rader om vem man ringer', en: 'Two lines on whom to call' },
      body: '## § 1 Läget\n\nKontakta sekreteraren vid frågor:\n\n- Telefon: 0999-10 00 00\n- E-post: ekmo@exempel.se\n',
      finds: [],
    },
    {
      shows: { sv: 'En blankett med tomma fält', en: 'A form with blank fields' },
      typ: 'rutin',
      body: '## Blankett\n\nNamn:\n\nAdress:\n\nTelefon:\n\nE-post:\n\nFax:\n',
      finds: [],
    },
    {
      shows: { sv: 'Ett avsnitt om kontakt', en: 'A section on contacts' },
      typ: 'rutin',
      body: '## Kontaktuppgifter\n\nPostadress\nLåda 12, 999 01 Ekmo\nTel: 0999-10 00 00\nE-post: ekmo@exempel.se\n',
      finds: [],
    },
  ],
}

/** Contact lines one after another, with at most a couple of short others between. */
interface Run {
  readonly line: number
  readonly text: string
  readonly section: number | undefined
  count: number
  others: number
}

const FEWEST = 3
const MOST_BETWEEN = 2
const SHORT = 60

const linesOf = ({ text, line }: Prose): readonly (readonly [number, string])[] =>
  text.split('\n').map((each, index) => [line + index, each.trim()] as const)

/** A label with its value, the bare heading of an address, or a box or a postcode with its town. */
const isContactLine = (text: string): boolean => text.length <= 120 && CONTACT.test(text)

const CONTACT =
  /^[*_]{0,2}(?:(?:post|besöks|leverans|faktura|besöks- och post)adress(?:[*_]{0,2}$|\W)|(?:tel|telefon|tfn|växel|mobil|fax|telefax)[.:]?[*_]{0,2}:?\s*\+?\d|(?:e-?post|mejl|mail|webb|webbplats|hemsida)[*_]{0,2}:[*_]{0,2}\s*\S|(?:organisations(?:nummer|nr)|org\.?\s?(?:nr|nummer))[.:]?[*_]{0,2}:?\s*\d|(?:bank|plus)giro[:\s]+\d|www\.\S+$|(?:box|låda)\s+\d|\d{3}\s?\d{2}\s+\p{Lu}\p{L}+$)/iu
/** A cheap look: true of a text with a line that begins as contact details do. */
const mayBeContacts = (text: string): boolean => FIRST_LINE.test(text) || LATER_LINE.test(text)

const BEGINNING =
  '\\s*[*_]{0,2}(?:post|besök|lever|fakt|tel|tfn|växel|mobil|fax|e-?post|mejl|mail|webb|hemsida|org|bank|plus|www\\.|box|låda|\\d{3}\\s?\\d\\d\\s)'
const FIRST_LINE = new RegExp(`^${BEGINNING}`, 'i')
const LATER_LINE = new RegExp(`\\n${BEGINNING}`, 'i')
const CONTACTS = /kontakt|adress/i
