import { type Document, mayBeQuoted } from '../../model/document.js'
import { followsCapital, NAME_WORD, NOT_WITHIN } from '../../model/name-runs.js'
import { registeredNames } from '../../model/names.js'
import { knownIn, peopleMentionedIn, presentersIn } from '../../model/people.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import { choices } from '../../model/said.js'
import type { Surroundings } from '../../model/surroundings.js'
import { folded } from '../../model/text.js'

/** A first name alone fits one of those whom the document and its group name. Seed S2 § 5: "Bodil och Carina", of two Carinas. */
export const rule: Rule = {
  name: 'tvetydigt-fornamn',
  level: 'warning',
  states: {
    sv: 'Ett ensamt förnamn passar på en enda av dem som dokumentet och gruppen nämner.',
    en: 'A first name alone fits one only of those whom the document and its group name.',
  },
  because: {
    sv: 'Finns det två med samma namn vet ingen av dem vem som fick uppdraget.',
    en: 'If there are two of that name, neither of them knows who was given the action.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const lone = loneNamesIn(document)
    if (lone.length === 0) return
    const seen = new Set<string>()
    for (const { word, line } of lone) {
      const candidates = fitting(word, document, surroundings)
      if (candidates.length < 2 || seen.has(`${line} ${word}`)) continue
      seen.add(`${line} ${word}`)
      const who = choices(candidates.slice(0, 4).map(name => `\`${name}\``))
      yield {
        at: { line, mark: word },
        ...(mayBeQuoted(document)
          ? {
              says: { sv: `\`${word}\` kan vara ${who.sv}.`, en: `\`${word}\` can be ${who.en}.` },
              advice: {
                sv: `Skriv hela namnet, till exempel \`${candidates[0]}\`.`,
                en: `Write the whole name, for instance \`${candidates[0]}\`.`,
              },
            }
          : {
              says: {
                sv: `Ett förnamn här passar på ${candidates.length} personer.`,
                en: `A first name here fits ${candidates.length} people.`,
              },
              advice: { sv: 'Skriv hela namnet.', en: 'Write the whole name.' },
            }),
      }
    }
  },
  examples: [
    {
      shows: {
        sv: 'Två Eva: i ett beslut och i uppdraget under det',
        en: 'Two Evas: in a decision and in the action below it',
      },
      front: { övriga: '[Eva Falk, {namn: Eva Juhl}]' },
      body: '## § 1 Utbildning\n\n### Demogruppen beslutar\n\n**att** Eva och Bo planerar en utbildning.\n\n- [ ] Eva och Bo: planera en utbildning\n',
      finds: ['**att** Eva', '- [ ] Eva'],
    },
    {
      shows: { sv: 'Den andra nämns bara i texten', en: 'The other is only named in the text' },
      body: '## § 1 Utbildning\n\nFia Gran bjuds in, liksom Fia Holm.\n\n- [ ] Fia: planera en utbildning\n',
      files: {
        'register/personer.yaml':
          'personer:\n  - {id: alva-ask, namn: Alva Ask}\n  - {id: fia-gran, namn: Fia Gran}\n  - {id: fia-holm, namn: Fia Holm}\n',
      },
      finds: ['- [ ] Fia'],
    },
    {
      shows: { sv: 'Föredraganden', en: 'The presenter' },
      front: { övriga: '[Eva Falk, {namn: Eva Juhl}]' },
      body: '## § 1 Utbildning\n\n*Föredragande: Eva*\n\nEn utbildning visas.\n',
      finds: ['*Föredragande: Eva*'],
    },
    {
      shows: {
        sv: 'Hela namn, och förnamn som bara en har',
        en: 'Whole names, and first names that only one has',
      },
      front: { övriga: '[Eva Falk, {namn: Eva Juhl}]' },
      body: '## § 1 Utbildning\n\n*Föredragande: Eva Falk*\n\n### Demogruppen beslutar\n\n**att** Eva Juhl och Bo planerar en utbildning med Region Valland.\n\n- [ ] Eva Juhl och Bo: planera\n- [ ] Region Valland: boka lokal\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Samma förnamn i en annan grupp stör inte',
        en: 'The same first name in another group does no harm',
      },
      files: {
        'register/personer.yaml':
          'personer:\n  - {id: cia-dahl, namn: Cia Dahl}\n  - {id: cia-holm, namn: Cia Holm}\n',
      },
      body: '## § 1 Utbildning\n\n- [ ] Cia: planera en utbildning\n',
      finds: [],
    },
  ],
}

interface LoneName {
  readonly word: string
  readonly line: number
}

/** Single capitalised words where a person is given something to do, decides or presents. */
function loneNamesIn({ body }: Document): readonly LoneName[] {
  const found: LoneName[] = []
  for (const { owners, line } of body.actions) addSingle(owners, line, found)
  for (const { attributes } of body.sections) {
    for (const { key, value, line } of attributes) {
      if (key === 'Föredragande' || key === 'Deltar ej') addSingle(presentersIn(value), line, found)
    }
  }
  for (const { text, line } of body.decisions) {
    if (!CAPITAL.test(text)) continue
    for (const { 0: word, index } of text.matchAll(LONE)) {
      if (!followsCapital(text, index)) found.push({ word, line })
    }
  }
  return found
}

function addSingle(names: readonly string[], line: number, found: LoneName[]): void {
  for (const word of names) if (!word.includes(' ') && ALONE.test(word)) found.push({ word, line })
}

/** Those of the document and its group who have the first name. */
function fitting(word: string, document: Document, surroundings: Surroundings): readonly string[] {
  const { register } = surroundings
  const name = folded(word)
  const hasName = (each: string) => each.startsWith(`${word} `)
  const known = knownIn(document, surroundings)
  if (!known.some(hasName) && !registeredNames(register).hasWord(name)) return []
  if (register.person(word) !== undefined || register.isOrganisation(word)) return []
  return [...new Set([...known, ...peopleMentionedIn(document, surroundings)])].filter(hasName)
}

/** A capitalised word with no other behind it. */
const LONE = new RegExp(`${NOT_WITHIN}${NAME_WORD}(?![A-Za-zÀ-ÖØ-öø-ſ-])(?!\\s[A-ZÀ-ÖØ-Þ])`, 'g')
const CAPITAL = /[A-ZÀ-ÖØ-Þ]/
const ALONE = new RegExp(`^${NAME_WORD}$`)
