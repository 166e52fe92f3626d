import type { Finding } from '../../model/diagnostic.js'
import { type Document, mayBeQuoted } from '../../model/document.js'
import { meetingOf } from '../../model/meeting.js'
import { looksLikeName, NOT_WITHIN, PERSON_WORDS } from '../../model/name-runs.js'
import { isSamePerson, presentersIn, resolveOwner } from '../../model/people.js'
import { type Presence, presenceAt } from '../../model/presence.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import { enumerated } from '../../model/said.js'
import type { Surroundings } from '../../model/surroundings.js'

/** Who is given something to do was at the meeting, and is one or several, not "och/eller". Seed S2 § 4: two who were not there. */
export const rule: Rule = {
  name: 'uppdrag-till-ej-narvarande',
  level: 'note',
  states: {
    sv: 'Den som får ett uppdrag var med på mötet.',
    en: 'Who is given an action was at the meeting.',
  },
  because: {
    sv: 'Den som inte var där vet inte om uppdraget förrän någon säger det, och står det ”och/eller” kan båda tro att den andra gör det.',
    en: 'Someone who was not there does not know until told, and with ”och/eller” each can think that the other does it.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const presence = presenceAt(document, surroundings)
    if (!presence.isStated) return
    const { body } = document
    const absent = (names: readonly string[]) =>
      names.filter(name => isMissing(name, document, surroundings, presence))
    const said = new Set<string>()
    for (const { text, line, section } of body.decisions) {
      const leading = LEADING.exec(text)?.[0]
      if (leading === undefined && !text.includes('eller ')) continue
      const either = absent([...text.matchAll(EITHER)].flatMap(([, one = '', other = '']) => [one, other]))
      const first = absent([...(leading ?? '').matchAll(NAME)].map(([name]) => name))
      for (const name of [...either, ...first]) said.add(`${section} ${name}`)
      if (either.length > 0) yield finding(document, line, either, 'either')
      else if (first.length > 0) yield finding(document, line, first, 'all')
    }
    for (const { owners, ownersWritten = '', line, section, done } of body.actions) {
      const away = done ? [] : absent(owners).filter(name => !said.has(`${section} ${name}`))
      if (away.length > 0)
        yield finding(document, line, away, /\s(?:och\/)?eller\s/i.test(ownersWritten) ? 'either' : 'all')
    }
  },
  examples: [
    {
      shows: { sv: 'Ägaren var inte med: en anmärkning', en: 'The owner was not there: a note' },
      body: '## § 1 Enkät\n\n- [ ] Dan Ek: skicka ut enkäten\n- [ ] Bo Berg och Gun Hall: räkna svaren\n',
      finds: ['Dan Ek: skicka', 'Bo Berg och Gun Hall'],
    },
    {
      shows: {
        sv: 'Den ena eller den andra, och ingen var där: en varning',
        en: 'One or the other, and neither was there: a warning',
      },
      body: '## § 1 Enkät\n\n### Demogruppen beslutar\n\n**att** Bo Berg samt Dan Ek och/eller Fia Gran för skolorna räknar svaren.\n\n- [ ] Bo Berg, Dan Ek och/eller Fia Gran: räkna svaren\n',
      finds: ['**att** Bo Berg'],
    },
    {
      shows: {
        sv: 'Beslutet börjar med den som inte var där',
        en: 'The decision begins with the one who was not there',
      },
      body: '## § 1 Enkät\n\n### Demogruppen beslutar\n\n**att** Gun Hall räknar svaren.\n',
      finds: ['**att** Gun Hall'],
    },
    {
      shows: {
        sv: 'Närvarande, sekreteraren, organisationer, grupper och det som redan är klart',
        en: 'Those present, the secretary, organisations, groups and what is done',
      },
      front: { sekreterare: 'Gun Hall' },
      body: '## § 1 Enkät\n\n### Demogruppen beslutar\n\n**att** Cia Dahl eller Bo Berg räknar svaren, som Dan Ek får se.\n\n- [ ] Cia: skicka ut enkäten\n- [ ] Gun Hall: skriva rent\n- [ ] Tallhammars kommun och Demolaget: svara\n- [ ] skolorna: svara\n- [x] Dan Ek: boka lokal\n',
      finds: [],
    },
  ],
}

const NAME = new RegExp(PERSON_WORDS, 'g')
const EITHER = new RegExp(`${NOT_WITHIN}(${PERSON_WORDS})\\s(?:och\\/)?eller\\s(${PERSON_WORDS})`, 'g')
const LEADING = new RegExp(`^${PERSON_WORDS}(?:(?:,|\\soch|\\ssamt|\\s&)\\s${PERSON_WORDS}){0,6}`)

/** True of a person who stands in no list of those who were there, and neither presented anything nor wrote the minutes. */
function isMissing(
  written: string,
  document: Document,
  surroundings: Surroundings,
  presence: Presence,
): boolean {
  const resolved = resolveOwner(written, document, surroundings)
  if (resolved.is !== 'person' && (resolved.is !== 'unknown' || !looksLikeName(written))) return false
  if (presence.participant(written) !== undefined || presence.participant(resolved.name) !== undefined)
    return false
  const presenters = document.body.sections.flatMap(({ attributes }) =>
    attributes.filter(({ key }) => key === 'Föredragande').flatMap(({ value }) => presentersIn(value)),
  )
  if (presenters.some(name => isSamePerson(surroundings, name, resolved.name))) return false
  const { secretary, convener } = meetingOf(document)
  return ![secretary, convener].some(
    officer => officer !== undefined && isSamePerson(surroundings, officer.name, resolved.name),
  )
}

function finding(document: Document, line: number, names: readonly string[], who: 'either' | 'all'): Finding {
  const named = enumerated([...new Set(names)].map(name => `\`${name}\``))
  const some = mayBeQuoted(document) ? named : { sv: 'Någon', en: 'Somebody' }
  const were = names.length > 1 && mayBeQuoted(document) ? 'were' : 'was'
  const [first = ''] = names
  return {
    at: mayBeQuoted(document) ? { line, mark: first } : { line },
    ...(who === 'either' && { level: 'warning' as const }),
    says: {
      sv: `${some.sv} får ett uppdrag men var inte med på mötet${who === 'either' ? ', och ”eller” lämnar öppet vem som gör det' : ''}.`,
      en: `${some.en} ${were === 'were' ? 'are' : 'is'} given an action but ${were} not at the meeting${who === 'either' ? ', and ”eller” leaves open who does it' : ''}.`,
    },
    advice:
      who === 'either'
        ? {
            sv: 'Bestäm vem som gör det, och skriv vem som meddelar den som inte var där.',
            en: 'Settle who does it, and write who tells those who were not there.',
          }
        : {
            sv: 'Se till att den som inte var där får veta det, eller rätta närvaron.',
            en: 'See that those who were not there are told, or correct the attendance.',
          },
  }
}
