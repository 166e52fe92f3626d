import { mayBeQuoted } from '../../model/document.js'
import { groupOf, type Member, membersOn } from '../../model/group.js'
import { meetingOf } from '../../model/meeting.js'
import { organisationOf, partiesHeard, partyKey } from '../../model/parties-heard.js'
import { type Presence, presenceAt } from '../../model/presence.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import { enumerated } from '../../model/said.js'
import type { Surroundings } from '../../model/surroundings.js'

/**
 * Every organisation and operation that the members of the group stand for is heard by someone.
 * Seed S2: no primary care, no BUP, no children's clinic, no school director was there.
 */
export const rule: Rule = {
  name: 'part-utan-narvaro',
  level: 'warning',
  states: {
    sv: 'Varje part i gruppen har någon på mötet.',
    en: 'Every party of the group has somebody at the meeting.',
  },
  because: {
    sv: 'Det som gruppen kommer överens om binder ingen som inte var där; parten måste få veta det på annat sätt.',
    en: 'What the group agrees on binds nobody who was not there; the party has to be told in another way.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const meeting = meetingOf(document)
    const own = meeting.group === undefined ? undefined : surroundings.group(meeting.group)
    const presence = presenceAt(document, surroundings)
    if (own === undefined || meeting.day === undefined || !presence.isStated) return
    const unheard = partiesUnheard(membersOn(groupOf(own), meeting.day), presence, surroundings)
    if (unheard.length === 0) return
    const shown = enumerated([
      ...unheard.slice(0, SHOWN).map(name => `\`${name}\``),
      ...(unheard.length > SHOWN ? [String(unheard.length - SHOWN)] : []),
    ])
    const count = String(unheard.length)
    const who = !mayBeQuoted(document)
      ? { sv: `${count} av gruppens parter`, en: `${count} of the parties of the group` }
      : unheard.length > SHOWN
        ? { sv: `${shown.sv} till`, en: `${shown.en} more` }
        : shown
    yield {
      at: { field: [meeting.absent.length > 0 ? 'frånvarande' : 'närvarande'], part: 'key' },
      says: { sv: `${who.sv} hade ingen på mötet.`, en: `${who.en} had nobody at the meeting.` },
      advice: {
        sv: 'Se till att de får anteckningarna och kan svara på det som beslutades. Var någon där för deras räkning, skriv `företräder:` på den raden.',
        en: 'See that they get the minutes and can answer what was decided. If someone was there on their behalf, write `företräder:` on that line.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Polisens enda ledamot var borta', en: 'The only member of the police was away' },
      finds: ['frånvarande: [Dan Ek]'],
    },
    {
      shows: {
        sv: 'En verksamhet saknas fast organisationen är där',
        en: 'An operation is missing although its organisation is there',
      },
      front: { närvarande: '[Alva Ask, Bo Berg, Cia Dahl, Dan Ek]', frånvarande: '[Hans Ivar]' },
      files: {
        'grupper/demo.md':
          '---\nid: GRP-demo\ntyp: grupp\ntitel: Demogruppen\nstatus: gällande\nsekretess: öppen\nnamn: Demogruppen\nledamöter:\n  - {person: Cia Dahl, organisation: Region Valland, företräder: primärvården}\n  - {person: Hans Ivar, organisation: Region Valland, företräder: barnkliniken, från: 2024-04-01}\n---\n\n# Demogruppen\n',
      },
      finds: ['frånvarande: [Hans Ivar]'],
    },
    {
      shows: { sv: 'Någon annan från polisen var där', en: 'Someone else from the police was there' },
      front: { övriga: '[{namn: Ines Juhl, organisation: Polisen}]' },
      finds: [],
    },
    {
      shows: { sv: 'Ledamoten var ersatt', en: 'The member was replaced' },
      front: { övriga: '[{person: Eva Falk, ersätter: Dan Ek}]' },
      finds: [],
    },
    {
      shows: { sv: 'Alla parter var där', en: 'All parties were there' },
      front: { närvarande: '[Alva Ask, Bo Berg, Cia Dahl, Dan Ek]', frånvarande: '[]' },
      finds: [],
    },
  ],
}

const SHOWN = 8

/** The organisations of the members with nobody there, and the operations with nobody there of those that had somebody. */
function partiesUnheard(
  members: readonly Member[],
  presence: Presence,
  surroundings: Surroundings,
): readonly string[] {
  const away = members.filter(({ name }) => presence.participant(name) === undefined)
  const unheard = new Map<string, string>()
  let heard: ReadonlySet<string> | undefined
  for (const member of away) {
    if (member.substitute !== undefined && presence.participant(member.substitute) !== undefined) continue
    heard ??= partiesHeard(members, presence, surroundings)
    const organisation = organisationOf(member, surroundings)
    const isHeard = organisation === undefined || heard.has(partyKey(organisation, surroundings))
    const party = isHeard ? member.represents : organisation
    if (
      party !== undefined &&
      !heard.has(partyKey(party, surroundings)) &&
      !unheard.has(partyKey(party, surroundings))
    ) {
      unheard.set(partyKey(party, surroundings), party)
    }
  }
  return [...unheard.values()]
}
