import type { Finding } from '../../model/diagnostic.js'
import type { Document } from '../../model/document.js'
import { personalNumbersIn } from '../../model/personal-number.js'
import { TOP } from '../../model/place.js'
import type { Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'
import type { Surroundings } from '../../model/surroundings.js'

/**
 * No personnummer and no samordningsnummer stands anywhere in the archive: not in fields, text, comments, code or names
 * of files. Archive format § 7; security decision 2; dataskyddslagen 3 kap. 10 §. The number itself is never repeated.
 */
export const rule: Rule = {
  name: 'personnummer',
  level: { draft: 'error', review: 'error', final: 'error' },
  registers: true,
  unreadable: true,
  exempt: 'never',
  states: {
    sv: 'Inget personnummer eller samordningsnummer står i klartext, vare sig i ett dokument eller i ett filnamn.',
    en: 'No personal identity number or coordination number stands in clear text, neither in a document nor in a file name.',
  },
  because: {
    sv: 'Arkivet delas av flera myndigheter, och git glömmer inte: det som en gång har delats finns kvar hos alla.',
    en: 'The archive is shared by several authorities, and git does not forget: what has been shared once stays with everybody.',
  },
  *check(document, surroundings) {
    for (const { name, at } of document.faults) if (name === 'personal-number') yield { at, ...IN_TEXT }
    yield* inNames(document, surroundings)
  },
  examples: [
    {
      shows: { sv: 'I texten, på två rader', en: 'In the text, on two lines' },
      body: '## § 1 Läget\n\nFrågan gäller 20121212-1212.\n\nOch 121272-1219, ett samordningsnummer.\n',
      finds: ['Frågan gäller', 'Och 12'],
    },
    {
      shows: { sv: 'I ett utkast, ett fält och en kommentar', en: 'In a draft, a field and a comment' },
      front: { status: 'utkast', plats: 'Teams 121212 1212' },
      body: '## § 1 Läget\n\n<!-- 201212121212 -->\n\nGruppen möts.\n',
      finds: ['plats: Teams', '<!-- 2012'],
    },
    {
      shows: {
        sv: 'Med långt streck, hårt mellanslag, breda siffror, ett osynligt tecken och datum med streck',
        en: 'With a dash, a hard space, full-width digits, a sign that is not seen and a dashed date',
      },
      body: '## § 1 A\n\nA 121212–1212.\n\nB 20121212\u00a01212.\n\nC １２１２１２-１２１２.\n\nD 1212\u200b12-1212.\n\nE 2012-12-12-1212.\n\nF 121212+1212.\n',
      finds: ['A 12', 'B 20', 'C １', 'D 12', 'E 20', 'F 12'],
    },
    {
      shows: { sv: 'En fil som inte går att läsa', en: 'A file that cannot be read' },
      text: '---\nid: [\n---\n\nFrågan gäller 20121212-1212.\n',
      finds: ['Frågan gäller'],
    },
    {
      shows: { sv: 'Registret', en: 'The register' },
      files: {
        'register/personer.yaml':
          'personer:\n  - {id: alva-ask, namn: Alva Ask}\n  # 20121212-1212\n  - {id: bo-berg, namn: Bo Berg}\n',
      },
      finds: ['register/personer.yaml:   # 20'],
    },
    {
      shows: { sv: 'Ett undantag gäller inte här', en: 'An exemption does not hold here' },
      body: '## § 1 Läget\n\n<!-- samverkan-undantag personnummer: bara ett exempel -->\n\nFrågan gäller 20121212-1212.\n',
      finds: ['samverkan-undantag', 'Frågan gäller'],
    },
    {
      shows: {
        sv: 'Organisationsnummer, telefon, diarienummer, datum, bankgiro och ett nummer vars kontrollsiffra är fel',
        en: 'An organisation number, telephones, registration numbers, dates, a bankgiro and a number with a wrong check digit',
      },
      body: '## § 1 Läget\n\nOrganisationsnummer 232100-0164. Tel. 0701200007, 019-602 70 00, +46 70 120 00 07. Dnr 240911-1236, KS 2024/01234. Mötet 240911 och 2024-09-11 0830–1000. Bankgiro 5050-1055. Fel: 121212-1213, 121332-1212.\n',
      finds: [],
    },
  ],
}

const ADVICE: Said = {
  sv: 'Ta bort numret och skriv en beteckning som `B-7k3f`. Är det redan delat: säg till den som är personuppgiftsansvarig samma dag, för det finns kvar i historiken.',
  en: 'Take the number out and write a pseudonym such as `B-7k3f`. If it has been shared already, tell the controller of personal data the same day, for it stays in the history.',
}

const IN_TEXT: Pick<Finding, 'says' | 'advice'> = {
  says: {
    sv: 'Här står ett personnummer eller samordningsnummer i klartext.',
    en: 'A personal identity number or coordination number stands here in clear text.',
  },
  advice: {
    sv: `${ADVICE.sv} Är det ett telefonnummer: skriv det med bindestreck efter riktnumret.`,
    en: `${ADVICE.en} If it is a telephone number, write a hyphen after the area code.`,
  },
}

const IN_NAME: Pick<Finding, 'says' | 'advice'> = {
  says: {
    sv: 'Filens namn innehåller ett personnummer eller samordningsnummer.',
    en: 'The name of the file holds a personal identity number or coordination number.',
  },
  advice: ADVICE,
}

/** The name of the document; with the settings those of all files that are no documents. */
function* inNames({ path, role }: Document, { files }: Surroundings): Generator<Finding> {
  if (personalNumbersIn(path).length > 0) yield { at: TOP, ...IN_NAME }
  if (role !== 'register' || path !== 'samverkan.yaml') return
  for (const file of files)
    if (!file.endsWith('.md') && personalNumbersIn(file).length > 0) yield { at: TOP, path: file, ...IN_NAME }
}
