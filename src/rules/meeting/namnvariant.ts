import type { Attribute, Heading, Prose } from '../../model/body.js'
import type { Finding, Level } from '../../model/diagnostic.js'
import { type Document, mayBeQuoted } from '../../model/document.js'
import type { Fix } from '../../model/fix.js'
import { groupOf } from '../../model/group.js'
import { meetingOf } from '../../model/meeting.js'
import { followsCapital, nearWordsIn, runsIn } from '../../model/name-runs.js'
import {
  firstNameOf,
  isNearFirstName,
  joinedNames,
  type Names,
  type NearName,
  namesOf,
  SHORTEST_FIRST_NAME,
} from '../../model/names.js'
import {
  attendanceOf,
  isRegistered,
  knownIn,
  namesAtHome,
  presentersIn,
  properName,
} from '../../model/people.js'
import type { Place } from '../../model/place.js'
import { MEETINGS, type Rule } from '../../model/rule.js'
import { placeIn } from '../../model/sentence.js'
import type { Surroundings } from '../../model/surroundings.js'
import { folded } from '../../model/text.js'

/** A person has one spelling. Seeds: Petra Norberg/Nordberg, Helén (Enarsson) Allevang (S2), Susanne/Susann (S1). */
export const rule: Rule = {
  name: 'namnvariant',
  level: 'warning',
  states: {
    sv: 'Samma person skrivs på samma sätt överallt.',
    en: 'The same person is written in the same way everywhere.',
  },
  because: {
    sv: 'Två stavningar blir två personer: i sökningar, i listan över uppdrag och i närvaron.',
    en: 'Two spellings become two people: in searches, in the list of actions and in the attendance.',
  },
  kinds: [...MEETINGS, 'grupp', 'ärende', 'rutin', 'överenskommelse'],
  *check(document, surroundings) {
    const known = namesAround(document, surroundings)
    for (const { name, field, isOutsider } of listedIn(document)) {
      if (isOutsider === true || isRegistered(surroundings, name)) continue
      const near = namesAtHome(document, surroundings).near(name)
      if (near !== undefined) yield finding(document, { field }, name, near)
    }
    const said = new Set<string>()
    for (const { text, index, stretch } of runsIn(document)) {
      const slip = nearWordsIn(text, known)
      const meant = slip === undefined ? undefined : theOne(slip.near, document, surroundings)
      if (slip === undefined || meant === undefined || !isOwnWords(stretch, document)) continue
      const key = `${stretch.line} ${slip.written}`
      if (said.has(key)) continue
      said.add(key)
      const at = Math.max(stretch.text.indexOf(slip.written, index), index)
      yield finding(document, placeIn(stretch, at, slip.written), slip.written, meant)
    }
    yield* firstNames(document, surroundings, known)
  },
  examples: [
    {
      shows: {
        sv: 'En bokstav fel i ett beslut och i ett uppdrag',
        en: 'One letter wrong in a decision and in an action',
      },
      body: '## § 1 Styrgrupp\n\n### Demogruppen beslutar\n\n**att** Bo Berg och Cia Dahll bildar styrgrupp.\n\n- [ ] Bo Berg och Cia Dahll: bilda styrgrupp\n',
      finds: ['**att** Bo Berg', '- [ ] Bo Berg'],
    },
    {
      shows: { sv: 'Ett mellannamn som fattas', en: 'A middle name that is left out' },
      front: { övriga: '[{namn: Ines Maria Juhlin, organisation: Skolverket}]' },
      body: '## § 1 Läget\n\n*Föredragande: Ines Juhlin*\n\nLäget redovisas.\n',
      finds: ['*Föredragande: Ines Juhlin*'],
    },
    {
      shows: { sv: 'Fel i närvarolistan', en: 'Wrong in the attendance' },
      front: { närvarande: '\n  - Alva Ask\n  - Bo Bergh\n  - Cia Dahl' },
      finds: ['- Bo Bergh'],
    },
    {
      shows: {
        sv: 'Föredraganden heter något annat i texten',
        en: 'The presenter is called something else in the text',
      },
      front: { övriga: '[{namn: Marianne Juhlin}]' },
      body: '## § 1 Läget\n\n*Föredragande: Marianne Juhlin*\n\nMariannes bilder visas. Marianna berättar om läget.\n',
      finds: ['Marianna berättar'],
    },
    {
      shows: { sv: 'Ett bindestreck som blev kvar: en anmärkning', en: 'A hyphen that was left: a note' },
      body: '## § 1 Läget\n\n*Föredragande: Eva Falk- & Alva Ask*\n\nLäget redovisas.\n',
      finds: ['*Föredragande: Eva Falk-'],
    },
    {
      shows: {
        sv: 'Genitiv, alias, titlar, lika namn i registret, organisationer och andras ord',
        en: 'Genitives, aliases, titles, like names in the register, organisations and the words of others',
      },
      front: { övriga: '[{person: Eva Falk, roll: föredragande}, {namn: Cia Dahlin}, Alma Dahl]' },
      files: {
        'register/personer.yaml':
          'personer:\n  - {id: alva-ask, namn: Alva Ask}\n  - {id: bo-berg, namn: Bo Berg}\n  - {id: cia-dahl, namn: Cia Dahl}\n  - {id: dan-ek, namn: Dan Ek}\n  - {id: eva-falk, namn: Eva Falk, alias: [Eva Falk Lind]}\n  - {id: alma-dahl, namn: Alma Dahl}\n',
      },
      body: '## § 1 Läget\n\nRektor Eva Falk Linds förslag och Cia Dahls svar. Region Valland deltog, liksom Cia Dahlin och Alma Dahl.\n\nBo Ek bjöds in.\n\n> Tack, hälsar Eva Flak\n',
      finds: [],
    },
  ],
}

/** Those who stand in the attendance, or are members of the group that the document is about. */
const listedIn = (document: Document) =>
  document.typ === 'grupp' ? groupOf(document).members : attendanceOf(meetingOf(document))

/** Everybody whose name is right here: the register, the members of the group, and whom the lists have besides. */
function namesAround(document: Document, surroundings: Surroundings): Names {
  const base = namesAtHome(document, surroundings)
  const others = listedIn(document).filter(
    ({ name }) => !isRegistered(surroundings, name) && base.exact(name) === undefined,
  )
  return others.length === 0 ? base : joinedNames([namesOf(others), base])
}

/** The name that is meant: the only one, or the only one of several whom the document and its group know. */
function theOne(
  near: readonly NearName[],
  document: Document,
  surroundings: Surroundings,
): NearName | undefined {
  if (near.length < 2) return near[0]
  const known = new Set(knownIn(document, surroundings))
  const [only, second] = near.filter(({ name }) => known.has(name))
  return second === undefined ? only : undefined
}

/** True of text that the document says itself, in the open: no quotation, no confidential passage. */
function isOwnWords(stretch: Heading | Prose, { body }: Document): boolean {
  const isQuoted = 'quoted' in stretch && stretch.quoted
  return (
    !isQuoted &&
    !body.confidential.some(({ line, endLine }) => line <= stretch.line && stretch.line <= endLine)
  )
}

/** First names in the text of a section that come near that of its presenter: "Susanne" where Susann presents. */
function* firstNames(document: Document, surroundings: Surroundings, names: Names): Generator<Finding> {
  const { sections, prose: stretches } = document.body
  const presenters = new Map<number, Presenters>()
  for (const { index, parent, attributes } of sections) {
    const own = presentersOf(attributes, surroundings)
    const people = own ?? (parent === undefined ? undefined : presenters.get(parent))
    if (people !== undefined) presenters.set(index, people)
  }
  if (presenters.size === 0) return
  for (const prose of stretches) {
    const people = prose.role === 'text' && !prose.quoted ? presenters.get(prose.section ?? -1) : undefined
    if (people === undefined || !people.some(({ initial }) => prose.text.includes(initial))) continue
    for (const { 0: written, index } of prose.text.matchAll(LONE)) {
      const name = people.find(({ first }) => isNearFirstName(written, first))?.name
      if (
        name === undefined ||
        followsCapital(prose.text, index) ||
        isFirstName(written, document, surroundings, names)
      )
        continue
      yield finding(document, placeIn(prose, index, written), written, { name, slip: 'spelling' })
      break
    }
  }
}

/** The people who present a section, those only whose first name is long enough to be taken for another. */
type Presenters = readonly { readonly name: string; readonly first: string; readonly initial: string }[]

function presentersOf(attributes: readonly Attribute[], surroundings: Surroundings): Presenters | undefined {
  let found: Presenters[number][] | undefined
  for (const { key, value } of attributes) {
    if (key !== 'Föredragande') continue
    for (const written of presentersIn(value)) {
      found ??= []
      const name = properName(surroundings, written)
      const first = firstNameOf(name)
      if (first.length >= SHORTEST_FIRST_NAME) found.push({ name, first, initial: first[0] ?? '' })
    }
  }
  return found
}

/** True of the first name, or its genitive, of anybody known. */
function isFirstName(written: string, document: Document, surroundings: Surroundings, names: Names): boolean {
  const word = folded(written)
  const first = new Set(knownIn(document, surroundings).map(name => folded(firstNameOf(name))))
  return [word, word.replace(/s$/, '')].some(each => first.has(each) || names.hasWord(each))
}

/** A capitalised word of five letters or more that a small letter follows. */
const LONE = /(?<![A-Za-zÀ-ÖØ-öø-ſ0-9-])[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{4,20}(?=\s[a-zß-öø-ÿ])/g

function finding(document: Document, at: Place, written: string, { name, slip }: NearName): Finding {
  const level: { readonly level?: Level } = slip === 'mark' ? { level: 'note' } : {}
  const fix: Fix = { does: 'put', text: name, insteadOf: written, safety: 'unsafe' }
  if (!mayBeQuoted(document)) {
    return {
      at,
      ...level,
      fix,
      says: {
        sv: 'Ett namn här liknar ett känt namn men är inte lika.',
        en: 'A name here is like a known name but not the same.',
      },
      advice: {
        sv: 'Skriv namnet som det står i registret.',
        en: 'Write the name as it stands in the register.',
      },
    }
  }
  return {
    at,
    ...level,
    fix,
    says: {
      sv: `\`${written}\` liknar \`${name}\` men är inte lika.`,
      en: `\`${written}\` is like \`${name}\` but not the same.`,
    },
    advice: {
      sv: `Skriv \`${name}\` om det är samma person. Är det någon annan, lägg in den personen i \`register/personer.yaml\`.`,
      en: `Write \`${name}\` if it is the same person. If it is somebody else, add that person to \`register/personer.yaml\`.`,
    },
  }
}
