import type { Section } from '../../model/body.js'
import { expectedSections } from '../../model/expected-section.js'
import type { Rule } from '../../model/rule.js'

/** The sections of a kind stand in its order. The order stands in each kind.yaml under `avsnitt`. */
export const rule: Rule = {
  name: 'avsnitt-ordning',
  level: 'warning',
  states: {
    sv: 'Avsnitten står i den ordning som dokumentets slag har.',
    en: 'The sections stand in the order of the kind of the document.',
  },
  because: {
    sv: 'Samma ordning i alla dokument gör att läsaren hittar, och att inget avsnitt hamnar där det inte väntas.',
    en: 'One order in all documents lets the reader find the way, and no section ends up where it is not expected.',
  },
  *check(document, surroundings) {
    const kind = surroundings.kindOf(document)
    if (kind === undefined) return
    const sections = expectedSections(kind, document)
    if (isInOrder(sections)) return
    const present = sections
      .flatMap((found, order) => {
        const title = kind.sections[order]?.title
        return found === undefined || title === undefined ? [] : [{ title, order, found }]
      })
      .sort((a, b) => a.found.index - b.found.index)
    let last = present[0]
    for (const section of present) {
      if (last !== undefined && section.order < last.order) {
        yield {
          at: { line: section.found.line, mark: section.found.title },
          says: {
            sv: `\`${section.title}\` står efter \`${last.title}\`, men hör hemma före.`,
            en: `\`${section.title}\` stands after \`${last.title}\`, but belongs before it.`,
          },
          advice: {
            sv: `Flytta avsnittet så att ordningen blir ${kind.sections.map(({ title }) => title).join(' · ')}.`,
            en: `Move the section so that the order is ${kind.sections.map(({ title }) => title).join(' · ')}.`,
          },
        }
      } else {
        last = section
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Förslag före konsekvenser', en: 'Proposals before consequences' },
      typ: 'avvikelse',
      body: '## Beskrivning\n\nSkolan kallades inte.\n\n## Förslag till åtgärder\n\nEn checklista.\n\n## Konsekvenser för barnet/den unge\n\nStödet dröjde.\n\n## Konsekvenser för verksamheterna\n\nEtt nytt möte.\n',
      finds: ['## Konsekvenser för barnet', '## Konsekvenser för verksamheterna'],
    },
    {
      shows: {
        sv: 'Ett avsnitt som hoppas över, och ett eget emellan',
        en: 'A section left out, and one of its own between',
      },
      typ: 'grupp',
      body: '## Uppdrag\n\nSamordna.\n\n## Bakgrund\n\nEtt beslut.\n\n## Sammansättning\n\nTvå kommuner.\n\n## Arbetsformer\n\nTvå möten.\n',
      finds: [],
    },
  ],
}

function isInOrder(sections: readonly (Section | undefined)[]): boolean {
  let last = -1
  for (const section of sections) {
    if (section === undefined) continue
    if (section.index < last) return false
    last = section.index
  }
  return true
}
