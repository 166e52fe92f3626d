import { CONFLICT_WORDS } from './conflict-words.js'
import type { Said } from './said.js'

/** What is said of one kind of fault in YAML. */
export interface YamlWords {
  readonly says: Said
  readonly advice: Said
}

const QUOTE: Said = {
  sv: 'Sätt hela värdet inom citattecken.',
  en: 'Put the whole value within quotes.',
}

/** For a code that has no words of its own. */
export const UNEXPECTED: YamlWords = {
  says: {
    sv: 'Här står ett tecken som inte går att förstå.',
    en: 'Here stands a character that cannot be understood.',
  },
  advice: QUOTE,
}

const COLON: YamlWords = {
  says: {
    sv: 'Det står ett kolon och ett mellanslag i värdet, och då ser det ut som ett fält till.',
    en: 'The value holds a colon and a space, and so looks like another field.',
  },
  advice: QUOTE,
}

const INDENT: YamlWords = {
  says: {
    sv: 'Raden är indragen på ett sätt som inte stämmer med raden före.',
    en: 'The line is indented in a way that does not fit the line before.',
  },
  advice: {
    sv: 'Fält börjar längst till vänster. Det som hör till en lista dras in lika långt på varje rad, med mellanslag.',
    en: 'Fields begin at the left margin. What belongs to a list is indented equally on every line, with spaces.',
  },
}

const NO_COLON: YamlWords = {
  says: {
    sv: 'Raden har inget kolon följt av ett mellanslag, så det går inte att se vilket fält den är.',
    en: 'The line has no colon followed by a space, so nobody can see which field it is.',
  },
  advice: {
    sv: 'Skriv `fält: värde`. Fortsätter raden värdet ovanför: sätt hela värdet på en rad.',
    en: 'Write `field: value`. If the line goes on with the value above, put the whole value on one line.',
  },
}

const REFERENCE: YamlWords = {
  says: {
    sv: 'Ett värde som börjar med `*` eller `&` läses som en hänvisning inom huvudet, och sådana tillåts inte.',
    en: 'A value that begins with `*` or `&` is read as a reference within the front matter, and those are not allowed.',
  },
  advice: QUOTE,
}

const TAG: YamlWords = {
  says: {
    sv: 'Ett värde som börjar med `!` läses som en märkning av värdets typ, och sådana tillåts inte.',
    en: 'A value that begins with `!` is read as a tag of its type, and those are not allowed.',
  },
  advice: QUOTE,
}

/**
 * Words for every code of `yaml` 2.9, for those that the reader of fields adds (`ALIAS`, `CONFLICT`,
 * `CONFLICT_OF_ADJUSTMENTS`, `MISSING_QUOTE`, `MISSING_BRACKET`, `NOT_A_MAP`), and for `COLON` and `DASH`, which share theirs with other faults.
 */
export const YAML_WORDS: ReadonlyMap<string, YamlWords> = new Map<string, YamlWords>([
  ['COLON', COLON],
  ['BLOCK_AS_IMPLICIT_KEY', INDENT],
  ['BAD_INDENT', INDENT],
  ['BLOCK_IN_FLOW', INDENT],
  ['MISSING_CHAR', NO_COLON],
  ['MULTILINE_IMPLICIT_KEY', NO_COLON],
  ['ALIAS', REFERENCE],
  ['BAD_ALIAS', REFERENCE],
  ['ALIAS_PROPS', REFERENCE],
  ['MULTIPLE_ANCHORS', REFERENCE],
  ['TAG_RESOLVE_FAILED', TAG],
  ['MULTIPLE_TAGS', TAG],
  ['BAD_COLLECTION_TYPE', TAG],
  ['BAD_PROP_ORDER', TAG],
  ['UNEXPECTED_TOKEN', UNEXPECTED],
  ['IMPOSSIBLE', UNEXPECTED],
  [
    'DASH',
    {
      says: {
        sv: 'En lista kan inte börja med `-` på samma rad som fältet.',
        en: 'A list cannot begin with `-` on the line of its field.',
      },
      advice: {
        sv: 'Skriv `[ett, två]` på raden, eller varje sak på en egen rad under fältet med `  - ` först.',
        en: 'Write `[one, two]` on the line, or each thing on its own line below the field with `  - ` first.',
      },
    },
  ],
  [
    'BAD_SCALAR_START',
    {
      says: {
        sv: 'Ett värde kan inte börja med det tecken som står här.',
        en: 'A value cannot begin with the character that stands here.',
      },
      advice: QUOTE,
    },
  ],
  [
    'BAD_DQ_ESCAPE',
    {
      says: {
        sv: 'Ett omvänt snedstreck inom `"` betyder något särskilt, och tecknet efter det går inte att förstå.',
        en: 'A backslash within `"` means something special, and the character after it cannot be understood.',
      },
      advice: {
        sv: 'Använd `\'` i stället för `"` kring värdet.',
        en: 'Use `\'` instead of `"` around the value.',
      },
    },
  ],
  [
    'MISSING_QUOTE',
    {
      says: {
        sv: 'Citattecknet som börjar här stängs aldrig.',
        en: 'The quote that begins here is never closed.',
      },
      advice: {
        sv: 'Sätt ett likadant citattecken efter värdet.',
        en: 'Put the same quote after the value.',
      },
    },
  ],
  [
    'MISSING_BRACKET',
    {
      says: {
        sv: 'Parentesen som börjar här stängs aldrig.',
        en: 'The bracket that begins here is never closed.',
      },
      advice: {
        sv: 'Avsluta listan med `]`, eller uppgifterna med `}`.',
        en: 'End the list with `]`, or the fields with `}`.',
      },
    },
  ],
  [
    'TAB_AS_INDENT',
    {
      says: { sv: 'Raden är indragen med en tabb.', en: 'The line is indented with a tab.' },
      advice: { sv: 'Byt tabben mot två mellanslag.', en: 'Replace the tab with two spaces.' },
    },
  ],
  ...CONFLICT_WORDS,
  [
    'NOT_A_MAP',
    {
      says: {
        sv: 'Här står en lista eller en text i stället för fält.',
        en: 'Here stands a list or a text instead of fields.',
      },
      advice: {
        sv: 'Skriv ett fält på varje rad: `namn: värde`.',
        en: 'Write one field on each line: `name: value`.',
      },
    },
  ],
  [
    'KEY_OVER_1024_CHARS',
    {
      says: {
        sv: 'Fältets namn är längre än 1024 tecken.',
        en: 'The name of the field is longer than 1024 characters.',
      },
      advice: {
        sv: 'Skriv ett kort namn, ett kolon och sedan värdet.',
        en: 'Write a short name, a colon and then the value.',
      },
    },
  ],
  [
    'NON_STRING_KEY',
    {
      says: { sv: 'Fältets namn är ingen text.', en: 'The name of the field is no text.' },
      advice: {
        sv: 'Skriv namnet som ett ord, följt av kolon.',
        en: 'Write the name as a word, followed by a colon.',
      },
    },
  ],
  [
    'BAD_DIRECTIVE',
    {
      says: {
        sv: 'En rad som börjar med `%` får inte stå här.',
        en: 'A line that begins with `%` may not stand here.',
      },
      advice: { sv: 'Ta bort raden.', en: 'Take the line out.' },
    },
  ],
  [
    'MULTIPLE_DOCS',
    {
      says: {
        sv: 'Filen har flera delar skilda av `---`, och bara en får finnas.',
        en: 'The file has several parts divided by `---`, and there may be only one.',
      },
      advice: { sv: 'Ta bort raden med `---`.', en: 'Take out the line with `---`.' },
    },
  ],
  [
    'RESOURCE_EXHAUSTION',
    {
      says: {
        sv: 'Listor och parenteser ligger för djupt i varandra för att läsas.',
        en: 'Lists and brackets lie too deep within one another to be read.',
      },
      advice: {
        sv: 'Skriv uppgifterna utan så många lager.',
        en: 'Write the fields without so many layers.',
      },
    },
  ],
])
