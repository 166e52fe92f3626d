import { blankFormsOf } from '../../model/blank-form.js'
import type { Section } from '../../model/body.js'
import type { Document } from '../../model/document.js'
import { expectedSections, isRequiredAt } from '../../model/expected-section.js'
import { meetingOf } from '../../model/meeting.js'
import { quotation } from '../../model/quotation.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'
import { folded } from '../../model/text.js'

/** Something stands under every heading: in a record of a meeting, what came of the item. Seed S0, items 1 and 2. */
export const rule: Rule = {
  name: 'tomt-avsnitt',
  level: { draft: 'note', review: 'warning', final: 'warning' },
  states: {
    sv: 'Under varje rubrik står något, och under varje punkt vad den ledde till.',
    en: 'Something stands under every heading, and under every item what came of it.',
  },
  because: {
    sv: 'Av en tom punkt framgår inte om dagordningen godkändes eller frågan togs upp. Efteråt vet ingen.',
    en: 'An empty item does not show whether the agenda was approved or the matter was taken up. Afterwards nobody knows.',
  },
  *check(document, surroundings) {
    // An item of a notice has no outcome yet.
    if (document.typ === 'kallelse') return
    const empty = emptyIn(document)
    if (empty.length === 0) return
    const kind = surroundings.kindOf(document)
    const expected = kind === undefined ? [] : expectedSections(kind, document)
    const required = (kind?.sections ?? []).flatMap((section, place) =>
      isRequiredAt(section, document.stage) ? (expected[place] ?? []) : [],
    )
    for (const section of empty) {
      const isRequired = required.includes(section)
      const ours = kind?.sections.find(({ title }) => folded(title) === folded(section.title))
      const title =
        ours === undefined
          ? quotation(`${section.numberWritten ?? ''} ${section.title}`, document)
          : `\`${ours.title}\``
      yield {
        at: { line: section.line },
        says: says(title, isRecord(document)),
        advice: isRecord(document) ? OUTCOME : TEXT,
        ...(isRequired && document.stage === 'final' && { level: 'error' as const }),
      }
    }
  },
  examples: [
    {
      shows: { sv: 'En punkt utan utfall', en: 'An item without outcome' },
      body: '## § 1 Godkännande av dagordning\n\n## § 2 Läget i länet\n\nDan Ek berättar.\n',
      finds: ['## § 1 Godkännande'],
    },
    {
      shows: { sv: 'Bara en föredragande och en kommentar', en: 'Nothing but a presenter and a comment' },
      body: '## § 1 Skolfrånvaro\n\n*Föredragande: Eva Falk*\n\n<!-- fyll i -->\n',
      finds: ['## § 1 Skolfrånvaro'],
    },
    {
      shows: { sv: 'Ett tomt avsnitt i en avvikelse', en: 'An empty section in a deviation' },
      typ: 'avvikelse',
      body: '## Beskrivning\n\n## Konsekvenser för barnet/den unge\n\nStödet dröjde.\n\n## Konsekvenser för verksamheterna\n\nEtt nytt möte.\n',
      finds: ['## Beskrivning'],
    },
    {
      shows: { sv: 'En underpunkt utan text', en: 'A sub-item without text' },
      body: '## § 1 Övrigt\n\n### 1 a. Konferens\n\nInbjudan kommer.\n\n### 1 b. Budget\n',
      finds: ['### 1 b. Budget'],
    },
    {
      shows: {
        sv: 'Punkter där inget behöver sägas, underpunkter och rena beslut',
        en: 'Items where nothing need be said, sub-items and bare decisions',
      },
      body: '## § 1 Välkommen (5 min)\n\n## § 2 Dagordning\n\n### Demogruppen beslutar\n\n**att** godkänna dagordningen.\n\n## § 3 Övrigt\n\n### 3 a. Konferens\n\nInbjudan kommer.\n\n## § 4 Avslutning\n',
      finds: [],
    },
    {
      shows: {
        sv: 'En punkt som skjuts upp, och en som står på annat håll',
        en: 'An item that is put off, and one that stands elsewhere',
      },
      front: { utelämnade: '[{paragraf: 2, skäl: sekretess}]' },
      body: '## § 1 Budget\n\n*Återkommer: 2024-09-19*\n\n## § 2 Ett enskilt ärende\n',
      finds: [],
    },
    {
      shows: { sv: 'En blankett som hör till en rutin', en: 'A blank form that belongs to a routine' },
      typ: 'rutin',
      front: { bilagor: '[{nr: "1", titel: Anmälan, avsnitt: Anmälan till möte, blankett: true}]' },
      body: '## Syfte\n\nUppgifter följer med.\n\n## Anmälan till möte\n\n### Datum\n\n### Ort\n\n## Genomförandeplan\n\n### Mål\n',
      finds: [],
    },
    {
      shows: { sv: 'En kallelse har inga utfall än', en: 'A notice has no outcomes yet' },
      typ: 'kallelse',
      body: '## § 1 Mötets öppnande\n\n## § 2 Läget i länet\n\n*Slag: information*\n\n*Förväntan: Ta med läget hos er.*\n',
      finds: [],
    },
  ],
}

/** The sections under whose heading nothing stands, where something should. */
function emptyIn(document: Document): readonly Section[] {
  const { sections } = document.body
  if (!sections.some(({ isEmpty }) => isEmpty)) return []
  const empty = sections.filter(
    ({ isEmpty, index, depth }) => isEmpty && !((sections[index + 1]?.depth ?? 0) > depth),
  )
  if (empty.length === 0) return []
  const blank = blankFormsOf(document)
  const { omitted } = meetingOf(document)
  return empty.filter(
    ({ index, title, number, attributes }) =>
      !blank.has(index) &&
      !(isRecord(document) && NOTHING_TO_SAY.test(folded(title.replace(/\([^)]{0,80}\)/g, '')))) &&
      !(number !== undefined && omitted.includes(number)) &&
      !attributes.some(({ key }) => key === 'Återkommer'),
  )
}

const isRecord = ({ typ }: Document): boolean => RECORDS.some(record => record === typ)

/** Items whose heading says all there is to say. */
const NOTHING_TO_SAY =
  /^(?:välkom(?:men|na)(?: till (?:mötet|dagens möte))?|välkomnande|inledning|incheckning|utcheckning|presentation(?:srunda)?(?: av deltagarna)?|upprop|(?:(?:mötets|mötet|sammanträdets|sammanträdet) )?(?:öppnande|öppnas|öppnar|avslutande|avslutas|avslutning|avslut)(?: av (?:mötet|sammanträdet))?|paus|bensträckare|lunch|fika|kaffe)$/u

const says = (title: string | undefined, isItem: boolean): Said => {
  const named = title ?? (isItem ? 'Punkten' : 'Avsnittet')
  const inEnglish = title ?? (isItem ? 'The item' : 'The section')
  return isItem
    ? {
        sv: `${named} är tom: det framgår inte vad som sades eller bestämdes.`,
        en: `${inEnglish} is empty: it does not show what was said or decided.`,
      }
    : { sv: `${named} har en rubrik men ingen text.`, en: `${inEnglish} has a heading but no text.` }
}

const OUTCOME: Said = {
  sv: 'Skriv utfallet, till exempel `Dagordningen godkänns.`, eller ta bort punkten om den inte togs upp.',
  en: 'Write the outcome, for instance `Dagordningen godkänns.`, or take the item out if it was not taken up.',
}

const TEXT: Said = {
  sv: 'Skriv texten, eller ta bort rubriken.',
  en: 'Write the text, or take the heading out.',
}
