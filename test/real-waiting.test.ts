import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { itemsOf } from '../src/archive/agenda.js'
import { loadArchive } from '../src/archive/load.js'
import { folderSource } from '../src/archive/source.js'
import type { Day } from '../src/model/day.js'
import { groupOf } from '../src/model/group.js'
import { reminder as adjustment } from '../src/reminders/justering-vantar.js'
import { realDisk } from '../src/system/disk.js'
import { KINDS, ROOT } from './demonstration.js'

const REAL = join(ROOT, '../shared/real-archive')

if (!existsSync(REAL)) {
  test('the real archive was left out: ../shared/real-archive is not there', () =>
    expect(existsSync(REAL)).toBe(false))
} else {
  const archive = await loadArchive(folderSource(realDisk(), REAL), KINDS, '2024-12-01' as Day)
  const agendaOf = (slug: string, day: string) => {
    const group = archive.group(slug)
    if (group === undefined) throw new Error(`No group ${slug}.`)
    return itemsOf({
      archive,
      group: groupOf(group),
      day: day as Day,
      typ: 'kallelse',
      previous: undefined,
      textOf: () => undefined,
    })
  }
  const titles = (slug: string, day: string) => agendaOf(slug, day).map(({ title }) => title)

  describe('between the meetings of the real archive', () => {
    test('what was put off to September is on the agenda of September and not of June', () => {
      expect(titles('lansgrupp', '2024-06-13')).not.toContain('Backa Barnet')
      expect(titles('lansgrupp', '2024-09-19')).toContain('Backa Barnet')
    })

    test('what was put on the next agenda comes back', () => {
      expect(titles('karlskrona', '2024-12-16')).toContain('Skyddsplacerade barn')
    })

    test('what was put off without a day is asked about at the next meeting', () => {
      const lines = agendaOf('orebro', '2024-12-16').flatMap(item => item.lines)
      expect(lines.filter(line => line.startsWith('- MA-orebro-2024-10-15 § 3: '))).toHaveLength(1)
    })

    test('what was put off to the meeting of a day is asked about then', () => {
      const lines = agendaOf('lansgrupp', '2024-06-13').flatMap(item => item.lines)
      expect(lines.filter(line => line.startsWith('- PROT-lansgrupp-2024-05-31 § 10b: '))).toHaveLength(1)
    })

    test('minutes are not adjusted, so their agenda chooses no adjusters', () => {
      expect(titles('orebro', '2024-12-16')).not.toContain('Val av justerare')
      expect(titles('lansgrupp', '2024-09-19')).toContain('Val av justerare')
    })

    test('a protocol that nobody has signed is listed as not adjusted', () => {
      const [errand, ...others] = adjustment.find(archive)
      expect(others).toEqual([])
      expect(errand).toMatchObject({
        concerns: 'PROT-lansgrupp-2024-05-31',
        due: '2024-06-14',
        people: ['Nina Bjelke', 'Helene Sjöblom Andersson'],
      })
    })
  })
}
