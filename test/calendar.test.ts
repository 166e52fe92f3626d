import fc from 'fast-check'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, test } from 'vitest'
import { asIcs } from '../src/exchange/ics.js'
import { type CalendarEvent, EVENT_SORTS } from '../src/model/calendar-event.js'
import { calendarEvents } from '../src/model/calendar-events.js'
import type { Day } from '../src/model/day.js'
import { archiveOfTexts, ROOT, textsIn } from './demonstration.js'

const event = (more: Partial<CalendarEvent>): CalendarEvent => ({
  sort: 'meetings',
  key: 'mote-demo-2024-03-28',
  summary: 'Möte',
  day: '2024-03-28' as Day,
  state: 'confirmed',
  sequence: 0,
  stamp: '2024-03-01' as Day,
  documents: [],
  ...more,
})

const written = (events: readonly CalendarEvent[]) =>
  asIcs({ name: 'Arkivet', domain: 'arkivet.samverkan', events })

/** What one reader makes of an event. */
interface Read {
  readonly uid: string
  readonly summary: string
  readonly place: string
  readonly start: string
  readonly end: string
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

function byIcalJs(text: string): readonly Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (zone === null) throw new Error('No time zone.')
  const stockholm = new ICAL.Timezone(zone)
  return calendar.getAllSubcomponents('vevent').map(component => {
    const { uid, summary, location, startDate, endDate } = new ICAL.Event(component)
    const instant = (time: ICAL.Time) => {
      if (time.isDate) return time.toString()
      time.zone = stockholm
      return time.toJSDate().toISOString()
    }
    return { uid, summary, place: location ?? '', start: instant(startDate), end: instant(endDate) }
  })
}

function byNodeIcal(text: string): readonly Read[] {
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap(each => {
    if (each?.type !== 'VEVENT') return []
    const instant = (date: Date | undefined) =>
      each.datetype === 'date' && date !== undefined
        ? `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`
        : (date?.toISOString() ?? '')
    return {
      uid: each.uid,
      summary: asText(each.summary),
      place: asText(each.location),
      start: instant(each.start),
      end: instant(each.end),
    }
  })
}

describe('two readers find the same instants', () => {
  test.each([
    ['2024-03-28', '2024-03-28T08:00:00.000Z'],
    ['2024-03-30', '2024-03-30T08:00:00.000Z'],
    ['2024-03-31', '2024-03-31T07:00:00.000Z'],
    ['2024-04-02', '2024-04-02T07:00:00.000Z'],
    ['2024-10-24', '2024-10-24T07:00:00.000Z'],
    ['2024-10-26', '2024-10-26T07:00:00.000Z'],
    ['2024-10-27', '2024-10-27T08:00:00.000Z'],
    ['2024-10-29', '2024-10-29T08:00:00.000Z'],
    ['2031-03-28', '2031-03-28T08:00:00.000Z'],
    ['2031-04-01', '2031-04-01T07:00:00.000Z'],
  ])('of nine o’clock on %s', (day, instant) => {
    const text = written([event({ day: day as Day, time: { from: 540, to: 690 } })])
    const [first] = byIcalJs(text)
    expect(first?.start).toBe(instant)
    expect(byIcalJs(text)).toEqual(byNodeIcal(text))
  })

  test('of every event of the example archive', async () => {
    const archive = await archiveOfTexts(textsIn(`${ROOT}/examples`), '2024-12-20')
    const events = calendarEvents(archive, {}, new Set(EVENT_SORTS), 'sv', new Map())
    const text = written(events)
    expect(byIcalJs(text)).toHaveLength(events.length)
    expect(byNodeIcal(text)).toEqual(byIcalJs(text))
    expect(new Set(events.map(({ key }) => key)).size).toBe(events.length)
  })
})

test('the same archive gives the same file whatever day it is', async () => {
  const files = textsIn(`${ROOT}/examples`)
  const on = async (day: string) =>
    written(calendarEvents(await archiveOfTexts(files, day), {}, new Set(EVENT_SORTS), 'sv', new Map()))
  expect(await on('2024-12-20')).toBe(await on('2031-01-01'))
})

describe('any text', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 })

  test('stays the text that it is', () => {
    fc.assert(
      fc.property(text, text, (summary, place) => {
        const file = written([event({ summary, place })])
        const clean = (value: string) =>
          value.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n').replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '')
        expect(byIcalJs(file)).toMatchObject([{ summary: clean(summary), place: clean(place) }])
      }),
    )
  })

  test('keeps to lines of 75 octets, no character parted', () => {
    fc.assert(
      fc.property(text, summary => {
        const lines = written([event({ summary })]).split('\r\n')
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(Buffer.from(line).toString()).toBe(line)
          expect(line).not.toMatch(/[\r\n]/)
        }
      }),
    )
  })

  test.each([
    'Möte\nATTENDEE:mailto:alla@ekmo.example',
    'Möte\r\nEND:VEVENT\r\nBEGIN:VEVENT',
    'Möte\u2028ATTACH:https://ekmo.example',
    'a, b; c\\n d\\',
  ])('begins no property: %j', summary => {
    const file = written([event({ summary })])
    expect(file).not.toMatch(/^(?:ATTENDEE|ATTACH)/m)
    expect(byIcalJs(file)).toHaveLength(1)
    expect(byNodeIcal(file)).toHaveLength(1)
  })
})

test('a meeting without time or end is written as such', () => {
  expect(written([event({})])).toContain('DTSTART;VALUE=DATE:20240328\r\nDTEND;VALUE=DATE:20240329\r\n')
  expect(written([event({ time: { from: 540 } })])).not.toContain('DTEND')
  expect(written([event({ time: { from: 540, to: 480 } })])).not.toContain('DTEND')
})
