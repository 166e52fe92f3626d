import { blankFormsOf } from '../../model/blank-form.js'
import { bodyTextOf } from '../../model/body-text.js'
import type { Finding } from '../../model/diagnostic.js'
import type { Document } from '../../model/document.js'
import { fieldNamed, namedTexts, textsWithin } from '../../model/field-path.js'
import type { Place } from '../../model/place.js'
import type { Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'
import { sectionAt } from '../../model/section-at.js'

/** What a template left to be filled in has been filled in. */
export const rule: Rule = {
  name: 'platshallare-kvar',
  level: { draft: 'note', review: 'warning', final: 'error' },
  registers: true,
  states: {
    sv: 'Inget av mallens utfyllnad står kvar.',
    en: 'Nothing that a template left to be filled in stands there still.',
  },
  because: {
    sv: 'Den som läser `[fyll i]` undrar vad som skulle ha stått där, och om resten är färdigt.',
    en: 'Whoever reads `[fyll i]` wonders what should have stood there, and whether the rest is finished.',
  },
  *check(document) {
    const { together, names } = namedTexts(document.fields)
    if (SUSPECT.test(together) || names.includes(BRACES)) yield* inFields(document)
    if (SUSPECT.test(bodyTextOf(document.body))) yield* inText(document)
  },
  examples: [
    {
      shows: { sv: 'Hakparenteser, klamrar och XXX', en: 'Brackets, braces and XXX' },
      body: '## § 1 Läget i [fyll i län]\n\nXXX berättar.\n\nTack till {{namn}}.\n',
      finds: ['## § 1 Läget', 'XXX berättar', 'Tack till'],
    },
    {
      shows: { sv: 'Ordbehandlarens uppmaning', en: 'What a word processor asks for' },
      body: '## § 1 Läget\n\nSkriv här.\n\nKlicka eller tryck här för att ange text.\n\nTODO: fråga Bo\n\nLorem ipsum dolor.\n',
      finds: ['Skriv här.', 'Klicka eller', 'TODO', 'Lorem'],
    },
    {
      shows: { sv: 'I ett fält', en: 'In a field' },
      front: { plats: 'XXX', titel: '"{{titel}}"' },
      finds: ['plats: XXX', 'titel:'],
    },
    {
      shows: { sv: 'Klamrar utan citattecken i ett fält', en: 'Braces without quotes in a field' },
      front: { plats: '{{plats}}' },
      finds: ['plats:'],
    },
    {
      shows: {
        sv: 'Rester av två versioner som git inte kunde foga ihop',
        en: 'Remains of two versions that git could not join',
      },
      body: '## § 1 Läget\n\n<<<<<<< HEAD\nDan Ek berättar.\n',
      finds: ['<<<<<<< HEAD'],
    },
    {
      shows: { sv: 'Länkar, kryssrutor, kod och vanliga ord', en: 'Links, boxes, code and ordinary words' },
      body: '## § 1 Mall\n\nSe [skriv en avvikelse](../../../rutiner/overlamning.md) och skriv här i gruppen senare.\n\nI mallen står `{{titel}}`. Lista i Microsoft To Do.\n\n- [ ] Bo Berg: skriva till [ordföranden] (senast 2024-09-01)\n',
      finds: [],
    },
    {
      shows: { sv: 'En blankett som hör till en rutin', en: 'A blank form that belongs to a routine' },
      typ: 'rutin',
      front: { bilagor: '[{nr: "1", titel: Anmälan, avsnitt: Anmälan, blankett: true}]' },
      body: '## Syfte\n\nUppgifter följer med.\n\n## Anmälan\n\nDatum: [fyll i]\n',
      finds: [],
    },
  ],
}

/** What the YAML reader calls `{{namn}}` without quotes: it takes it for a group within a group. */
const BRACES = '[object Object]'

function* inFields({ fields }: Document): Generator<Finding> {
  for (const { text, field } of textsWithin(fields)) {
    const isBraces = field.at(-1) === BRACES
    const found = isBraces ? '{{…}}' : placeholderIn(text)
    const at = isBraces ? field.slice(0, -1) : field
    if (found !== undefined) yield finding({ field: at }, found, fieldNamed(at))
  }
}

function* inText(document: Document): Generator<Finding> {
  const { headings, prose } = document.body
  const isBlank = blankLinesOf(document)
  for (const { text, line } of [...headings, ...prose]) {
    if (!SUSPECT.test(text)) continue
    for (const [index, each] of text.split('\n').entries()) {
      const found = placeholderIn(each)
      if (found !== undefined && !isBlank(line + index))
        yield finding({ line: line + index, mark: found }, found)
    }
  }
}

function finding(at: Place, found: string, named?: Said): Finding {
  const shown = OWN_WORDS.test(found) ? `\`${found}\`` : undefined
  const isConflict = found.startsWith('<<<')
  return {
    at,
    ...(isConflict && { level: 'error' }),
    says: isConflict
      ? {
          sv: 'Här står två versioner som git inte kunde foga ihop.',
          en: 'Here stand two versions that git could not join.',
        }
      : {
          sv: `${shown ?? 'En platshållare'} står kvar${named === undefined ? '' : ` i ${named.sv}`} och väntar på att fyllas i.`,
          en: `${shown ?? 'A placeholder'} stands there still${named === undefined ? '' : ` in ${named.en}`}, waiting to be filled in.`,
        },
    advice: isConflict
      ? {
          sv: 'Behåll det som ska gälla och ta bort raderna med `<<<<<<<`, `=======` och `>>>>>>>`.',
          en: 'Keep what is to hold and take out the lines with `<<<<<<<`, `=======` and `>>>>>>>`.',
        }
      : {
          sv: 'Skriv det som ska stå där, eller ta bort det.',
          en: 'Write what is to stand there, or take it out.',
        },
  }
}

/** Cheap look at a text before anything is taken out of it: plain words, at least one of which every placeholder has. */
const SUSPECT =
  /\{\{|\[(?:[Ff]yll i|[Ss]kriv|[Aa]nge|[Ii]nfoga|[Kk]licka)|XXX|TODO|TBD|FIXME|<<<<<<<|[Ll]orem ipsum|Klicka|Skriv här/

const PLACEHOLDER =
  /\{\{[^{}\n]{0,80}\}\}|\[(?:[Ff]yll i|[Ss]kriv|[Aa]nge|[Ii]nfoga|[Kk]licka)(?![\p{L}])[^\][\n]{0,80}\](?![(\p{L}])|(?<![\p{L}\p{N}])(?:X{3,}|TODO|TBD|FIXME)(?![\p{L}\p{N}])|(?<![\p{L}])[Ll]orem ipsum|Klicka (?:eller tryck )?här för att[\p{L} ]{0,40}|^Skriv här(?=[.:…]|$)|^<{7}(?= |$)/u

/** What of a placeholder is never somebody's own words. */
const OWN_WORDS = /^(?:X{3,}|TODO|TBD|FIXME|\{\{…\}\}|[Ll]orem ipsum|Skriv här)$/

/** The first placeholder of a line; what stands in code or in an address on the web is none. */
const placeholderIn = (line: string): string | undefined =>
  SUSPECT.test(line)
    ? PLACEHOLDER.exec(line.replace(/`[^`]*`|https?:\/\/\S+/g, code => ' '.repeat(code.length)))?.[0]
    : undefined

/** Which lines of a document belong to a blank form. */
function blankLinesOf(document: Document): (line: number) => boolean {
  const blank = blankFormsOf(document)
  const { sections } = document.body
  return line => {
    const section = sectionAt(sections, line)
    return section !== undefined && blank.has(section.index)
  }
}
