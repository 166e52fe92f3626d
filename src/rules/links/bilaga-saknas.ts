import { attachmentsOf, isOnWeb, pathOfAttachment } from '../../model/attachment.js'
import type { Prose } from '../../model/body.js'
import { bodyTextOf } from '../../model/body-text.js'
import type { Finding } from '../../model/diagnostic.js'
import { type Document, mayBeQuoted } from '../../model/document.js'
import { type Fields, isFields, listOf, textOf } from '../../model/fields.js'
import { MEETINGS, type Rule } from '../../model/rule.js'
import { enumerated } from '../../model/said.js'
import { placeIn, type Sentence, sentencesOf } from '../../model/sentence.js'
import type { Surroundings } from '../../model/surroundings.js'
import { folded } from '../../model/text.js'

/**
 * Every attachment that a document names is there: the file or section of each of its `bilagor`, "bifogad presentation",
 * "Bilaga 1". Seeds S1 §§ 7–8 (two presentations that nobody has) and S3 (four attachments, none of them marked).
 */
export const rule: Rule = {
  name: 'bilaga-saknas',
  level: 'warning',
  states: {
    sv: 'Varje bilaga som dokumentet nämner finns.',
    en: 'Every attachment that the document names is there.',
  },
  because: {
    sv: 'Den som läser om några år har bara arkivet: det som bifogades i ett mejl är borta.',
    en: 'Whoever reads this in some years has the archive only: what was attached to an e-mail is gone.',
  },
  *check(document, surroundings) {
    if (document.fields['bilagor'] !== undefined) yield* missingFiles(document, surroundings)
    if (!NAMED.test(bodyTextOf(document.body))) return
    yield* missingNumbers(document)
    yield* missingAttached(document)
  },
  examples: [
    {
      shows: {
        sv: 'En bifogad presentation som ingen har lagt in',
        en: 'An attached presentation that nobody has put in',
      },
      body: '## § 1 Läget\n\nEva Falk redogör.\n(Se bifogad presentation)\n\nUnderlaget bifogas protokollet.\n',
      finds: ['(Se bifogad presentation)', 'bifogas protokollet'],
    },
    {
      shows: {
        sv: 'Numrerade bilagor som varken står i `bilagor` eller som rubrik',
        en: 'Numbered attachments that stand neither in `bilagor` nor as a heading',
      },
      typ: 'rutin',
      front: { bilagor: '[{nr: 3, titel: Checklista, avsnitt: Checklista}]' },
      body: '## Arbetsgång\n\nBilaga 1 Kallelse. Bilaga 2 Plan\nsamt bilaga 3 och 4. Se även bilaga 2.\n\n## Checklista\n\nText.\n',
      finds: ['Bilaga 1 Kallelse', 'Bilaga 1 Kallelse'],
    },
    {
      shows: { sv: 'En fil och ett avsnitt som inte finns', en: 'A file and a section that are not there' },
      front: {
        bilagor:
          '\n  - {titel: Presentation, fil: presentation.pdf}\n  - {titel: Blankett, avsnitt: Blanketten}',
      },
      finds: ['presentation.pdf', 'Blanketten'],
    },
    {
      shows: { sv: 'Bilagor som finns', en: 'Attachments that are there' },
      front: {
        bilagor:
          '\n  - {nr: 1, titel: Presentation, fil: presentation.txt}\n  - {titel: Samma, fil: ../../../bilagor/presentation.txt}\n  - {titel: Webb, fil: https://exempel.se/plan.pdf}',
      },
      body: '## § 1 Läget\n\nSe bifogad presentation och bilaga 1.\n\nBilaga 7 till länets överenskommelse, och [bilaga 8](/bilagor/presentation.txt). Se Bilaga 2.\n\n## Bilaga 2 Plan\n\nText.\n',
      finds: [],
    },
    {
      shows: { sv: 'Ord som inte pekar på en bilaga', en: 'Words that point at no attachment' },
      typ: 'rutin',
      body: '## Arbetsgång\n\nTill ansökan ska intyg bifogas. Rutinen och dess bilagor revideras varje år.\n\n> Se bifogad plan och bilaga 1.\n',
      finds: [],
    },
  ],
}

/** Where no text has either, no attachment is named. */
const NAMED = /bilag|bifoga/i

function* missingFiles(document: Document, surroundings: Surroundings): Iterable<Finding> {
  const shown = (text: string) => (mayBeQuoted(document) ? ` \`${text}\`` : '')
  for (const attachment of attachmentsOf(document)) {
    if (isOnWeb(attachment) || pathOfAttachment(attachment, document, surroundings) !== undefined) continue
    const file = shown(attachment.file)
    yield {
      at: { field: ['bilagor', attachment.index, 'fil'] },
      level: 'error',
      says: { sv: `Filen${file} finns inte.`, en: `The file${file} is not there.` },
      advice: {
        sv: 'Lägg filen under `bilagor/`, eller rätta namnet.',
        en: 'Put the file under `bilagor/`, or correct the name.',
      },
    }
  }
  for (const [index, each] of listOf(document.fields, 'bilagor').entries()) {
    const section = isFields(each) ? textOf(each, 'avsnitt') : undefined
    if (section === undefined || hasHeading(section, document)) continue
    yield {
      at: { field: ['bilagor', index, 'avsnitt'] },
      says: {
        sv: `Avsnittet${shown(section)} finns inte i dokumentet.`,
        en: `The section${shown(section)} is not in the document.`,
      },
      advice: {
        sv: 'Skriv rubriken så som den står i texten.',
        en: 'Write the heading as it stands in the text.',
      },
    }
  }
}

const hasHeading = (title: string, { body }: Document): boolean =>
  body.headings.some(({ text }) => folded(text) === folded(title)) ||
  body.sections.some(section => folded(section.title) === folded(title))

/** "Bilaga 1", "bilaga 3 och 4": one finding for each sentence, and each number once. */
function* missingNumbers(document: Document): Iterable<Finding> {
  const told = new Set<string>()
  const entries = listOf(document.fields, 'bilagor').filter((each): each is Fields => isFields(each))
  const titles = [
    ...document.body.headings.map(({ text }) => text),
    ...entries.flatMap(entry => textOf(entry, 'titel') ?? []),
  ]
  const labelled = new Set(labelsIn(titles))
  for (const prose of document.body.prose) {
    if (prose.quoted || !/bilag/i.test(prose.text)) continue
    for (const sentence of sentencesOf(prose)) {
      const missing = numbersIn(sentence).filter(
        each => !told.has(each.number) && !isListed(each, labelled, entries),
      )
      const [first] = missing
      if (first === undefined || missing.some(({ number }) => isLinked(number, prose))) continue
      for (const { number } of missing) told.add(number)
      const names = enumerated([...new Set(missing.map(({ number }) => `\`Bilaga ${number}\``))])
      yield {
        at: placeIn(sentence, first.index, first.words),
        says: {
          sv: `Varken \`bilagor\` eller någon rubrik i dokumentet har ${names.sv}.`,
          en: `Neither \`bilagor\` nor any heading in the document has ${names.en}.`,
        },
        advice: {
          sv: `Lägg till \`- {nr: ${first.number}, titel: …, fil: …}\` i \`bilagor\`, eller börja dess rubrik med \`Bilaga ${first.number}\`.`,
          en: `Add \`- {nr: ${first.number}, titel: …, fil: …}\` to \`bilagor\`, or begin its heading with \`Bilaga ${first.number}\`.`,
        },
      }
    }
  }
}

interface Numbered {
  readonly number: string
  readonly index: number
  readonly words: string
  /** What follows in the sentence: its title, perhaps. */
  readonly rest: string
}

function numbersIn({ text }: Sentence): readonly Numbered[] {
  return [...text.matchAll(NUMBERED)].flatMap(match => {
    const end = match.index + match[0].length
    const rest = text.slice(end, end + 120)
    if (ELSEWHERE.test(rest)) return []
    const numbers = match[0].match(/\d+|(?<!\p{L})\p{L}(?!\p{L})/gu) ?? []
    return numbers.map(each => ({ number: each.toUpperCase(), index: match.index, words: match[0], rest }))
  })
}

/** True when `bilagor` has the number or the title that follows it, or when a heading carries the number. */
function isListed(
  { number, rest }: Numbered,
  labelled: ReadonlySet<string>,
  entries: readonly Fields[],
): boolean {
  if (labelled.has(number)) return true
  const follows = folded(rest)
  const isUnnumbered = entries.every(entry => textOf(entry, 'nr') === undefined)
  return (
    (isUnnumbered && /^\d+$/.test(number) && Number(number) <= entries.length) ||
    entries.some(entry => {
      const title = folded(textOf(entry, 'titel') ?? '')
      return textOf(entry, 'nr')?.toUpperCase() === number || (title !== '' && follows.startsWith(title))
    })
  )
}

/** The numbers of "Bilaga 1 …" and "… (bilaga 2)" among some titles. */
const labelsIn = (titles: readonly string[]): readonly string[] =>
  titles.flatMap(title => LABEL.exec(title)?.[1]?.toUpperCase() ?? [])

/** True when the paragraph links the attachment: whether the link holds is for `lank-bruten` to say. */
const isLinked = (number: string, { text }: Prose): boolean =>
  new RegExp(`\\[[^\\]]{0,80}bilaga ${number}[^\\]]{0,80}\\]\\(`, 'i').test(text)

/** "Se bifogad presentation", "bifogas protokollet", "(se bilaga)", where the document has no attachment at all. */
function* missingAttached(document: Document): Iterable<Finding> {
  const { body, fields } = document
  if (listOf(fields, 'bilagor').length > 0 || body.headings.some(({ text }) => /^bilag/i.test(text))) return
  const isMeeting = (MEETINGS as readonly string[]).includes(document.typ ?? '')
  const numbered = body.prose.some(({ text }) => /bilag/i.test(text) && text.search(NUMBERED) >= 0)
  for (const prose of body.prose) {
    if (prose.quoted || prose.text.includes('](') || !/bifoga|bilaga/i.test(prose.text)) continue
    for (const sentence of sentencesOf(prose)) {
      const match =
        (isMeeting ? ATTACHED : SEE_ATTACHED).exec(sentence.text) ??
        (numbered ? null : SEE.exec(sentence.text))
      if (match === null) continue
      yield {
        at: placeIn(sentence, match.index, match[0]),
        says: {
          sv: 'Texten hänvisar till något bifogat, men dokumentet har ingen bilaga.',
          en: 'The text refers to something attached, but the document has no attachment.',
        },
        advice: {
          sv: 'Lägg filen under `bilagor/` och skriv den i `bilagor: [{titel: …, fil: …}]`.',
          en: 'Put the file under `bilagor/` and write it in `bilagor: [{titel: …, fil: …}]`.',
        },
      }
    }
  }
}

const NUMBER = '(?:nr\\.?\\s*)?(?:\\d{1,2}|[A-H])(?![\\p{L}\\p{N}/-])'
const NUMBERED = new RegExp(
  `(?<!\\p{L})bilag(?:a\\s+(?:${NUMBER})(?:\\s*(?:och|samt|&|–)\\s*${NUMBER})*|or(?:na)?\\s+(?:${NUMBER})(?:\\s*(?:,|och|samt|&|–)\\s*${NUMBER})*)`,
  'giu',
)
const LABEL = /(?:^\s*|\()bilaga (\d{1,2}|[A-H])(?![\p{L}\p{N}])/iu
/** The attachment of something else: "bilaga 2 till överenskommelsen". */
const ELSEWHERE =
  /^\s+(?:till|i)\s+(?!(?:detta|denna|dessa|protokoll|anteckning|mötesanteckning|minnesanteckning|kallelse))/i
const SEE_ATTACHED = /(?<!\p{L})(?:se|enligt|jfr)\s+(?:även\s+)?bifoga(?:d|t|de)(?!\p{L})/iu
const ATTACHED = new RegExp(
  `${SEE_ATTACHED.source}|(?<!\\p{L})bifoga(?:d|t|de)\\s+\\p{L}|(?<!\\p{L})bifogas(?=\\s*(?:[.!)]|$)|\\s+(?:till\\s+)?(?:detta|denna|dessa|protokoll|anteckning|mötesanteckning|minnesanteckning|kallelse|dagordning))`,
  'iu',
)
const SEE = /(?<!\p{L})se\s+(?:även\s+)?bilag(?:a|an|or)(?=\s*(?:[.,;!)]|$))/iu
