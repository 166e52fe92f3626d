import { formalItemOf, withSubsections } from '../../model/agenda-item.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/**
 * What an item on the previous minutes came to is written: approved, laid to the records, or what was to be
 * changed.
 */
export const rule: Rule = {
  name: 'foregaende-ej-godkand',
  level: 'warning',
  states: {
    sv: 'Under punkten om föregående protokoll står om det godkändes eller lades till handlingarna.',
    en: 'The item on the previous record says whether it was approved or laid to the records.',
  },
  because: {
    sv: 'Anteckningar som ingen har godkänt kan ifrågasättas långt senare, och då minns ingen vad som sades.',
    en: 'Minutes that nobody approved can be disputed long afterwards, when nobody remembers what was said.',
  },
  kinds: RECORDS,
  *check({ body: { sections, prose } }) {
    for (const section of sections) {
      if (formalItemOf(section.title) !== 'previous') continue
      const within = new Set(withSubsections(sections, section).map(({ index }) => index))
      const settles = prose.some(
        ({ section: index, text }) => index !== undefined && within.has(index) && SETTLED.test(text),
      )
      if (settles) continue
      yield {
        at: { line: section.line },
        says: {
          sv: 'Här står inte om det föregående protokollet godkändes.',
          en: 'It does not say here whether the previous record was approved.',
        },
        advice: {
          sv: 'Skriv till exempel "Anteckningarna godkändes och lades till handlingarna.", eller vad som ska ändras i dem.',
          en: 'Write for example "Anteckningarna godkändes och lades till handlingarna.", or what is to be changed in them.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Det gicks igenom, men godkändes det?', en: 'It was gone through, but was it approved?' },
      body: '## § 1 Föregående protokoll 2024-03-21\n\nVi går igenom protokollet.\n\n## § 2 Läget\n\nBra.\n',
      finds: ['## § 1 Föregående protokoll'],
    },
    {
      shows: { sv: 'Punkten är tom', en: 'The item is empty' },
      typ: 'mötesanteckningar',
      body: '## 1. Genomgång av tidigare mötesanteckningar\n\n## 2. Läget\n\nGodkänt.\n',
      finds: ['## 1. Genomgång'],
    },
    {
      shows: {
        sv: 'Godkänt i ett beslut under paragrafen',
        en: 'Approved by a decision under the paragraph',
      },
      finds: [],
    },
    {
      shows: {
        sv: 'Lagt till handlingarna, och utan synpunkter',
        en: 'Laid to the records, and without comments',
      },
      typ: 'mötesanteckningar',
      body: '## 1. Föregående anteckningar\n\nAnteckningarna läggs till handlingarna.\n\n## 2. Protokoll från förra mötet\n\nInga synpunkter.\n\n## 3. Tidigare anteckningar\n\nDet finns inga tidigare anteckningar, för detta är gruppens första möte.\n',
      finds: [],
    },
    {
      shows: { sv: 'En punkt om protokoll i allmänhet', en: 'An item on protocols in general' },
      body: '## § 1 Mall för protokoll\n\nMallen visades.\n',
      finds: [],
    },
  ],
}

const SETTLED =
  /godkän|godtog|till handlingarna|till protokollet|fastställ|juster(?:at|ades|as)|bordlägg|bordlade|återremit|(?:inga|utan) (?:synpunkt|anmärkning|kommentar|erinran|ändring|invändning|tillägg)|(?:inga|inget|ingen) (?:tidigare|föregående)|första möte|(?:ändra|rätta|korriger|komplettera)/i
