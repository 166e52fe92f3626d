import { meetingOf } from '../../model/meeting.js'
import { looksLikeName } from '../../model/name-runs.js'
import { someone } from '../../model/names.js'
import { presentersIn, resolveOwner } from '../../model/people.js'
import { isThereFor, itemsOf, presenceAt } from '../../model/presence.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** Who presents an item was at the meeting, and for that item. Seeds S1 (items 7 and 8) and S2 (§§ 4 and 5). */
export const rule: Rule = {
  name: 'foredragande-ej-narvarande',
  level: 'warning',
  states: {
    sv: 'Den som föredrar en punkt står bland dem som var med.',
    en: 'Who presents an item is among those who were there.',
  },
  because: {
    sv: 'Närvaron ska visa alla som var med, också den som bara kom för att berätta om något.',
    en: 'The attendance is to show everybody who was there, also someone who only came to tell of something.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const presence = presenceAt(document, surroundings)
    if (!presence.isStated) return
    const { secretary } = meetingOf(document)
    for (const section of document.body.sections) {
      for (const { key, value, line } of section.attributes) {
        if (key !== 'Föredragande') continue
        for (const written of presentersIn(value)) {
          const resolved = resolveOwner(written, document, surroundings)
          const isPerson = resolved.is === 'person' || (resolved.is === 'unknown' && looksLikeName(written))
          if (!isPerson) continue
          const { name } = resolved
          const person = presence.participant(written) ?? presence.participant(name)
          const isSecretary = secretary !== undefined && secretary.name === name
          if (isSecretary || (person !== undefined && isThereFor(person, section.index, document.body)))
            continue
          const who = someone(document, written)
          const absent = presence.absentee(written) ?? presence.absentee(name)
          yield {
            at: { line, mark: written },
            says:
              person !== undefined
                ? {
                    sv: `${who.sv} är föredragande här men var bara med vid ${itemsOf(person)}.`,
                    en: `${who.en} presents this item but was only there for ${itemsOf(person)}.`,
                  }
                : absent !== undefined
                  ? {
                      sv: `${who.sv} är föredragande men står som frånvarande.`,
                      en: `${who.en} presents this item but is listed as absent.`,
                    }
                  : {
                      sv: `${who.sv} är föredragande men står inte i närvaron.`,
                      en: `${who.en} presents this item but is not in the attendance.`,
                    },
            advice: {
              sv: 'Skriv personen under `övriga`: `{namn: …, roll: föredragande}`. Var personen med en del av mötet, skriv också `ärenden:`.',
              en: 'Write the person under `övriga`: `{namn: …, roll: föredragande}`. For part of the meeting, write `ärenden:` too.',
            },
          }
        }
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Föredraganden står inte i någon lista', en: 'The presenter stands in no list' },
      body: '## § 1 Elevhälsan\n\n*Föredragande: Bo Berg, Gun Hall*\n\nLäget redovisas.\n\n## § 2 Fritiden\n\n*Föredragande: Ines Juhl (Skolverket)*\n\nLäget redovisas.\n',
      finds: ['Bo Berg, Gun Hall', 'Ines Juhl'],
    },
    {
      shows: {
        sv: 'Föredraganden var frånvarande eller med vid en annan punkt',
        en: 'The presenter was absent, or there for another item',
      },
      front: { övriga: '[{person: Eva Falk, ärenden: [2]}]' },
      body: '## § 1 Polisen\n\n*Föredragande: Dan Ek*\n\nLäget redovisas.\n\n## § 2 Rutinen\n\n*Föredragande: Eva Falk*\n\nRutinen visas.\n\n## § 3 Remissen\n\n*Föredragande: Eva Falk Lind*\n\nRemissen visas.\n',
      finds: ['Dan Ek*', 'Eva Falk Lind*'],
    },
    {
      shows: {
        sv: 'Organisationer, förnamn, alias, felskrivna namn och ordföranden',
        en: 'Organisations, first names, aliases, misspelt names and the chair',
      },
      body: '## § 1 Läget\n\n*Föredragande: Region Valland, BUP & polisen*\n\nText.\n\n## § 2 Rutinen\n\n*Föredragande: Eva Falk Lind (regionen) och Alva*\n\nText.\n\n## § 3 Övrigt\n\n*Föredragande: Cia Dahll, utvecklingsledare*\n\nText.\n',
      finds: [],
    },
    {
      shows: { sv: 'Med vid hela § 2, också dess punkter', en: 'There for all of § 2, its items too' },
      front: { övriga: '[{person: Eva Falk, ärenden: [2]}]' },
      body: '## § 1 Läget\n\nText.\n\n## § 2 Rutinen\n\n### 2 a. Bakgrund\n\n*Föredragande: Eva Falk*\n\nText.\n',
      finds: [],
    },
  ],
}
