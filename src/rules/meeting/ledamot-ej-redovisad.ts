import { mayBeQuoted } from '../../model/document.js'
import { groupOf, membersOn } from '../../model/group.js'
import { meetingOf } from '../../model/meeting.js'
import { personKey, properName } from '../../model/people.js'
import { presenceAt } from '../../model/presence.js'
import { RECORDS, type Rule } from '../../model/rule.js'
import { enumerated } from '../../model/said.js'

/** Every member of the group on that day is present, absent or replaced. */
export const rule: Rule = {
  name: 'ledamot-ej-redovisad',
  level: 'warning',
  states: {
    sv: 'Varje ledamot i gruppen står som närvarande, frånvarande eller ersatt.',
    en: 'Every member of the group is listed as present, absent or replaced.',
  },
  because: {
    sv: 'Den som inte står någonstans kan ingen säga om hen var med, och gruppens närvaro går inte att räkna.',
    en: 'Of someone who stands nowhere nobody can say whether they were there, and attendance cannot be counted.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const meeting = meetingOf(document)
    const group = meeting.group === undefined ? undefined : surroundings.group(meeting.group)
    const presence = presenceAt(document, surroundings)
    if (group === undefined || meeting.day === undefined || !presence.isStated) return
    // The one who keeps the minutes without being listed is another rule's matter (sekreterare-ej-narvarande).
    const besides = [...meeting.called, ...(meeting.secretary === undefined ? [] : [meeting.secretary])].map(
      ({ name }) => name,
    )
    const listed = new Set(besides.map(name => personKey(surroundings, name)))
    for (const list of [presence.participants, meeting.absent]) {
      for (const { replaces } of list)
        if (replaces !== undefined) listed.add(personKey(surroundings, replaces))
    }
    const isListed = (name: string): boolean =>
      presence.participant(name) !== undefined ||
      presence.absentee(name) !== undefined ||
      listed.has(personKey(surroundings, name))
    const forgotten = membersOn(groupOf(group), meeting.day)
      .filter(
        ({ name, substitute }) => !isListed(name) && (substitute === undefined || !isListed(substitute)),
      )
      .map(({ name }) => properName(surroundings, name))
    if (forgotten.length === 0) return
    const names = enumerated(forgotten.slice(0, 6).map(name => `\`${name}\``))
    const more = forgotten.length - 6
    const who = mayBeQuoted(document)
      ? {
          sv: more > 0 ? `${names.sv} och ${more} till` : names.sv,
          en: more > 0 ? `${names.en} and ${more} more` : names.en,
        }
      : {
          sv: `${forgotten.length} av gruppens ledamöter`,
          en: `${forgotten.length} of the members of the group`,
        }
    const stand = forgotten.length === 1 ? 'stands' : 'stand'
    yield {
      at: { field: ['närvarande'], part: 'key' },
      says: {
        sv: `${who.sv} står varken som närvarande, frånvarande eller ersatt.`,
        en: `${who.en} ${stand} neither as present nor as absent or replaced.`,
      },
      advice: {
        sv: 'Skriv var och en under `närvarande` eller `frånvarande`. Har någon lämnat gruppen, skriv `till:` med dagen i gruppens fil.',
        en: 'Write each of them under `närvarande` or `frånvarande`. If someone has left the group, write `till:` with the day in the file of the group.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'En ledamot står ingenstans', en: 'A member stands nowhere' },
      front: { frånvarande: '[]' },
      finds: ['närvarande: [Alva Ask, Bo Berg, Cia Dahl]'],
    },
    {
      shows: { sv: 'Alla fyra ledamöter är redovisade', en: 'All four members are accounted for' },
      finds: [],
    },
    {
      shows: { sv: 'En ledamot har en ersättare', en: 'A member has a substitute' },
      front: {
        närvarande: '[Alva Ask, Bo Berg, Cia Dahl, {person: Eva Falk, ersätter: Dan Ek}]',
        frånvarande: '[]',
        övriga: '[]',
      },
      finds: [],
    },
    {
      shows: {
        sv: 'Den som inte längre är ledamot behöver inte stå med',
        en: 'Someone who is no longer a member need not be there',
      },
      front: { frånvarande: '[]' },
      files: {
        'grupper/demo.md':
          '---\nid: GRP-demo\ntyp: grupp\ntitel: Demogruppen\nstatus: gällande\nsekretess: öppen\nnamn: Demogruppen\nmandat: beslutande\nledamöter:\n  - Alva Ask\n  - Bo Berg\n  - Cia Dahl\n  - {person: Dan Ek, till: 2024-04-30}\n---\n\n# Demogruppen\n',
      },
      finds: [],
    },
    {
      shows: {
        sv: 'Utan närvarolista finns inget att jämföra med',
        en: 'Without attendance there is nothing to compare',
      },
      front: { närvarande: undefined, status: 'utkast' },
      finds: [],
    },
  ],
}
