import { formalItemOf, numberedAbove, shownItem } from '../../model/agenda-item.js'
import type { Section } from '../../model/body.js'
import type { Rule } from '../../model/rule.js'

/**
 * Each item of an agenda says what is expected of those who come. Seed S1: "I kallelsen klargörs vilken
 * förväntan som finns".
 */
export const rule: Rule = {
  name: 'kallelse-utan-forvantan',
  level: 'warning',
  states: {
    sv: 'Varje ärende i kallelsen säger vad som förväntas av deltagarna (`*Förväntan: …*`).',
    en: 'Each item of the agenda says what is expected of those who come (`*Förväntan: …*`).',
  },
  because: {
    sv: 'Den som vet vad som väntas av hen kommer förberedd; annars går mötet åt till att ta reda på det.',
    en: 'Those who know what is expected come prepared; otherwise the meeting is spent on finding out.',
  },
  kinds: ['kallelse'],
  *check(document) {
    const { sections, prose } = document.body
    const said = new Set<number>(
      prose.flatMap(({ text, section }) => (section !== undefined && SAID.test(text) ? [section] : [])),
    )
    const parents = new Set(
      sections.flatMap(section =>
        section.number === undefined ? [] : (numberedAbove(sections, section)?.index ?? []),
      ),
    )
    const says = (section: Section): boolean =>
      said.has(section.index) ||
      section.attributes.some(({ key, value }) => key === 'Förväntan' && value !== '')
    for (const section of sections) {
      if (
        section.number === undefined ||
        parents.has(section.index) ||
        formalItemOf(section.title) !== undefined
      )
        continue
      const above = numberedAbove(sections, section)
      if (says(section) || (above !== undefined && says(above))) continue
      const shown = shownItem(document, { number: section.number, title: section.title })
      yield {
        at: { line: section.line },
        says: {
          sv: `Det framgår inte vad som förväntas av deltagarna under ${shown}.`,
          en: `It does not say what is expected of those who come under ${shown}.`,
        },
        advice: {
          sv: 'Skriv en rad under rubriken, till exempel `*Förväntan: Läs förslaget och förankra det hemma.*`.',
          en: 'Write a line under the heading, such as `*Förväntan: Läs förslaget och förankra det hemma.*`.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Ett ärende utan förväntan', en: 'An item without expectation' },
      typ: 'kallelse',
      body: '## § 1 Mötets öppnande\n\n## § 2 Skolskjuts\n\n*Slag: diskussion*\n\n## § 3 Rutinen\n\n*Slag: beslut*\n\n*Förväntan: Läs rutinen.*\n\n## § 4 Övriga frågor\n',
      finds: ['## § 2 Skolskjuts'],
    },
    {
      shows: { sv: 'En underpunkt utan förväntan', en: 'A sub-item without expectation' },
      typ: 'kallelse',
      body: '## 1. Avvikelser\n\n### 1 a. Skolan\n\n*Förväntan: Ta med läget.*\n\n### 1 b. Vården\n\n*Slag: information*\n',
      finds: ['### 1 b. Vården'],
    },
    {
      shows: { sv: 'De formella punkterna behöver ingen', en: 'The formal items need none' },
      typ: 'kallelse',
      body: '## 1. Mötet öppnas\n\n## 2. Godkännande av dagordning\n\n## 3. Val av justerare\n\n## 4. Föregående anteckningar\n\n## 5. Övrigt\n\n## 6. Nästa möte\n\n## 7. Mötets avslutande\n\n## Praktiskt\n\nAnmäl er till sekreteraren.\n',
      finds: [],
    },
    {
      shows: { sv: 'Förväntan står över underpunkterna', en: 'The expectation stands above the sub-items' },
      typ: 'kallelse',
      body: '## 1. Avvikelser\n\n*Förväntan: Ta med läget i din verksamhet.*\n\n### 1 a. Skolan\n\n### 1 b. Vården\n',
      finds: [],
    },
  ],
}

const SAID = /^[*_]{0,3}Förväntan\b.{0,6}[\p{L}\p{N}]/u
