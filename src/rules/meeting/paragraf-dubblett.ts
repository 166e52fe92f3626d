import { numberedAbove } from '../../model/agenda-item.js'
import type { Section } from '../../model/body.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** A number stands once in a document, so that a decision can be cited by it. Archive format § 4. */
export const rule: Rule = {
  name: 'paragraf-dubblett',
  level: 'error',
  states: {
    sv: 'Varje nummer står bara en gång i dokumentet.',
    en: 'Each number stands only once in the document.',
  },
  because: {
    sv: 'Beslut åberopas med paragrafens nummer; finns numret två gånger vet ingen vilket beslut som menas.',
    en: 'Decisions are cited by the number of the paragraph; if it stands twice, nobody knows which decision is meant.',
  },
  kinds: RECORDS,
  *check({ body: { sections } }) {
    const first = new Map<string, Section>()
    for (const section of sections) {
      if (section.number === undefined) continue
      const key = seriesOf(section, sections) + section.number
      const earlier = first.get(key)
      if (earlier === undefined) {
        first.set(key, section)
        continue
      }
      const number = section.isParagraph ? `§ ${section.number}` : section.number
      yield {
        at: { line: section.line, mark: section.numberWritten ?? '' },
        says: {
          sv: `Numret \`${number}\` används redan på rad ${earlier.line}.`,
          en: `The number \`${number}\` is already used on line ${earlier.line}.`,
        },
        advice: {
          sv: 'Ge rubriken nästa lediga nummer, och rätta de nummer som följer.',
          en: 'Give the heading the next free number, and correct those that follow.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: '§ 2 står två gånger', en: '§ 2 stands twice' },
      body: '## § 1 Öppnande\n\nMötet öppnas.\n\n## § 2 Läget\n\nInget nytt.\n\n## § 2 Övrigt\n\nInget.\n',
      finds: ['## § 2 Övrigt'],
    },
    {
      shows: { sv: 'Samma bokstav två gånger under en punkt', en: 'The same letter twice under one item' },
      typ: 'mötesanteckningar',
      body: '## 1. Läget\n\n### 1 a. Skolan\n\nBra.\n\n### 1 a. Vården\n\nBra.\n',
      finds: ['### 1 a. Vården'],
    },
    {
      shows: {
        sv: 'Underpunkter som börjar om under varje punkt',
        en: 'Sub-items that begin anew under each item',
      },
      typ: 'mötesanteckningar',
      body: '## 1. Läget\n\n### 1. Skolan\n\nBra.\n\n## 2. Planer\n\n### 1. Vården\n\nBra.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Rubriken om vem som beslutar får stå flera gånger',
        en: 'The heading on who decides may stand several times',
      },
      body: '## § 1 Läget\n\n### Demogruppen beslutar\n\n**att** ta det till sig.\n\n## § 2 Planer\n\n### Demogruppen beslutar\n\n**att** anta planen.\n',
      finds: [],
    },
  ],
}

/**
 * Plain numbers below a numbered heading are a series of their own; § and letters belong to the whole
 * document.
 */
const seriesOf = (section: Section, sections: readonly Section[]): string => {
  if (section.isParagraph || !/^\d+$/.test(section.number ?? '')) return ''
  const above = numberedAbove(sections, section)
  return above === undefined ? '' : `${above.index} `
}
