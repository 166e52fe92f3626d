import { actionName } from '../../model/action-name.js'
import { mayBeQuoted } from '../../model/document.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** Every action has somebody who answers for it. Seed S2 § 8: "utsedda representanter" whom nobody has appointed. */
export const rule: Rule = {
  name: 'uppdrag-utan-ansvarig',
  level: { draft: 'note', review: 'warning', final: 'error' },
  states: {
    sv: 'Varje uppdrag har någon som ansvarar för det.',
    en: 'Every action has somebody who answers for it.',
  },
  because: {
    sv: 'Det som ingen äger blir inte gjort, och ingen kan få en påminnelse om det.',
    en: 'What nobody owns does not get done, and nobody can be reminded of it.',
  },
  kinds: RECORDS,
  *check(document) {
    for (const action of document.body.actions) {
      if (action.done || !action.owners.every(isNobody)) continue
      const name = actionName(action, document)
      const written = mayBeQuoted(document) ? action.ownersWritten : undefined
      const who =
        written === undefined
          ? { sv: '', en: '' }
          : { sv: `: \`${written}\` säger inte vem`, en: `: \`${written}\` does not say who` }
      yield {
        at: { line: action.line },
        says: {
          sv: `${name.sv} har ingen ansvarig${who.sv}.`,
          en: `${name.en} has nobody who answers for it${who.en}.`,
        },
        advice: {
          sv: 'Skriv vem som gör det först, med kolon efter: `- [ ] Förnamn Efternamn: …`. En organisation, en grupp eller ”Ledamöterna” går också bra.',
          en: 'Write who does it first, followed by a colon: `- [ ] First Last: …`. An organisation, a group or ”Ledamöterna” will do too.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Ingen är nämnd', en: 'Nobody is named' },
      body: '## § 1 Skolfrånvaro\n\n- [ ] Ta fram en lista över skolorna (senast 2024-08-30)\n',
      finds: ['Ta fram en lista'],
    },
    {
      shows: { sv: 'Ingen är utsedd', en: 'Nobody has been appointed' },
      body: '## § 1 Skolfrånvaro\n\n- [ ] utsedda representanter från lagen: bereda frågan (senast 2024-08-30)\n- [ ] någon från regionen: ringa (senast 2024-08-30)\n- [ ] N.N.: skriva (senast 2024-08-30)\n',
      finds: ['utsedda representanter', 'någon från regionen', 'N.N.: skriva'],
    },
    {
      shows: {
        sv: 'En person, en organisation, flera eller alla',
        en: 'A person, an organisation, several or all',
      },
      body: '## § 1 Skolfrånvaro\n\n- [ ] Bo Berg: ringa skolorna\n- [ ] Ekmo kommun: bjuda in\n- [ ] Ledamöterna: föra frågan vidare hemma\n- [ ] Cia Dahl och en representant från kommunen: skriva ansökan\n- [ ] deltagare i arbetsgruppen: läsa underlaget\n',
      finds: [],
    },
    {
      shows: { sv: 'Det som är gjort behöver ingen ansvarig', en: 'What is done needs nobody' },
      body: '## § 1 Skolfrånvaro\n\n- [x] Skicka ut enkäten (klart 2024-06-01)\n',
      finds: [],
    },
  ],
}

/** "utsedda representanter", "någon", "en representant", "NN": words for a person who has not been named. */
const isNobody = (owner: string): boolean => NOBODY.test(owner.trim())

const NOBODY =
  /^(?:(?:ännu )?(?:ej |inte |icke )?(?:utsed[dt]a?|namngiv[a-z]+) |någon(?!\p{L})|några (?!av)|(?:en|två|tre|flera)?\s?(?:utsed[dt]a? )?(?:representant|person|deltagare|handläggare|medarbetare)(?:er)?(?: (?:från|för|per|ur) |$)|(?:n\.? ?n\.?|tbd|\?+|-+|–|oklart|vakant|utses(?: senare)?|ej utsed[dt]|ingen)$)/iu
