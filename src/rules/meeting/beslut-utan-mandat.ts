import { decidingWordsOf } from '../../model/deciding.js'
import { mayBeQuoted } from '../../model/document.js'
import { groupOf } from '../../model/group.js'
import { exceedsMandate } from '../../model/mandate.js'
import { meetingOf } from '../../model/meeting.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/**
 * A group whose mandate is `beredande` proposes and supports; it does not decide. Seed S1: "en beredande
 * grupp ej beslutsfattande".
 */
export const rule: Rule = {
  name: 'beslut-utan-mandat',
  level: 'error',
  states: {
    sv: 'En beredande grupp föreslår eller ställer sig bakom; den beslutar inte i sak.',
    en: 'A preparing group proposes or supports; it does not decide on matters.',
  },
  because: {
    sv: 'Ett beslut som gruppen inte får fatta gäller inte, och den som fick rätt att besluta får aldrig frågan.',
    en: 'A decision that the group may not make does not hold, and those who may decide are never asked.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const { body } = document
    if (body.decisions.length === 0) return
    const { group: slug } = meetingOf(document)
    const home = slug === undefined ? undefined : surroundings.group(slug)
    if (home === undefined || groupOf(home).mandate !== 'beredande') return
    const group = groupOf(home)
    const told = new Set<number>()
    for (const decision of body.decisions) {
      const words = decidingWordsOf(decision, body)
      if (words === undefined || told.has(words.line) || !exceedsMandate(decision, words, group)) continue
      told.add(words.line)
      const name = mayBeQuoted(home) ? group.name : (slug ?? '')
      yield {
        at: { line: words.line },
        says: {
          sv: `${name} är en beredande grupp, men här står att den beslutar.`,
          en: `${name} is a preparing group, but here it says that it decides.`,
        },
        advice: {
          sv: 'Skriv `föreslår` eller `ställer sig bakom`, och vem som ska besluta. Får gruppen besluta: ändra `mandat` i gruppens dokument.',
          en: 'Write `föreslår` or `ställer sig bakom`, and who is to decide. If the group may decide, change `mandat` in its document.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'En beredande grupp beslutar', en: 'A preparing group decides' },
      typ: 'mötesanteckningar',
      body: '## 1. Skolfrånvaro\n\n### Demolaget beslutar\n\n**att** införa en gemensam rutin.\n',
      finds: ['### Demolaget beslutar'],
    },
    {
      shows: { sv: 'Beslut i löpande text', en: 'A decision in running text' },
      typ: 'mötesanteckningar',
      body: '## 1. Skolfrånvaro\n\nLäget är oförändrat. Gruppen beslutar att införa en gemensam rutin.\n',
      finds: ['Läget är oförändrat. Gruppen'],
    },
    {
      shows: { sv: 'Beslut: … och en lista under Beslut', en: 'Beslut: … and a list under Beslut' },
      typ: 'mötesanteckningar',
      body: '## 1. Skolfrånvaro\n\nBeslut: införa en gemensam rutin.\n\n## 2. Skolskjuts\n\n### Beslut\n\n- att utreda skjutsen\n',
      finds: ['Beslut: införa', '### Beslut'],
    },
    {
      shows: { sv: 'Gruppen föreslår och ställer sig bakom', en: 'The group proposes and supports' },
      typ: 'mötesanteckningar',
      body: '## 1. Skolfrånvaro\n\n### Demolaget föreslår\n\n**att** Demogruppen inför en rutin.\n\n## 2. Skolskjuts\n\n### Demolaget ställer sig bakom\n\n**att** frågan utreds.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'Andras beslut återges, och gruppen godkänner sin egen dagordning',
        en: 'Decisions of others are told, and the group approves its own agenda',
      },
      typ: 'mötesanteckningar',
      body: '## 1. Dagordning\n\n### Demolaget beslutar\n\n**att** godkänna dagordningen.\n\n## 2. Nytt\n\nRutinen beslutades av Demogruppen i mars. Styrgruppen beslutade att ge oss uppdraget. Frågan kommer att behöva beslutas.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'En grupp med mandat om inriktning får besluta',
        en: 'A group with a mandate on direction may decide',
      },
      files: {
        'grupper/demo.md':
          '---\nid: GRP-demo\ntyp: grupp\ntitel: Demogruppen\nstatus: gällande\nnamn: Demogruppen\nmandat: inriktning\n---\n',
      },
      body: '## § 1 Skolfrånvaro\n\n### Demogruppen beslutar\n\n**att** arbetet inriktas på tidiga insatser.\n',
      finds: [],
    },
    {
      shows: { sv: 'En beslutande grupp får besluta', en: 'A deciding group may decide' },
      finds: [],
    },
  ],
}
