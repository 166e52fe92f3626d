import { describe, expect, test } from 'vitest'
import type { Day } from '../src/model/day.js'
import { wheelOf } from '../src/model/wheel.js'
import { archiveOfTexts, DEMONSTRATION } from './demonstration.js'

const YEAR = { from: '2024-01-01' as Day, to: '2024-12-31' as Day }
const GROUP = 'grupper/demo.md'
const PROTOCOL = 'moten/demo/2024/2024-05-23-protokoll.md'
const AGENDA = 'moten/demo/2024/2024-05-23-kallelse.md'
const AGREEMENT = 'overenskommelser/lakarundersokning.md'

/** The items of the demonstration group, a line each, with one file changed. */
async function items(today: string, path = GROUP, change: (text: string) => string = text => text) {
  const archive = await archiveOfTexts({ ...DEMONSTRATION, [path]: change(DEMONSTRATION[path] ?? '') }, today)
  return wheelOf(archive, { period: YEAR, group: 'demo' }).map(
    ({ part, due, state, count, doneOn }) =>
      `${part} ${due} ${state}${count === undefined ? '' : ` ×${count}`}${doneOn === undefined ? '' : ` ${doneOn}`}`,
  )
}

describe('the year of a group', () => {
  test('has what was done, with its day', async () => {
    expect(await items('2024-06-10')).toContain('meeting 2024-03-21 done 2024-03-21')
    expect(await items('2024-06-10')).toContain('notice 2024-05-09 done 2024-05-02')
  })

  test('says what was done too late', async () => {
    const late = (text: string) => text.replace('utskickad: 2024-05-02', 'utskickad: 2024-05-14')
    expect(await items('2024-06-10', AGENDA, late)).toContain('notice 2024-05-09 done-late 2024-05-14')
  })

  test('says whether the matters of an agenda came in by their day', async () => {
    const matter = 'arenden/2024/are-2024-a1b2.md'
    const came = (day: string) => (text: string) => text.replace('inkom: 2024-04-10', `inkom: ${day}`)
    expect(await items('2024-06-10')).toContain('matters 2024-04-23 done')
    expect(await items('2024-06-10', matter, came('2024-04-24'))).toContain('matters 2024-04-23 done-late')
    expect(await items('2024-06-10')).toContain('matters 2024-08-20 coming')
  })

  test('counts the meetings that lack a day, and misses them when the year is over', async () => {
    expect(await items('2024-06-10')).toContain('meeting 2024-12-31 coming ×1')
    expect(await items('2025-01-10')).toContain('meeting 2024-12-31 missing ×1')
  })

  test('misses the minutes of a meeting whose day has passed', async () => {
    expect(await items('2024-09-19')).toContain('meeting 2024-09-19 coming')
    expect(await items('2024-09-20')).toContain('meeting 2024-09-19 missing')
  })

  test('knows whether a standing item of the month was taken up', async () => {
    expect(await items('2024-06-10')).toContain('standing-item 2024-05-31 done')
    const silent = (text: string) =>
      text.replaceAll(/avvikelser?/gi, 'läget').replaceAll('AVV-2024-c3d4', 'ARE-2024-a1b2')
    expect(await items('2024-06-10', PROTOCOL, silent)).toContain('standing-item 2024-05-31 missing')
    expect(await items('2024-06-10')).toContain('standing-item 2024-12-31 coming')
    expect(await items('2025-01-10')).toContain('standing-item 2024-12-31 missing')
  })

  test('misses a successor for a member whose time has ended', async () => {
    const ends = (text: string) =>
      text.replace('organisation: Polisen, från: 2023-01-01', 'organisation: Polisen, till: 2024-04-30')
    expect(await items('2024-04-10', GROUP, ends)).toContain('term-of-member 2024-04-30 coming')
    expect(await items('2024-06-10', GROUP, ends)).toContain('term-of-member 2024-04-30 missing')
  })

  test('holds a revision late once its day has passed', async () => {
    const dated = (text: string) => text.replace(/^revideras: .*$/m, 'revideras: 2024-05-31')
    expect(await items('2024-05-31', AGREEMENT, dated)).toContain('revision 2024-05-31 coming')
    expect(await items('2024-06-01', AGREEMENT, dated)).toContain('revision 2024-05-31 late')
  })
})
