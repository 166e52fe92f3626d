import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isChecked, personalNumbersIn, withoutPersonalNumbers } from '../../src/model/personal-number.js'

/** A birth, day + 60 for a coordination number, with the right check digit. */
const number = fc
  .record({
    century: fc.constantFrom('19', '20'),
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    isCoordination: fc.boolean(),
    birth: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ century, year, month, day, isCoordination, birth }) => {
    const two = (count: number) => String(count).padStart(2, '0')
    const parts = [two(year), two(month), two(day + (isCoordination ? 60 : 0))] as const
    const three = String(birth).padStart(3, '0')
    const check = [...'0123456789'].find(each => isChecked(`${parts.join('')}${three}${each}`)) ?? ''
    return { century, parts, last: `${three}${check}` }
  })

const SIGNS = [
  '-',
  '+',
  '',
  ' ',
  '\u00a0',
  '\u2013',
  '\u2011',
  '\u2010',
  '\u2212',
  ' - ',
  ' – ',
  '\uff0d',
  '\u202f',
]
const UNSEEN = ['', '\u200b', '\u00ad', '\u2060', '\ufeff', '\u200d']
const wide = (text: string): string =>
  text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) - 48 + 0xff10))

const notation = fc
  .record({
    number,
    hasCentury: fc.boolean(),
    sign: fc.constantFrom(...SIGNS),
    unseen: fc.constantFrom(...UNSEEN),
    where: fc.integer({ min: 1, max: 9 }),
    isWide: fc.boolean(),
    hasDashes: fc.boolean(),
  })
  .map(({ number: { century, parts, last }, hasCentury, sign, unseen, where, isWide, hasDashes }) => {
    const dated = hasDashes && /[-+–]/.test(sign)
    const plain = `${hasCentury ? century : ''}${parts.join(dated ? '-' : '')}${sign}${last}`
    const written = isWide ? wide(plain) : plain
    return `${written.slice(0, where)}${unseen}${written.slice(where)}`
  })

describe('a personnummer', () => {
  test('is found in every notation, and gives way whole', () => {
    fc.assert(
      fc.property(notation, fc.constantFrom('', 'Frågan gäller ', '> ', '(', '**'), (written, before) => {
        const text = `Rad ett.\n${before}${written}.\nRad tre.`
        expect(personalNumbersIn(text).length, JSON.stringify(text)).toBe(1)
        expect(withoutPersonalNumbers(text)).toBe(`Rad ett.\n${before}******-****.\nRad tre.`)
      }),
      { numRuns: 3000 },
    )
  })

  test('is none with another check digit, or on a day that there is not', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 9 }), ({ century, parts, last }, more) => {
        const wrong = `${last.slice(0, 3)}${(Number(last[3]) + more) % 10}`
        expect(personalNumbersIn(`${century}${parts.join('')}-${wrong}`)).toEqual([])
        expect(personalNumbersIn(`${parts[0]}${Number(parts[1]) + 20}${parts[2]}-${last}`)).toEqual([])
      }),
    )
  })
})

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map(each => each.join(''))
const day = fc
  .record({
    year: fc.integer({ min: 2000, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    on: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, on }) => `${year}-${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}`)
const clock = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}${String(minute).padStart(2, '0')}`)

/** What is written beside numbers of people and is none. */
const near = fc.oneof(
  digits(10).map(text => `Tel. 0${text.slice(1)}`),
  digits(10).map(text => `Ring mig på 0${text.slice(1)}`),
  digits(9).map(text => `0${text.slice(0, 2)}-${text.slice(2, 5)} ${text.slice(5, 7)} ${text.slice(7)}`),
  digits(9).map(text => `+46${text}`),
  digits(9).map(text => `+46 ${text.slice(0, 2)}-${text.slice(2, 5)} ${text.slice(5, 7)} ${text.slice(7)}`),
  digits(7).map(text => `Bankgiro ${text.slice(0, 3)}-${text.slice(3)}`),
  digits(8).map(text => `Bankgiro ${text.slice(0, 4)}-${text.slice(4)}`),
  fc
    .tuple(digits(2), fc.integer({ min: 20, max: 99 }), digits(6))
    .map(([a, b, c]) => `${a}${b}${c.slice(0, 2)}-${c.slice(2)}`),
  fc
    .tuple(digits(2), fc.integer({ min: 20, max: 99 }), digits(6))
    .map(([a, b, c]) => `16${a}${b}${c.slice(0, 2)}-${c.slice(2)}`),
  digits(5).map(text => `KS 2024/${text}`),
  digits(5).map(text => `KS 2024-${text}`),
  fc.tuple(day, digits(4)).map(([date, text]) => `Dnr ${date.slice(2).replaceAll('-', '')}-${text}`),
  day,
  day.map(date => date.slice(2).replaceAll('-', '')),
  fc.tuple(day, clock).map(([date, time]) => `${date} ${time}`),
  fc.tuple(day, day).map(([from, to]) => `${from}–${to}`),
  fc.tuple(day, day).map(([from, to]) => `${from} - ${to}`),
  fc.tuple(day, day).map(([from, to]) => `${from} ${to}`),
  fc.tuple(day, day).map(([from, to]) => `${from.replaceAll('-', '')}-${to.replaceAll('-', '')}`),
  day.map(date => `PROT-lansgrupp-${date}-2`),
  digits(64).map(text => `sha256:${text}`),
)

test('telephones, organisations, registration numbers, dates and giros are none', () => {
  fc.assert(
    fc.property(near, text => {
      expect(personalNumbersIn(`Se ${text}.`), text).toEqual([])
    }),
    { numRuns: 10_000 },
  )
})
