import { bodyTextOf } from '../../model/body-text.js'
import { readDay, yearOf } from '../../model/day.js'
import type { Finding } from '../../model/diagnostic.js'
import { type Document, mayBeQuoted } from '../../model/document.js'
import { fieldNamed, namedTexts, textsWithin } from '../../model/field-path.js'
import type { DocumentKind } from '../../model/kind.js'
import { dayOfMeeting } from '../../model/meeting.js'
import { datesIn } from '../../model/mentioned-date.js'
import { readWrittenDate } from '../../model/period.js'
import { MEETINGS, type Rule } from '../../model/rule.js'
import type { Said } from '../../model/said.js'
import type { Surroundings } from '../../model/surroundings.js'

/** Dates are written with year, month and day. ISO 8601; archive format § 3: read liberally, written canonically. */
export const rule: Rule = {
  name: 'datumform',
  level: 'note',
  registers: true,
  states: {
    sv: 'Datum skrivs med år, månad och dag: `2024-05-31`.',
    en: 'Dates are written with year, month and day: `2024-05-31`.',
  },
  because: {
    sv: 'Om tre år vet ingen vilket år `31 maj` var, och `240911` kan läsas på flera sätt.',
    en: 'In three years nobody knows which year `31 maj` was, and `240911` can be read in several ways.',
  },
  *check(document, surroundings) {
    const dates = dateFieldsOf(document, surroundings)
    if (hasShortDate(document, dates)) yield* inFields(document, dates)
    const isMeeting = MEETINGS.some(typ => typ === document.typ)
    if (isMeeting && SUSPECT.test(bodyTextOf(document.body))) yield* inText(document)
  },
  examples: [
    {
      shows: { sv: 'Sex siffror i ett fält', en: 'Six digits in a field' },
      front: { datum: '240523' },
      finds: ['datum: 240523'],
    },
    {
      shows: { sv: 'Ett datum inne i ett fält', en: 'A date within a field' },
      front: { nästa: '{datum: 19 september, plats: Ekmo}' },
      finds: ['nästa: {datum: 19 september'],
    },
    {
      shows: { sv: 'I ett dokument som inte är öppet', en: 'In a document that is not open' },
      typ: 'avvikelse',
      front: { händelsedatum: '2 april 2024' },
      finds: ['händelsedatum: 2 april'],
    },
    {
      shows: {
        sv: 'Datum utan år i texten, en anmärkning per rad',
        en: 'Dates without a year in the text, one note a line',
      },
      body: '## § 1 Konferens 6/11\n\nDan Ek berättar om mötet den 31 maj och den 4 juni.\n\nAnteckningarna från 240415 gås igenom.\n',
      finds: ['## § 1 Konferens', 'mötet den 31 maj', 'från 240415'],
    },
    {
      shows: {
        sv: 'Datum med år, id, diarienummer, jour dygnet runt och bråk',
        en: 'Dates with a year, ids, registration numbers, day and night, and fractions',
      },
      front: { diarienummer: '240415' },
      body: '## § 1 Läget 2024-05-23\n\nMötet den 31 maj 2024, PROT-demo-2024-03-21, dnr 240415-12, jour 24/7, 3/4 av tjänsten och telefon 0123-240415.\n',
      finds: [],
    },
    {
      shows: {
        sv: 'En rutin får tala om datum som återkommer',
        en: 'A routine may speak of dates that come again',
      },
      typ: 'rutin',
      body: '## Syfte\n\nRapporten lämnas senast den 31 maj varje år.\n',
      finds: [],
    },
  ],
}

/** Nearly every date there is: written as it should be. */
const WHOLE = /^\d{4}-\d{2}(?:-\d{2})?$/

/** True when something stands in a date field that is not the form in which nearly every date is written. */
function hasShortDate({ fields }: Document, dates: ReadonlySet<string>): boolean {
  const { texts, names } = namedTexts(fields)
  return texts.some((text, index) => dates.has(names[index] ?? '') && text !== '' && !WHOLE.test(text))
}

function* inFields(document: Document, dates: ReadonlySet<string>): Generator<Finding> {
  const year = yearFor(document)
  const mayRepeat = mayBeQuoted(document)
  for (const { text, field } of textsWithin(document.fields)) {
    const key = field.findLast(step => typeof step === 'string')
    if (text === '' || WHOLE.test(text) || key === undefined || !dates.has(String(key))) continue
    const read = readWrittenDate(text, year ?? NO_YEAR)
    if (read === undefined || read.isIso) continue
    const isSure = year !== undefined || /\d{4}|\d{6}/.test(text)
    const named = fieldNamed(field)
    yield {
      at: { field },
      says: {
        sv: `Datumet i ${named.sv} är inte skrivet med hela årtalet först.`,
        en: `The date in ${named.en} is not written with the whole year first.`,
      },
      advice: mayRepeat && isSure ? write(read.iso) : FORM,
      ...(isSure && {
        fix: { does: 'put' as const, text: read.iso, insteadOf: text, safety: 'safe' as const },
      }),
    }
  }
}

/** Stands in for the year where a document gives none: a date can be known as one without it. */
const NO_YEAR = 2024

const yearFor = (document: Document): number | undefined => {
  const day = dayOfMeeting(document)
  return day === undefined ? undefined : yearOf(day)
}

function* inText(document: Document): Generator<Finding> {
  const { headings, prose } = document.body
  const year = yearFor(document)
  const mayRepeat = mayBeQuoted(document)
  for (const { text, line } of [...headings, ...prose.filter(({ quoted }) => !quoted)]) {
    if (!SUSPECT.test(text)) continue
    for (const [index, each] of text.split('\n').entries()) {
      const found = shortDateIn(each, year)
      if (found === undefined) continue
      const named = mayRepeat ? `\`${found.written}\`` : undefined
      yield {
        at: { line: line + index, mark: found.written },
        says: {
          sv: `${named ?? 'Datumet'} är inte skrivet med hela årtalet först.`,
          en: `${named ?? 'The date'} is not written with the whole year first.`,
        },
        advice: mayRepeat && (year !== undefined || found.hasYear) ? writeIfMeant(found.day) : FORM,
        ...((year !== undefined || found.hasYear) && {
          fix: { does: 'put' as const, text: found.day, insteadOf: found.written, safety: 'unsafe' as const },
        }),
      }
    }
  }
}

/** Cheap look for six digits, a slash or a month after a number. */
const SUSPECT = /\d{6}|\d\/\d|\d(?::[ae])? (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)/i

/** The first date of a line that is not written whole. */
const shortDateIn = (line: string, year: number | undefined) =>
  SUSPECT.test(line)
    ? datesIn(withoutAddresses(line), year ?? NO_YEAR).find(
        ({ written }) =>
          readDay(written) === undefined && !/\d{4}$/.test(written.slice(3)) && !NO_DATE.test(written),
      )
    : undefined

/** Fractions, and day and night. */
const NO_DATE = /^(?:1\/[2-9]|2\/[35]|3\/[45]|4\/5|24\/7)$/

const withoutAddresses = (line: string): string =>
  line.replace(/`[^`]*`|https?:\/\/\S+|\]\([^)]*\)|(?:dnr|diarienummer|tel|telefon)[.:]? ?[\d-]+/gi, each =>
    ' '.repeat(each.length),
  )

const FORM: Said = { sv: 'Skriv datumet som `2024-05-31`.', en: 'Write the date as `2024-05-31`.' }

const write = (iso: string): Said => ({ sv: `Skriv \`${iso}\`.`, en: `Write \`${iso}\`.` })

const writeIfMeant = (iso: string): Said => ({
  sv: `Skriv \`${iso}\`, om det är den dagen.`,
  en: `Write \`${iso}\`, if that is the day.`,
})

/** Date fields of settings and registers, and of the definitions that every kind shares. */
const REGISTER_DATES: ReadonlySet<string> = new Set(['arkivet_börjar', 'till'])
const SHARED_DATES = ['datum']
const NONE: ReadonlySet<string> = new Set()

const known = new WeakMap<DocumentKind, ReadonlySet<string>>()

/** The names of the fields of a document whose value is a date. */
function dateFieldsOf(document: Document, surroundings: Surroundings): ReadonlySet<string> {
  const kind = surroundings.kindOf(document)
  if (kind === undefined) return document.role === 'register' ? REGISTER_DATES : NONE
  const names = known.get(kind) ?? new Set([...SHARED_DATES, ...datesOf(kind.schema)])
  known.set(kind, names)
  return names
}

/** The names of all properties of a schema, however deep, that are dates. */
function* datesOf(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return
  for (const [key, inner] of Object.entries(schema)) {
    const format: unknown =
      typeof inner === 'object' && inner !== null && 'format' in inner ? inner.format : undefined
    if (format === 'datum' || format === 'datum-eller-månad') yield key
    yield* datesOf(inner)
  }
}
