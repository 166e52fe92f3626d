import type { Attribute, Body } from '../../model/body.js'
import type { Finding } from '../../model/diagnostic.js'
import type { Document } from '../../model/document.js'
import { meetingOf } from '../../model/meeting.js'
import { PERSON_WORDS, runsIn } from '../../model/name-runs.js'
import { someone } from '../../model/names.js'
import { isSamePerson, presentersIn } from '../../model/people.js'
import { isThereFor, type Presence, presenceAt } from '../../model/presence.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import { placeIn } from '../../model/sentence.js'
import type { Surroundings } from '../../model/surroundings.js'

/** Who decides, moves, presents or adjusts a § was there for it: not only for others (`ärenden`), not stepped down (`Deltar ej`). */
export const rule: Rule = {
  name: 'beslut-utan-narvaro',
  level: 'warning',
  states: {
    sv: 'Den som beslutar, yrkar, föredrar eller justerar en paragraf var med när den behandlades.',
    en: 'Who decides, moves, presents or adjusts a paragraph was there when it was dealt with.',
  },
  because: {
    sv: 'Den som är jävig eller inte var där får inte vara med och avgöra, och beslutet kan överklagas om det ser ut så.',
    en: 'Someone with an interest or who was not there may not take part in settling it, and a decision that looks so can be appealed.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const presence = presenceAt(document, surroundings)
    const { body } = document
    if (body.sections.some(({ attributes }) => attributes.some(isSteppingDown))) {
      yield* presenters(document, surroundings)
    }
    if (!presence.isStated) return
    yield* movers(document, surroundings, presence)
    yield* deciders(document, surroundings, presence)
    yield* adjusters(document, surroundings, presence)
  },
  examples: [
    {
      shows: { sv: 'Den som deltar ej föredrar ändå', en: 'The one who takes no part presents all the same' },
      body: '## § 1 Avtal\n\n*Deltar ej: Bo Berg (jäv)*\n\n*Föredragande: Bo Berg*\n\nAvtalet visas.\n',
      finds: ['*Föredragande: Bo Berg*'],
    },
    {
      shows: {
        sv: 'Ett yrkande av den som bara var med vid en annan paragraf',
        en: 'A motion by someone who was there for another paragraph only',
      },
      front: { närvarande: '[Alva Ask, Bo Berg, {person: Cia Dahl, ärenden: [2]}]', justerare: '[Bo Berg]' },
      body: '## § 1 Avtal\n\nCia Dahl yrkar avslag.\n\n## § 2 Lokal\n\nCia Dahl yrkar bifall.\n',
      finds: ['Cia Dahl yrkar avslag'],
    },
    {
      shows: {
        sv: 'Justeraren var inte med vid ett av besluten',
        en: 'The adjuster was not there for one of the decisions',
      },
      front: { närvarande: '[Alva Ask, Bo Berg, {person: Cia Dahl, ärenden: [2]}]' },
      body: '## § 1 Avtal\n\n### Demogruppen beslutar\n\n**att** anta avtalet.\n\n## § 2 Lokal\n\n### Demogruppen beslutar\n\n**att** hyra lokalen.\n',
      finds: ['justerare: [Cia Dahl]'],
    },
    {
      shows: { sv: 'Någon som var frånvarande beslutar', en: 'Somebody absent decides' },
      body: '## § 1 Avtal\n\n### Dan Ek beslutar\n\n**att** anta avtalet.\n',
      finds: ['### Dan Ek beslutar'],
    },
    {
      shows: {
        sv: 'Den som lämnade en punkt är med vid de andra',
        en: 'Someone who left one item takes part in the others',
      },
      front: { närvarande: '[Alva Ask, Bo Berg, {person: Cia Dahl, ärenden: [1, Lokal]}]' },
      body: '## § 1 Avtal\n\n*Deltar ej: Bo Berg*\n\n*Föredragande: Alva Ask*\n\n### Alva Ask beslutar\n\n**att** anta avtalet.\n\n## § 2 Lokal\n\n*Föredragande: Bo Berg*\n\nCia Dahl yrkar bifall.\n\n### Demogruppen beslutar\n\n**att** hyra lokalen.\n',
      finds: [],
    },
  ],
}

const MOVES =
  /^\s(?:yrkar|yrkade|reserverar|reserverade|röstar|röstade|tillstyrker|tillstyrkte|biträder|biträdde)(?!\p{L})/u
const DECIDES = new RegExp(`^(${PERSON_WORDS})\\s(?:beslutar|beslutade|föreslår|föreslog)`)

/** Those who present a section although they stepped down. */
function* presenters(document: Document, surroundings: Surroundings): Generator<Finding> {
  const { body } = document
  for (const { index, attributes } of body.sections) {
    for (const { key, value, line } of attributes) {
      if (key !== 'Föredragande') continue
      for (const name of presentersIn(value)) {
        if (hasSteppedDown(name, index, body, surroundings))
          yield finding(document, { line, mark: name }, name, 'presents')
      }
    }
  }
}

/** Those who move, vote or reserve themselves without having been there for it. Who stands in no list at all is for `talare-ej-i-narvaro`. */
function* movers(document: Document, surroundings: Surroundings, presence: Presence): Generator<Finding> {
  const { body } = document
  for (const { text, index, stretch } of runsIn(document)) {
    if (!('role' in stretch) || stretch.role !== 'text' || stretch.quoted) continue
    const end = index + text.length
    if (!MOVES.test(stretch.text.slice(end, end + 20))) continue
    const person = presence.participant(text)
    const isThere = person === undefined || isThereFor(person, stretch.section, body)
    if (isThere && !hasSteppedDown(text, stretch.section, body, surroundings)) continue
    yield finding(document, placeIn(stretch, index, text), text, 'moves')
  }
}

/** Single people who decide, by delegation, without having been there. */
function* deciders(document: Document, surroundings: Surroundings, presence: Presence): Generator<Finding> {
  const { body } = document
  const seen = new Set<string>()
  for (const { decider = '', section, line } of body.decisions) {
    const name = DECIDES.exec(decider)?.[1]
    if (name === undefined || seen.has(`${section} ${name}`)) continue
    seen.add(`${section} ${name}`)
    const person = presence.participant(name)
    const isPerson = person !== undefined || surroundings.register.person(name) !== undefined
    const isThere =
      person !== undefined &&
      isThereFor(person, section, body) &&
      !hasSteppedDown(name, section, body, surroundings)
    if (!isPerson || isThere) continue
    const heading = body.sections[section ?? -1]
    const at = heading?.title.startsWith(name) === true ? { line: heading.line, mark: name } : { line }
    yield finding(document, at, name, 'decides')
  }
}

/** Adjusters who were not there for every decision that they answer for. */
function* adjusters(document: Document, surroundings: Surroundings, presence: Presence): Generator<Finding> {
  const { body } = document
  for (const { name, field } of meetingOf(document).adjusters) {
    const person = presence.participant(name)
    if (person === undefined) continue
    const numbers = new Set<string>()
    for (const { section, address } of body.decisions) {
      const isThere = isThereFor(person, section, body) && !hasSteppedDown(name, section, body, surroundings)
      if (!isThere && address !== undefined) numbers.add(address.replace(/:\d+$/, ''))
    }
    const missed = [...numbers].filter(number => number.startsWith('§'))
    if (missed.length === 0) continue
    const who = someone(document, name)
    const shown = missed.slice(0, 5).join(', ')
    yield {
      at: { field },
      ...(person.items === undefined && { level: 'note' as const }),
      says: {
        sv: `${who.sv} justerar ${shown} men var inte med då.`,
        en: `${who.en} adjusts ${shown} but was not there then.`,
      },
      advice: {
        sv: 'Låt någon annan som var med justera de paragraferna, eller rätta `ärenden` i närvaron.',
        en: 'Let somebody else who was there adjust those paragraphs, or correct `ärenden` in the attendance.',
      },
    }
  }
}

const isSteppingDown = ({ key }: Attribute): boolean => key === 'Deltar ej'

/** True when `Deltar ej` of the section, or of one that it stands under, names the person. */
function hasSteppedDown(
  name: string,
  section: number | undefined,
  { sections }: Body,
  surroundings: Surroundings,
): boolean {
  for (let at = section; at !== undefined; at = sections[at]?.parent) {
    for (const attribute of sections[at]?.attributes ?? []) {
      if (!isSteppingDown(attribute)) continue
      if (presentersIn(attribute.value).some(each => isSamePerson(surroundings, each, name))) return true
    }
  }
  return false
}

const DOES = {
  presents: { sv: 'föredrar', en: 'presents' },
  moves: { sv: 'yrkar eller röstar här', en: 'moves or votes here' },
  decides: { sv: 'beslutar', en: 'decides' },
} as const

function finding(document: Document, at: Finding['at'], name: string, what: keyof typeof DOES): Finding {
  const who = someone(document, name)
  return {
    at,
    says: {
      sv: `${who.sv} ${DOES[what].sv} men var inte med vid paragrafen.`,
      en: `${who.en} ${DOES[what].en} but was not there for the paragraph.`,
    },
    advice: {
      sv: 'Rätta `Deltar ej` eller personens `ärenden` i närvaron, eller skriv vem som i stället gjorde det.',
      en: 'Correct `Deltar ej` or the `ärenden` of the person in the attendance, or write who did it instead.',
    },
  }
}
