import { numberedAbove } from '../../model/agenda-item.js'
import type { Section } from '../../model/body.js'
import { bodyTextOf } from '../../model/body-text.js'
import type { Day } from '../../model/day.js'
import type { Finding } from '../../model/diagnostic.js'
import { type Document, mayBeQuoted } from '../../model/document.js'
import { type Group, groupOf } from '../../model/group.js'
import { meetingOf, wasThereFor } from '../../model/meeting.js'
import { personKey, presentersIn } from '../../model/people.js'
import { presenceAt } from '../../model/presence.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import { seatsTaken } from '../../model/seat.js'
import { placeIn } from '../../model/sentence.js'
import type { Surroundings } from '../../model/surroundings.js'

/**
 * So many members decide as the group has said, counted for each §; where it has not said, its own words
 * count. Seed S2 § 10 b.
 */
export const rule: Rule = {
  name: 'beslut-ej-beslutsmassigt',
  level: 'warning',
  states: {
    sv: 'När gruppen beslutar är så många ledamöter med som gruppen själv kräver (`beslutsmässig`).',
    en: 'When the group decides, as many members take part as the group itself requires (`beslutsmässig`).',
  },
  because: {
    sv: 'Ett beslut som för få var med om måste tas om, och det är bättre att veta nu än när någon överklagar eller vägrar.',
    en: 'A decision that too few took part in must be made again; better to know now than when somebody objects.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const meeting = meetingOf(document)
    const home = meeting.group === undefined ? undefined : surroundings.group(meeting.group)
    const group = home === undefined ? undefined : groupOf(home)
    if (group?.rhythm.quorum === undefined) yield* ownWords(document)
    else if (meeting.day !== undefined && document.body.decisions.length > 0) {
      yield* counted(document, surroundings, {
        group,
        day: meeting.day,
        quorum: group.rhythm.quorum,
      })
    }
  },
  examples: [
    {
      shows: {
        sv: 'En av fyra ledamöter är med när § 2 beslutas',
        en: 'One of four members is there when § 2 is decided',
      },
      front: { närvarande: '[{person: Bo Berg, ärenden: [1]}, {person: Cia Dahl, ärenden: [1]}]' },
      body: '## § 1 Dagordning\n\n### Demogruppen beslutar\n\n**att** godkänna dagordningen.\n\n## § 2 Rutinen\n\n### Demogruppen beslutar\n\n**att** anta rutinen.\n',
      finds: ['## § 2 Rutinen'],
    },
    {
      shows: {
        sv: 'En ledamot är jävig i den fråga som beslutas',
        en: 'A member is disqualified in the matter decided',
      },
      front: { närvarande: '[Bo Berg]' },
      body: '## § 1 Rutinen\n\n*Deltar ej: Bo Berg (jäv)*\n\n### Demogruppen beslutar\n\n**att** anta rutinen.\n',
      finds: ['## § 1 Rutinen'],
    },
    {
      shows: {
        sv: 'Jävet står under rubriken med beslutet, bara med förnamn, och ordföranden var bara med vid § 2',
        en: 'The disqualification stands under the deciding heading, by first name, and the chair was there for § 2 only',
      },
      front: { närvarande: '[{person: Alva Ask, ärenden: [2]}, Bo Berg, Cia Dahl]' },
      body: '## § 1 Rutinen\n\n### Demogruppen beslutar\n\n*Deltar ej: Bo (jäv)*\n\n**att** anta rutinen.\n\n## § 2 Planen\n\n### Demogruppen beslutar\n\n**att** anta planen.\n',
      finds: ['## § 1 Rutinen'],
    },
    {
      shows: {
        sv: 'Bara kallade och frånvarande är kända, och de andra var med',
        en: 'Only those called and those absent are known, and the others were there',
      },
      front: {
        närvarande: '[]',
        kallade: '[Alva Ask, Bo Berg, Cia Dahl, Dan Ek]',
        frånvarande: '[Dan Ek]',
      },
      body: '## § 1 Rutinen\n\n### Demogruppen beslutar\n\n**att** anta rutinen.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Gruppen har inget antal, men protokollet säger att de var få',
        en: 'The group has no number, but the protocol says that they were few',
      },
      files: { 'grupper/demo.md': undefined },
      body: '## § 1 Rutinen\n\nFå begärde ordet. Vi försökte få ledamöterna att svara.\n\n### Demogruppen beslutar\n\n**att** skjuta upp frågan eftersom det var få ledamöter på plats.\n',
      finds: ['**att** skjuta upp frågan'],
    },
    {
      shows: { sv: 'En ersättare räknas, och hälften räcker', en: 'A substitute counts, and half is enough' },
      front: { närvarande: '[{person: Fia Gran, ersätter: Dan Ek}]' },
      body: '## § 1 Rutinen\n\n### Demogruppen beslutar\n\n**att** anta rutinen.\n',
      finds: [],
    },
    {
      shows: { sv: 'Få närvarande men inget beslut', en: 'Few present but no decision' },
      front: { närvarande: '[]' },
      body: '## § 1 Läget\n\nBra.\n',
      finds: [],
    },
  ],
}

interface Count {
  readonly group: Group
  readonly day: Day
  readonly quorum: number
}

/** One finding for each § in which too few members were there to decide. */
function* counted(document: Document, surroundings: Surroundings, count: Count): Iterable<Finding> {
  const { sections, decisions } = document.body
  const presence = presenceAt(document, surroundings)
  const { seats, members } = seatsTaken(document, count.group, count.day, surroundings)
  if (seats.length === 0 || (members === 0 && count.quorum <= 1)) return
  const needed = count.quorum > 1 ? count.quorum : Math.ceil(count.quorum * members - 1e-9)
  const told = new Set<number>()
  for (const { section: index, line } of decisions) {
    const section = index === undefined ? undefined : itemAbout(sections, index)
    if (section === undefined || told.has(section.index)) continue
    const away = new Set(
      awayFrom(sections, index).map(name =>
        personKey(surroundings, presence.participant(name)?.name ?? name),
      ),
    )
    const there = seats.filter(({ attendee, person }) => wasThereFor(attendee, section) && !away.has(person))
    const present = new Set(there.map(({ seat }) => seat)).size
    if (present >= needed) continue
    told.add(section.index)
    const { number, isParagraph } = section
    const sv = number === undefined ? 'detta' : isParagraph ? `§ ${number}` : `punkt ${number}`
    const en = number === undefined ? 'this' : isParagraph ? `§ ${number}` : `item ${number}`
    const share = {
      sv: members === 0 ? `${present}` : `${present} av ${members} ledamöter`,
      en: members === 0 ? `${present}` : `${present} of ${members} members`,
    }
    yield {
      at: { line: number === undefined ? line : section.line },
      says: {
        sv: `${share.sv} var med när ${sv} beslutades; gruppen kräver ${needed}.`,
        en: `${share.en} took part when ${en} was decided; the group requires ${needed}.`,
      },
      advice: {
        sv: 'Rätta närvaron om någon fattas, eller ta upp beslutet igen när fler är med.',
        en: 'Correct the attendance if somebody is missing, or take the decision up again when more are there.',
      },
    }
  }
}

/** One finding for each § that itself says that few took part. */
function* ownWords(document: Document): Iterable<Finding> {
  const { prose, sections, decisions } = document.body
  if (decisions.length === 0 || !MAYBE_FEW.test(bodyTextOf(document.body))) return
  let decided: ReadonlySet<number | undefined> | undefined
  const told = new Set<number>()
  for (const { text, line, section: index, quoted, role } of prose) {
    if (quoted || role === 'attribute' || index === undefined || !MAYBE_FEW.test(text)) continue
    const match = FEW.exec(text)
    const section = itemAbout(sections, index)
    decided ??= new Set(
      decisions.map(each =>
        each.section === undefined ? undefined : itemAbout(sections, each.section)?.index,
      ),
    )
    if (match === null || section === undefined || !decided.has(section.index) || told.has(section.index))
      continue
    told.add(section.index)
    yield {
      at: placeIn({ text, line }, match.index, match[0]),
      says: {
        sv: mayBeQuoted(document)
          ? `Här står \`${match[0].replace(/\s+/g, ' ')}\`, men gruppen har inte sagt hur många som krävs för ett beslut.`
          : 'Här står att få var med, men gruppen har inte sagt hur många som krävs för ett beslut.',
        en: mayBeQuoted(document)
          ? `Here it says \`${match[0].replace(/\s+/g, ' ')}\`, but the group has not said how many are required for a decision.`
          : 'Here it says that few took part, but the group has not said how many are required for a decision.',
      },
      advice: {
        sv: 'Visa i närvaron vilka paragrafer var och en var med om (`ärenden`), och skriv `beslutsmässig` under `möten` i gruppens dokument.',
        en: 'Show in the attendance for which paragraphs each was there (`ärenden`), and write `beslutsmässig` under `möten` in the document of the group.',
      },
    }
  }
}

/** The numbered section that a section belongs to, or itself where none has a number. */
const itemAbout = (sections: readonly Section[], index: number): Section | undefined => {
  const section = sections[index]
  return section === undefined || section.number !== undefined
    ? section
    : (numberedAbove(sections, section) ?? section)
}

/** Who took no part in a decision, by the attribute `Deltar ej` of the heading over it or of any above. */
function awayFrom(sections: readonly Section[], index: number | undefined): readonly string[] {
  const section = index === undefined ? undefined : sections[index]
  if (section === undefined) return []
  const own = section.attributes.filter(({ key }) => key === 'Deltar ej')
  return [...own.flatMap(({ value }) => presentersIn(value)), ...awayFrom(sections, section.parent)]
}

/** Cheap to ask of every text. */
const MAYBE_FEW = /få\s+(?:av\s|ledam|delta|närv|repr|medl)|beslutsf|beslutsm/i
/** "få ledamöter", not "få ledamöterna att". */
const FEW =
  /(?<!\p{L})(?:för|alltför|var|är|deltog|endast|bara|så|ytterst|mycket)\s+få\s+(?:av\s+)?(?:ledamöter|deltagare|närvarande|representanter|medlemmar)(?:na)?(?!\p{L})|(?<!\p{L})(?:inte|ej)\s+(?:var\s+|är\s+)?besluts(?:för|mässig)(?:t|a)?(?!\p{L})/iu
