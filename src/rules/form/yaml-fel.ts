import type { Fault } from '../../model/document.js'
import { mayBeQuoted } from '../../model/document.js'
import type { Rule } from '../../model/rule.js'
import { type Said, saidTogether } from '../../model/said.js'
import { UNEXPECTED, YAML_WORDS } from '../../model/yaml-words.js'

/** Front matter, settings and registers can be read as YAML. YAML 1.2; archive format § 3: no anchors, no tags. */
export const rule: Rule = {
  name: 'yaml-fel',
  level: 'error',
  registers: true,
  unreadable: true,
  states: {
    sv: 'Huvudet är skrivet så att det går att läsa: ett fält på varje rad, `namn: värde`.',
    en: 'The front matter is written so that it can be read: one field a line, `name: value`.',
  },
  because: {
    sv: 'Ett enda tecken på fel plats gör att ingenting i filen blir läst.',
    en: 'A single character in the wrong place means that nothing in the file is read.',
  },
  *check(document) {
    if (document.faults.length === 0) return
    const spoken = new Set<number>()
    for (const fault of document.faults) {
      // One slip makes the reader stumble several times on the same line: the first word is enough.
      const line = lineOf(fault)
      if (fault.name !== 'yaml' || spoken.has(line)) continue
      spoken.add(line)
      const { says, advice } = YAML_WORDS.get(causeOf(fault)) ?? UNEXPECTED
      const form = QUOTABLE.has(causeOf(fault))
        ? quotedForm(fault.written ?? '', mayBeQuoted(document))
        : undefined
      yield { at: fault.at, says, advice: form === undefined ? advice : saidTogether([advice, form]) }
    }
  },
  examples: [
    {
      shows: { sv: 'Ett kolon i värdet', en: 'A colon in the value' },
      front: { plats: 'Ekmo: stora salen' },
      finds: ['plats: Ekmo: stora salen'],
    },
    {
      shows: { sv: 'Ett värde som börjar med @', en: 'A value that begins with @' },
      front: { plats: '@kontoret' },
      finds: ['plats: @kontoret'],
    },
    {
      shows: { sv: 'Ett citattecken som inte stängs', en: 'A quote that is not closed' },
      front: { plats: '"Stora salen' },
      finds: ['plats: "Stora salen'],
    },
    {
      shows: { sv: 'En hakparentes som inte stängs', en: 'A bracket that is not closed' },
      front: { frånvarande: '[Dan Ek' },
      finds: ['frånvarande: [Dan Ek'],
    },
    {
      shows: { sv: 'En rad utan kolon', en: 'A line without a colon' },
      front: { plats: 'Ekmo\nlokal Stora salen' },
      finds: ['lokal Stora salen'],
    },
    {
      shows: { sv: 'Text efter ett citat', en: 'Text after a quotation' },
      front: { plats: '"Stora" salen' },
      finds: ['plats: "Stora" salen'],
    },
    {
      shows: { sv: 'Tabb i stället för mellanslag', en: 'A tab instead of spaces' },
      front: { frånvarande: '\n\t- Dan Ek' },
      finds: ['- Dan Ek'],
    },
    {
      shows: {
        sv: 'En asterisk först läses som en hänvisning',
        en: 'A leading asterisk is read as a reference',
      },
      front: { plats: '*Stora salen*' },
      finds: ['plats: *Stora salen*'],
    },
    {
      shows: {
        sv: 'Ett utropstecken först läses som en märkning',
        en: 'A leading exclamation mark is read as a tag',
      },
      front: { plats: '!Obs Ekmo' },
      finds: ['plats: !Obs Ekmo'],
    },
    {
      shows: { sv: 'Två versioner som git inte kunde foga ihop', en: 'Two versions that git could not join' },
      front: { plats: 'Ekmo\n<<<<<<< HEAD' },
      finds: ['<<<<<<< HEAD'],
    },
    {
      shows: { sv: 'Två har justerat på var sin gren', en: 'Two have adjusted on a branch each' },
      front: {
        justering:
          '\n<<<<<<< HEAD\n  - {person: Cia Dahl, sigill: "sha256:11"}\n=======\n  - {person: Bo Berg, sigill: "sha256:11"}\n>>>>>>> bo',
      },
      finds: ['<<<<<<< HEAD'],
    },
    {
      shows: { sv: 'Ett register som inte går att läsa', en: 'A register that cannot be read' },
      files: { 'register/personer.yaml': 'personer:\n  - {id: bo-berg, namn: Bo: Berg}\n' },
      finds: ['register/personer.yaml: bo-berg'],
    },
    {
      shows: {
        sv: 'Kolon, citattecken och datum på rätt ställe',
        en: 'Colons, quotes and dates in the right place',
      },
      front: { plats: '"Ekmo: stora salen"', tid: '09:00-11:00', skickas_till: "['ledamöterna: samtliga']" },
      finds: [],
    },
  ],
}

/** The code of the YAML reader, parted where one code stands for two slips. */
function causeOf({ detail = '', written = '' }: Fault): string {
  if (detail === 'BLOCK_AS_IMPLICIT_KEY' || detail === 'BLOCK_IN_FLOW') {
    return COLON_IN_VALUE.test(written) ? 'COLON' : detail
  }
  if (detail === 'MISSING_CHAR' || detail === 'MULTILINE_IMPLICIT_KEY') {
    return FIELD_OR_ITEM.test(written) ? 'BAD_INDENT' : detail
  }
  if (detail !== 'UNEXPECTED_TOKEN') return detail
  const first = FIRST_OF_VALUE.exec(written)?.[1]
  return first === '- '
    ? 'DASH'
    : first === '!'
      ? 'TAG_RESOLVE_FAILED'
      : first === undefined
        ? detail
        : 'ALIAS'
}

const FIELD_OR_ITEM = /^ *- |: |:$/
const COLON_IN_VALUE = /: [^:]*: /
const FIRST_OF_VALUE = /^[^:]{1,60}: {1,20}(- |[*&!])/
const FIELD = /^(\s*(?:- )?)(\p{L}[\p{L}\p{N}_]{0,40}):\s+([^\s].{0,120})$/u

/** The line with its value within quotes; the value itself only where the document is open. */
function quotedForm(written: string, mayRepeat: boolean): Said | undefined {
  const [, , key, value] = FIELD.exec(written.trimEnd()) ?? []
  if (key === undefined || value === undefined || /\d{6}|`/.test(key + value)) return undefined
  const inner = mayRepeat ? value.replace(/ #.*$/, '').trimEnd() : '…'
  const form = `\`${key}: ${inner.includes('"') ? `'${inner.replaceAll("'", "''")}'` : JSON.stringify(inner)}\``
  return { sv: `Skriv ${form}.`, en: `Write ${form}.` }
}

const lineOf = ({ at }: Fault): number => ('span' in at ? at.span.line : 'line' in at ? at.line : 1)

const QUOTABLE: ReadonlySet<string> = new Set([
  'COLON',
  'BAD_SCALAR_START',
  'UNEXPECTED_TOKEN',
  'ALIAS',
  'BAD_ALIAS',
  'TAG_RESOLVE_FAILED',
])
