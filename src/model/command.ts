import type { ExitCode } from './failure.js'
import type { World } from './ports.js'
import type { Said } from './said.js'

/** What a command takes without a dash. */
export interface Argument {
  /** Name in the help: `typ`, `id`, `sökväg`. */
  readonly name: Said
  readonly about: Said
  readonly presence: 'required' | 'optional' | 'repeated'
  /** What may stand there, for completion and "menade du". */
  readonly values?: ValueList
}

/** Where the possible values of an argument or option come from. */
export type ValueList =
  | readonly string[]
  | 'kinds'
  | 'groups'
  | 'ids'
  | 'files'
  | 'folders'
  | 'relations'
  | 'reports'
  | 'table formats'
  | 'diagnostic formats'
  | 'people'
  | 'rules'

/** What a command takes with two dashes. One with `takes` has a value, the others are on or off. */
export interface Option {
  /** `dry-run`, without dashes. */
  readonly name: string
  /** One letter. */
  readonly short?: string
  readonly about: Said
  /** What the value is called in the help: `DATUM`, `FIL`. */
  readonly takes?: Said
  readonly repeated?: true
  readonly values?: ValueList
}

/** A call that works, and what it does. */
export interface Illustration {
  readonly call: string
  readonly does: Said
}

/** A command: thin, one file, named as it is called. */
export interface Command {
  /** English name, the file's own. */
  readonly name: string
  readonly aliases: readonly string[]
  /** One line in the overview. */
  readonly about: Said
  readonly arguments: readonly Argument[]
  readonly options: readonly Option[]
  readonly examples: readonly Illustration[]
  run(call: Call, world: World): Promise<ExitCode>
}

/** What was asked for: arguments and options, already checked against the command. */
export interface Call {
  readonly words: readonly string[]
  /** An option's value; absent when not given. */
  value(option: string): string | undefined
  /** All values of a repeated option. */
  values(option: string): readonly string[]
  /** True when an option without value was given. */
  has(option: string): boolean
}

const FORMAT = {
  name: 'format',
  takes: { sv: 'FORMAT', en: 'FORMAT' },
  about: { sv: 'hur det skrivs', en: 'how it is written' },
}

/** Options that many commands share, written once. */
export const OPTIONS = {
  archive: {
    name: 'archive',
    takes: { sv: 'KATALOG', en: 'FOLDER' },
    values: 'folders',
    about: {
      sv: 'arkivets katalog (annars söks samverkan.yaml uppåt från där du står)',
      en: 'folder of the archive (else samverkan.yaml is sought upwards from where you stand)',
    },
  },
  dryRun: {
    name: 'dry-run',
    about: {
      sv: 'visa vad som skulle skrivas, skriv ingenting',
      en: 'show what would be written, write nothing',
    },
  },
  out: {
    name: 'out',
    takes: { sv: 'FIL', en: 'FILE' },
    values: 'files',
    about: { sv: 'skriv till en fil i stället för på skärmen', en: 'write to a file instead of the screen' },
  },
  force: {
    name: 'force',
    about: { sv: 'skriv över filen i --out om den finns', en: 'overwrite the file of --out if it exists' },
  },
  noCache: {
    name: 'no-cache',
    about: {
      sv: 'läs alla dokument på nytt, också de som inte har ändrats',
      en: 'read every document anew, also those that have not changed',
    },
  },
  group: {
    name: 'group',
    short: 'g',
    takes: { sv: 'GRUPP', en: 'GROUP' },
    values: 'groups',
    about: { sv: 'gruppens kortnamn', en: 'short name of the group' },
  },
  year: {
    name: 'year',
    short: 'y',
    takes: { sv: 'ÅR', en: 'YEAR' },
    about: { sv: 'ett helt år: 2024', en: 'a whole year: 2024' },
  },
  half: {
    name: 'half',
    takes: { sv: 'HALVÅR', en: 'HALF' },
    about: {
      sv: 'ett halvår: 2024-1 (eller VT2024), 2024-2 (eller HT2024)',
      en: 'half a year: 2024-1 (or VT2024), 2024-2 (or HT2024)',
    },
  },
  from: {
    name: 'from',
    takes: { sv: 'DATUM', en: 'DATE' },
    about: { sv: 'från och med: ett datum, en månad eller ett år', en: 'from: a date, a month or a year' },
  },
  to: {
    name: 'to',
    takes: { sv: 'DATUM', en: 'DATE' },
    about: { sv: 'till och med: ett datum, en månad eller ett år', en: 'to: a date, a month or a year' },
  },
  date: { name: 'date', short: 'd', takes: { sv: 'DATUM', en: 'DATE' } },
  as: { name: 'as', takes: { sv: 'NAMN', en: 'NAME' }, values: 'people' },
  format: { ...FORMAT, values: ['text', 'json'] },
  tableFormat: { ...FORMAT, values: 'table formats' },
  diagnosticFormat: { ...FORMAT, values: 'diagnostic formats' },
} satisfies Record<string, Omit<Option, 'about'> & Partial<Pick<Option, 'about'>>>
