import type { Archive } from './archive.js'
import { type Day, daysAfter, readDay, yearOf } from './day.js'
import type { FieldValue } from './fields.js'
import { groupOf } from './group.js'
import type { CellForm } from './import-target.js'
import { readWrittenDate } from './period.js'
import { choices as either, enumerated, type Said } from './said.js'
import { folded, nearest } from './text.js'

/** What became of the text of a cell. */
export type Reading =
  /** `kept`: the words of the cell are to be kept too, for the value does not say all that they do. */
  | { readonly is: 'value'; readonly value: FieldValue; readonly kept?: true; readonly note?: Said }
  | { readonly is: 'nothing' }
  /** The value is not one that the field takes; the words are kept in the text of the document. */
  | { readonly is: 'unread'; readonly why: Said }

/** What cells are read by. */
export interface Reader {
  readonly archive: Archive
  /** The closed lists of fields, with what samverkan.yaml adds. */
  wordsOf(field: string): readonly string[]
  /** The year of a date that is written without one, as the name of the file or sheet has it. */
  readonly year?: number
}

/** Reads a cell that becomes one field, as people write such a thing. */
export function readCell(form: CellForm, field: string, text: string, reader: Reader): Reading {
  const written = text.replace(/\s+/g, ' ').trim()
  if (written === '' || NOTHING.test(written)) return { is: 'nothing' }
  if (form === 'day') return readDate(written, reader)
  if (form === 'choice') return readChoice(written, reader.wordsOf(field))
  if (form === 'choices') return readChoices(written, reader.wordsOf(field))
  if (form === 'party') return readParties(written, reader, 'one')
  if (form === 'parties') return readParties(written, reader, 'several')
  if (form === 'person') return readPerson(written, reader.archive)
  if (form === 'group') return readGroup(written, reader.archive)
  if (form === 'severity') return readSeverity(written)
  return { is: 'value', value: written }
}

/** "-", "nej", "saknas": the cell says that there is nothing. */
const NOTHING = /^(?:[-–—]+|nej|saknas|ej angivet|ingen|inget|n\/a|\?+)$/i

function readDate(written: string, { year, archive }: Reader): Reading {
  const day = dayWritten(written, year)
  if (day === undefined) {
    const isShort = dayWritten(written, 2024) !== undefined
    return {
      is: 'unread',
      why: isShort
        ? { sv: 'datumet saknar år', en: 'the date has no year' }
        : { sv: 'inget datum, skriv `2024-05-31`', en: 'no date, write `2024-05-31`' },
    }
  }
  const isAhead = day > archive.today
  return {
    is: 'value',
    value: day,
    ...(isAhead && { note: { sv: `dagen ${day} har inte varit än`, en: `the day ${day} is still to come` } }),
  }
}

/** A day as lists write it: also `31.5.2024`, with a time after it, or as the number that a spreadsheet keeps. */
export function dayWritten(text: string, year: number | undefined): Day | undefined {
  const plain = text
    .trim()
    .replace(/[ T]\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/, '')
    .replace(/^(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?,? (?:den )?/i, '')
  if (/^[3-6]\d{4}$/.test(plain)) return daysAfter(EXCEL_BEGINS, Number(plain))
  const parts = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(plain)
  const turned = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(plain)
  const iso =
    parts !== null
      ? isoOf(parts[1], parts[2], parts[3])
      : turned !== null
        ? isoOf(turned[3], turned[2], turned[1])
        : undefined
  const period = readWrittenDate(iso ?? plain, year)?.period
  return period !== undefined && period.from === period.to && yearOf(period.from) > 1989
    ? period.from
    : undefined
}

const isoOf = (year = '', month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** Day 0 of the numbers that a spreadsheet keeps for days. */
const EXCEL_BEGINS =
  readDay('1899-12-30') ??
  (() => {
    throw new Error('1899-12-30')
  })()

function readChoice(written: string, words: readonly string[]): Reading {
  const found = choiceIn(written, words)
  if (found === undefined) return { is: 'unread', why: notAmong(written, words) }
  return { is: 'value', value: found, ...(folded(found) !== folded(written) && { kept: true }) }
}

function readChoices(written: string, words: readonly string[]): Reading {
  const whole = words.find(word => folded(word) === folded(written))
  const parts = whole === undefined ? partsOf(written) : [whole]
  const found = parts.map(part => choiceIn(part, words))
  const known = found.flatMap(each => each ?? [])
  if (known.length === 0) return { is: 'unread', why: notAmong(parts[0] ?? written, words) }
  const isExact = parts.every((part, index) => folded(found[index] ?? '') === folded(part))
  const lost = parts.filter((_, index) => found[index] === undefined)
  return {
    is: 'value',
    value: [...new Set(known)],
    ...(!isExact && { kept: true }),
    ...(lost.length > 0 && { note: notAmong(lost[0] ?? '', words) }),
  }
}

/** The word of a list that is meant: the word itself, its everyday form, or the only one that shares the words. */
function choiceIn(written: string, words: readonly string[]): string | undefined {
  const sought = folded(written)
  const exact = words.find(word => folded(word) === sought)
  if (exact !== undefined) return exact
  const everyday =
    EVERYDAY.get(sought) ?? sought.replace(/([ae])t$/, (_, vowel: string) => (vowel === 'a' ? 'ad' : 'en'))
  const same = words.find(word => folded(word) === everyday)
  if (same !== undefined) return same
  if (sought.length < 3) return undefined
  const held = words.filter(word => partsIn(word).includes(sought) || hasWord(sought, folded(word)))
  return held.length === 1 ? held[0] : undefined
}

const partsIn = (word: string): readonly string[] => folded(word).split(/[\s/]+/)

const hasWord = (text: string, word: string): boolean =>
  ` ${text.replace(/[/,;:.]/g, ' ')} `.includes(` ${word} `)

const EVERYDAY: ReadonlyMap<string, string> = new Map([
  ['ny', 'rapporterad'],
  ['nytt', 'rapporterad'],
  ['inkommen', 'mottagen'],
  ['inkommet', 'mottagen'],
  ['klar', 'avslutad'],
  ['klart', 'avslutad'],
  ['stängd', 'avslutad'],
  ['färdig', 'avslutad'],
  ['uppföljt', 'uppföljd'],
  ['observerad, ej inkommen', 'observerad'],
  ['observerad ej inkommen', 'observerad'],
  ['ej inkommen', 'observerad'],
  ['lokal', 'lokalt'],
  ['lokal nivå', 'lokalt'],
  ['löst lokalt', 'lokalt'],
])

/** Says what may have been meant; never the words of the cell, for nobody knows what they are. */
function notAmong(written: string, words: readonly string[]): Said {
  const meant = nearest(written, words) ?? alike(written, words)
  if (meant !== undefined) return { sv: `menade du \`${meant}\`?`, en: `did you mean \`${meant}\`?` }
  if (words.length > 6)
    return { sv: 'det är inget av fältets värden', en: 'it is none of the values of the field' }
  const all = either(words.map(word => `\`${word}\``))
  return { sv: `välj ${all.sv}`, en: `choose ${all.en}` }
}

/** The only one of some words that shares a word with a text. */
function alike(written: string, words: readonly string[]): string | undefined {
  const sought = partsIn(written).filter(part => part.length > 2)
  const found = words.filter(word => partsIn(word).some(part => sought.includes(part)))
  return found.length === 1 ? found[0] : undefined
}

function readParties(written: string, { archive }: Reader, count: 'one' | 'several'): Reading {
  const { register } = archive
  const parts = count === 'one' || register.isOrganisation(written) ? [written] : partsOf(written)
  const unknown = parts.filter(part => properParty(part, archive) === undefined)
  const values = parts.map(part => properParty(part, archive) ?? { namn: part })
  const names = register.organisations.flatMap(({ name, aliases, units }) => [
    name,
    ...aliases,
    ...units.map(unit => unit.name),
  ])
  const meant = enumerated(
    [...new Set(unknown.flatMap(part => nearest(part, names) ?? []))].map(name => `\`${name}\``),
  )
  return {
    is: 'value',
    value: count === 'one' ? (values[0] ?? '') : values,
    ...(unknown.length > 0 && {
      note: {
        sv: `parten finns inte i registret${meant.sv === '' ? '' : `, menade du ${meant.sv}?`}`,
        en: `the party is not in the register${meant.en === '' ? '' : `, did you mean ${meant.en}?`}`,
      },
    }),
  }
}

/** The name that the register gives an organisation or one of its units; absent for what it does not know. */
function properParty(written: string, { register }: Archive): string | undefined {
  const organisation = register.organisation(written)
  if (organisation === undefined) return undefined
  const isMeant = (names: readonly string[]) => names.some(name => folded(name) === folded(written))
  const { id, name, aliases, formerNames, units } = organisation
  if (isMeant([id, name, ...aliases, ...formerNames.map(former => former.name)])) return name
  return units.find(unit => isMeant([unit.id, unit.name, ...unit.aliases]))?.name ?? name
}

function readPerson(written: string, { register }: Archive): Reading {
  const person = register.person(written)
  return { is: 'value', value: person === undefined ? { namn: written } : person.name }
}

function readGroup(written: string, archive: Archive): Reading {
  const groups = archive.ofKind('grupp').map(groupOf)
  const found = groups.find(({ slug, name }) => slug === folded(written) || folded(name) === folded(written))
  if (found !== undefined) return { is: 'value', value: found.slug }
  return {
    is: 'unread',
    why: notAmong(
      written,
      groups.flatMap(({ slug, name }) => [slug, name]),
    ),
  }
}

const readSeverity = (written: string): Reading =>
  /^[1-4](?:[ .,].*)?$/.test(written)
    ? { is: 'value', value: written.charAt(0), ...(written.length > 1 && { kept: true }) }
    : { is: 'unread', why: { sv: 'skriv 1, 2, 3 eller 4', en: 'write 1, 2, 3 or 4' } }

/** Several values in one cell: parted by commas, semicolons, strokes, "och" or lines. */
const partsOf = (written: string): readonly string[] =>
  written
    .split(/\s*(?:[,;+&]|\s\/\s|\soch\s|\ssamt\s)\s*/)
    .map(part => part.trim())
    .filter(part => part !== '')
