import type { Archive } from '../../model/archive.js'
import type { Document, FaultName } from '../../model/document.js'
import { LARGEST_FILE, LONGEST_FRONT_MATTER } from '../../model/limits.js'
import { TOP } from '../../model/place.js'
import type { Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'

/**
 * Files can be opened by everybody, on every machine: portable names, no two alike, no links, no giants. Archive
 * format § 1; Microsoft, "Naming Files, Paths, and Namespaces".
 */
export const rule: Rule = {
  name: 'filnamn',
  level: 'error',
  registers: true,
  unreadable: true,
  states: {
    sv: 'Varje fil kan öppnas av alla, på Windows, Mac och Linux.',
    en: 'Every file can be opened by everybody, on Windows, Mac and Linux.',
  },
  because: {
    sv: 'En fil med ett namn som någons dator inte klarar hindrar den personen från att hämta arkivet över huvud taget.',
    en: "A file with a name that somebody's computer cannot take keeps that person from fetching the archive at all.",
  },
  *check(document, archive) {
    for (const { name, at, detail } of document.faults) {
      const words = name === 'too-large' && detail === 'front-matter' ? LONG_FRONT_MATTER : FAULTS.get(name)
      if (words !== undefined) yield { at, ...words }
    }
    for (const path of namedAt(document, archive)) {
      for (const says of wrongIn(path, archive)) yield { at: TOP, path, says, advice: RENAME }
    }
  },
  examples: [
    {
      shows: { sv: 'Ett kolon i namnet', en: 'A colon in the name' },
      path: 'moten/demo/2024/2024-05-23: protokoll.md',
      finds: ['---'],
    },
    {
      shows: { sv: 'Ett namn som Windows har för sig självt', en: 'A name that Windows keeps for itself' },
      typ: 'rutin',
      path: 'rutiner/aux.md',
      finds: ['---'],
    },
    {
      shows: { sv: 'Mellanslag i slutet av en mapps namn', en: 'A space at the end of the name of a folder' },
      typ: 'rutin',
      path: 'rutiner/skola /overlamning.md',
      finds: ['---'],
    },
    {
      shows: {
        sv: 'Två namn som skiljer sig bara i stora och små bokstäver',
        en: 'Two names that differ only in case',
      },
      typ: 'rutin',
      files: {
        'rutiner/Overlamning.md': '---\nid: RUT-annan\ntyp: rutin\ntitel: Annan\nstatus: utkast\n---\n',
      },
      finds: ['---'],
    },
    {
      shows: {
        sv: 'Ett frågetecken i namnet på en bilaga',
        en: 'A question mark in the name of an attachment',
      },
      files: { 'bilagor/vad-nu?.md': 'Underlag.\n' },
      finds: ['bilagor/vad-nu?.md: Underlag.'],
    },
    {
      shows: {
        sv: 'Vanliga namn, också med mellanslag och å, ä, ö på en bilaga',
        en: 'Ordinary names, also with spaces and å, ä, ö of an attachment',
      },
      files: { 'bilagor/Överenskommelse 2024.v2.txt': 'Underlag.\n' },
      finds: [],
    },
  ],
}

const FAULTS: ReadonlyMap<FaultName, { readonly says: Said; readonly advice: Said }> = new Map([
  [
    'too-large',
    {
      says: {
        sv: `Filen är större än ${LARGEST_FILE / 1024 / 1024} MB och läses inte.`,
        en: `The file is larger than ${LARGEST_FILE / 1024 / 1024} MB and is not read.`,
      },
      advice: {
        sv: 'Dela upp den, eller lägg bilder och underlag i `bilagor/` och länka till dem.',
        en: 'Divide it, or put pictures and enclosures in `bilagor/` and link to them.',
      },
    },
  ],
  [
    'symlink',
    {
      says: {
        sv: 'Filen är en symbolisk länk. Sådana följs inte: de kan leda ut ur arkivet.',
        en: 'The file is a symbolic link. Such are not followed: they may lead out of the archive.',
      },
      advice: {
        sv: 'Lägg in filen själv i stället för en länk till den.',
        en: 'Put in the file itself instead of a link to it.',
      },
    },
  ],
  [
    'unreadable-file',
    {
      says: { sv: 'Filen går inte att öppna.', en: 'The file cannot be opened.' },
      advice: {
        sv: 'Kontrollera att filen finns kvar och att du har rätt att läsa den.',
        en: 'See that the file is still there and that you may read it.',
      },
    },
  ],
])

const LONG_FRONT_MATTER = {
  says: {
    sv: `Huvudet är längre än ${LONGEST_FRONT_MATTER.lines} rader eller ${LONGEST_FRONT_MATTER.characters / 1024} kB och läses inte.`,
    en: `The front matter is longer than ${LONGEST_FRONT_MATTER.lines} lines or ${LONGEST_FRONT_MATTER.characters / 1024} kB and is not read.`,
  },
  advice: { sv: 'Flytta text till dokumentets brödtext.', en: 'Move text to the body of the document.' },
}

const RENAME: Said = {
  sv: 'Byt namn. Använd a–z, siffror, bindestreck och punkt så fungerar det överallt.',
  en: 'Rename it. With a–z, digits, hyphens and full stops it works everywhere.',
}

/** The file itself; with samverkan.yaml also every file that is neither document nor register. */
function* namedAt({ path }: Document, archive: Archive): Generator<string> {
  yield path
  if (path !== 'samverkan.yaml') return
  for (const other of archive.files) if (archive.byPath(other) === undefined) yield other
}

function* wrongIn(path: string, archive: Archive): Generator<Said> {
  if (path.length > LONGEST_PATH) {
    yield {
      sv: `Namnet med alla mappar är längre än ${LONGEST_PATH} tecken, mer än Windows klarar.`,
      en: `The name with all folders is longer than ${LONGEST_PATH} characters, more than Windows takes.`,
    }
  }
  if (NOT_PORTABLE.test(path)) {
    yield {
      sv: 'Namnet har ett tecken som inte går på Windows: `< > : " | ? * \\` eller ett osynligt.',
      en: 'The name has a character that Windows does not take: `< > : " | ? * \\` or an invisible one.',
    }
  }
  if (BAD_END.test(path)) {
    yield {
      sv: 'Namnet på filen eller en mapp slutar med punkt eller mellanslag, och det försvinner på Windows.',
      en: 'The name of the file or a folder ends with a full stop or space, which Windows takes away.',
    }
  }
  if (RESERVED.test(path)) {
    yield {
      sv: 'Namnet är ett som Windows har för sig självt (CON, PRN, AUX, NUL, COM1, LPT1 …).',
      en: 'The name is one that Windows keeps for itself (CON, PRN, AUX, NUL, COM1, LPT1 …).',
    }
  }
  const twin = twinsIn(archive).get(path)
  if (twin !== undefined) {
    yield {
      sv: `Det finns en fil eller mapp till med samma namn så när som på stora bokstäver eller hur å, ä, ö är lagrade: \`${twin}\`. På Windows och Mac skriver den ena över den andra.`,
      en: `There is another file or folder of the same name but for capitals or how å, ä, ö are stored: \`${twin}\`. On Windows and Mac one overwrites the other.`,
    }
  }
}

/** Windows takes 260 characters from the drive on; this leaves room for where the archive lies. */
const LONGEST_PATH = 180
const NOT_PORTABLE = /[<>:"|?*\\\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\ufeff]/
const BAD_END = /[. ](?:\/|$)/
const RESERVED = /(?:^|\/)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.[^/]*)?(?:\/|$)/i

const twins = new WeakMap<Archive, ReadonlyMap<string, string>>()

/** Paths that are another path, or lie in a folder that is another folder, on a machine that does not tell case apart. */
function twinsIn(archive: Archive): ReadonlyMap<string, string> {
  const known = twins.get(archive)
  if (known !== undefined) return known
  const found = new Map<string, string>()
  const first = new Map<string, string>()
  const spoken = new Set<string>()
  // Folders of which all there is to say has been said: only the name of the next file in it is looked at.
  const passed = new Set<string>()
  for (const path of archive.files) {
    const folderEnd = path.lastIndexOf('/')
    const folder = path.slice(0, Math.max(folderEnd, 0))
    for (let end = passed.has(folder) ? -1 : path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
      const part = end < 0 ? path : path.slice(0, end)
      const folded = part.normalize('NFC').toLowerCase()
      const before = first.get(folded)
      if (before === undefined) first.set(folded, part)
      else if (before !== part && !spoken.has(part)) {
        spoken.add(part)
        found.set(path, before)
        break
      }
      if (end < 0) break
      if (end === folderEnd) passed.add(folder)
    }
  }
  twins.set(archive, found)
  return found
}
