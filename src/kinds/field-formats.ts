import { ID, readAddress } from '../model/address.js'
import { readTimeRange } from '../model/clock-time.js'
import { readDay } from '../model/day.js'
import { knownText } from '../model/known-text.js'
import { readWrittenDate } from '../model/period.js'
import type { Said } from '../model/said.js'

/** A `format` that schemas of kinds may name: what it accepts, and what it wants in words. */
export interface FieldFormat {
  readonly accepts: (text: string) => boolean
  readonly wanted: Said
}

/** The formats of scalars. `datumform` speaks of dates that are accepted and not written as ISO 8601. */
export const FORMATS: ReadonlyMap<string, FieldFormat> = new Map([
  [
    'datum',
    {
      accepts: text => readDay(text) !== undefined || (!/^\d{4}-\d\d-\d\d$/.test(text) && isOneDay(text)),
      wanted: { sv: 'ett datum skrivs `2024-05-31`', en: 'a date is written `2024-05-31`' },
    },
  ],
  [
    'datum-eller-månad',
    {
      accepts: text => readWrittenDate(text, 2024) !== undefined || /^nästa möte$/i.test(text),
      wanted: {
        sv: 'ett datum `2024-05-31`, en månad `2024-09` eller en termin `HT2024` ska stå här',
        en: 'a date `2024-05-31`, a month `2024-09` or a term `HT2024` is wanted here',
      },
    },
  ],
  [
    'revidering',
    {
      accepts: text =>
        /^(?:årligen|vartannat år|varje termin|\d{1,3} (?:månader|år|dagar))$/i.test(text) ||
        readWrittenDate(text) !== undefined,
      wanted: {
        sv: '`årligen`, `12 månader` eller ett datum ska stå här',
        en: '`årligen` (yearly), `12 månader` (12 months) or a date is wanted here',
      },
    },
  ],
  [
    'tid',
    {
      accepts: knownText(text => readTimeRange(text) !== undefined),
      wanted: { sv: 'en tid skrivs `13.00–15.00`', en: 'a time is written `13.00–15.00`' },
    },
  ],
  [
    'epost',
    {
      accepts: text => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text),
      wanted: {
        sv: 'en e-postadress skrivs `namn@kommun.se`',
        en: 'an e-mail address is written `name@municipality.se`',
      },
    },
  ],
  [
    'id',
    {
      accepts: text => ID.test(text),
      wanted: { sv: 'ett id skrivs `AVV-2024-7k3f`', en: 'an id is written `AVV-2024-7k3f`' },
    },
  ],
  [
    'adress',
    {
      accepts: text => readAddress(text) !== undefined,
      wanted: {
        sv: 'ett id eller en adress som `PROT-lansgruppen-2024-05-31 § 4` ska stå här',
        en: 'an id or an address such as `PROT-lansgruppen-2024-05-31 § 4` is wanted here',
      },
    },
  ],
  [
    'slug',
    {
      accepts: text => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text),
      wanted: {
        sv: 'gruppens kortnamn skrivs med små bokstäver a–z, siffror och bindestreck',
        en: 'the short name of a group is written with small letters a–z, digits and hyphens',
      },
    },
  ],
  [
    'barn',
    {
      accepts: text => /^B-[0-9a-hjkmnp-tv-z]{4,8}$/i.test(text),
      wanted: {
        sv: 'barnet anges bara med en beteckning som `B-7k3f`',
        en: 'the child is given by a pseudonym such as `B-7k3f` alone',
      },
    },
  ],
  [
    'sigill',
    {
      accepts: text => /^sha256:[0-9a-f]{64}$/.test(text),
      wanted: {
        sv: 'ett sigill skrivs `sha256:` och 64 tecken',
        en: 'a seal is written `sha256:` and 64 characters',
      },
    },
  ],
  [
    'diarienummer',
    {
      accepts: text => /\d/.test(text),
      wanted: {
        sv: 'ett diarienummer har siffror, till exempel `2024/123`',
        en: 'a registration number has digits, such as `2024/123`',
      },
    },
  ],
])

const isOneDay = (text: string): boolean => {
  const read = readWrittenDate(text, 2024)
  return read !== undefined && read.period.from === read.period.to
}
