import { dayOf } from './day.js'

/** Where in a text something stands, in UTF-16 code units. */
export interface Stretch {
  readonly index: number
  readonly length: number
}

/**
 * Where personnummer and samordningsnummer (day + 60) stand in a text, however they are written: with the century or
 * without, parted by a hyphen, a dash, a plus, a space or nothing, with dashes in the date, in full-width digits, with
 * signs between that are not seen. The day must exist and the check digit hold (folkbokföringslagen 18 §; lag
 * 2022:1697 2 kap. 8 §); numbers of organisations have no such day. Telephone and registration numbers are none.
 */
export function personalNumbersIn(text: string): readonly Stretch[] {
  if (!mayHoldPersonalNumber(text)) return []
  const found: Stretch[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (mayHoldPersonalNumber(line)) {
      const { plain, offsets } = plainly(line)
      for (const { index, length } of numbersIn(plain)) {
        const from = offsets[index] ?? 0
        const to = (offsets[index + length - 1] ?? 0) + 1
        found.push({ index: start + from, length: to - from })
      }
    }
    start += line.length + 1
  }
  return found
}

/** A text in which every such number has given way to `******-****`. */
export function withoutPersonalNumbers(text: string): string {
  const found = personalNumbersIn(text)
  if (found.length === 0) return text
  let shown = ''
  let from = 0
  for (const { index, length } of found) {
    shown += `${text.slice(from, index)}******-****`
    from = index + length
  }
  return shown + text.slice(from)
}

/** Full-width digits, and the `·` that stands for any character of two bytes where a text is looked at in one. */
const DIGIT = '\\d\\uff10-\\uff19\\xb7'
/** Signs that are not seen, and those of Markdown. */
const HIDDEN =
  '\\xad*\\\\\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff'
const SPACE = ' \\xa0\\u2000-\\u200a\\u202f\\u3000'
const DASH = '\\-\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d'

/** True of a text that may hold such a number: a first look, which nearly every text ends with. */
export const mayHoldPersonalNumber = (text: string): boolean =>
  DATED.test(text) || ((text.includes('\\') || ANY_HIDDEN.test(text)) && PARTED.test(text))

const DATED = new RegExp(
  `[${DIGIT}]{2}[${DASH}\\xb7]?[${DIGIT}]{2}[${DASH}\\xb7]?[${DIGIT}]{2}(?:[^\\w\\n]{0,3}|&nbsp;)[${DIGIT}]{4}`,
)
const ANY_HIDDEN = new RegExp(`[${HIDDEN.replace('*\\\\', '')}]`)
/** A sign that is not seen within what may be a number. */
const PARTED = new RegExp(`[${DIGIT}${DASH}+${SPACE}][${HIDDEN}]+[${DIGIT}${DASH}+${SPACE}]`)

/** The line in ordinary signs, without those that are not seen, and where each stood. */
function plainly(line: string): { readonly plain: string; readonly offsets: readonly number[] } {
  let plain = ''
  const offsets: number[] = []
  let at = 0
  for (const sign of line) {
    for (const unit of written(sign)) {
      plain += unit
      for (let each = 0; each < unit.length; each++) offsets.push(at)
    }
    at += sign.length
  }
  return { plain, offsets }
}

function written(sign: string): string {
  if (UNSEEN.test(sign)) return ''
  if (DASHES.test(sign)) return '-'
  if (/\s/.test(sign)) return ' '
  const code = sign.codePointAt(0) ?? 0
  return code < 0x80 ? sign : sign.normalize('NFKC')
}

const UNSEEN = new RegExp(`^[${HIDDEN}]$`)
const DASHES = new RegExp(`^[${DASH}]$`)

/** Where the numbers stand in a line of ordinary signs. */
function* numbersIn(line: string): Generator<Stretch> {
  for (const match of line.matchAll(NUMBER)) {
    const [all, century, year = '', first = '', month = '', second = '', day = '', between = '', last = ''] =
      match
    const { index } = match
    const sign = between.trim()
    const before = line.slice(0, index)
    const after = line.slice(index + all.length)
    if (first !== second || !hasDay(century, year, month, day)) continue
    if (!isChecked(`${year}${month}${day}${last}`)) continue
    if (sign === '' && (/^\p{L}/u.test(after) || (/\p{L}$/u.test(before) && !/n(?:umme)?r$/i.test(before))))
      continue
    if (first !== '' && (/^-\d/.test(after) || (sign === '' && CLOCK.test(last)))) continue
    if (century === undefined && (isTelephone(all, before) || DIARY.test(before))) continue
    yield { index, length: all.length }
  }
}

const NUMBER = /(?<!\d)(18|19|20)?(\d\d)(-?)(\d\d)(-?)(\d\d)((?: |&nbsp;)?[-+]?(?: |&nbsp;)?)(\d{4})(?!\d)/g

/** A time of day, `1300`: it may follow a date. */
const CLOCK = /^(?:[01]\d|2[0-3])[0-5]\d$/

/** `dnr 240911-1234`: what follows such a word at once is the number of a case. */
const DIARY = /(?<!\p{L})(?:dnr|diarienummer|diarienr|ärendenummer)[.:]? ?(?:\p{L}{1,4} )?$/iu

/** A number that begins as one of a mobile telephone or an area does, after a word that says it is one. */
const isTelephone = (number: string, before: string): boolean =>
  /^0\d{9}$/.test(number) && TELEPHONE.test(before.slice(-40))

const TELEPHONE =
  /(?<!\p{L})(?:tel|telefon\p{L}*|tfn|mobil\p{L}*|mob|ring\p{L}*|nås|sms\p{L}*|växel\p{L}*|fax|jour\p{L}*)(?!\p{L})[^\d]*$/iu

function hasDay(century: string | undefined, year: string, month: string, day: string): boolean {
  const on = Number(day) > 60 ? Number(day) - 60 : Number(day)
  const centuries = century === undefined ? ['19', '20'] : [century]
  return centuries.some(each => dayOf(Number(`${each}${year}`), Number(month), on) !== undefined)
}

/** Luhn's check over the ten digits. */
export function isChecked(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of [...digits].entries()) {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
