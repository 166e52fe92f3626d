import { expectedSections, isRequiredAt } from '../../model/expected-section.js'
import { TOP } from '../../model/place.js'
import type { Rule } from '../../model/rule.js'
import { enumerated, saidTogether } from '../../model/said.js'
import { nearest } from '../../model/text.js'

/** The sections that the kind requires at this stage are there. They stand in each kind.yaml under `avsnitt`. */
export const rule: Rule = {
  name: 'avsnitt-saknas',
  level: { draft: 'note', review: 'warning', final: 'error' },
  states: {
    sv: 'De avsnitt som dokumentets slag kräver finns.',
    en: 'The sections that the kind of the document requires are there.',
  },
  because: {
    sv: 'Den som läser många dokument letar på samma ställe i alla, och ska inte behöva undra om något har glömts.',
    en: 'Whoever reads many documents looks in the same place of each, and should not have to wonder whether something was forgotten.',
  },
  *check(document, surroundings) {
    const kind = surroundings.kindOf(document)
    if (kind === undefined || kind.sections.length === 0) return
    const found = expectedSections(kind, document)
    const missing = kind.sections.filter(
      (section, place) => found[place] === undefined && isRequiredAt(section, document.stage),
    )
    if (missing.length === 0) return
    const titles = enumerated(missing.map(({ title }) => `\`${title}\``))
    const others = document.body.sections.map(section => section.title)
    const renamed = missing.map(({ title }) => title).filter(title => nearest(title, others) !== undefined)
    const headings = enumerated(missing.map(({ title }) => `\`## ${title}\``))
    yield {
      at: TOP,
      says:
        missing.length === 1
          ? { sv: `Avsnittet ${titles.sv} saknas.`, en: `The section ${titles.en} is missing.` }
          : { sv: `Avsnitten ${titles.sv} saknas.`, en: `The sections ${titles.en} are missing.` },
      advice: saidTogether([
        {
          sv: `Skriv ${headings.sv}, med text under.`,
          en: `Write ${headings.en}, with text below.`,
        },
        ...renamed.map(title => ({
          sv: `En rubrik liknar \`${title}\`: är det den, rätta bara orden.`,
          en: `One heading is like \`${title}\`: if that is what it is, just correct the words.`,
        })),
      ]),
    }
  },
  examples: [
    {
      shows: {
        sv: 'En rapporterad avvikelse utan konsekvenser',
        en: 'A reported deviation without consequences',
      },
      typ: 'avvikelse',
      body: '## Beskrivning\n\nSkolan kallades inte.\n\n## Förslag till åtgärder\n\nEn checklista.\n',
      finds: ['---'],
    },
    {
      shows: { sv: 'En rubrik med annan ordalydelse', en: 'A heading in other words' },
      typ: 'grupp',
      body: '## Gruppens uppdrag\n\nSamordna.\n\n## Sammansättningen\n\nTvå kommuner.\n\n## Arbetsformer\n\nTvå möten.\n',
      finds: ['---'],
    },
    {
      shows: {
        sv: 'En observerad avvikelse behöver bara beskrivas',
        en: 'An observed deviation need only be described',
      },
      typ: 'avvikelse',
      front: { status: 'observerad' },
      body: '## Beskrivning\n\nPosten kom fram efter tre veckor.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Stora bokstäver och kolon i en rubrik spelar ingen roll',
        en: 'Capitals and colons in a heading do not matter',
      },
      typ: 'grupp',
      body: '## UPPDRAG:\n\nSamordna.\n\n## Sammansättning\n\nTvå kommuner.\n\n## Arbetsformer\n\nTvå möten.\n',
      finds: [],
    },
  ],
}
