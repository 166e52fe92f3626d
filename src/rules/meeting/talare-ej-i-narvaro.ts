import type { Document } from '../../model/document.js'
import { meetingOf } from '../../model/meeting.js'
import { type CapitalisedRun, looksLikeName, runsIn } from '../../model/name-runs.js'
import { registeredNames, someone } from '../../model/names.js'
import { isSamePerson, presentersIn } from '../../model/people.js'
import { isThereFor, itemsOf, type Presence, presenceAt } from '../../model/presence.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import { placeIn } from '../../model/sentence.js'
import type { Surroundings } from '../../model/surroundings.js'

/** Who speaks at the meeting according to the text is in the attendance. Seed S2 § 5: "Pia Karlsson informerar". */
export const rule: Rule = {
  name: 'talare-ej-i-narvaro',
  level: 'warning',
  states: {
    sv: 'Den som enligt texten talar på mötet står bland dem som var med.',
    en: 'Who speaks at the meeting according to the text is among those who were there.',
  },
  because: {
    sv: 'Läser någon att en person informerade mötet ska det gå att se att hen var där.',
    en: 'If somebody reads that a person spoke to the meeting, it must be possible to see that they were there.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const presence = presenceAt(document, surroundings)
    if (!presence.isStated) return
    const said = new Set<string>()
    for (const run of runsIn(document)) {
      const speaker = speakerIn(run, surroundings)
      if (speaker === undefined || said.has(`${run.stretch.line} ${speaker}`)) continue
      const finding = judged(speaker, sectionOf(run), document, surroundings, presence)
      if (finding === undefined) continue
      said.add(`${run.stretch.line} ${speaker}`)
      yield { at: placeIn(run.stretch, run.index + run.text.indexOf(speaker), speaker), ...finding }
    }
  },
  examples: [
    {
      shows: {
        sv: 'Någon som inte står i någon lista informerar',
        en: 'Somebody who stands in no list informs the meeting',
      },
      body: '## § 1 Läget\n\nGun Hall informerar om frånvaron.\n\nMötet börjar sent. Rektor Ines Juhl, Ekmo skola, berättar om lokalerna, och Bo Berg tackar.\n',
      finds: ['Gun Hall informerar', 'Rektor Ines Juhl'],
    },
    {
      shows: {
        sv: 'Den som är frånvarande, och den som var med vid en annan punkt',
        en: 'Somebody absent, and somebody there for another item',
      },
      front: { övriga: '[{person: Eva Falk, ärenden: [2]}]' },
      body: '## § 1 Läget\n\nDan Ek redovisade läget i länet.\n\nBo Berg och Eva Falk ger en lägesbild.\n',
      finds: ['Dan Ek redovisade', 'Bo Berg och Eva Falk'],
    },
    {
      shows: {
        sv: 'Närvarande, föredraganden, förnamn, organisationer, andra möten och sådant som ska ske',
        en: 'Those present, the presenter, first names, organisations, other meetings and what is to happen',
      },
      body: '## § 1 Läget\n\n*Föredragande: Gun Hall*\n\nAlva Ask öppnar mötet. Gun Hall berättar om läget. Cia informerar om remissen. Region Valland redovisar sin plan. Backa Barnet presenterar en film.\n\nFia Gran informerade den 3 maj skolorna. Fia Gran informerar vid nästa möte. Arbetet leds av Fia Gran. Förslaget från Fia Gran föredras.\n\n> Dan Ek berättar att han slutar.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Sekreteraren och ett felskrivet namn är andra reglers sak',
        en: 'The secretary and a misspelt name are for other rules',
      },
      front: { sekreterare: 'Gun Hall', närvarande: '[Alva Ask, Bo Berg, Cia Dahl]' },
      body: '## § 1 Läget\n\nGun Hall läser upp dagordningen. Bo Bergh berättar om läget.\n',
      finds: [],
    },
  ],
}

const NOW =
  'informerar|berättar|redovisar|presenterar|föredrar|redogör|rapporterar|meddelar|framför|öppnar|avslutar|hälsar|menar|tycker|påpekar|framhåller|undrar|frågar|svarar|tackar|läser|lyfter|betonar|tillägger|anser|yrkar|reserverar|visar|(?:ger|ställer|delar|gör)\\s(?:en|ett|information|frågan|kort|med|om)'
const THEN =
  'informerade|berättade|redovisade|presenterade|föredrog|redogjorde|rapporterade|meddelade|framförde|öppnade|avslutade|påpekade|framhöll|undrade|frågade|svarade|lyfte|betonade|yrkade|(?:gav|ställde|gjorde)\\s(?:en|ett|information|frågan)'
/** After a name: another one with "och", what they are in brackets or between commas, and a word for speaking. */
const SPEAKS = new RegExp(
  `^(?:,?\\s(?:och|samt|&)\\s[A-ZÅÄÖ][^\\s,.]{1,30}(?:\\s[A-ZÅÄÖ][^\\s,.]{1,30}){0,3})?(?:\\s\\([^()]{1,60}\\)|,\\s[^.!?,]{1,60},)?\\s(?:(${THEN})|${NOW})(?![A-Za-zÀ-ÖØ-öø-ſ])`,
)
/** What is still to come, or was said somewhere else, is no speaking at this meeting. */
const AHEAD = /(?:nästa|kommande)\s|\btill (?:hösten|våren|sommaren)|\bkommer att\b/i
const ELSEWHERE =
  /\d{1,2}\s?\/\d|\b(?:den\s)?\d{1,2}\s(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|\d{4}|\bförra\b|\bförgående\b|\bföregående\b|\btidigare\b|\bi (?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec|våras|höstas|somras)/i
/** Before a name that is not the one who speaks: "av Nina Bjelke", "att Nina Bjelke". */
const GOVERNED = /(?<!\p{L})(?:av|från|med|till|att|om|hos|för|enligt|som|när|då|där|vad|hur)\s$/iu

/** Who speaks in some capitalised words and what follows them: known to the register, or in form like a person. */
function speakerIn({ text, index, stretch }: CapitalisedRun, surroundings: Surroundings): string | undefined {
  if (!('role' in stretch) || stretch.role !== 'text' || stretch.quoted) return undefined
  const end = index + text.length
  const match = SPEAKS.exec(stretch.text.slice(end, end + 220))
  if (match === null || GOVERNED.test(stretch.text.slice(Math.max(0, index - 12), index))) return undefined
  const sentence = sentenceAround(stretch.text, index, end)
  if (AHEAD.test(sentence) || (match[1] !== undefined && ELSEWHERE.test(sentence))) return undefined
  return personIn(text.replace(/\s/g, ' '), surroundings)
}

/** The sentence in which a stretch of a text stands. */
function sentenceAround(text: string, from: number, to: number): string {
  const before = Math.max(
    text.lastIndexOf('. ', from),
    text.lastIndexOf('! ', from),
    text.lastIndexOf('? ', from),
    text.lastIndexOf('.\n', from),
  )
  const after = text.slice(to, to + 400).search(/[.!?](?:\s|$)/)
  return text.slice(before + 1, after < 0 ? to + 400 : to + after)
}

const sectionOf = ({ stretch }: CapitalisedRun): number | undefined =>
  'section' in stretch ? stretch.section : undefined

/** The person in some capitalised words, without a title before the name; absent when it is something else. */
function personIn(written: string, { register }: Surroundings): string | undefined {
  const words = written.split(' ')
  const names = registeredNames(register)
  for (let from = 0; from + 1 < words.length; from++) {
    const name = words.slice(from).join(' ')
    if (names.exact(name) !== undefined) return name
  }
  const bare = TITLE.test(words[0] ?? '') ? words.slice(1).join(' ') : written
  if (!looksLikeName(bare) || register.isOrganisation(bare)) return undefined
  return words.some(word => register.isOrganisation(word)) ? undefined : bare
}

const TITLE =
  /^(?:Rektor|Ordförande|Ordföranden|Sekreterare|Sekreteraren|Enhetschef|Verksamhetschef|Skolchef|Socialchef|Handläggare|Samordnare|Kurator|Läkare|Doktor)$/

/** What there is to say of a speaker; nothing of those who were there, who present the item, or who keep the minutes. */
function judged(
  name: string,
  section: number | undefined,
  document: Document,
  surroundings: Surroundings,
  presence: Presence,
) {
  const { secretary, convener } = meetingOf(document)
  const person = presence.participant(name)
  if (person !== undefined && isThereFor(person, section, document.body)) return undefined
  const officers = [secretary, convener].flatMap(officer => officer?.name ?? [])
  if ([...officers, ...presentersOf(section, document)].some(each => isSamePerson(surroundings, each, name)))
    return undefined
  if (person === undefined && registeredNames(surroundings.register).near(name) !== undefined)
    return undefined
  const who = someone(document, name)
  const says =
    person !== undefined
      ? {
          sv: `${who.sv} talar här men var bara med vid ${itemsOf(person)}.`,
          en: `${who.en} speaks here but was only there for ${itemsOf(person)}.`,
        }
      : presence.absentee(name) !== undefined
        ? {
            sv: `${who.sv} talar på mötet men står som frånvarande.`,
            en: `${who.en} speaks at the meeting but is listed as absent.`,
          }
        : {
            sv: `${who.sv} talar på mötet men står inte i närvaron.`,
            en: `${who.en} speaks at the meeting but is not in the attendance.`,
          }
  return {
    says,
    advice: {
      sv: 'Skriv personen under `övriga`, eller skriv i texten när och var det sades.',
      en: 'Write the person under `övriga`, or say in the text when and where it was said.',
    },
  }
}

/** Who presents a section or one that it stands under. */
function presentersOf(section: number | undefined, { body }: Document): readonly string[] {
  const names: string[] = []
  for (let at = section; at !== undefined; at = body.sections[at]?.parent) {
    for (const { key, value } of body.sections[at]?.attributes ?? []) {
      if (key === 'Föredragande') names.push(...presentersIn(value))
    }
  }
  return names
}
